import { coverageOf } from '../bank/coverage.ts';
import { codesOf, isBookKind, isCode, isTableKind, REGISTER_KINDS, TABLE_KINDS } from '../codes.ts';
import { vietnamDay } from '../date.ts';
import { maxText, minText } from '../order.ts';
import type { Statement } from '../publish/schema.ts';
import type { Filed } from './book.ts';

/**
 * The day up to which the figures hold: the last of the periods, but none later than the handing-in of its file,
 * as nobody can tell what is still to come.
 */
export function heldUntil(live: readonly Filed[]): Statement['asOf'] {
  return ofMoney(live)
    .map(({ submission: { declaration } }) =>
      minText(declaration.period.to, vietnamDay(declaration.receivedAt)),
    )
    .reduce(maxText);
}

/** Files of movements and of banks, where there are any: a plan or a decision says nothing of the days of money. */
function ofMoney(live: readonly Filed[]): readonly Filed[] {
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

/** Periods of files, by kind. */
export function periodsByKind(files: readonly Filed[]): Kinds<Statement['period']> {
  const kinds: Kinds<Statement['period']> = {};
  for (const { submission } of files) {
    const { kind, period } = submission.declaration;
    if (isTableKind(kind)) kinds[kind] = [...(kinds[kind] ?? []), period];
  }
  return kinds;
}

/** Which of the book's days the files of each kind cover. Decisions and registers cover no days. */
export function coverageOfKinds(live: readonly Filed[], within: Statement['period']): Statement['coverage'] {
  const kinds = periodsByKind(live);
  return codesOf(TABLE_KINDS)
    .filter((kind) => isBookKind(kind) || kind === 'bankStatement')
    .flatMap((kind) => {
      const periods = kinds[kind];
      return periods === undefined ? [] : [{ kind, stretches: coverageOf(periods, within) }];
    });
}
