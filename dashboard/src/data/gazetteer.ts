import { NationSchema } from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Objects } from './objects.ts';

/** Name of the object with the history of all units, in what is public now. */
export async function gazetteerNow(objects: Objects): Promise<Sha256> {
  const { root } = await objects.pointer();
  return (await objects.object(root, NationSchema)).gazetteer;
}
