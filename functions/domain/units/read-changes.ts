import * as v from 'valibot';
import { type IsoDate, parseIsoDate } from '../date.ts';
import { formatDate } from '../format.ts';
import { err, ok, type Result } from '../result.ts';
import { type SuccessionRow, SuccessionRowSchema, type UnitChange } from './change.ts';
import { type CodeRow, readCodeTable } from './code-table.ts';

/** Columns of a table of changes, and what each holds. The published schema is written from this. */
export const CHANGE_COLUMNS = {
  valid_from: 'Ngày đầu tiên của địa giới mới, năm-tháng-ngày.',
  former_code: 'Mã đơn vị ngay trước ngày ấy; để trống nếu đơn vị mới không lập từ đơn vị nào.',
  extent:
    'KEPT: đơn vị ấy vẫn còn, giữ mã (đổi tên, đổi loại, thêm hay bớt đất). WHOLE: nhập toàn bộ vào đơn vị mới. PARTIAL: nhập một phần.',
  code: 'Mã đơn vị từ ngày ấy: 2 chữ số là tỉnh, thành phố; 5 chữ số là xã, phường, đặc khu.',
  name: 'Tên đầy đủ kèm loại: “Phường Trảng Bom”, “Thành phố Đồng Nai”.',
  province_code: 'Mã tỉnh, thành phố từ ngày ấy; để trống ở dòng của tỉnh.',
  legal_act: 'Văn bản quy định: “Nghị quyết 1659/NQ-UBTVQH15”.',
} as const;
export type ChangeColumn = keyof typeof CHANGE_COLUMNS;
const COLUMNS = Object.keys(CHANGE_COLUMNS) as ChangeColumn[];

/** How many faults are told. */
const MAX_FAULTS = 20;
/** Changes by day, each row in the order of the file with its place there. */
export interface ReadChanges {
  readonly changes: readonly UnitChange[];
  /** For each change, the file's row of each of its rows. */
  readonly places: readonly (readonly number[])[];
}

/** Reads a table of changes. The error lists what is wrong and where, in Vietnamese; never the text of a cell. */
export function readChanges(bytes: Uint8Array): Result<ReadChanges, readonly string[]> {
  const table = readCodeTable(bytes, COLUMNS);
  return table.ok ? collect(table.value) : err([table.error]);
}

type FileRow = CodeRow<ChangeColumn>;

function collect(rows: readonly FileRow[]): Result<ReadChanges, readonly string[]> {
  const faults: string[] = [];
  const byDay = new Map<UnitChange['on'], { rows: SuccessionRow[]; places: number[] }>();
  for (const row of rows) {
    const read = rowOf(row);
    if (!read.ok) {
      faults.push(`dòng ${row.row}: ${read.error}`);
      continue;
    }
    const day = byDay.get(read.value.on) ?? { rows: [], places: [] };
    day.rows.push(read.value.row);
    day.places.push(row.row);
    byDay.set(read.value.on, day);
  }
  if (faults.length > 0) return err(limited(faults));
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return ok({
    changes: days.map(([on, { rows: own }]) => ({ on, rows: own })),
    places: days.map(([, { places }]) => places),
  });
}

export const limited = (faults: readonly string[]): readonly string[] =>
  faults.length <= MAX_FAULTS
    ? faults
    : [...faults.slice(0, MAX_FAULTS), `và ${faults.length - MAX_FAULTS} chỗ khác`];

function rowOf({ broken, at }: FileRow): Result<{ on: UnitChange['on']; row: SuccessionRow }, string> {
  if (broken) return err('dấu nháy kép đặt sai chỗ');
  if (/\p{C}/u.test(at('name') + at('legal_act'))) return err('tên hoặc văn bản có ký tự không in được');
  const on = parseIsoDate(at('valid_from'));
  if (on === undefined) return err('valid_from không phải một ngày (năm-tháng-ngày)');
  const [former, province] = [at('former_code'), at('province_code')];
  const row = v.safeParse(SuccessionRowSchema, {
    ...(former === '' ? {} : { formerCode: former }),
    extent: at('extent').toUpperCase(),
    code: at('code'),
    name: at('name'),
    ...(province === '' ? {} : { provinceCode: province }),
    act: at('legal_act'),
  });
  if (row.success) return ok({ on, row: row.output });
  const fields = [...new Set(row.issues.map((issue) => COLUMN_OF[v.getDotPath(issue) ?? ''] ?? 'dòng'))];
  return err(`không đọc được ${fields.join(', ')}`);
}

const COLUMN_OF: Readonly<Record<string, ChangeColumn>> = {
  formerCode: 'former_code',
  extent: 'extent',
  code: 'code',
  name: 'name',
  provinceCode: 'province_code',
  act: 'legal_act',
};

/** The shipped history holds what was before; there a code alone names its first bearer, for ever. */
const FIRST_IMPORTABLE = '2025-07-01';

/**
 * Days that no table may be for: before the shipped division, or not yet come. A change that is loaded ahead would
 * call living units former ones.
 * @param receivedOn the day on which the table was handed in, in Vietnam
 */
export const untimelyDays = (changes: readonly UnitChange[], receivedOn: IsoDate): readonly string[] =>
  changes.flatMap(({ on }) => {
    if (on > receivedOn) return [`ngày hiệu lực ${formatDate(on)} chưa đến: nạp từ ngày ấy trở đi`];
    if (on >= FIRST_IMPORTABLE) return [];
    return [
      `ngày hiệu lực ${formatDate(on)}: thay đổi trước ${formatDate(FIRST_IMPORTABLE as IsoDate)} đi kèm phần mềm, không nạp thêm được`,
    ];
  });
