/** Findings of a book by what has become of them. */
import type { Severity, TrackedFinding } from '#domain/finding.ts';
import { compareText } from '#domain/order.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** A finding in its place on the page. */
export interface PlacedFinding extends TrackedFinding {
  readonly key: string;
  /** Where its mark leads to: of one that came, went and came again, the first on the page. */
  readonly id: string | undefined;
}

export interface FindingGroups {
  readonly open: readonly PlacedFinding[];
  readonly explained: readonly PlacedFinding[];
  readonly resolved: readonly PlacedFinding[];
}

/** Where a finding stands on its page. */
export const markId = (mark: string): string => `cb-${mark}`;

/** The gravest first; of one weight the oldest first, as it has waited longest. */
const inOrder = (a: TrackedFinding, b: TrackedFinding): number =>
  RANK[a.severity] - RANK[b.severity] || compareText(a.since, b.since) || compareText(a.mark, b.mark);

/** The latest first: what was done last is looked for first. */
const latestFirst = (a: TrackedFinding, b: TrackedFinding): number =>
  compareText(b.resolved?.on ?? '', a.resolved?.on ?? '') || inOrder(a, b);

export function findingGroups(
  findings: readonly TrackedFinding[],
  gone: readonly TrackedFinding[] = [],
): FindingGroups {
  const all = [...findings, ...gone];
  const of = (status: TrackedFinding['status']) => all.filter((finding) => finding.status === status);
  const seen = new Map<string, number>();
  const placed = (finding: TrackedFinding): PlacedFinding => {
    const before = seen.get(finding.mark) ?? 0;
    seen.set(finding.mark, before + 1);
    return {
      ...finding,
      key: `${finding.mark} ${before}`,
      id: before === 0 ? markId(finding.mark) : undefined,
    };
  };
  // In the order of the page: the first of a mark is the one that is met first.
  const open = of('OPEN').sort(inOrder).map(placed);
  const explained = of('EXPLAINED').sort(inOrder).map(placed);
  const resolved = of('RESOLVED').sort(latestFirst).map(placed);
  return { open, explained, resolved };
}
