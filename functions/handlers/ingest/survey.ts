import { createHash } from 'node:crypto';
import type { ObjectStore } from '#adapters/ports.ts';
import type { Outcome } from '#domain/check/outcome.ts';
import { readFile } from '#domain/check/read-file.ts';
import type { ReadRequest } from '#domain/check/request.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Upload } from './event.ts';

export interface Survey {
  readonly digest: Sha256;
  readonly bytes: number;
  /** Absent when there was no context to judge the file in. */
  readonly outcome?: Outcome;
}

/** First look at a file: its digest, how to read it, and what would become of each row. Writes nothing. */
export async function survey(
  { key, versionId }: Upload,
  inbox: ObjectStore,
  request?: ReadRequest,
): Promise<Survey> {
  const hash = createHash('sha256');
  let bytes = 0;
  const see = (portion: Uint8Array) => {
    hash.update(portion);
    bytes += portion.length;
  };
  const source = () => inbox.read(key, versionId);
  const outcome = request && (await readFile(source, request, { bytes: see }));
  if (outcome === undefined) for await (const portion of source()) see(portion);
  const digest = hash.digest('hex') as Sha256;
  return outcome === undefined ? { digest, bytes } : { digest, bytes, outcome };
}
