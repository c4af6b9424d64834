import type { TableKind } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import type { Overrides } from '../reading.ts';
import { readCells } from './assign.ts';
import { fitOf, KINDS_TOLD, type Matchers } from './find-heading.ts';
import type { HeadingCell } from './lines.ts';
import { STRONG } from './match.ts';

/** Less than this between two kinds is no difference: one column that both might have. */
export const CLEAR_LEAD = 0.5;

/** How sure a kind is that leads by so much. */
export const sureness = (lead: number): number => Math.min(1, 0.5 + lead / 4);

export interface KindFound {
  readonly kind: TableKind;
  readonly confidence: number;
}

/** The kind whose columns the headings name best; the kinds that lead alike when that is not clear. */
export function inferKind(
  matchers: Matchers,
  cells: readonly HeadingCell[],
  mapping: Overrides['columns'],
): KindFound | { readonly alike: readonly TableKind[] } {
  const ranked = KINDS_TOLD.map((kind) => ({
    kind,
    score: fitOf(matchers[kind], kind, cells, mapping).score,
  })).sort((a, b) => b.score - a.score);
  const top = ranked[0]?.score ?? 0;
  const alike = ranked.filter(({ score }) => score > top - CLEAR_LEAD).map(({ kind }) => kind);
  const [kind] = alike;
  if (kind === undefined || alike.length > 1) return { alike };
  return { kind, confidence: sureness(top - (ranked[1]?.score ?? 0)) };
}

/** What a bank prints and no book has; names and texts of the other party say nothing of the kind. */
const tells = (kind: TableKind, column: Column): boolean =>
  kind !== 'bankStatement' || column.type === 'vnd' || column.name === 'value_date';

/** The other kind whose own columns outnumber those of the declared one, with the columns that tell. */
export function otherKind(
  matchers: Matchers,
  cells: readonly HeadingCell[],
  declared: TableKind,
): { readonly kind: TableKind; readonly columns: readonly Column[] } | undefined {
  const strong = (kind: TableKind) =>
    readCells(matchers[kind], kind, cells).map((found) =>
      // Of another money a book has columns too, under headings of its own.
      found && found.confidence >= STRONG && (kind === declared || found.currency === undefined)
        ? found.column
        : undefined,
    );
  const ours = strong(declared);
  let best: { kind: TableKind; columns: Column[]; lead: number } | undefined;
  for (const kind of KINDS_TOLD) {
    if (kind === declared) continue;
    const theirs = strong(kind);
    const columns = theirs.flatMap((column, i) =>
      column && ours[i] === undefined && tells(kind, column) ? [column] : [],
    );
    const own = ours.filter((column, i) => column && theirs[i] === undefined && tells(declared, column));
    const lead = columns.length - own.length;
    if (lead > (best?.lead ?? 0)) best = { kind, columns, lead };
  }
  return best;
}
