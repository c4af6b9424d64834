/** The characters of windows-1252 that are not their own byte, from 0x80 on; a space stands for "its own". */
const SPECIALS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const BYTES = new Map(
  [...SPECIALS].flatMap((sign, at) => (sign === ' ' ? [] : [[sign.charCodeAt(0), 0x80 + at]])) as [
    number,
    number,
  ][],
);

/** The byte that windows-1252 shows as this character, or −1. Undefined bytes count as control characters. */
const byteOf = (code: number): number => (code < 0x100 ? code : (BYTES.get(code) ?? -1));

const isContinuation = (byte: number): boolean => byte >= 0x80 && byte < 0xc0;

/** Bytes that may follow Ã in real text, as quotation marks, dashes and an ellipsis. */
const isPunctuation = (byte: number): boolean => byte === 0x85 || (byte >= 0x91 && byte <= 0x97);

/**
 * Whether a Vietnamese letter's UTF-8 bytes begin here, shown as windows-1252 does: "á»…" for ễ, "Ä‘" for đ,
 * "Ã¡" for á. `code` is the character at that place.
 */
export function continues(text: string, at: number, code: number): boolean {
  if (code === 0xe1) {
    const next = text.charCodeAt(at + 1);
    return (next === 0xba || next === 0xbb) && isContinuation(byteOf(text.charCodeAt(at + 2)));
  }
  if (code < 0xc3 || code > 0xc6 || code === 0xc5) return false;
  const byte = byteOf(text.charCodeAt(at + 1));
  return isContinuation(byte) && !(code === 0xc3 && isPunctuation(byte));
}

/** Letters that Vietnamese adds to ASCII, and the signs that people type beside them. */
const EXPECTED = /^[\u00a0À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–—‘’“”…]$|^\p{M}$/u;

/** One character of two or three bytes, or undefined where they are no sound UTF-8. */
function decoded(
  bytes: readonly number[],
  at: number,
): { readonly sign: string; readonly size: number } | undefined {
  const [lead = 0, second = 0, third = 0] = bytes.slice(at, at + 3);
  if (!isContinuation(second)) return undefined;
  if (lead >= 0xc2 && lead < 0xe0) {
    return { sign: String.fromCharCode(((lead & 0x1f) << 6) | (second & 0x3f)), size: 2 };
  }
  if (lead < 0xe0 || lead > 0xef || !isContinuation(third)) return undefined;
  const code = ((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  return code < 0x800 ? undefined : { sign: String.fromCharCode(code), size: 3 };
}

/**
 * The Vietnamese text whose UTF-8 was read as windows-1252: "Nguyá»…n VÄƒn" → "Nguyễn Văn". Undefined unless every
 * byte fits. Give it the text as it came: cleaning takes the no-break space that is half of an "à".
 */
export function repairMojibake(text: string): string | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const byte = byteOf(text.charCodeAt(at));
    if (byte < 0) return undefined;
    bytes.push(byte);
  }
  let repaired = '';
  let found = false;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      repaired += String.fromCharCode(byte);
      at += 1;
      continue;
    }
    const character = decoded(bytes, at);
    if (character === undefined || !EXPECTED.test(character.sign)) return undefined;
    repaired += character.sign;
    at += character.size;
    found = true;
  }
  return found ? repaired : undefined;
}
