import { type FundKind, HANDOVER_OUT, type Purpose } from '../codes.ts';
import data from './allowed-purposes.data.json' with { type: 'json' };

const allowed = new Map<string, ReadonlySet<string>>(
  data.rules.map((rule) => [rule.fundKind, new Set(rule.purposes)]),
);

/**
 * Whether a kind of fund may pay for a purpose. A kind without a list may pay for anything: silence of the
 * configuration accuses nobody. Handing a balance over is no spending. Source and certainty of each list stand in the data file.
 */
export const purposeAllowed = (fundKind: FundKind, purpose: Purpose): boolean =>
  purpose === HANDOVER_OUT || (allowed.get(fundKind)?.has(purpose) ?? true);
