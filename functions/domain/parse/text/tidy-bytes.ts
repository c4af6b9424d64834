/**
 * What a byte of UTF-8 may begin. PLAIN: ASCII, the rest of a character, or a letter of the Latin blocks; CLOSER: a
 * block of which only some letters are Vietnamese; OTHER: anything else, among it every odd space, zero-width sign,
 * combining mark and U+FFFD.
 */
const PLAIN = 0;
const CLOSER = 1;
const OTHER = 2;

const KINDS = new Uint8Array(256).fill(OTHER);
KINDS.fill(PLAIN, 0x00, 0xc0);
// U+00C0 to U+00FF, and Ă ă Đ đ Ĩ ĩ with their neighbours.
KINDS.fill(PLAIN, 0xc3, 0xc5);
KINDS.fill(CLOSER, 0xc5, 0xc7);
KINDS[0xe1] = CLOSER;
/** Ũ ũ; Ơ ơ Ư ư; U+1E80 to U+1EFF, the letters with two marks. Others of these blocks are traces of mangled text. */
const SECOND: Readonly<Record<number, readonly number[]>> = {
  197: [0xa8, 0xa9],
  198: [0xa0, 0xa1, 0xaf, 0xb0],
  225: [0xba, 0xbb],
};
const SECONDS = new Uint8Array(0x10000);
for (const [first, seconds] of Object.entries(SECOND)) {
  for (const second of seconds) SECONDS[(Number(first) << 8) | second] = 1;
}
/** A character has four bytes at most. */
const LONGEST = 4;

/**
 * Whether bytes of UTF-8 hold nothing but ASCII and composed Latin letters as Vietnamese has them, and so need no
 * closer look at their characters. "No" says only that one must look. Portions in their order: one may end within a character.
 */
export class TidyBytes {
  /** Bytes since the last one that was OTHER, as far as it matters. */
  #since = LONGEST;
  /** A byte that wants a closer look, and the portion ended behind it; 0 for none. */
  #lead = 0;

  look(bytes: Uint8Array): boolean {
    const { length } = bytes;
    if (length === 0) return this.#since >= LONGEST - 1;
    const led = this.#lead === 0 || isVietnamese(this.#lead, bytes[0] as number);
    const begun = this.#since >= LONGEST - 1 && led;
    const end = bytes[length - 1] as number;
    this.#lead = KINDS[end] === CLOSER ? end : 0;
    const other = lastOther(bytes);
    // The lead of a character of another kind was the last byte of the portion before.
    if (!led) this.#since = 0;
    this.#since = other === -1 ? Math.min(LONGEST, this.#since + length) : length - 1 - other;
    return begun && other === -1 && allPlain(bytes);
  }
}

const isVietnamese = (first: number, second: number): boolean => SECONDS[(first << 8) | second] === 1;

/** All but the last byte, which the caller has looked at: no access goes beyond the end, or it would be slow. */
function allPlain(bytes: Uint8Array): boolean {
  const end = bytes.length - 1;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] as number;
    const kind = KINDS[byte] as number;
    if (kind === PLAIN) continue;
    if (kind === OTHER || !isVietnamese(byte, bytes[at + 1] as number)) return false;
  }
  return true;
}

/** Where among the last bytes a character begins that is of another kind; −1 nowhere. */
function lastOther(bytes: Uint8Array): number {
  const end = bytes.length - 1;
  for (let at = end; at >= 0 && at > end - (LONGEST - 1); at -= 1) {
    const byte = bytes[at] as number;
    const closer = KINDS[byte] === CLOSER && at < end && !isVietnamese(byte, bytes[at + 1] as number);
    if (closer || KINDS[byte] === OTHER) return at;
  }
  return -1;
}
