/** Files of books that leave something open: with the bank, beside their movements, or between units. */
import { csv, given, spent } from '#test/domain/validate/support.ts';
import type { Says } from '#test/support/counter.ts';

export interface OpenFile {
  readonly text: string;
  readonly says: Says;
}

interface Line {
  readonly day: string;
  /** Signed. */
  readonly moved: number;
  readonly balance: number;
  readonly text?: string;
}

/** As a bank prints it; days of 2024. */
export const statementOf = (lines: readonly Line[]): string =>
  csv(
    lines.map(({ day, moved, balance, text = 'chuyen tien' }) => ({
      date: `${day}/2024`,
      debit_vnd: moved < 0 ? String(-moved) : '',
      credit_vnd: moved < 0 ? '' : String(moved),
      balance_vnd: String(balance),
      description: text,
    })),
  );

const UNIT = '20347';
const days = (from: string, to: string) => ({ from: `2024-${from}`, to: `2024-${to}` });
const bank = (account: string, from: string, to: string) => ({
  ...{ unit: UNIT, kind: 'bankStatement' as const, account },
  ...days(from, to),
});

/** Accounts of one commune: each with another fault. */
const FIRST: readonly Line[] = [
  { day: '04/03', moved: 700_000, balance: 700_000 },
  { day: '06/03', moved: -300_000, balance: 400_000, text: 'chi ho tro' },
  { day: '11/03', moved: 300_000, balance: 700_000, text: 'hoan tra lenh chuyen tien' },
];
const LATER: readonly Line[] = [{ day: '20/06', moved: 50_000, balance: 950_000 }];

const ACCOUNTS: readonly OpenFile[] = [
  { text: statementOf(FIRST), says: bank('1001', '03-01', '03-31') },
  // Nothing new; then a file that tells another story of the same days; then one after a month without any.
  { text: statementOf(FIRST.slice(0, 2)), says: bank('1001', '03-02', '03-08') },
  {
    text: statementOf([FIRST[2] as Line, { day: '12/03', moved: 200_000, balance: 900_000 }]),
    says: bank('1001', '03-10', '04-30'),
  },
  { text: statementOf(LATER), says: bank('1001', '06-01', '06-30') },
  // The next statement begins with another balance than the one before it closed with.
  {
    text: statementOf([{ day: '05/03', moved: 1_000, balance: 1_000 }]),
    says: bank('1002', '03-01', '03-31'),
  },
  {
    text: statementOf([{ day: '05/04', moved: 1_000, balance: 9_000 }]),
    says: bank('1002', '04-01', '04-30'),
  },
  // The balance goes down where no line takes anything out.
  {
    text: statementOf([
      { day: '05/03', moved: 5_000, balance: 5_000 },
      { day: '06/03', moved: 5_000, balance: 7_000 },
    ]),
    // Nor is it what was declared to stand there at the end.
    says: { ...bank('1003', '03-01', '03-31'), closingVnd: 6_000 as never },
  },
];

/** Two statements of another commune: of one nobody says whose account it shows. */
const UNNAMED: readonly OpenFile[] = [
  { account: '2001', text: statementOf([{ day: '05/03', moved: 1_000, balance: 1_000 }]) },
  { text: statementOf([{ day: '06/03', moved: 2_000, balance: 2_000 }]) },
].map(({ text, ...account }) => ({
  text,
  says: { unit: '20350', kind: 'bankStatement', ...account, ...days('03-01', '03-31') },
}));

/** What its book says of the same days. */
const BOOK: readonly OpenFile[] = [
  {
    text: csv([
      given({ document_no: 'PT-1', date: '04/03/2024', amount_vnd: '700.000' }),
      given({ document_no: 'PT-2', date: '20/03/2024', amount_vnd: '65.432' }),
      given({ document_no: 'PT-3', date: '21/03/2024', amount_vnd: '77.777' }),
    ]),
    says: { unit: UNIT, kind: 'contributions', ...days('03-01', '04-30') },
  },
  {
    text: csv([spent({ date: '06/03/2024', amount_vnd: '300.000', commune: UNIT })]),
    says: { unit: UNIT, kind: 'disbursements', ...days('03-01', '04-30') },
  },
];

const confirmed = { action: 'XAC_NHAN_KHOP', reason: 'Đã hỏi ngân hàng', office: 'Kế toán' };

/** @param digestOf names files in decisions as people do: by what they were named in public */
const decisionsOf = (digestOf: (text: string) => string): OpenFile => ({
  text: csv([
    // They are no two sides of one movement as far as amounts go.
    {
      ...confirmed,
      ...{ statement_file: digestOf(ACCOUNTS[4]?.text ?? '').slice(0, 12), statement_row: '2' },
      ...{ book_file: digestOf(BOOK[0]?.text ?? '').slice(0, 12), book_row: '3' },
    },
    { ...confirmed, statement_file: '0123abcd', statement_row: '2', book_file: 'dcba3210', book_row: '2' },
    { ...confirmed, action: 'GIAI_TRINH', finding: '0123456789' },
    { ...confirmed, action: 'GIAI_TRINH', finding: 'x0123456789' },
    ...['50', '40'].map((factor) => ({
      ...{ action: 'QUY_DOI', item: 'Gạo', from_measure: 'bao', to_measure: 'kg', factor },
      ...{ reason: 'Quy cách đóng gói', office: 'Thủ kho' },
    })),
  ]),
  says: { unit: UNIT, kind: 'decisions', ...days('03-01', '04-30') },
});

/**
 * Promises beyond what came, a round that was not sent as decided, gifts for a commune that went elsewhere, a house
 * stated as handed over that is not.
 */
const BESIDE: readonly OpenFile[] = [
  {
    text: csv([given({ date: '10/09/2024', amount_vnd: '9.000.000', earmark: 'Xã Tam Thanh' })]),
    says: { unit: '49', kind: 'contributions', fund: 'YAGI-2024', ...days('09-07', '12-31') },
  },
  {
    text: csv([
      spent({ date: '01/10/2024', amount_vnd: '8.000.000', commune: '20362', purpose: 'THIET_HAI_NHA' }),
    ]),
    says: { unit: '49', kind: 'disbursements', fund: 'YAGI-2024', ...days('09-07', '12-31') },
  },
  {
    text: csv([
      {
        ...{ stage: 'PHAN_BO', date: '01/10/2024', amount_vnd: '90.000.000', to_unit: '20359' },
        round: 'Đợt 1',
      },
    ]),
    says: { unit: '49', kind: 'allocations', fund: 'YAGI-2024', ...days('09-07', '12-31') },
  },
  {
    text: csv(
      ['01/03/2024', '01/04/2024'].map((date) => ({
        ...{ house: 'N-1', work: 'NHA_XAY_MOI', status: 'KHOI_CONG', date, commune: UNIT },
        ...{ funder: 'Công ty TNHH Ví Dụ', amount_vnd: '50.000.000' },
      })),
    ),
    says: { unit: UNIT, kind: 'houses', ...days('03-01', '04-30') },
  },
  {
    text: csv([{ year: '2024', indicator: 'NHA_XAY_MOI', for_unit: '', target: '2', reached: '1' }]),
    says: { unit: UNIT, kind: 'targets', ...days('03-01', '04-30') },
  },
];

const NETTED = '20359';
const march = { unit: NETTED, ...days('03-01', '03-31') };

/** Money that passes the account beside the book, by a person's word and by the bank's; dollars at a rate that cannot be. */
const NETTED_BOOK = csv([
  given({ document_no: 'PT-1', date: '04/03/2024', amount_vnd: '1.000.000' }),
  {
    ...given({ document_no: 'FX-1', date: '05/03/2024', amount_vnd: '25.400' }),
    ...{ currency: 'USD', foreign_amount: '1.000', exchange_rate: '25,4', rate_date: '05/03/2024' },
  },
]);
const NETTED_BANK = statementOf([
  { day: '04/03', moved: 1_000_000, balance: 1_000_000 },
  { day: '05/03', moved: 33_000_000, balance: 34_000_000 },
  { day: '06/03', moved: -33_000_000, balance: 1_000_000 },
  { day: '11/03', moved: 500_000, balance: 1_500_000 },
  { day: '12/03', moved: -500_000, balance: 1_000_000, text: 'hoan tra chuyen nham' },
]);
const DOLLARS = csv([
  { date: '05/03/2024', document_no: 'FX-1', debit: '', credit: '1,000.00', balance: '1,000.00' },
]);

const netted = (digestOf: (text: string) => string): readonly OpenFile[] => [
  { text: NETTED_BOOK, says: { ...march, kind: 'contributions' } },
  { text: NETTED_BANK, says: { ...march, kind: 'bankStatement', account: '3001' } },
  {
    text: DOLLARS,
    says: {
      ...march,
      kind: 'bankStatement',
      account: '3002',
      currency: 'USD',
      rateMilli: 25_400_000 as never,
    },
  },
  {
    text: csv(
      ['2', '3', '4'].map((row) => ({
        ...confirmed,
        ...{ statement_file: digestOf(NETTED_BANK).slice(0, 12), statement_row: row },
        ...{ book_file: digestOf(NETTED_BOOK).slice(0, 12), book_row: '2' },
      })),
    ),
    says: { ...march, kind: 'decisions' },
  },
  // Without any statement: less cash than the book holds.
  {
    text: csv([given({ date: '05/03/2024', amount_vnd: '9.000.000' })]),
    says: { unit: '20356', kind: 'contributions', ...days('03-01', '03-31'), cashVnd: 5_000 as never },
  },
];

const goods = (item: string, quantity: number) => ({
  amount_vnd: '',
  item,
  quantity: String(quantity),
  unit: 'kg',
});

/** Rice that was given out two months before it came, and more kinds of goods that never came than anybody lists. */
const GOODS: readonly OpenFile[] = [
  {
    text: csv([given({ date: '05/03/2024', channel: 'HIEN_VAT', ...goods('Gạo', 50) })]),
    says: { unit: '20362', kind: 'contributions' },
  },
  {
    text: csv([
      spent({ date: '05/01/2024', ...goods('Gạo', 50) }),
      ...Array.from({ length: 51 }, (_, i) =>
        spent({ date: '05/04/2024', document_no: `PX-${i}`, ...goods(`Giống lúa ${i}`, 1) }),
      ),
    ]),
    says: { unit: '20362', kind: 'disbursements' },
  },
];

const fromAbove = (day: string, amount: string) =>
  given({ date: `${day}/2024`, channel: 'CAP_TREN_CHUYEN', donor: '', amount_vnd: amount, from_unit: '14' });
const below = (day: string, to: string, amount: string) =>
  spent({ date: `${day}/2024`, purpose: 'CHUYEN_CAP_DUOI', commune: '', amount_vnd: amount, to_unit: to });

/** Of the three communes of a province: sent and not received, taken back by the sender alone, received from nobody, less than was sent. */
const TRANSFERS: readonly OpenFile[] = [
  {
    text: csv([
      below('01/02', '03646', '6.000.000'),
      below('03/02', '03646', '-1.000.000'),
      below('01/02', '03649', '7.000.000'),
    ]),
    says: { unit: '14', kind: 'disbursements' },
  },
  { text: csv([fromAbove('02/02', '6.500.000')]), says: { unit: '03649', kind: 'contributions' } },
  { text: csv([fromAbove('02/08', '8.000.000')]), says: { unit: '03652', kind: 'contributions' } },
];

export const openBooks = (digestOf: (text: string) => string): readonly OpenFile[] => [
  ...[...BOOK, ...ACCOUNTS, ...UNNAMED, decisionsOf(digestOf)],
  ...[...BESIDE, ...GOODS, ...TRANSFERS],
  ...netted(digestOf),
];
