import { codesOf, REGISTER_KINDS, type RegisterKind } from '#domain/codes.ts';
import { CONTRACT } from '../contract.ts';
import type { Overrides } from '../reading.ts';
import { assign, readCells } from './assign.ts';
import { fitOf, KINDS_TOLD, type Matchers } from './find-heading.ts';
import { CLEAR_LEAD, type KindFound, sureness } from './kind.ts';
import type { HeadingCell } from './lines.ts';
import { CLEARLY } from './match.ts';

/** One heading may be chance: "Giai đoạn" in a book of contributions. */
const OWN_COLUMNS = 2;

/** Which registers the headings speak for, measured against the books and statements that they may be as well. */
export interface RegisterFit {
  /** The only register that has all its columns, some of them its alone, and fits better than any other kind. */
  readonly found?: KindFound;
  /** Some register fits better than every book and statement, whether or not its columns are complete. */
  readonly likely: boolean;
}

/**
 * Registers share nearly all their headings with books, so a table is read as one only where nothing speaks against
 * it: for a look at a file, never for what is handed in, which is declared.
 */
export function registerFit(
  matchers: Matchers,
  cells: readonly HeadingCell[],
  mapping: Overrides['columns'],
): RegisterFit {
  const score = (kind: keyof Matchers) => fitOf(matchers[kind], kind, cells, mapping).score;
  const others = Math.max(...KINDS_TOLD.map(score));
  const better = codesOf(REGISTER_KINDS)
    .map((kind) => ({ kind, lead: score(kind) - others }))
    .filter(({ lead }) => lead >= CLEAR_LEAD);
  const fitting = better.filter(
    ({ kind }) => isComplete(kind, matchers, cells, mapping) && hasOwn(kind, matchers, cells, mapping),
  );
  const [only] = fitting;
  const likely = better.length > 0;
  if (only === undefined || fitting.length > 1) return { likely };
  return { likely, found: { kind: only.kind, confidence: sureness(only.lead) } };
}

/** Every required column stands there, and nothing is disputed. */
function isComplete(
  kind: RegisterKind,
  matchers: Matchers,
  cells: readonly HeadingCell[],
  mapping: Overrides['columns'],
): boolean {
  const { columns, disputed } = assign(readCells(matchers[kind], kind, cells, mapping));
  const present = new Set(columns.map((found) => found?.column));
  return disputed.size === 0 && CONTRACT[kind].every((column) => !column.required || present.has(column));
}

/** Some of its headings name it for certain and no book or statement has them. */
function hasOwn(
  kind: RegisterKind,
  matchers: Matchers,
  cells: readonly HeadingCell[],
  mapping: Overrides['columns'],
): boolean {
  const told = KINDS_TOLD.map((other) => readCells(matchers[other], other, cells));
  const own = readCells(matchers[kind], kind, cells, mapping).flatMap((found, i) =>
    found && found.confidence >= CLEARLY && told.every((cellsOf) => cellsOf[i] === undefined)
      ? [found.column]
      : [],
  );
  return new Set(own).size >= OWN_COLUMNS;
}
