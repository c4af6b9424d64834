/** Whether a clearing account came to nothing. Apart from the lists of transfers: the first page asks only for this. */
import type { Cleared } from '#domain/publish/across-schema.ts';

/** Pairs that differ, and by how much without sign: of nodes that do not say it, as far as their sums tell. */
export function differingOf({
  differingVnd,
  differingPairs = differingVnd === 0 ? 0 : 1,
  differingGrossVnd,
}: Omit<Cleared, 'fund'>): { readonly pairs: number; readonly grossVnd: number } {
  return { pairs: differingPairs, grossVnd: differingGrossVnd ?? Math.abs(differingVnd) };
}

/** Whether each transfer was seen at both ends, with one amount: sums that cancel out do not suffice. */
export const isCleared = (cleared: Omit<Cleared, 'fund'>): boolean =>
  cleared.unpaired === 0 && differingOf(cleared).pairs === 0;
