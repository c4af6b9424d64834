import type { SampleBook, SampleContribution, SampleDisbursement } from '../book.ts';
import { day, dayMonthYear } from '../days.ts';
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
    target('NHA_SUA_CHUA', 20),
    target('SINH_KE', 30),
    ...COMMUNES.map(([code]) => target('VAN_DONG', TAM_KY_PLAN.targetVnd, { for_unit: code })),
  ],
});

type Step = readonly [house: string, work: string, status: string, date: string, commune: string];
const FUNDERS = ['Công ty TNHH Xây dựng Mẫu 12', 'Chi hội Phụ nữ Mẫu 4'] as const;

const step = ([house, work, status, date, commune]: Step, funder = '', amountVnd?: number): TableRow => ({
  cells: {
    house,
    work,
    status,
    date: dayMonthYear(day(date)),
    commune,
    funder,
    amount_vnd: amountVnd ?? '',
  },
  ...(amountVnd === undefined ? {} : { sumVnd: amountVnd }),
});

/** Houses at every step; two organisations pay for N-03 together, and it is one house. */
const houses = (): SampleTable => ({
  file: '49-qvnn-nha-2023.csv',
  unit: '49',
  fund: FUND,
  kind: 'houses',
  from: day('2023-01-01'),
  to: day('2023-12-31'),
  receivedAt: '2024-01-18T03:25:00Z',
  rows: [
    step(['N-01', 'NHA_XAY_MOI', 'KHOI_CONG', '2023-04-10', '20335']),
    step(['N-01', 'NHA_XAY_MOI', 'BAN_GIAO', '2023-08-22', '20335'], FUNDERS[0], 60_000_000),
    step(['N-02', 'NHA_SUA_CHUA', 'BAN_GIAO', '2023-06-15', '20341'], FUNDERS[1], 25_000_000),
    step(['N-03', 'NHA_XAY_MOI', 'PHE_DUYET', '2023-05-05', '20359'], FUNDERS[0], 40_000_000),
    step(['N-03', 'NHA_XAY_MOI', 'NGHIEM_THU', '2023-12-12', '20359'], FUNDERS[1], 20_000_000),
    step(['N-04', 'NHA_XAY_MOI', 'KHOI_CONG', '2023-11-20', '20362'], FUNDERS[0], 30_000_000),
    step(['N-05', 'NHA_SUA_CHUA', 'PHE_DUYET', '2023-12-01', '20371']),
    step(['N-06', 'NHA_XAY_MOI', 'KHAO_SAT', '2023-12-18', '20389']),
  ],
});

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
    tables: [...account, targets(), houses()],
    expected: [{ unit, fund: FUND, rules: [], varies: false, bank }],
  };
}
