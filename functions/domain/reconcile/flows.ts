import {
  BANK_FEE,
  HANDOVER_IN,
  HANDOVER_OUT,
  INTEREST,
  isCode,
  isUse,
  OTHER_INFLOWS,
  REFUND_IN,
  REFUND_OUT,
  TRANSFER_IN,
  TRANSFER_OUT,
} from '../codes.ts';
import { sumVnd, type Vnd, vnd } from '../money.ts';
import type { Totals } from '../publish/node-parts.ts';
import type { Summary } from '../validate/summary.ts';

/** Money in by source and out by purpose, over any stretch of days. */
export interface Flows {
  readonly bySource: Summary['bySource'];
  readonly byPurpose: Summary['byPurpose'];
}

export const donationsOf = ({ bySource }: Pick<Flows, 'bySource'>): Vnd =>
  sumVnd(bySource.flatMap(({ source, amountVnd }) => (isCode(OTHER_INFLOWS, source) ? [] : [amountVnd])));

export const usesOf = ({ byPurpose }: Pick<Flows, 'byPurpose'>): Vnd =>
  sumVnd(byPurpose.flatMap(({ purpose, amountVnd }) => (isUse(purpose) ? [amountVnd] : [])));

export const inOf = ({ bySource }: Pick<Flows, 'bySource'>): Vnd =>
  sumVnd(bySource.map((line) => line.amountVnd));
export const outOf = ({ byPurpose }: Pick<Flows, 'byPurpose'>): Vnd =>
  sumVnd(byPurpose.map((line) => line.amountVnd));

type Sums = Pick<
  Totals,
  | 'donationsVnd'
  | 'transfersInVnd'
  | 'handoversInVnd'
  | 'interestVnd'
  | 'refundsInVnd'
  | 'usesVnd'
  | 'transfersOutVnd'
  | 'handoversOutVnd'
  | 'refundsOutVnd'
  | 'feesVnd'
>;

/** Every đồng of the flows under exactly one of the names that a statement has for it. */
export function named(flows: Flows): Sums {
  const inflow = (wanted: string) =>
    sumVnd(flows.bySource.filter(({ source }) => source === wanted).map((line) => line.amountVnd));
  const outflow = (wanted: string) =>
    sumVnd(flows.byPurpose.filter(({ purpose }) => purpose === wanted).map((line) => line.amountVnd));
  return {
    donationsVnd: donationsOf(flows),
    transfersInVnd: inflow(TRANSFER_IN),
    handoversInVnd: inflow(HANDOVER_IN),
    interestVnd: inflow(INTEREST),
    refundsInVnd: inflow(REFUND_IN),
    usesVnd: usesOf(flows),
    transfersOutVnd: outflow(TRANSFER_OUT),
    handoversOutVnd: outflow(HANDOVER_OUT),
    refundsOutVnd: outflow(REFUND_OUT),
    feesVnd: outflow(BANK_FEE),
  };
}

/** opening + in − out. */
export const closingOf = (openingVnd: Vnd, flows: Flows): Vnd => vnd(openingVnd + inOf(flows) - outOf(flows));
