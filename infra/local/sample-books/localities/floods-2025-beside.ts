import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { vnd } from '#domain/money.ts';
import { makeBook } from '#domain/reconcile/book.ts';
import { finding } from '#domain/reconcile/make-finding.ts';
import { marksOf } from '#domain/reconcile/marks.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import type { SampleBook, SampleContribution, SampleDisbursement } from '../book.ts';
import { addDays, day, dayMonthYear } from '../days.ts';
import type { BesideExpectation } from '../expectation.ts';
import { type AccountLine, cashOf, giftLines, makeStatements, paymentLines } from '../make/bank.ts';
import { renderBook, rowOfBook } from '../render.ts';
import {
  type BesideBooks,
  closingOf,
  renderTable,
  rowOf,
  type SampleTable,
  type TableRow,
} from '../table.ts';
import { PROVINCES, TO_PROVINCES } from './floods-2025.ts';

const FUND = 'BAO-LU-2025';
const FROM = day('2025-10-01');
const TO = day('2025-12-31');
/** Of the days before it the bank's statements are not in the sample. */
const SHOWN_FROM = day('2025-11-24');
const TY = 1_000_000_000;
const UNIT = '66';

/** Which gifts go to the second account. */
const toSecond = ({ channel, donorClass }: SampleContribution): boolean =>
  channel === 'VI_DIEN_TU' ||
  channel === 'KHO_BAC' ||
  (channel === 'CHUYEN_KHOAN' && (donorClass === 'KIEU_BAO' || donorClass === 'LUC_LUONG_VU_TRANG'));

/** On the first account, and in no book. */
const UNKNOWN_LINES: readonly AccountLine[] = [
  { date: day('2025-12-04'), reference: '5271.902', text: 'UNG HO DONG BAO BAO LU', movedVnd: 2_345_000 },
  { date: day('2025-12-30'), text: 'PHI QUAN LY TAI KHOAN', movedVnd: -110_000 },
];

/** On the second account: the bank left the amount out. */
const BLANK_LINE: AccountLine = {
  date: day('2025-12-10'),
  reference: '5288.006',
  text: 'UNG HO',
  movedVnd: 4_700_000,
  blank: true,
};

/** Of the first account: two files that share the day on which the one ends and the other begins. */
const FIRST = [
  { from: SHOWN_FROM, to: day('2025-12-10') },
  { from: day('2025-12-10'), to: TO },
];
/** Of the second account: a week is missing between its files. */
const SECOND = [
  { from: SHOWN_FROM, to: day('2025-11-30') },
  { from: day('2025-12-08'), to: TO },
];

const MISSING = { from: day('2025-12-01'), to: day('2025-12-07'), days: 7 } as const;

interface Own {
  readonly income: SampleBook;
  readonly spending: SampleBook;
}

function ownBooks(books: readonly SampleBook[]): Own {
  const of = (kind: SampleBook['kind']): SampleBook => {
    const book = books.find((one) => one.unit === UNIT && one.fund === FUND && one.kind === kind);
    if (book === undefined) throw new Error(`no ${kind} of ${UNIT}`);
    return book;
  };
  return { income: of('contributions'), spending: of('disbursements') };
}

const giftsOf = ({ income }: Own): SampleContribution[] =>
  income.rows.filter((row): row is SampleContribution => 'channel' in row);

/** The gift whose line of the bank says nothing of it: another number, a week later. */
const unlike = (row: SampleContribution): boolean =>
  row.channel === 'CHUYEN_KHOAN' && row.donorClass === 'TAP_THE' && row.date > SHOWN_FROM;
const UNLIKE_LINE = { reference: 'FT25.0001', text: 'CK NHANH KHONG NOI DUNG' } as const;

function firstAccount(own: Own): AccountLine[] {
  const gifts = giftsOf(own).filter((row) => !toSecond(row));
  const apart = gifts.find(unlike);
  if (apart === undefined) throw new Error('no gift to be told apart');
  const spending = own.spending.rows.filter((row): row is SampleDisbursement => 'purpose' in row);
  return [
    ...giftLines(gifts.filter((row) => row !== apart)),
    { date: addDays(apart.date, 7), movedVnd: apart.amountVnd ?? 0, ...UNLIKE_LINE },
    ...cashOf(gifts, TO).lines,
    ...paymentLines(spending),
    ...UNKNOWN_LINES,
  ];
}

const sumVnd = (lines: readonly AccountLine[]): number =>
  lines.reduce((sum, { movedVnd }) => sum + movedVnd, 0);

interface Accounts {
  readonly first: readonly SampleTable[];
  readonly second: readonly SampleTable[];
  /** What moved on the second account in the week without a statement. */
  readonly missingLines: readonly AccountLine[];
}

function statements(own: Own): Accounts {
  const common = { unit: UNIT, fund: FUND, openingVnd: 0, receivedAt: '2026-01-13T02:45:00Z' };
  const second = giftLines(giftsOf(own).filter(toSecond));
  return {
    first: makeStatements(
      { ...common, label: 'tk-1', account: '000099000000660001', periods: FIRST },
      firstAccount(own),
    ),
    second: makeStatements({ ...common, label: 'tk-2', account: '000099000000660002', periods: SECOND }, [
      ...second,
      BLANK_LINE,
    ]),
    missingLines: second.filter(({ date }) => MISSING.from <= date && date <= MISSING.to),
  };
}

const PLEDGES: readonly (readonly [date: string, donor: string, ty: number])[] = [
  ['2025-10-02', 'Công ty Cổ phần Xây dựng Mẫu 40', 10],
  ['2025-10-03', 'Sample Relief Fund 2', 6],
  ['2025-11-20', 'Công đoàn cơ sở Mẫu 7', 1],
];
/** Allotted to Khánh Hòa in the third round beyond what was sent. */
const UNSENT_TY = 1;

const allocation = (cells: TableRow['cells'], amountVnd: number): TableRow => ({
  cells: { round: '', to_unit: '', decision_no: '', donor: '', ...cells, amount_vnd: amountVnd },
  sumVnd: amountVnd,
});

/** What was promised to the centre, and its rounds as they were decided. */
const allocations = (): SampleTable => ({
  file: 'TW-bao-lu-2025-phan-bo-2025.csv',
  unit: 'TW',
  fund: FUND,
  kind: 'allocations',
  from: FROM,
  to: TO,
  receivedAt: '2026-01-12T03:10:00Z',
  rows: [
    ...PLEDGES.map(([date, donor, ty]) =>
      allocation({ stage: 'DANG_KY', date: dayMonthYear(day(date)), donor }, ty * TY),
    ),
    ...TO_PROVINCES.flatMap(({ out, decision, round, to }) =>
      Object.entries(to).map(([province, ty]) => {
        const unsentTy = round === 'Đợt 3' && province === 'Khánh Hòa' ? UNSENT_TY : 0;
        const date = dayMonthYear(addDays(out, -1));
        const cells = {
          stage: 'PHAN_BO',
          date,
          round,
          to_unit: PROVINCES[province] ?? '',
          decision_no: decision,
        };
        return allocation(cells, (ty + unsentTy) * TY);
      }),
    ),
  ],
});

const sources = (digest: string): string => digest.slice(0, 12);

/** What the province decided: that a line is a gift, why days are missing, and how many packets a box holds. */
const digestOf = (table: SampleTable): Sha256 => hashText(renderTable(table).text);

/** The mark under which the page of the book names the missing week. */
function markOfGap({ second, missingLines }: Accounts): string {
  const unit = shippedRegistry().at(UNIT as UnitCode, TO);
  const after = second[1];
  if (unit === undefined || after === undefined) throw new Error(`no account of ${UNIT}`);
  const { from, to, days } = MISSING;
  const gap = finding('STATEMENT_GAP', {
    digest: digestOf(after),
    differenceVnd: vnd(sumVnd(missingLines)),
    params: { account: 'TK 2', from, to, days },
  });
  const of = { unit, fund: FUND as FundCode, registry: shippedRegistry(), hash: hashText };
  const [mark = ''] = marksOf(makeBook(of, []), [gap]).keys();
  return mark;
}

function decisions(own: Own, accounts: Accounts): SampleTable {
  const place = accounts.first.flatMap((table) =>
    table.rows.flatMap(({ cells }, i) =>
      cells.document_no === UNLIKE_LINE.reference ? [{ digest: digestOf(table), row: rowOf(table, i) }] : [],
    ),
  )[0];
  if (place === undefined) throw new Error('no line to confirm');
  const entry = own.income.rows.findIndex((row) => 'channel' in row && !toSecond(row) && unlike(row));
  const common = { office: 'Kế toán Ban Vận động tỉnh', date: '14/01/2026' };
  const rows: Readonly<Record<string, string | number>>[] = [
    {
      action: 'XAC_NHAN_KHOP',
      statement_file: sources(place.digest),
      statement_row: place.row,
      book_file: sources(hashText(renderBook(own.income).text)),
      book_row: rowOfBook(own.income, entry),
      reason: 'Ngân hàng ghi chậm một tuần và không ghi nội dung; đã hỏi người chuyển',
    },
    {
      action: 'GIAI_TRINH',
      finding: markOfGap(accounts),
      reason: 'Ngân hàng chưa gửi sao kê tuần đầu tháng 12; đã đề nghị cấp lại',
    },
    {
      action: 'QUY_DOI',
      item: 'Mì tôm',
      from_measure: 'thùng',
      to_measure: 'gói',
      factor: 30,
      basis: 'Quy cách đóng gói in trên thùng',
      reason: 'Nhập theo thùng, phát theo gói',
    },
  ];
  const blank = Object.fromEntries(rows.flatMap((row) => Object.keys(row).map((name) => [name, ''])));
  return {
    file: '66-bao-lu-2025-quyet-dinh-2025.csv',
    unit: UNIT,
    fund: FUND,
    kind: 'decisions',
    from: FROM,
    to: TO,
    receivedAt: '2026-01-14T02:00:00Z',
    rows: rows.map((cells) => ({ cells: { ...blank, ...common, ...cells } })),
  };
}

function expectedOf(own: Own, { first, second, missingLines }: Accounts): BesideExpectation[] {
  const balanceVnd = [first, second].reduce(
    (sum, files) => sum + files.slice(-1).reduce((_, file) => closingOf(file), 0),
    0,
  );
  return [
    { unit: 'TW', fund: FUND, rules: ['ROUND_SENT_DIFFERS'], varies: false },
    {
      unit: UNIT,
      fund: FUND,
      rules: [
        'BANK_BALANCE_MISMATCH',
        'BANK_BOOK_MISMATCH',
        'BANK_LINES_NOT_IN_BOOK',
        'ENTRIES_NOT_IN_BANK',
        'STATEMENT_GAP',
        'STATEMENT_OVERLAP',
      ],
      varies: true,
      bank: {
        balanceVnd,
        cashVnd: own.income.cashVnd ?? 0,
        linesLeft: leftOf([...UNKNOWN_LINES, { ...BLANK_LINE, movedVnd: 0 }]),
        entriesLeft: leftOf(missingLines),
        missingDays: MISSING.days,
        unlistedInVnd: BLANK_LINE.movedVnd,
        confirmed: 1,
        explained: 1,
      },
    },
  ];
}

const leftOf = (lines: readonly AccountLine[]) => ({
  count: lines.length,
  inVnd: sumVnd(lines.filter(({ movedVnd }) => movedVnd > 0)),
  outVnd: 0 - sumVnd(lines.filter(({ movedVnd }) => movedVnd < 0)),
});

/** What stands beside the books of the floods of 2025: allocations, two accounts, decisions. */
export function floods2025Beside(books: readonly SampleBook[]): BesideBooks {
  const own = ownBooks(books);
  const accounts = statements(own);
  return {
    tables: [allocations(), ...accounts.first, ...accounts.second, decisions(own, accounts)],
    expected: expectedOf(own, accounts),
  };
}
