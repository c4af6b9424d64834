import type { Instant, IsoDate } from '../date.ts';
import { compareText } from '../order.ts';
import { ok, type Result } from '../result.ts';
import type { UnitChange, UnitHistory } from './change.ts';
import type { ChangeFault } from './change-faults.ts';
import { type Folded, foldHistory } from './fold-history.ts';
import type { Unit } from './unit.ts';

/** Changes of units that were handed in, as the ledger has them. */
export interface UnitImport {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly changes: readonly UnitChange[];
}

export interface InForce {
  readonly history: UnitHistory;
  readonly folded: Folded;
  /**
   * Units that a change told of before another took its place. Books may have been handed in for them, so they stay
   * known by their identity; they exist on no day and lead nowhere.
   */
  readonly retired: readonly Unit[];
  /** Imports that do not follow from those before them, by identity. */
  readonly leftOut: readonly string[];
  /** When the latest import in force was handed in; absent where there is none. */
  readonly importedAt?: Instant;
}

/**
 * A history with one more list of changes. For a day on which the history has changes already, the new ones stand in
 * their place: who corrects a table hands the whole day in again. Refused with everything that does not follow.
 */
export function withChanges(
  inForce: InForce,
  changes: readonly UnitChange[],
): Result<InForce, readonly ChangeFault[]> {
  const { history } = inForce;
  const days = new Set(changes.map(({ on }) => on));
  const next = { ...history, changes: [...history.changes.filter(({ on }) => !days.has(on)), ...changes] };
  const folded = foldHistory(next);
  if (!folded.ok) return folded;
  return ok({ ...inForce, history: next, folded: folded.value, retired: retiredBy(folded.value, inForce) });
}

/** Before every first day: no unit is valid on it, and no other has its address. */
const ON_NO_DAY = '1900-01-01' as IsoDate;

function retiredBy({ units }: Folded, { folded, retired }: InForce): Unit[] {
  const known = new Set(units.map(({ id }) => id));
  return [...folded.units, ...retired]
    .filter(({ id }) => !known.has(id))
    .map((unit) => ({ ...unit, validTo: ON_NO_DAY, withdrawn: true }));
}

/**
 * The history in force: the shipped one, then each import in order of handing in. One that does not follow from those
 * before it is left out: two may have been judged at the same time without knowing of each other. A function of the
 * set of imports.
 */
export function historyInForce(shipped: UnitHistory, imports: readonly UnitImport[]): InForce {
  const base = foldHistory(shipped);
  if (!base.ok) throw new Error(`the shipped history of units breaks: ${JSON.stringify(base.error[0])}`);
  let inForce: InForce = { history: shipped, folded: base.value, retired: [], leftOut: [] };
  for (const one of [...imports].sort(byReceipt)) {
    const next = withChanges(inForce, one.changes);
    inForce = next.ok
      ? { ...next.value, importedAt: one.receivedAt }
      : { ...inForce, leftOut: [...inForce.leftOut, one.id] };
  }
  return inForce;
}

const byReceipt = (a: UnitImport, b: UnitImport): number =>
  compareText(a.receivedAt, b.receivedAt) || compareText(a.id, b.id);
