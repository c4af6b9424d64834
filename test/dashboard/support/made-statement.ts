/** The statement of a made-up book, with its report and files, before any object has a name. */
import type { FundTotals } from '#domain/publish/node-parts.ts';
import { SNAPSHOT_VERSION as version } from '#domain/publish/node-parts.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Unit } from '#domain/units/unit.ts';
import { DAY, FUND, UPDATED } from './made-totals.ts';

const PERIOD = { from: '2025-07-01', to: DAY } as const;
const dates = { asOf: DAY, updatedAt: UPDATED };
const hexOf = (digit: string): string => digit.repeat(64);
/** Digests of the files of the book. */
export const BANK_FILE = hexOf('b');
export const BOOK_FILE = hexOf('c');
export const DECISIONS_FILE = hexOf('d');

export const OPEN_MARK = '0123456789';
export const EXPLAINED_MARK = 'abcdef0123';
export const RESOLVED_MARK = 'feedbeef00';

const noRows = { heading: 1, blank: 0, total: 0, title: 0, footer: 0 };
const rows = (accepted: number) => ({
  total: accepted + 1,
  accepted,
  quarantined: 0,
  ignored: 1,
  ignoredAs: noRows,
});

const file = (unit: Unit, kind: string, digest: string, accepted: number, acceptedVnd: number) => ({
  ...{
    type: 'submission',
    version,
    unit,
    fund: FUND,
    kind,
    digest,
    bytes: 1234,
    period: PERIOD,
    state: 'ACCEPTED',
  },
  history: [{ state: 'RECEIVED', at: UPDATED }],
  ...{ rows: rows(accepted), acceptedVnd, quarantinedVnd: 0, controlTotals: [], findings: [], pages: [] },
});

const stretches = [
  { from: '2025-07-01', to: '2025-07-31', state: 'COVERED' },
  { from: '2025-08-01', to: '2025-08-10', state: 'OVERLAP' },
  { from: '2025-08-11', to: '2025-08-20', state: 'MISSING' },
  { from: '2025-08-21', to: DAY, state: 'COVERED' },
];

const bank = (bookVnd: number) => ({
  accounts: [
    {
      ...{ label: 'TK 1', period: PERIOD, files: 2, openingVnd: 1_750_000, closingVnd: bookVnd - 2_000_000 },
      ...{ credits: 6, creditVnd: 156_096_054, debits: 3, debitVnd: 79_022_000 },
      ...{ unlistedIns: 1, unlistedInVnd: 1_000_000, unlistedOuts: 0, unlistedOutVnd: 0, repeatedLines: 2 },
      coverage: stretches,
      gaps: [
        {
          ...{ from: '2025-08-11', to: '2025-08-20', days: 10, before: BANK_FILE, after: BANK_FILE },
          differenceVnd: 250_000,
        },
      ],
    },
  ],
  ...{ day: DAY, balanceVnd: bookVnd - 2_000_000, cashVnd: 1_500_000, bookVnd },
  matching: {
    ...{ lines: 9, entries: 9 },
    levels: [
      { level: 'EXACT', matches: 5, lines: 5, entries: 5, amountVnd: 150_000_000 },
      { level: 'GROUPED', matches: 1, lines: 1, entries: 2, amountVnd: 2_000_000 },
    ],
    linesLeft: { count: 3, inVnd: 1_000_000, outVnd: 22_000 },
    entriesLeft: { count: 1, inVnd: 0, outVnd: 2_000_000 },
    cash: { count: 1, inVnd: 500_000, outVnd: 0 },
  },
});

const finding = (mark: string, status: string, since: string) => ({
  ...{ rule: 'CLOSING_MISMATCH', severity: 'error', count: 1, digest: BOOK_FILE, rows: [2], date: DAY },
  ...{ expectedVnd: 1_000_000, actualVnd: 4_000_000, differenceVnd: 3_000_000, mark, status, since },
});

const findings = [
  {
    ...finding(EXPLAINED_MARK, 'EXPLAINED', '2025-08-01'),
    ...{ rule: 'ROWS_QUARANTINED', severity: 'warning' },
    explained: {
      ...{ text: 'Ngân hàng in thiếu một dòng, đã có công văn.', by: 'Kế toán', on: '2025-10-01' },
      ...{ digest: DECISIONS_FILE, row: 2 },
    },
  },
  finding(OPEN_MARK, 'OPEN', '2025-09-01'),
];
const resolved = [
  { ...finding(RESOLVED_MARK, 'RESOLVED', '2025-07-15'), resolved: { digest: BOOK_FILE, on: '2025-09-30' } },
];

const duty = (code: string, title: string, due: string, more: object) => ({
  ...{ code, title, forPeriod: PERIOD, due, certainty: 'M', source: 'cấu hình' },
  ...more,
});
const duties = [
  duty('A_QUARTER', 'Báo cáo quý', '2025-10-15', {
    state: 'OPEN',
    certainty: 'S',
    source: 'Nghị định 93/2021/NĐ-CP',
  }),
  duty('FAR_AWAY', 'Báo cáo năm sau nữa', '2099-01-31', { state: 'OPEN' }),
  duty('IN_TIME', 'Công khai sau tiếp nhận', '2025-10-05', { state: 'DONE', doneOn: '2025-10-03' }),
  duty('TOO_LATE', 'Công khai tháng 7', '2025-08-15', {
    state: 'DONE_LATE',
    doneOn: '2025-08-20',
    lateDays: 5,
  }),
];

const funnel = {
  ...{ pledgedVnd: 200_000_000, receivedVnd: 36_083_709, allocatedVnd: 130_000_000 },
  ...{ disbursedVnd: 77_000_000, sentVnd: 0 },
  rounds: [
    {
      ...{ round: 'Đợt 1', date: '2025-08-14', allocatedVnd: 130_000_000, sentVnd: 120_000_000 },
      ...{ differenceVnd: -10_000_000, receivers: 13 },
    },
  ],
  ...{ sentUnallocated: [], laterRows: 2 },
};

const houses = {
  ...{ asOf: DAY, laterRows: 1, houses: 5, alone: 3, shared: 1, unfunded: 1, amountVnd: 300_000_000 },
  ...{ unnamedVnd: 20_000_000, severalWorks: 1 },
  byStatus: [
    { work: 'NHA_XAY_MOI', status: 'KHOI_CONG', houses: 3 },
    { work: 'NHA_XAY_MOI', status: 'BAN_GIAO', houses: 2 },
    { work: 'NHA_SUA_CHUA', status: 'BAN_GIAO', houses: 1 },
  ],
  handedOver: [
    { year: 2025, work: 'NHA_XAY_MOI', communeId: '03646@2025-07-01', houses: 2 },
    { year: 2025, work: 'NHA_SUA_CHUA', houses: 1 },
  ],
  byOrganisation: [
    { organisation: 'Ngân hàng Ví Dụ', alone: 3, shared: 1, amountVnd: 280_000_000, handedOver: [] },
  ],
  ...{ backwards: [], repeats: [] },
};

const noodles = { item: 'Mì gói', inStatedVnd: 0, outStatedVnd: 0 };
const goods = [
  { ...noodles, unitOfMeasure: 'thùng', inMilli: 10_000, outMilli: 0, balanceMilli: 10_000 },
  { ...noodles, unitOfMeasure: 'gói', inMilli: 0, outMilli: 120_000, balanceMilli: -120_000 },
];
const stock = {
  lines: goods,
  comparable: [
    {
      ...{ ...noodles, unitOfMeasure: 'gói', inMilli: 300_000, outMilli: 120_000, balanceMilli: 180_000 },
      converted: { units: ['gói', 'thùng'], factors: [{ from: 'thùng', to: 'gói', factorMilli: 30_000 }] },
    },
  ],
  shortages: [],
  covered: [{ item: 'Mì gói', unitOfMeasure: 'gói', shortMilli: 120_000 }],
  faults: [],
};

/** Of a quarter: that it closes, and the bank at the end of a month. */
const comparedIn = (closingVnd: number) => [
  {
    ...{ rule: 'PERIOD_CLOSING', date: DAY },
    ...{ expectedVnd: closingVnd, actualVnd: closingVnd, varianceVnd: 0 },
  },
  {
    ...{ rule: 'MONTH_END_BANK', date: '2025-07-31' },
    ...{ expectedVnd: 1_000_000, actualVnd: 700_000, varianceVnd: -300_000 },
  },
];

const drive = {
  ...{ campaign: 'TET-2025', name: 'Tết vì người nghèo 2025' },
  period: { from: '2025-07-02', to: '2025-07-20' },
  ...{ inVnd: 4_000_000, outVnd: 1_500_000 },
  in: [{ source: 'DOANH_NGHIEP', amountVnd: 4_000_000, entries: 2 }],
  out: [{ purpose: 'TET', amountVnd: 1_500_000, entries: 1, households: 3 }],
};

/** Of every book; the book of Phường Tô Hiệu has all that is seldom, too. */
export function madeStatement(
  unit: Unit,
  funds: readonly FundTotals[],
  put: (submission: object) => Sha256,
): { statement: object; report: object; csv: string; submissions: readonly object[] } {
  const totals = funds[0]?.totals;
  if (totals === undefined) throw new Error('a book without sums');
  const full = unit.id === '03646@2025-07-01';
  const inVnd =
    totals.closingVnd -
    totals.openingVnd +
    totals.usesVnd +
    totals.transfersOutVnd +
    totals.refundsOutVnd +
    totals.feesVnd;
  const files = [
    file(unit, 'contributions', BOOK_FILE, 6, inVnd),
    ...(full
      ? [file(unit, 'bankStatement', BANK_FILE, 9, 77_074_054), file(unit, 'decisions', DECISIONS_FILE, 1, 0)]
      : []),
  ];
  const outVnd = totals.usesVnd + totals.transfersOutVnd + totals.refundsOutVnd + totals.feesVnd;
  const line = (kind: string, name: string, period: object, complete: boolean) => ({
    ...{
      kind,
      name,
      period,
      complete,
      openingVnd: totals.openingVnd,
      inVnd,
      outVnd,
      closingVnd: totals.closingVnd,
    },
    in: [{ source: 'DOANH_NGHIEP', amountVnd: inVnd, entries: 6 }],
    out: [{ purpose: 'SINH_KE', amountVnd: outVnd, entries: 3, households: 4 }],
  });
  const report = {
    ...{ type: 'report', version, unit, fund: FUND, ...dates },
    parts: [
      line('QUY', '2025-Q2', { from: '2025-04-01', to: '2025-06-30' }, false),
      { ...line('QUY', '2025-Q3', PERIOD, true), equalities: full ? comparedIn(totals.closingVnd) : [] },
      line('NAM', '2025', { from: '2025-01-01', to: '2025-12-31' }, false),
      line('TOAN_BO', '', PERIOD, true),
    ],
    drives: full ? [drive] : [],
  };
  const statement = {
    ...{
      type: 'statement',
      version,
      unit,
      fund: FUND,
      period: PERIOD,
      ...dates,
      totals,
      openingDeclared: true,
    },
    inBySource: [{ source: 'DOANH_NGHIEP', amountVnd: inVnd, entries: 6 }],
    outByPurpose: [{ purpose: 'SINH_KE', amountVnd: outVnd, entries: 3, households: 4 }],
    ...{ outByCommune: [], goods: full ? goods : [] },
    months: [{ month: '2025-07', inVnd, outVnd, closingVnd: totals.closingVnd }],
    coverage: [{ kind: 'contributions', stretches }],
    duties: full ? duties : [],
    ...(full && {
      ...{ late: { amountVnd: 2_000_000, entries: 1, households: 1 }, bank: bank(totals.closingVnd) },
      ...{ funnel, houses, stock },
    }),
    ...(totals.variances === 0 && !full
      ? { status: 'RECONCILED', reasons: [] }
      : { status: 'UNRECONCILED', reasons: ['VARIANCE'] }),
    equalities: [
      {
        ...{
          rule: 'CLOSING_MISMATCH',
          expectedVnd: totals.closingVnd,
          actualVnd: totals.closingVnd,
          varianceVnd: 0,
        },
        ...{ digest: BOOK_FILE, date: DAY },
      },
      ...(full
        ? [
            {
              ...{
                rule: 'BANK_BOOK_MISMATCH',
                expectedVnd: totals.closingVnd,
                actualVnd: totals.closingVnd - 500_000,
              },
              ...{ varianceVnd: -500_000, digest: BANK_FILE, date: DAY, account: 'TK 1' },
            },
          ]
        : []),
    ],
    ...{ findings: full ? findings : [], resolved: full ? resolved : [] },
  };
  const submissions = files.map((node) => ({
    ...{ object: put(node), kind: node.kind, digest: node.digest, period: node.period },
    ...{ receivedAt: UPDATED, state: node.state, rows: node.rows, acceptedVnd: node.acceptedVnd },
  }));
  return { statement, report, csv: '\ufeffkỳ;số dư đầu\n', submissions };
}
