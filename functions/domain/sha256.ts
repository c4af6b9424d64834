import * as v from 'valibot';

/** The SHA-256 of some bytes: 64 lower-case hexadecimal digits. */
export type Sha256 = string & { readonly __brand: 'Sha256' };

export const Sha256Schema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.transform((s) => s as Sha256),
);

/** Hashing is handed in: the pure core has no crypto of its own. */
export type HashText = (text: string) => Sha256;
