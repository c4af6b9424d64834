import { err, ok, type Result } from '../result.ts';
import { sniffFormat } from './sniff.ts';

/** Why bytes are no text of ours. */
export type DecodeFault =
  | { readonly rule: 'FILE_NOT_A_TABLE'; readonly format: string }
  | { readonly rule: 'FILE_NUL_BYTES' | 'FILE_NOT_UTF8' };

/** UTF-8 with or without byte order mark, strictly: one wrong byte and the file is refused, as names may be lost. */
export class Utf8Decoder {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #begun = false;

  push(bytes: Uint8Array): Result<string, DecodeFault> {
    if (bytes.length === 0) return ok('');
    if (!this.#begun) {
      this.#begun = true;
      const format = sniffFormat(bytes);
      if (format !== undefined) return err({ rule: 'FILE_NOT_A_TABLE', format });
    }
    if (bytes.includes(0)) return err({ rule: 'FILE_NUL_BYTES' });
    return this.#decode(bytes);
  }

  end(): Result<string, DecodeFault> {
    return this.#decode();
  }

  #decode(bytes?: Uint8Array): Result<string, DecodeFault> {
    try {
      return ok(bytes === undefined ? this.#decoder.decode() : this.#decoder.decode(bytes, { stream: true }));
    } catch (cause) {
      // The decoder's one way of saying "not UTF-8"; anything else is a bug and goes on.
      if (cause instanceof TypeError) return err({ rule: 'FILE_NOT_UTF8' });
      throw cause;
    }
  }
}
