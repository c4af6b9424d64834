import type { SubmissionKind } from '../codes.ts';
import type { Period } from '../date.ts';
import { compareText, maxText, minText } from '../order.ts';
import type { Submission } from '../submission.ts';
import type { Filed } from './book.ts';

/** Two files in force, of one kind, that both cover some days. */
interface Overlap {
  readonly earlier: Submission;
  readonly later: Submission;
  readonly period: Period;
}

const isPeriodic = (kind: SubmissionKind): boolean => kind !== 'bankStatement' && kind !== 'decisions';

/** Every pair of files in force whose periods share days, except where one was handed in as additional. */
export function overlaps(live: readonly Filed[]): Overlap[] {
  const found: Overlap[] = [];
  // Statements of an account are laid over each other line by line, and decisions add to each other.
  const main = live
    .map(({ submission }) => submission)
    .filter(({ declaration: { additional, kind } }) => additional !== true && isPeriodic(kind));
  for (const [i, later] of main.entries()) {
    for (const earlier of main.slice(0, i)) {
      if (earlier.declaration.kind !== later.declaration.kind) continue;
      const from = maxText(earlier.declaration.period.from, later.declaration.period.from);
      const to = minText(earlier.declaration.period.to, later.declaration.period.to);
      if (from <= to) found.push({ earlier, later, period: { from, to } });
    }
  }
  return found;
}

/** The days of each file that another of its kind covers too, by identity; stretches that meet are one. */
export function sharedDays(live: readonly Filed[]): ReadonlyMap<string, readonly Period[]> {
  const shared = new Map<string, Period[]>();
  for (const { earlier, later, period } of overlaps(live)) {
    for (const { id } of [earlier, later]) shared.set(id, joined([...(shared.get(id) ?? []), period]));
  }
  return shared;
}

function joined(periods: readonly Period[]): Period[] {
  const stretches: Period[] = [];
  for (const next of [...periods].sort((a, b) => compareText(a.from, b.from))) {
    const last = stretches.at(-1);
    if (last === undefined || next.from > last.to) stretches.push(next);
    else stretches[stretches.length - 1] = { from: last.from, to: maxText(last.to, next.to) };
  }
  return stretches;
}
