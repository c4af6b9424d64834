import type { AccountChain } from '../bank/chain.ts';
import { type Rate, worthVnd } from '../bank/foreign.ts';
import { type Vnd, vnd } from '../money.ts';

/** An account; one in another currency has the rate of its latest days, and its figures are thousandths of it. */
export interface Account extends AccountChain {
  readonly rate?: Rate | undefined;
}

/** A figure of an account in đồng. */
export const worth = ({ rate }: Pick<Account, 'rate'>, amount: number): Vnd =>
  rate === undefined ? vnd(amount) : worthVnd(amount, rate);
