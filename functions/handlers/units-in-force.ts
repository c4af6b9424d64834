import * as v from 'valibot';
import type { LedgerTable, ObjectStore } from '#adapters/ports.ts';
import { UnitChangeSchema } from '#domain/units/change.ts';
import { registryWith, shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitRegistry } from '#domain/units/unit.ts';
import { mapLimited } from './shell/limit.ts';
import { readJson } from './shell/read-json.ts';

/** Changes of units as the ledger's bucket keeps them. */
export const ChangesSchema = v.object({ changes: v.pipe(v.array(UnitChangeSchema), v.minLength(1)) });

/** The registry of units in force at the moment of asking. */
export type UnitsInForce = () => Promise<UnitRegistry>;

const READS_UNDER_WAY = 4;

/** The units shipped, and what the ledger has of imports since. Made anew only when there is another import. */
export function unitsInForce(
  table: Pick<LedgerTable, 'unitImports'>,
  ledger: Pick<ObjectStore, 'readText'>,
): UnitsInForce {
  let known = { imports: '', registry: undefined as UnitRegistry | undefined };
  return async () => {
    const slots = await table.unitImports();
    const imports = slots.map(({ seq }) => seq).join(' ');
    if (known.registry === undefined || known.imports !== imports) {
      const read = await mapLimited(slots, READS_UNDER_WAY, async ({ id, receivedAt, changesKey }) => ({
        id,
        receivedAt,
        ...(await readJson(ledger, changesKey, ChangesSchema)),
      }));
      known = { imports, registry: read.length === 0 ? shippedRegistry() : registryWith(read) };
    }
    return known.registry as UnitRegistry;
  };
}
