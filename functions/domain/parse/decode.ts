import { err, ok, type Result } from '../result.ts';
import { sniffFormat } from './sniff.ts';

/** Why bytes are no text of ours. */
export type DecodeFault =
  | { readonly rule: 'FILE_NOT_A_TABLE'; readonly format: string }
  | {
      readonly rule: 'FILE_NUL_BYTES' | 'FILE_NOT_UTF8';
      /** The text before the line at fault, so that the place does not depend on how the bytes were cut. */
      readonly before: string;
    };

const LINE_FEED = 0x0a;
const NOTHING = new Uint8Array(0);

/** UTF-8 with or without byte order mark, strictly: one wrong byte and the file is refused, as names may be lost. */
export class Utf8Decoder {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  /** The first bytes of a character that the next portion must complete. */
  #open: Uint8Array = NOTHING;
  #bytesRead = 0;
  #begun = false;

  push(bytes: Uint8Array): Result<string, DecodeFault> {
    if (bytes.length === 0) return ok('');
    if (!this.#begun) {
      this.#begun = true;
      const format = sniffFormat(bytes);
      if (format !== undefined) return err({ rule: 'FILE_NOT_A_TABLE', format });
    }
    const nul = bytes.indexOf(0);
    const text = this.#decode(nul === -1 ? bytes : bytes.subarray(0, nul));
    return text.ok && nul !== -1 ? err({ rule: 'FILE_NUL_BYTES', before: text.value }) : text;
  }

  end(): Result<string, DecodeFault> {
    return this.#open.length === 0 ? ok('') : err({ rule: 'FILE_NOT_UTF8', before: '' });
  }

  #decode(bytes: Uint8Array): Result<string, DecodeFault> {
    const open = this.#open;
    try {
      const text = this.#decoder.decode(bytes, { stream: true });
      this.#open = unfinished(bytes.length < 4 ? join(open, bytes) : bytes);
      this.#bytesRead += bytes.length;
      return ok(text);
    } catch (cause) {
      // The decoder's one way of saying "not UTF-8"; anything else is a bug and goes on.
      if (!(cause instanceof TypeError)) throw cause;
      return err({
        rule: 'FILE_NOT_UTF8',
        before: soundLines(join(open, bytes), this.#bytesRead === open.length),
      });
    }
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** The bytes of a last character that is not complete yet. */
function unfinished(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return NOTHING;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.slice(-back) : NOTHING;
  }
  return NOTHING;
}

/** The text of the lines before the first that is not UTF-8; a byte order mark counts at the very start only. */
function soundLines(bytes: Uint8Array, atStart: boolean): string {
  let text = '';
  let from = 0;
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, from) + 1;
    if (end === 0) return text;
    try {
      text += new TextDecoder('utf-8', { fatal: true, ignoreBOM: !atStart || from > 0 }).decode(
        bytes.subarray(from, end),
      );
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      return text;
    }
    from = end;
  }
}
