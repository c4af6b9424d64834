import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { type Vnd, vnd, ZERO_VND } from '#domain/money.ts';
import type { Totals } from '#domain/publish/node-parts.ts';

export const FUND = 'QVNN' as FundCode;
/** Up to which the made-up books go. */
export const DAY = '2025-09-30' as IsoDate;
export const UPDATED = '2025-10-03T02:00:00.000Z' as Instant;

type FlowField =
  | 'openingVnd'
  | 'donationsVnd'
  | 'transfersInVnd'
  | 'handoversInVnd'
  | 'interestVnd'
  | 'refundsInVnd'
  | 'usesVnd'
  | 'transfersOutVnd'
  | 'handoversOutVnd'
  | 'refundsOutVnd'
  | 'feesVnd';
export type Flows = { readonly [F in FlowField]?: number };

const OUT: ReadonlySet<string> = new Set([
  'usesVnd',
  'transfersOutVnd',
  'handoversOutVnd',
  'refundsOutVnd',
  'feesVnd',
]);

/** The sums of one book by its flows: the closing balance is what they leave. */
export function bookTotals(
  flows: Flows,
  { variances = 0, varianceVnd = 0 }: { readonly variances?: number; readonly varianceVnd?: number } = {},
): Totals {
  const amount = (field: FlowField): Vnd => vnd(flows[field] ?? 0);
  const closing = Object.entries(flows).reduce(
    (sum, [field, moved]) => (OUT.has(field) ? sum - moved : sum + moved),
    0,
  );
  return {
    openingVnd: amount('openingVnd'),
    donationsVnd: amount('donationsVnd'),
    transfersInVnd: amount('transfersInVnd'),
    handoversInVnd: amount('handoversInVnd'),
    interestVnd: amount('interestVnd'),
    refundsInVnd: amount('refundsInVnd'),
    usesVnd: amount('usesVnd'),
    transfersOutVnd: amount('transfersOutVnd'),
    handoversOutVnd: amount('handoversOutVnd'),
    refundsOutVnd: amount('refundsOutVnd'),
    feesVnd: amount('feesVnd'),
    closingVnd: vnd(closing),
    ...{ entries: 9, submissions: 3, samples: 0, quarantinedRows: 0, quarantinedVnd: ZERO_VND },
    ...{ statements: 1, reconciled: variances === 0 ? 1 : 0, variances, varianceVnd: vnd(varianceVnd) },
    ...{ errors: variances, warnings: 0 },
  };
}
