import { isBookKind } from '../codes.ts';
import { type Vnd, vnd, ZERO_VND } from '../money.ts';
import type { ReportEquality } from '../publish/report-schema.ts';
import type { Equality } from '../publish/schema.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { type Balance, balanceAt } from './balance.ts';
import type { Filed, Live } from './book.ts';

/** Balances declared with a bank's statement are those of the account, not of the book. */
const ofMovements = ({ submission }: Filed): boolean => isBookKind(submission.declaration.kind);

/** Where a book's opening balance comes from: the earliest file's declaration, or nothing. */
export function openingOf(live: readonly Live[]): Live | undefined {
  const movements = live.filter(ofMovements);
  const first = movements.map(({ submission }) => submission.declaration.period.from).sort()[0];
  return movements.find(
    ({ submission, opening }) => submission.declaration.period.from === first && opening !== undefined,
  );
}

export const openingVndOf = (live: readonly Live[]): Vnd => openingOf(live)?.opening?.amountVnd ?? ZERO_VND;

export const equality = (
  rule: RuleId | ReportEquality,
  expectedVnd: Vnd,
  actualVnd: Vnd,
  place: Partial<Equality>,
): Equality => ({
  rule,
  expectedVnd,
  actualVnd,
  varianceVnd: vnd(actualVnd - expectedVnd),
  ...place,
});

/** Every figure that somebody stated, beside the one that the rows give. */
export function equalitiesOf(live: readonly Live[], balance: Balance): Equality[] {
  const base = openingOf(live);
  return live.flatMap((file) => [
    ...controlTotals(file),
    ...(file === base || !ofMovements(file) ? [] : openingOfFile(file, balance)),
    ...(ofMovements(file) ? closingOfFile(file, balance) : []),
  ]);
}

function controlTotals({ submission: { controlTotals: totals, digest } }: Filed): Equality[] {
  return totals.map(({ row, statedVnd, computedVnd }) =>
    equality('CONTROL_TOTAL_MISMATCH', computedVnd, statedVnd, { digest, row }),
  );
}

function openingOfFile({ submission, opening }: Live, balance: Balance): Equality[] {
  const { from } = submission.declaration.period;
  if (opening === undefined) return [];
  const { amountVnd, digest } = opening;
  return [
    equality('OPENING_MISMATCH', balanceAt(balance, from, 'before'), amountVnd, { digest, date: from }),
  ];
}

function closingOfFile({ submission, closing }: Live, balance: Balance): Equality[] {
  const { to } = submission.declaration.period;
  if (closing === undefined) return [];
  const { amountVnd, digest } = closing;
  return [equality('CLOSING_MISMATCH', balanceAt(balance, to), amountVnd, { digest, date: to })];
}
