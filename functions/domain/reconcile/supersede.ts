import { compareText } from '../order.ts';
import type { Sha256 } from '../sha256.ts';
import type { HistoryStep, Submission, SubmissionId } from '../submission.ts';

/** Order of handing in; the identity breaks a tie, so any order of arrival gives the same. */
export const byReceipt = (a: Submission, b: Submission): number =>
  compareText(a.declaration.receivedAt, b.declaration.receivedAt) || compareText(a.id, b.id);

/**
 * Each file once. One that was handed in several times may stand in the ledger several times; its earliest
 * handing-in counts, whichever was entered first.
 */
export function distinct<T extends { readonly submission: Submission }>(entered: readonly T[]): T[] {
  const earliest = new Map<SubmissionId, T>();
  for (const one of entered) {
    const known = earliest.get(one.submission.id);
    if (known === undefined || byReceipt(one.submission, known.submission) < 0)
      earliest.set(one.submission.id, one);
  }
  return [...earliest.values()];
}

/** Which later submission replaced each submission of one book; those not in the map are in force. */
export type Supersessions = ReadonlyMap<SubmissionId, Submission>;

/**
 * A submission replaces what it names; otherwise, unless handed in as additional, whatever of its kind was
 * handed in before for exactly the same period. A function of the set alone, not of the order of events.
 */
export function supersessions(submissions: readonly Submission[]): Supersessions {
  const replaced = new Map<SubmissionId, Submission>();
  const earlier: Submission[] = [];
  for (const later of [...submissions].sort(byReceipt)) {
    for (const former of earlier) {
      if (!replaced.has(former.id) && replaces(later, former)) replaced.set(former.id, later);
    }
    earlier.push(later);
  }
  return replaced;
}

function replaces({ declaration: later }: Submission, former: Submission): boolean {
  if (later.kind !== former.declaration.kind) return false;
  if (later.supersedes !== undefined) return later.supersedes === former.digest;
  if (later.additional === true) return false;
  const { from, to } = former.declaration.period;
  return later.period.from === from && later.period.to === to;
}

/** Digests that a submission says it replaces and that the book does not hold. */
export function danglingSupersedes(submissions: readonly Submission[]): Sha256[] {
  const held = new Set(submissions.map(({ declaration, digest }) => `${declaration.kind} ${digest}`));
  return submissions.flatMap(({ declaration: { kind, supersedes } }) =>
    supersedes !== undefined && !held.has(`${kind} ${supersedes}`) ? [supersedes] : [],
  );
}

/** The life of an accepted submission so far, told in the times of handing in. */
export function historyOf(submission: Submission, supersededBy: Submission | undefined): HistoryStep[] {
  const at = submission.declaration.receivedAt;
  return [
    { state: 'RECEIVED', at },
    { state: submission.state, at },
    ...(supersededBy
      ? [
          {
            state: 'SUPERSEDED' as const,
            at: supersededBy.declaration.receivedAt,
            because: supersededBy.digest,
          },
        ]
      : []),
  ];
}
