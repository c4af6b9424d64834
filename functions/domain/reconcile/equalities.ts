import { type Vnd, vnd, ZERO_VND } from '../money.ts';
import type { Equality } from '../publish/schema.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { type Balance, balanceAt } from './balance.ts';
import type { Filed } from './book.ts';

/** Where a book's opening balance comes from: the earliest file's declaration, or nothing. */
export function openingOf(live: readonly Filed[]): Filed | undefined {
  const first = live.map(({ submission }) => submission.declaration.period.from).sort()[0];
  return live.find(
    ({ submission: { declaration } }) =>
      declaration.period.from === first && declaration.openingVnd !== undefined,
  );
}

export const openingVndOf = (live: readonly Filed[]): Vnd =>
  openingOf(live)?.submission.declaration.openingVnd ?? ZERO_VND;

const equality = (rule: RuleId, expectedVnd: Vnd, actualVnd: Vnd, place: Partial<Equality>): Equality => ({
  rule,
  expectedVnd,
  actualVnd,
  varianceVnd: vnd(actualVnd - expectedVnd),
  ...place,
});

/** Every figure that somebody stated, beside the one that the rows give. */
export function equalitiesOf(live: readonly Filed[], balance: Balance): Equality[] {
  const base = openingOf(live);
  return live.flatMap((file) => [
    ...controlTotals(file),
    ...(file === base ? [] : opening(file, balance)),
    ...closing(file, balance),
  ]);
}

function controlTotals({ submission: { controlTotals: totals, digest } }: Filed): Equality[] {
  return totals.map(({ row, statedVnd, computedVnd }) =>
    equality('CONTROL_TOTAL_MISMATCH', computedVnd, statedVnd, { digest, row }),
  );
}

function opening({ submission: { declaration, digest } }: Filed, balance: Balance): Equality[] {
  const { openingVnd, period } = declaration;
  if (openingVnd === undefined) return [];
  return [
    equality('OPENING_MISMATCH', balanceAt(balance, period.from, 'before'), openingVnd, {
      digest,
      date: period.from,
    }),
  ];
}

function closing({ submission: { declaration, digest } }: Filed, balance: Balance): Equality[] {
  const { closingVnd, period } = declaration;
  if (closingVnd === undefined) return [];
  return [
    equality('CLOSING_MISMATCH', balanceAt(balance, period.to), closingVnd, { digest, date: period.to }),
  ];
}
