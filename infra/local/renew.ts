import * as v from 'valibot';
import { SNAPSHOT_VERSION } from '#domain/publish/node-parts.ts';
import { POINTER_KEY } from '#domain/publish/schema.ts';
import { rebuildAll } from '#handlers/rebuild/rebuild.ts';
import type { Stores } from './stores.ts';

const AnyPointerSchema = v.pipe(v.string(), v.parseJson(), v.object({ version: v.number() }));

/**
 * Derives everything public again where an earlier release wrote it in a form that this one does not read: the ledger
 * stays as it is. Returns whether that was needed. Nothing else may work on the ledger meanwhile.
 */
export async function renewOutdated(stores: Stores): Promise<boolean> {
  const text = await stores.site.readText(POINTER_KEY);
  if (text === undefined) return false;
  const pointer = v.safeParse(AnyPointerSchema, text);
  if (pointer.success && pointer.output.version >= SNAPSHOT_VERSION) return false;
  await rebuildAll(stores);
  return true;
}
