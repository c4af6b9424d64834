import * as v from 'valibot';
import { encodeHistory, HistoryDataSchema } from '../units/history-codec.ts';
import type { UnitRegistry } from '../units/unit.ts';
import { SNAPSHOT_VERSION, version } from './node-parts.ts';

/**
 * Every unit that there is or was, with what went into what: for finding a place by any name that it bore, and for
 * telling where it went.
 */
export const GazetteerSchema = v.object({
  type: v.literal('gazetteer'),
  version,
  history: HistoryDataSchema,
});
export type Gazetteer = v.InferOutput<typeof GazetteerSchema>;

/** One registry serves many publications. */
const known = new WeakMap<UnitRegistry, Gazetteer>();

/** The gazetteer of the units in force. */
export function gazetteerOf(registry: UnitRegistry): Gazetteer {
  const made = known.get(registry) ?? {
    type: 'gazetteer' as const,
    version: SNAPSHOT_VERSION,
    history: encodeHistory(registry.inForce.history),
  };
  known.set(registry, made);
  return made;
}
