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
 * Which submissions of one book were replaced, and by which. A later one replaces, of its kind,
 *  - whatever holds the same bytes: they were declared anew; files without movements look alike in any month, so of them
 *    only one of the same period;
 *  - whatever was handed in for exactly the same period, unless either says that it is additional, or they are
 *    statements of two accounts, or decisions, which add to each other;
 *  - what it names as superseded, and whatever had replaced that before.
 * A function of the set alone, not of the order of events.
 */
export function supersessions(submissions: readonly Submission[]): Supersessions {
  const replaced = new Map<SubmissionId, Submission>();
  const earlier: Submission[] = [];
  for (const later of [...submissions].sort(byReceipt)) {
    const named = namedBy(later, earlier, replaced);
    for (const former of earlier) {
      if (replaced.has(former.id) || later.declaration.kind !== former.declaration.kind) continue;
      const again = isSameFile(later, former) || replacesPeriod(later, former);
      if (again || named.has(former.id)) {
        replaced.set(former.id, later);
      }
    }
    earlier.push(later);
  }
  return replaced;
}

function isSameFile(later: Submission, former: Submission): boolean {
  if (later.digest !== former.digest) return false;
  const { accepted, quarantined } = later.rows;
  return accepted + quarantined > 0 || isOfPeriod(later, former);
}

const isOfPeriod = ({ declaration: { period: a } }: Submission, { declaration: { period: b } }: Submission) =>
  a.from === b.from && a.to === b.to;

function replacesPeriod(a: Submission, b: Submission): boolean {
  const { declaration: later } = a;
  const { declaration: former } = b;
  if (later.additional === true || former.additional === true || later.kind === 'decisions') return false;
  if (a.account !== b.account) return false;
  return isOfPeriod(a, b);
}

/** The earlier files of the digest that is named, and what replaced them since. */
function namedBy(
  { declaration: { supersedes, kind } }: Submission,
  earlier: readonly Submission[],
  replaced: Supersessions,
): ReadonlySet<SubmissionId> {
  const named = new Set<SubmissionId>();
  for (const file of earlier) {
    if (file.digest !== supersedes || file.declaration.kind !== kind) continue;
    for (let link: Submission | undefined = file; link && !named.has(link.id); link = replaced.get(link.id)) {
      named.add(link.id);
    }
  }
  return named;
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
