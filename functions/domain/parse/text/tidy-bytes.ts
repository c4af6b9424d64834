/**
 * What a byte of UTF-8 may begin. PLAIN: ASCII, the rest of a character, or a letter of the Latin blocks that
 * Vietnamese is written in; VIETNAMESE: a block that must be looked at more closely; OTHER: anything else, among it
 * every odd space, zero-width sign and combining mark.
 */
const PLAIN = 0;
const VIETNAMESE = 1;
const OTHER = 2;

const KINDS = new Uint8Array(256).fill(OTHER);
KINDS.fill(PLAIN, 0x00, 0xc0);
// U+00C0 to U+01BF, all of them composed.
KINDS.fill(PLAIN, 0xc3, 0xc7);
KINDS[0xe1] = VIETNAMESE;
/** U+1E80 to U+1EFF follow these two bytes: the letters with two marks. */
const FIRST_BLOCK = 0xba;
const LAST_BLOCK = 0xbb;
/** A character has four bytes at most. */
const LONGEST = 4;

/**
 * Whether bytes of UTF-8 hold nothing but ASCII and composed letters of Vietnamese, and so need no closer look at
 * their characters. "No" says only that one must look. Portions in their order: one may end within a character.
 */
export class TidyBytes {
  #cut = false;

  look(bytes: Uint8Array): boolean {
    const cut = this.#cut;
    this.#cut = lastIsOther(bytes);
    return !cut && allPlain(bytes);
  }
}

function allPlain(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const kind = KINDS[bytes[at] as number];
    if (kind === PLAIN) continue;
    if (kind === OTHER) return false;
    const next = bytes[at + 1];
    if (next !== undefined && next !== FIRST_BLOCK && next !== LAST_BLOCK) return false;
  }
  return true;
}

/** The portion may end within a character that is not plain, or that cannot be told yet. */
function lastIsOther(bytes: Uint8Array): boolean {
  for (let back = 1; back < LONGEST && back <= bytes.length; back += 1) {
    if (KINDS[bytes[bytes.length - back] as number] !== PLAIN) return true;
  }
  return false;
}
