import { createHash } from 'node:crypto';
import type { HashText, Sha256 } from '#domain/sha256.ts';
import type { HashBytes } from './ports.ts';

/** The digest of a text's UTF-8 bytes. */
export const hashText: HashText = (text) => createHash('sha256').update(text, 'utf8').digest('hex') as Sha256;

/** The digest of a stream, in memory that does not grow with it. */
export const hashBytes: HashBytes = async (chunks) => {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex') as Sha256;
};
