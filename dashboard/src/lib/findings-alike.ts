/** Findings of one rule that ask for the same thing, told together. */
import type { Finding, Severity } from '#domain/finding.ts';
import { renderFinding } from '#domain/rules/render.ts';

export interface FindingsAlike<F extends Finding = Finding> {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  /** What to do; '' where nothing is. */
  readonly fix: string;
  /** In the order in which they came, at least one. */
  readonly places: readonly { readonly finding: F; readonly what: string }[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The gravest first; of one weight in the order in which they came. */
export function findingsAlike<F extends Finding>(findings: readonly F[]): readonly FindingsAlike<F>[] {
  const rendered = findings
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
    .map((finding) => ({ finding, ...renderFinding(finding) }));
  const groups = Map.groupBy(rendered, ({ finding, fix }) =>
    JSON.stringify([finding.rule, finding.severity, fix]),
  );
  return [...groups.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const { rule, severity } = first.finding;
    return [{ rule, severity, title: first.title, fix: first.fix, places }];
  });
}
