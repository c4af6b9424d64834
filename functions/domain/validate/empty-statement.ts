import { type Vnd, vnd } from '../money.ts';
import type { RowContext } from './context.ts';
import type { ControlTotals } from './control-totals.ts';
import type { Break } from './running-balance.ts';

interface Around {
  /** As printed above and below the table. */
  readonly openingVnd: Vnd | undefined;
  readonly closingVnd: Vnd | undefined;
  /** Where a difference between them is told. */
  readonly row: number;
  readonly totals: readonly ControlTotals[];
}

interface EmptyStatement {
  readonly openingVnd: Vnd | undefined;
  readonly closingVnd: Vnd | undefined;
  /** What moved though no line tells of it. */
  readonly unlisted: Break | undefined;
}

/**
 * A statement without lines is one of a period without movements where something says so: a total of 0, or the balances
 * that it prints or that were declared. Undefined where nothing does: a bare heading may be a file that was cut.
 */
export function statementWithoutLines(
  { openingVnd: declaredOpening, closingVnd: declaredClosing, period, currency = 'VND' }: RowContext,
  { openingVnd, closingVnd, row, totals }: Around,
): EmptyStatement | undefined {
  const expectedVnd = openingVnd ?? declaredOpening;
  const actualVnd = closingVnd ?? declaredClosing;
  const printed = { openingVnd, closingVnd };
  if (expectedVnd === undefined || actualVnd === undefined) {
    const stating = totals.filter(({ list }) => list.length > 0);
    const isMeant = stating.length > 0 && stating.every(({ sayNothing }) => sayNothing);
    return isMeant ? { ...printed, unlisted: undefined } : undefined;
  }
  const differenceVnd = vnd(actualVnd - expectedVnd);
  // Declared balances are in đồng: those of an account in another currency also move with its rate.
  if (differenceVnd === 0 || period === undefined || currency !== 'VND')
    return { ...printed, unlisted: undefined };
  return {
    ...printed,
    unlisted: { row, date: period.to, blank: false, expectedVnd, actualVnd, differenceVnd },
  };
}
