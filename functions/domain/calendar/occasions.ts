import type { FundKind } from '../codes.ts';
import type { IsoDate, Period } from '../date.ts';
import { addDays } from '../days.ts';
import { maxText, minText } from '../order.ts';
import type { Basis } from './deadlines.ts';
import { monthNumber, monthsUpTo } from './months.ts';

/** The days of a fund. A standing fund has none of them, an open campaign no last ones. */
export interface FundDays {
  readonly kind: FundKind;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** The last day of receiving; the campaign's last day where nothing else is said. */
  readonly receiptEnd?: IsoDate | undefined;
  readonly distributionEnd?: IsoDate | undefined;
  /** The last day of the unit that keeps the book, where it was merged or split since: it owes nothing after it. */
  readonly unitEnd?: IsoDate | undefined;
}

/** The days of a fund in one book; without a last one while it goes on. */
export interface Life {
  readonly from: IsoDate;
  readonly to?: IsoDate;
}

/** One time that a duty falls to: the day to count from, the period it is for, and which of its days files must cover. */
export interface Occasion {
  readonly basis: IsoDate;
  readonly forPeriod: Period;
  readonly days: Period;
}

/** Periods that ended longer ago than so many months are left out: they are history, not a calendar. */
const MONTHS_BACK = 36;

const MONTHS = { MONTH_END: 1, QUARTER_END: 3, HALF_END: 6, YEAR_END: 12 } as const;

export const endOf = (fund: FundDays, end: 'RECEIPT_END' | 'DISTRIBUTION_END'): IsoDate | undefined =>
  end === 'RECEIPT_END' ? (fund.receiptEnd ?? fund.to) : fund.distributionEnd;

/**
 * From the fund's first day, or else the book's, to the end of distributing; where only the campaign's last day is
 * known, to that or to the book's last day, whichever is later: its money is used after it was received. A unit that
 * ended before it ends the book.
 */
export function lifeOf(fund: FundDays, book: Period): Life {
  const from = fund.from ?? book.from;
  const fundEnd = fund.distributionEnd ?? (fund.to === undefined ? undefined : maxText(fund.to, book.to));
  const ends = [fundEnd, fund.unitEnd].filter((end) => end !== undefined);
  return ends.length === 0 ? { from } : { from, to: ends.reduce(minText) };
}

/** Every time that days are counted from a basis, up to the day of the ledger, the latest first. */
export function occasionsOf(basis: Basis, fund: FundDays, life: Life, asOf: IsoDate): readonly Occasion[] {
  const lastEnded = monthNumber(addDays(asOf, 1)) - 1;
  const oldest = lastEnded - MONTHS_BACK + 1;
  switch (basis) {
    case 'MONTH_END':
    case 'QUARTER_END':
    case 'HALF_END':
    case 'YEAR_END':
      return periodsOf(MONTHS[basis], life, oldest, lastEnded);
    case 'CAMPAIGN_START':
      return once(fund.from, life, oldest, asOf);
    case 'RECEIPT_END':
    case 'DISTRIBUTION_END':
      return once(endOf(fund, basis), life, oldest, asOf);
  }
}

function periodsOf(months: number, life: Life, oldest: number, lastEnded: number): Occasion[] {
  const found: Occasion[] = [];
  for (let month = lastEnded; month >= oldest; month -= 1) {
    if ((month + 1) % months !== 0) continue;
    const forPeriod = monthsUpTo(month, months);
    const days = {
      from: maxText(forPeriod.from, life.from),
      to: minText(forPeriod.to, life.to ?? forPeriod.to),
    };
    if (days.from <= days.to) found.push({ basis: forPeriod.to, forPeriod, days });
  }
  return found;
}

/** For the days of the fund up to the day that is counted from. */
function once(basis: IsoDate | undefined, life: Life, oldest: number, asOf: IsoDate): Occasion[] {
  if (basis === undefined || basis > asOf || basis < life.from || monthNumber(basis) < oldest) return [];
  const days = { from: life.from, to: basis };
  return [{ basis, forPeriod: days, days }];
}
