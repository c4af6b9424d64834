import { sha256 } from '@noble/hashes/sha2.js';
import type { Hasher } from '#domain/check/check-file.ts';
import type { Sha256 } from '#domain/sha256.ts';

/** The browser's own digest wants the whole file at once; this one takes it in portions. */
export function sha256Hasher(): Hasher {
  const hash = sha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => [...hash.digest()].map((byte) => byte.toString(16).padStart(2, '0')).join('') as Sha256,
  };
}
