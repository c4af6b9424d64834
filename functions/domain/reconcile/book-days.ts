import { coverageOf } from '../bank/coverage.ts';
import { codesOf, isBookKind, isCode, isTableKind, REGISTER_KINDS, TABLE_KINDS } from '../codes.ts';
import { type IsoDate, vietnamDay } from '../date.ts';
import { maxText, minText } from '../order.ts';
import type { Statement } from '../publish/schema.ts';
import type { Filed } from './book.ts';

/**
 * The day up to which the figures hold: the last of the periods, but none later than the handing-in of its file,
 * as nobody can tell what is still to come.
 */
export function heldUntil(live: readonly Filed[]): Statement['asOf'] {
  return ofMoney(live).map(lastDayOf).reduce(maxText);
}

/**
 * The day up to which the book's movements hold: a bank's statement of later days enters none of them. Undefined where
 * no movements were handed in.
 */
export function movementsHeldUntil(live: readonly Filed[]): IsoDate | undefined {
  const [first, ...others] = live
    .filter(({ submission: { declaration } }) => isBookKind(declaration.kind))
    .map(lastDayOf);
  return first === undefined ? undefined : others.reduce(maxText, first);
}

/** The last day that a file can tell of. */
export const lastDayOf = ({ submission: { declaration } }: Filed): IsoDate =>
  minText(declaration.period.to, vietnamDay(declaration.receivedAt));

/** Files of movements and of banks, where there are any: a plan or a decision says nothing of the days of money. */
export function ofMoney(live: readonly Filed[]): readonly Filed[] {
  const own = live.filter(({ submission: { declaration } }) => !isCode(REGISTER_KINDS, declaration.kind));
  return own.length === 0 ? live : own;
}

/** From the first day handed in to the last, over the files in force. */
export function periodOf(live: readonly Filed[]): Statement['period'] {
  const periods = ofMoney(live).map(({ submission }) => submission.declaration.period);
  const from = periods.map((period) => period.from).sort()[0];
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) throw new Error('a book without a file in force');
  return { from, to };
}

type Kinds<T> = Partial<Record<Statement['coverage'][number]['kind'], T[]>>;

/** Periods that files tell of, by kind: a file for a whole year says nothing of the days after it was handed in. */
export function periodsByKind(files: readonly Filed[]): Kinds<Statement['period']> {
  const kinds: Kinds<Statement['period']> = {};
  for (const file of files) {
    const { kind, period } = file.submission.declaration;
    if (isTableKind(kind)) kinds[kind] = [...(kinds[kind] ?? []), { from: period.from, to: lastDayOf(file) }];
  }
  return kinds;
}

/**
 * Which of the book's days the files of each kind cover. Decisions and registers cover no days. Statements of several
 * accounts are not told of together: of one account, days may lack that another has; each has its days by itself.
 */
export function coverageOfKinds(live: readonly Filed[], within: Statement['period']): Statement['coverage'] {
  const kinds = periodsByKind(live);
  const accounts = live.filter(({ submission }) => submission.declaration.kind === 'bankStatement');
  const isOneAccount = new Set(accounts.map(({ submission }) => submission.account ?? '')).size === 1;
  return codesOf(TABLE_KINDS)
    .filter((kind) => isBookKind(kind) || (kind === 'bankStatement' && isOneAccount))
    .flatMap((kind) => {
      const periods = kinds[kind];
      return periods === undefined ? [] : [{ kind, stretches: coverageOf(periods, within) }];
    });
}
