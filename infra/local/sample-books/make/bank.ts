import { PURPOSES } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { RuleId } from '#domain/rules/catalogue.ts';
import { fold } from '#domain/text.ts';
import type { SampleContribution, SampleDisbursement } from '../book.ts';
import { addDays, dayMonthYear } from '../days.ts';
import type { SampleTable, TableRow } from '../table.ts';

/** One movement on an account, as its bank sees it: positive into the account. */
export interface AccountLine {
  readonly date: IsoDate;
  readonly reference?: string;
  readonly text: string;
  readonly movedVnd: number;
  /** True: the bank prints no amount, and only the balance shows it. */
  readonly blank?: boolean;
}

/** As banks print it: capitals without accents. */
const narrative = (text: string): string => fold(text).toUpperCase();

/** Interest and money from above come with a text, not with a number of the book. */
const UNNUMBERED: ReadonlySet<string> = new Set(['CAP_TREN_CHUYEN', 'LAI_TIEN_GUI']);

const gift = ({
  date,
  channel,
  donor = '',
  documentNo = '',
  amountVnd = 0,
}: SampleContribution): AccountLine => ({
  date,
  ...(documentNo === '' || UNNUMBERED.has(channel) ? {} : { reference: documentNo }),
  text: narrative(
    channel === 'LAI_TIEN_GUI'
      ? `${donor} tra lai tien gui`
      : channel === 'CAP_TREN_CHUYEN'
        ? `${donor} chuyen kinh phi`
        : `${donor} ung ho`,
  ),
  movedVnd: amountVnd,
});

const payment = ({ date, purpose, documentNo = '', amountVnd = 0 }: SampleDisbursement): AccountLine => ({
  date,
  ...(documentNo === '' ? {} : { reference: documentNo }),
  text: narrative(PURPOSES[purpose]),
  movedVnd: -amountVnd,
});

const isMoney = ({ amountVnd = 0 }: { readonly amountVnd?: number }): boolean => amountVnd !== 0;
export const isCash = ({ channel }: SampleContribution): boolean => channel === 'TIEN_MAT';

/** What came in otherwise than in cash. */
export const giftLines = (rows: readonly SampleContribution[]): AccountLine[] =>
  rows.filter((row) => isMoney(row) && !isCash(row)).map(gift);

export const paymentLines = (rows: readonly SampleDisbursement[]): AccountLine[] =>
  rows.filter(isMoney).map(payment);

/** A week's cash goes to the bank together. */
const DEPOSIT_AFTER_DAYS = 5;

/** Cash in one credit for each week in which some came in; what comes after the last of these days stays in hand. */
export function cashOf(
  rows: readonly SampleContribution[],
  last: IsoDate,
): { readonly lines: AccountLine[]; readonly inHandVnd: number } {
  const cash = rows.filter((row) => isCash(row) && isMoney(row));
  const lines: AccountLine[] = [];
  let inHandVnd = 0;
  for (let i = 0; i < cash.length; ) {
    const first = cash[i]?.date ?? last;
    const date = addDays(first, DEPOSIT_AFTER_DAYS);
    let movedVnd = 0;
    for (; i < cash.length && (cash[i]?.date ?? last) <= date; i += 1) movedVnd += cash[i]?.amountVnd ?? 0;
    if (date > last) inHandVnd += movedVnd;
    else lines.push({ date, text: 'NOP TIEN MAT VAO QUY', movedVnd });
  }
  return { lines, inHandVnd };
}

/** One account and the days of which its bank gave statements. */
export interface AccountSpec {
  readonly unit: string;
  readonly fund: string;
  /** For the file names. */
  readonly label: string;
  readonly account: string;
  readonly openingVnd: number;
  readonly receivedAt: string;
  readonly periods: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
}

/** In the order in which the bank books them: of one day what comes in before what goes out. */
const inOrder = (lines: readonly AccountLine[]): AccountLine[] =>
  [...lines].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : Number(a.movedVnd < 0) - Number(b.movedVnd < 0),
  );

/** Throws where a statement would show an account overdrawn: no bank lends to a fund for the poor. */
export function makeStatements(spec: AccountSpec, lines: readonly AccountLine[]): SampleTable[] {
  const { unit, fund, label, account, openingVnd, receivedAt, periods } = spec;
  const ordered = inOrder(lines);
  let leftVnd = openingVnd;
  const booked = ordered.map((line) => {
    leftVnd += line.movedVnd;
    const isShown = periods.some(({ from, to }) => from <= line.date && line.date <= to);
    if (isShown && leftVnd < 0) throw new Error(`${unit} ${account} is overdrawn on ${line.date}`);
    return { line, balanceVnd: leftVnd };
  });
  return periods.map(({ from, to }, i): SampleTable => {
    const before = booked.filter(({ line }) => line.date < from).at(-1)?.balanceVnd ?? openingVnd;
    const own = booked.filter(({ line }) => from <= line.date && line.date <= to);
    const blank: readonly RuleId[] = own.some(({ line }) => line.blank) ? ['STATEMENT_AMOUNT_BLANK'] : [];
    return {
      file: `${unit}-${fund.toLowerCase()}-sao-ke-${label}-${i + 1}.csv`,
      unit,
      fund,
      kind: 'bankStatement',
      from,
      to,
      receivedAt,
      titles: [
        'NGÂN HÀNG MẪU - SAO KÊ TÀI KHOẢN',
        `Số tài khoản: ${account}`,
        `Từ ngày ${dayMonthYear(from)} đến ngày ${dayMonthYear(to)}`,
        `Số dư đầu kỳ: ${before}`,
      ],
      rows: own.map(({ line, balanceVnd }) => printed(line, balanceVnd)),
      rules: blank,
    };
  });
}

function printed({ date, reference = '', text, movedVnd, blank }: AccountLine, balanceVnd: number): TableRow {
  const listedVnd = blank === true ? 0 : movedVnd;
  return {
    cells: {
      date: dayMonthYear(date),
      document_no: reference,
      debit_vnd: listedVnd < 0 ? -listedVnd : '',
      credit_vnd: listedVnd > 0 ? listedVnd : '',
      balance_vnd: balanceVnd,
      description: text,
    },
    sumVnd: listedVnd,
  };
}
