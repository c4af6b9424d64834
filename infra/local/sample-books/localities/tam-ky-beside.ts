import type { HouseStatus } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { SampleBook, SampleContribution, SampleDisbursement } from '../book.ts';
import { addDays, day, dayMonthYear } from '../days.ts';
import { cashOf, giftLines, makeStatements, paymentLines } from '../make/bank.ts';
import { type BesideBooks, closingOf, type SampleTable, type TableRow } from '../table.ts';
import { COMMUNES, TAM_KY_PLAN, WITH_ACCOUNT } from './tam-ky.ts';

const FUND = 'QVNN';
const QUARTERS = [
  { from: day('2023-01-01'), to: day('2023-03-31') },
  { from: day('2023-04-01'), to: day('2023-06-30') },
  { from: day('2023-07-01'), to: day('2023-09-30') },
  { from: day('2023-10-01'), to: day('2023-12-31') },
];

/** Four quarters of the account of phường An Mỹ: with the cash in hand they come to what its book says. */
function statements(books: readonly SampleBook[]): SampleTable[] {
  const { unit, openingVnd, to } = WITH_ACCOUNT;
  const own = books.filter((book) => book.unit === unit && book.outcome === undefined);
  const income = own.flatMap(({ rows }) => rows.filter((row): row is SampleContribution => 'channel' in row));
  const spending = own.flatMap(({ rows }) =>
    rows.filter((row): row is SampleDisbursement => 'purpose' in row),
  );
  return makeStatements(
    {
      unit,
      fund: FUND,
      label: '2023-quy',
      account: '000099000000420341',
      openingVnd,
      receivedAt: '2024-01-08T02:40:00Z',
      periods: QUARTERS,
    },
    [...giftLines(income), ...cashOf(income, to).lines, ...paymentLines(spending)],
  );
}

const target = (indicator: string, amount: number, more: TableRow['cells'] = {}): TableRow => ({
  cells: { year: TAM_KY_PLAN.year, indicator, for_unit: '', target: amount, reached: '', note: '', ...more },
});

/** What the province was to reach itself, and each commune of Tam Kỳ. */
const targets = (): SampleTable => ({
  file: '49-qvnn-chi-tieu-2023.csv',
  unit: '49',
  fund: FUND,
  kind: 'targets',
  from: day('2023-01-01'),
  to: day('2023-12-31'),
  receivedAt: '2024-01-18T03:20:00Z',
  rows: [
    target('VAN_DONG', 2_000_000_000, { note: 'Kế hoạch năm 2023 của Ban Vận động tỉnh' }),
    target('NHA_XAY_MOI', 15),
    target('NHA_SUA_CHUA', 8),
    target('SINH_KE', 30),
    ...COMMUNES.map(([code]) => target('VAN_DONG', TAM_KY_PLAN.targetVnd, { for_unit: code })),
  ],
});

interface HouseRow {
  readonly house: string;
  readonly work: string;
  readonly status: HouseStatus;
  readonly date: IsoDate;
  readonly commune: string;
  readonly funder?: string;
  readonly amountVnd?: number;
}

const houseRow = ({ house, work, status, date, commune, funder = '', amountVnd }: HouseRow): TableRow => ({
  cells: { house, work, status, date: dayMonthYear(date), commune, funder, amount_vnd: amountVnd ?? '' },
  ...(amountVnd === undefined ? {} : { sumVnd: amountVnd }),
});

const OWN_FUND = 'Ban Vận động Quỹ “Vì người nghèo” tỉnh';
const PARTNER = 'Công ty TNHH Xây dựng Mẫu 12';

/** How far a house is by the end of the year, by when it was paid for, and since when. */
function progressOf(paid: IsoDate): Pick<HouseRow, 'status' | 'date'> {
  if (paid <= '2023-08-31') return { status: 'BAN_GIAO', date: addDays(paid, 90) };
  if (paid <= '2023-10-31') return { status: 'NGHIEM_THU', date: addDays(paid, 60) };
  return { status: 'KHOI_CONG', date: paid };
}

/** The houses that the province paid for, one of them together with a company, and two that nobody paid for yet. */
function houses(books: readonly SampleBook[]): SampleTable {
  const paid = books
    .filter(({ unit }) => unit === '49')
    .flatMap(({ rows }) => rows.filter((row): row is SampleDisbursement => 'purpose' in row))
    .filter(({ purpose }) => purpose === 'NHA_XAY_MOI' || purpose === 'NHA_SUA_CHUA');
  const code = (i: number): string => `N-${String(i + 1).padStart(2, '0')}`;
  const own = paid.map(({ date, purpose, commune = '', amountVnd = 0 }, i): HouseRow => {
    const common = { house: code(i), work: purpose, commune, funder: OWN_FUND, amountVnd };
    return { ...common, ...progressOf(date) };
  });
  const [first] = own;
  if (first === undefined) throw new Error('no house was paid for');
  const open = { work: 'NHA_XAY_MOI', date: day('2023-12-18') } as const;
  return {
    file: '49-qvnn-nha-2023.csv',
    unit: '49',
    fund: FUND,
    kind: 'houses',
    from: day('2023-01-01'),
    to: day('2023-12-31'),
    receivedAt: '2024-01-18T03:25:00Z',
    rows: [
      ...own,
      { ...first, funder: PARTNER, amountVnd: 15_000_000 },
      { ...open, house: code(own.length), status: 'PHE_DUYET' as const, commune: '20371' },
      { ...open, house: code(own.length + 1), status: 'KHAO_SAT' as const, commune: '20389' },
    ].map(houseRow),
  };
}

const NOTHING_LEFT = { count: 0, inVnd: 0, outVnd: 0 } as const;

/** What stands beside the books of Tam Kỳ: an account, a plan, houses. */
export function tamKyBeside(books: readonly SampleBook[]): BesideBooks {
  const { unit } = WITH_ACCOUNT;
  const account = statements(books);
  const [last] = account.slice(-1);
  if (last === undefined) throw new Error(`no account of ${unit}`);
  const cashVnd = books.find((book) => book.unit === unit && book.cashVnd !== undefined)?.cashVnd ?? 0;
  const bank = {
    balanceVnd: closingOf(last),
    cashVnd,
    linesLeft: NOTHING_LEFT,
    entriesLeft: NOTHING_LEFT,
    missingDays: 0,
    unlistedInVnd: 0,
    confirmed: 0,
    explained: 0,
  };
  return {
    tables: [...account, targets(), houses(books)],
    expected: [{ unit, fund: FUND, rules: [], varies: false, bank }],
  };
}
