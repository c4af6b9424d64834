import { type Vnd, vnd } from '../money.ts';

/** A currency, and how many thousandths of a đồng one of it is worth. */
export interface Rate {
  readonly currency: string;
  readonly rateMilli: number;
}

/** Thousandths of a currency times thousandths of a đồng. */
const PARTS = 1_000_000n;

/** What thousandths of a currency are worth in whole đồng, halves away from zero. Exact before it is rounded. */
export function worthVnd(amountMilli: number, { rateMilli }: Pick<Rate, 'rateMilli'>): Vnd {
  const parts = BigInt(amountMilli) * BigInt(rateMilli);
  const half = parts < 0n ? -PARTS / 2n : PARTS / 2n;
  return vnd(Number((parts + half) / PARTS));
}
