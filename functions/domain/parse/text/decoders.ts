import { err, ok, type Result } from '#domain/result.ts';
import type { Encoding } from '../reading.ts';
import type { DecodeFault } from './fault.ts';
import { LETTERS } from './letters.ts';
import { unfinishedUtf8 } from './utf8.ts';

/** Bytes in portions → text, strictly. A byte order mark stays in the text. After a fault it is used up. */
export interface Decoder {
  /** The first bytes of a character that the next portion must complete. */
  readonly pending: Uint8Array;
  push(bytes: Uint8Array): Result<string, DecodeFault>;
  end(): Result<string, DecodeFault>;
}

export function decoderFor(encoding: Encoding): Decoder {
  switch (encoding) {
    case 'utf-8':
      return new Utf8Decoder();
    case 'utf-16le':
    case 'utf-16be':
      return new Utf16Decoder(encoding);
    case 'windows-1258':
      return new Windows1258Decoder();
    case 'windows-1252':
      return new EightBitDecoder('windows-1252');
  }
}

const NOTHING = new Uint8Array(0);
const LINE_FEED = 0x0a;

export function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** The text, or undefined: the platform's one way of saying "not this encoding" is a TypeError, all else is a bug. */
function attempt(decode: () => string): string | undefined {
  try {
    return decode();
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

class Utf8Decoder implements Decoder {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  pending: Uint8Array = NOTHING;

  push(bytes: Uint8Array): Result<string, DecodeFault> {
    const nul = bytes.indexOf(0);
    const text = this.#decode(nul === -1 ? bytes : bytes.subarray(0, nul));
    return text.ok && nul !== -1 ? err({ rule: 'FILE_NUL_BYTES', before: text.value }) : text;
  }

  end(): Result<string, DecodeFault> {
    return this.pending.length === 0 ? ok('') : err({ rule: 'FILE_NOT_UTF8', before: '' });
  }

  #decode(bytes: Uint8Array): Result<string, DecodeFault> {
    const text = attempt(() => this.#decoder.decode(bytes, { stream: true }));
    if (text === undefined) {
      return err({ rule: 'FILE_NOT_UTF8', before: soundLines(join(this.pending, bytes), 'utf-8') });
    }
    const last = bytes.length < 4 ? join(this.pending, bytes) : bytes;
    const open = unfinishedUtf8(last);
    this.pending = open === 0 ? NOTHING : last.slice(-open);
    return ok(text);
  }
}

class Utf16Decoder implements Decoder {
  readonly #encoding: 'utf-16le' | 'utf-16be';
  readonly #decoder: InstanceType<typeof TextDecoder>;
  /** Half a unit, or the first unit of a pair. */
  pending: Uint8Array = NOTHING;

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  push(bytes: Uint8Array): Result<string, DecodeFault> {
    const joined = join(this.pending, bytes);
    const end = joined.length - this.#unfinished(joined);
    const complete = joined.subarray(0, end);
    this.pending = joined.slice(end);
    // What comes first is what is told, wherever the portions end.
    const nul = nulUnit(complete);
    const sound = nul === -1 ? complete : complete.subarray(0, nul);
    const text = attempt(() => this.#decoder.decode(sound));
    if (text === undefined) {
      return err({ rule: 'FILE_ENCODING_UNKNOWN', before: soundLines(sound, this.#encoding) });
    }
    return nul === -1 ? ok(text) : err({ rule: 'FILE_NUL_BYTES', before: text });
  }

  end(): Result<string, DecodeFault> {
    return this.pending.length === 0 ? ok('') : err({ rule: 'FILE_ENCODING_UNKNOWN', before: '' });
  }

  #unfinished(bytes: Uint8Array): number {
    const half = bytes.length % 2;
    const high = bytes[bytes.length - half - (this.#encoding === 'utf-16le' ? 1 : 2)] ?? 0;
    return high >= 0xd8 && high <= 0xdb ? half + 2 : half;
  }
}

/** Every byte is a character: only NUL is refused. */
class EightBitDecoder implements Decoder {
  readonly pending = NOTHING;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(encoding: 'windows-1252' | 'windows-1258') {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  push(bytes: Uint8Array): Result<string, DecodeFault> {
    const nul = bytes.indexOf(0);
    const text = this.#decoder.decode(nul === -1 ? bytes : bytes.subarray(0, nul));
    return nul === -1 ? ok(text) : err({ rule: 'FILE_NUL_BYTES', before: text });
  }

  end(): Result<string, DecodeFault> {
    return ok('');
  }
}

/** What windows-1258 writes as letter and tone, composed. */
const COMPOSED: ReadonlyMap<string, string> = new Map(
  [...LETTERS].flatMap(([letter, { base, tone }]) =>
    tone === ''
      ? []
      : [
          [base + tone, letter],
          [base.toUpperCase() + tone, letter.toUpperCase()],
        ],
  ),
);
/** A letter of windows-1258 and the tone that follows it. */
const TONED = /[AEIOUYaeiouyÂÊÔâêôĂăƠơƯư][\u0300\u0301\u0303\u0309\u0323]/gu;
const OPEN = /[AEIOUYaeiouyÂÊÔâêôĂăƠơƯư]$/u;

/** Composes letter and tone (NFC), and so holds a last vowel back until it is known whether a tone follows. */
class Windows1258Decoder implements Decoder {
  readonly pending = NOTHING;
  readonly #decoder = new EightBitDecoder('windows-1258');
  #open = '';

  push(bytes: Uint8Array): Result<string, DecodeFault> {
    const decoded = this.#decoder.push(bytes);
    if (!decoded.ok) {
      const before = compose(this.#open + decoded.error.before);
      return err({ rule: decoded.error.rule, before });
    }
    const text = this.#open + decoded.value;
    this.#open = OPEN.exec(text)?.[0] ?? '';
    return ok(compose(this.#open === '' ? text : text.slice(0, -1)));
  }

  end(): Result<string, DecodeFault> {
    return ok(this.#open);
  }
}

const compose = (text: string): string => text.replace(TONED, (letter) => COMPOSED.get(letter) ?? letter);

/** The text of the lines before the first that is not sound. */
function soundLines(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let text = '';
  let from = 0;
  for (;;) {
    const end = lineEnd(bytes, from, encoding);
    const line = end === 0 ? undefined : attempt(() => decoder.decode(bytes.subarray(from, end)));
    if (line === undefined) return text;
    text += line;
    from = end;
  }
}

/** Where the first NUL of UTF-16 stands; -1 when there is none. */
function nulUnit(bytes: Uint8Array): number {
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return at;
  }
  return -1;
}

/** Where the next line begins; 0 when there is none. */
function lineEnd(bytes: Uint8Array, from: number, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): number {
  if (encoding === 'utf-8') return bytes.indexOf(LINE_FEED, from) + 1;
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let at = from; at + 1 < bytes.length; at += 2) {
    if (bytes[at + low] === LINE_FEED && bytes[at + 1 - low] === 0) return at + 2;
  }
  return 0;
}
