import { PURPOSES, SOURCES, SUBMISSION_STATES, TABLE_KINDS } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import { formatDate, formatMilli, formatVnd, groupDigits } from '#domain/format.ts';
import { REPORT_EQUALITIES, type ReportEquality } from '#domain/publish/report-schema.ts';
import type { Statement } from '#domain/publish/schema.ts';
import { ruleById } from '#domain/rules/catalogue.ts';
import type { Column } from './columns.ts';
import { acceptedText } from './file-kinds.ts';
import { formatInstant, formatPeriod, formatShare, signed } from './format.ts';
import type { Use } from './uses.ts';

type Of<K extends keyof Statement> = Statement[K] extends readonly (infer Line)[] ? Line : never;

export const sourceColumns = (wholeVnd: number): readonly Column<Of<'inBySource'>>[] => [
  { id: 'source', label: 'Nguồn', text: ({ source }) => SOURCES[source] },
  amount,
  share(wholeVnd),
  entries,
];

export const purposeColumns = (wholeVnd: number): readonly Column<Of<'outByPurpose'>>[] => [
  { id: 'purpose', label: 'Mục đích', text: ({ purpose }) => PURPOSES[purpose] },
  amount,
  share(wholeVnd),
  {
    id: 'households',
    label: 'Lượt hộ',
    numeric: true,
    text: ({ households }) => (households === 0 ? '–' : groupDigits(households)),
  },
  entries,
];

export const useColumns = (wholeVnd: number): readonly Column<Use>[] => [
  {
    id: 'unit',
    label: 'Nơi dùng',
    text: ({ name }) => name,
    href: ({ href }) => href,
    note: ({ note }) => note,
    sort: ({ name }) => name,
  },
  amount,
  share(wholeVnd),
  entries,
];

export const goodsColumns: readonly Column<Of<'goods'>>[] = [
  { id: 'item', label: 'Hiện vật', text: ({ item }) => item, sort: ({ item }) => item },
  { id: 'unit', label: 'Đơn vị tính', text: ({ unitOfMeasure }) => unitOfMeasure },
  { id: 'in', label: 'Nhập', numeric: true, text: ({ inMilli }) => formatMilli(inMilli) },
  { id: 'out', label: 'Xuất', numeric: true, text: ({ outMilli }) => formatMilli(outMilli) },
  { id: 'balance', label: 'Còn', numeric: true, text: ({ balanceMilli }) => formatMilli(balanceMilli) },
  {
    id: 'inStated',
    label: 'Trị giá nhập (đã khai)',
    numeric: true,
    text: ({ inStatedVnd }) => statedText(inStatedVnd),
  },
  {
    id: 'outStated',
    label: 'Trị giá xuất (đã khai)',
    numeric: true,
    text: ({ outStatedVnd }) => statedText(outStatedVnd),
  },
];

export const equalityColumns: readonly Column<Of<'equalities'>>[] = [
  {
    id: 'rule',
    label: 'Phép đối chiếu',
    // A title names what is wrong: it stands only where something is.
    text: ({ rule, varianceVnd }) => {
      const known = ruleById(rule);
      const name = varianceVnd === 0 ? known?.method : known?.title;
      return name ?? REPORT_EQUALITIES[rule as ReportEquality] ?? rule;
    },
    note: ({ rule, varianceVnd, date, account }) =>
      equalityNote(varianceVnd === 0 ? undefined : rule, date, account),
  },
  { id: 'expected', label: 'Số tính ra', numeric: true, text: ({ expectedVnd }) => formatVnd(expectedVnd) },
  { id: 'actual', label: 'Số đối chiếu', numeric: true, text: ({ actualVnd }) => formatVnd(actualVnd) },
  {
    id: 'variance',
    label: 'Chênh lệch',
    numeric: true,
    text: ({ varianceVnd }) => signed(formatVnd(varianceVnd), varianceVnd),
  },
  { id: 'mark', label: 'Kết quả', text: ({ varianceVnd }) => (varianceVnd === 0 ? 'Khớp' : 'Lệch') },
];

export const fileColumns = (
  href: (line: Of<'submissions'>) => string,
): readonly Column<Of<'submissions'>>[] => [
  {
    id: 'kind',
    label: 'Tệp',
    text: ({ kind, period }) => `${TABLE_KINDS[kind]} ${formatPeriod(period)}`,
    href,
  },
  { id: 'state', label: 'Tình trạng', text: ({ state }) => SUBMISSION_STATES[state] },
  {
    id: 'received',
    label: 'Nộp lúc',
    numeric: true,
    text: ({ receivedAt }) => formatInstant(receivedAt),
    sort: ({ receivedAt }) => receivedAt,
  },
  {
    id: 'rows',
    label: 'Số dòng',
    numeric: true,
    text: ({ rows }) => groupDigits(rows.total),
    note: ({ rows }) =>
      `ghi sổ ${groupDigits(rows.accepted)}, để riêng ${groupDigits(rows.quarantined)}, bỏ qua ${groupDigits(rows.ignored)}`,
  },
  {
    id: 'accepted',
    label: 'Tổng trong tệp',
    numeric: true,
    text: (line) => acceptedText(line).amount ?? '–',
    note: (line) => acceptedText(line).note,
  },
  { id: 'digest', label: 'Mã băm', text: ({ digest }) => digest },
];

function equalityNote(
  broken: string | undefined,
  date: IsoDate | undefined,
  account: string | undefined,
): string | undefined {
  const method = broken === undefined ? undefined : ruleById(broken)?.method;
  const at = date && `Tại ngày ${formatDate(date)}.`;
  const of = account && `Tài khoản ${account}.`;
  const said = [method, of, at].filter((text) => text !== undefined).join(' ');
  return said === '' ? undefined : said;
}

/** A sum of values that may be stated or not: of 0 nobody can tell which, so it is not called an amount. */
const statedText = (statedVnd: number): string => (statedVnd === 0 ? '–' : formatVnd(statedVnd));

const amount = {
  id: 'amount',
  label: 'Số tiền',
  numeric: true,
  text: ({ amountVnd }: { amountVnd: number }) => formatVnd(amountVnd),
  sort: ({ amountVnd }: { amountVnd: number }) => amountVnd,
};

const share = (wholeVnd: number) => ({
  id: 'share',
  label: 'Tỷ lệ',
  numeric: true,
  text: ({ amountVnd }: { amountVnd: number }) => formatShare(amountVnd, wholeVnd) ?? '–',
});

const entries = {
  id: 'entries',
  label: 'Bút toán',
  numeric: true,
  text: ({ entries: count }: { entries: number }) => groupDigits(count),
  sort: ({ entries: count }: { entries: number }) => count,
};
