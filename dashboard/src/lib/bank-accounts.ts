/** Accounts of a bank as rows that add up: opening + in − out + what is not listed + between statements = closing. */
import { formatMilli, formatVnd, groupDigits } from '#domain/format.ts';
import type { Bank } from '#domain/publish/bank-schema.ts';
import type { Milli } from '#domain/quantity.ts';
import type { Column } from './columns.ts';
import { coveredDays } from './coverage.ts';
import { formatPeriod, signed } from './format.ts';

export type Account = Bank['accounts'][number];

/** What the balance moved by between statements that do not follow each other; undefined where a bank prints none. */
export function betweenVnd({ gaps }: Pick<Account, 'gaps'>): number | undefined {
  let sum = 0;
  for (const { differenceVnd } of gaps) {
    if (differenceVnd === undefined) return undefined;
    sum += differenceVnd;
  }
  return sum;
}

/**
 * What the figures of a row leave of its closing: other than 0 only where files contradict each other. Nothing can be
 * said where a bank prints no balance; in another currency each figure is rounded to the đồng by itself.
 */
export function leftVnd(account: Account): number {
  const between = betweenVnd(account);
  const { openingVnd, closingVnd, foreign } = account;
  if (openingVnd === undefined || closingVnd === undefined || between === undefined || foreign !== undefined)
    return 0;
  const { creditVnd, debitVnd, unlistedInVnd, unlistedOutVnd } = account;
  return closingVnd - (openingVnd + creditVnd - debitVnd + unlistedInVnd - unlistedOutVnd + between);
}

const printed = (amountVnd: number | undefined): string =>
  amountVnd === undefined ? 'không in' : formatVnd(amountVnd);
const difference = (amountVnd: number): string => signed(formatVnd(amountVnd), amountVnd);
/** Of an account in another currency, what is behind a figure in đồng. */
const inCurrency = (
  { foreign }: Account,
  amount: (of: NonNullable<Account['foreign']>) => Milli | undefined,
) => {
  const quantity = foreign && amount(foreign);
  return foreign === undefined || quantity === undefined
    ? undefined
    : `${formatMilli(quantity)} ${foreign.currency}`;
};
const both = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter((text) => text !== undefined).join('; ') || undefined;
const lines = (count: number): string => `${groupDigits(count)} dòng`;
const places = (count: number): string | undefined => (count === 0 ? undefined : `${groupDigits(count)} chỗ`);

/** The columns of accounts; what happens seldom has one only where it happened. */
export function accountColumns(accounts: readonly Account[]): readonly Column<Account>[] {
  const where = (holds: (account: Account) => boolean, column: Column<Account>) =>
    accounts.some(holds) ? [column] : [];
  return [
    label,
    opening,
    credit,
    debit,
    ...where(({ unlistedIns }) => unlistedIns > 0, unlistedIn),
    ...where(({ unlistedOuts }) => unlistedOuts > 0, unlistedOut),
    ...where(({ gaps }) => gaps.length > 0, between),
    ...where((account) => leftVnd(account) !== 0, left),
    closing,
    days,
  ];
}

const label: Column<Account> = {
  id: 'label',
  label: 'Tài khoản',
  text: (account) => account.label,
  note: ({ period, files, repeatedLines }) =>
    `${formatPeriod(period)}, ${groupDigits(files)} tệp${repeatedLines === 0 ? '' : `; ${lines(repeatedLines)} có ở nhiều tệp, chỉ tính một lần`}`,
};

const opening: Column<Account> = {
  id: 'opening',
  label: 'Số dư đầu',
  numeric: true,
  text: ({ openingVnd }) => printed(openingVnd),
  note: (one) => inCurrency(one, ({ openingMilli }) => openingMilli),
};

const credit: Column<Account> = {
  id: 'credit',
  label: 'Ghi có (tiền vào)',
  numeric: true,
  text: ({ creditVnd }) => formatVnd(creditVnd),
  note: (one) =>
    both(
      lines(one.credits),
      inCurrency(one, ({ creditMilli }) => creditMilli),
    ),
};

const debit: Column<Account> = {
  id: 'debit',
  label: 'Ghi nợ (tiền ra)',
  numeric: true,
  text: ({ debitVnd }) => formatVnd(debitVnd),
  note: (one) =>
    both(
      lines(one.debits),
      inCurrency(one, ({ debitMilli }) => debitMilli),
    ),
};

const unlistedIn: Column<Account> = {
  id: 'unlistedIn',
  label: 'Vào, không liệt kê',
  numeric: true,
  text: ({ unlistedInVnd }) => formatVnd(unlistedInVnd),
  note: ({ unlistedIns }) => places(unlistedIns),
};

const unlistedOut: Column<Account> = {
  id: 'unlistedOut',
  label: 'Ra, không liệt kê',
  numeric: true,
  text: ({ unlistedOutVnd }) => formatVnd(unlistedOutVnd),
  note: ({ unlistedOuts }) => places(unlistedOuts),
};

const between: Column<Account> = {
  id: 'between',
  label: 'Giữa hai sao kê',
  numeric: true,
  text: (account) => {
    const amountVnd = betweenVnd(account);
    return amountVnd === undefined ? 'chưa rõ' : difference(amountVnd);
  },
  note: ({ gaps }) => places(gaps.length),
};

const left: Column<Account> = {
  id: 'left',
  label: 'Các tệp nói khác nhau',
  numeric: true,
  text: (account) => difference(leftVnd(account)),
};

const closing: Column<Account> = {
  id: 'closing',
  label: 'Số dư cuối',
  numeric: true,
  text: ({ closingVnd }) => printed(closingVnd),
  note: (one) => inCurrency(one, ({ closingMilli }) => closingMilli),
};

const days: Column<Account> = {
  id: 'days',
  label: 'Ngày có sao kê',
  numeric: true,
  text: ({ coverage }) => {
    const { COVERED, OVERLAP } = coveredDays(coverage);
    return groupDigits(COVERED + OVERLAP);
  },
  note: ({ coverage }) => {
    const { MISSING } = coveredDays(coverage);
    return MISSING === 0 ? undefined : `thiếu ${groupDigits(MISSING)} ngày`;
  },
};
