import type { Issue } from '../finding.ts';
import { vnd } from '../money.ts';
import type { Outcome } from './outcome.ts';

/** The sums that the file states and its rows do not give, each an issue of its own. */
export const totalMismatches = ({ table }: Outcome): Issue[] =>
  (table?.report.controlTotals ?? [])
    .filter(({ statedVnd, computedVnd }) => statedVnd !== computedVnd)
    .map(({ row, statedVnd, computedVnd }) => ({
      rule: 'CONTROL_TOTAL_MISMATCH',
      severity: 'error',
      count: 1,
      rows: [row],
      expectedVnd: computedVnd,
      actualVnd: statedVnd,
      differenceVnd: vnd(statedVnd - computedVnd),
    }));
