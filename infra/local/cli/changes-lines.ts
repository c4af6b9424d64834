import type { ChangedRow, Changes, RowChange } from '#domain/check/changes.ts';
import type { Field } from '#domain/check/row-print.ts';
import { formatDate, formatVnd, groupDigits } from '#domain/format.ts';

const FIELD_NAMES: Readonly<Record<Field, string>> = {
  date: 'ngày',
  amount: 'số tiền',
  document: 'số chứng từ',
  person: 'người, nơi',
  goods: 'hiện vật',
  note: 'ghi chú',
  other: 'các cột khác',
};

/** Of each kind of change the first rows are named. */
const MAX_SHOWN = 5;

/** What a correction changed, for people: the sums in one line, then the first rows of each kind. */
export function changesLines({ unchanged, added, removed, changed }: Changes): string[] {
  if (added.rows + removed.rows + changed.rows === 0) {
    return [
      `  So với tệp trước: các dòng ghi sổ không có gì thay đổi (${groupDigits(unchanged.rows)} dòng).`,
    ];
  }
  const parts = [
    `thêm ${groupDigits(added.rows)} dòng (${signed(added.sumVnd)})`,
    `bớt ${groupDigits(removed.rows)} dòng (${signed(-removed.sumVnd)})`,
    `sửa ${groupDigits(changed.rows)} dòng (${signed(changed.sumVnd)})`,
  ];
  return [
    `  So với tệp trước: ${parts.join(', ')}; giữ nguyên ${groupDigits(unchanged.rows)} dòng.`,
    ...listed(added.first, added.rows, (row) => `Thêm dòng ${told(row)}`),
    ...listed(removed.first, removed.rows, (row) => `Bớt dòng ${told(row)} (của tệp trước)`),
    ...listed(changed.first, changed.rows, changedLine),
  ];
}

const signed = (amountVnd: number): string =>
  (amountVnd > 0 ? '+' : '') + formatVnd(amountVnd === 0 ? 0 : amountVnd);

const told = ({ row, date, amountVnd }: ChangedRow): string =>
  `${row}: ${formatDate(date)}, ${formatVnd(amountVnd)}`;

function changedLine({ before, after, fields }: RowChange): string {
  const moved = before.row === after.row ? '' : ` (trước là dòng ${before.row})`;
  const amounts =
    before.amountVnd === after.amountVnd
      ? ''
      : `: ${formatVnd(before.amountVnd)} → ${formatVnd(after.amountVnd)}`;
  const what = fields.map((field) => FIELD_NAMES[field]).join(', ') || 'chi tiết';
  return `Sửa dòng ${after.row}${moved}, ${what}${amounts}`;
}

function listed<T>(first: readonly T[], rows: number, line: (one: T) => string): string[] {
  const shown = first.slice(0, MAX_SHOWN).map((one) => `    ${line(one)}`);
  return rows > shown.length && shown.length > 0
    ? [...shown, `    … và ${groupDigits(rows - shown.length)} dòng nữa`]
    : shown;
}
