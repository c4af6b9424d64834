import type { World } from './objects.ts';

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The browser's own fetch, clock and digest. */
export const browserWorld = (): World => ({
  fetch: (path, options) => fetch(path, options),
  nowMs: () => Date.now(),
  // Outside a secure context browsers offer no digest; the contract is still checked.
  ...(globalThis.isSecureContext && {
    sha256: async (bytes: ArrayBuffer) => hex(await crypto.subtle.digest('SHA-256', bytes)),
  }),
});
