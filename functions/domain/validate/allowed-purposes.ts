import { BANK_FEE, type FundKind, HANDOVER_OUT, type Purpose, REFUND_OUT } from '../codes.ts';
import data from './allowed-purposes.data.json' with { type: 'json' };

const allowed = new Map<string, ReadonlySet<string>>(
  data.rules.map((rule) => [rule.fundKind, new Set(rule.purposes)]),
);

/** Handing a balance over, giving money back and what a bank takes are no spending. */
const OUTSIDE: ReadonlySet<Purpose> = new Set([HANDOVER_OUT, REFUND_OUT, BANK_FEE]);

/**
 * Whether a kind of fund may pay for a purpose. A kind without a list may pay for anything: silence of the
 * configuration accuses nobody. Source and certainty of each list stand in the data file.
 */
export const purposeAllowed = (fundKind: FundKind, purpose: Purpose): boolean =>
  OUTSIDE.has(purpose) || (allowed.get(fundKind)?.has(purpose) ?? true);
