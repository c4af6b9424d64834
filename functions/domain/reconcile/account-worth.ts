import type { AccountChain } from '../bank/chain.ts';
import { type Rate, worthVnd } from '../bank/foreign.ts';
import { type Vnd, vnd, ZERO_VND } from '../money.ts';

/** An account; one in another currency has the rate of its latest days, and its figures are thousandths of it. */
export interface Account extends AccountChain {
  readonly rate?: Rate | undefined;
  /** Thousandths of a đồng for one of it as its opening was booked, where that was declared. */
  readonly openingRateMilli?: number | undefined;
}

/** A figure of an account in đồng. */
export const worth = ({ rate }: Pick<Account, 'rate'>, amount: number): Vnd =>
  rate === undefined ? vnd(amount) : worthVnd(amount, rate);

/** What its opening came to as it was booked; at the account's own rate where nothing else was declared. */
export function openingAsBooked({ rate, openingVnd = ZERO_VND, openingRateMilli }: Account): Vnd {
  const booked = rate !== undefined && openingRateMilli !== undefined;
  return booked ? worthVnd(openingVnd, { rateMilli: openingRateMilli }) : worth({ rate }, openingVnd);
}
