import { err, ok, type Result } from '#domain/result.ts';
import { type Decoder, decoderFor, join } from './decoders.ts';
import { EightBitEvidence } from './eight-bit.ts';
import type { DecodeFault } from './fault.ts';
import { characterTally, readCharacters, type TextOverrides, type TextReading } from './verdict.ts';

const MARK = '\ufeff';

/**
 * Bytes in portions → text under a reading, strictly. The byte order mark is gone; fonts are not converted;
 * windows-1258 comes composed (NFC), all else as it stands. What it gives and refuses depends on the bytes alone,
 * not on how they are cut.
 *
 * After a fault it gives no more text, but may be given the rest of the file, for a surer `better`.
 */
export class TextStream {
  readonly #reading: TextReading;
  readonly #insisted: TextOverrides;
  readonly #decoder: Decoder;
  readonly #tally = characterTally();
  /** In an 8-bit reading all bytes, in a UTF-8 one those after the fault; absent when the encoding is certain. */
  readonly #eightBit: EightBitEvidence | undefined;
  readonly #isUtf8: boolean;
  #begun = false;
  #fault: DecodeFault | undefined;
  #ended = false;

  constructor(reading: TextReading) {
    const insisted = reading.insisted ?? {};
    this.#reading = reading;
    this.#insisted = insisted;
    this.#decoder = decoderFor(reading.encoding);
    this.#isUtf8 = reading.encoding === 'utf-8';
    const certain = reading.bom || reading.encoding.startsWith('utf-16') || insisted.encoding !== undefined;
    this.#eightBit = certain ? undefined : new EightBitEvidence(insisted);
  }

  /** Errors: FILE_NUL_BYTES, FILE_NOT_UTF8, and FILE_ENCODING_UNKNOWN for broken UTF-16. */
  push(bytes: Uint8Array): Result<string, DecodeFault> {
    if (bytes.length === 0) return ok('');
    if (this.#fault !== undefined) {
      this.#eightBit?.add(bytes);
      return ok('');
    }
    const pending = this.#decoder.pending;
    const text = this.#decoder.push(bytes);
    if (!text.ok) {
      this.#eightBit?.add(this.#isUtf8 ? join(pending, bytes) : bytes, this.#isUtf8);
      return this.#fail(text.error);
    }
    const decoded = pending.length + bytes.length - this.#decoder.pending.length;
    this.#count(text.value, bytes, decoded);
    return ok(this.#withoutMark(text.value));
  }

  /** Errors: a last character cut off, or FILE_ENCODING_UNKNOWN when the whole file bears its reading not out. */
  end(): Result<string, DecodeFault> {
    this.#tally.end();
    this.#ended = true;
    if (this.#fault !== undefined) {
      this.#eightBit?.end();
      return ok('');
    }
    if (this.#isUtf8) this.#eightBit?.add(this.#decoder.pending, true);
    this.#eightBit?.end();
    const text = this.#decoder.end();
    if (!text.ok) return this.#fail(text.error);
    const evidence = this.#isUtf8 ? undefined : this.#eightBit;
    if (evidence === undefined || evidence.bytes.mostlyUtf8 || evidence.best().convincing) return text;
    return this.#fail({ rule: 'FILE_ENCODING_UNKNOWN', before: text.value });
  }

  /**
   * After `end`, or after a fault: the reading that the bytes so far call for, when it is another one. undefined:
   * the reading stands, and so does the fault. Of a fault in the first portion it says more once the rest was
   * pushed. Reading again with it at most twice comes to rest.
   */
  get better(): TextReading | undefined {
    if (this.#fault === undefined ? !this.#ended : this.#fault.rule !== 'FILE_NOT_UTF8') return undefined;
    const found = this.#found();
    if (found === undefined) return undefined;
    const { encoding, font, insisted } = this.#reading;
    if (found.encoding === encoding && found.font === font) return undefined;
    return insisted === undefined ? found : { ...found, insisted };
  }

  #found(): TextReading | undefined {
    const evidence = this.#eightBit;
    if (this.#isUtf8 ? this.#fault === undefined : evidence === undefined) {
      return readCharacters(this.#tally, this.#reading, this.#insisted);
    }
    if (evidence === undefined) return undefined;
    if (evidence.bytes.mostlyUtf8)
      return { ...this.#reading, encoding: 'utf-8', font: 'unicode', confidence: evidence.bytes.soundShare };
    const { reading, convincing } = evidence.best();
    return convincing || !this.#ended ? reading : undefined;
  }

  #count(text: string, bytes: Uint8Array, decoded: number): void {
    // An 8-bit reading's words are counted under all the others, too.
    if (this.#isUtf8) {
      // Every character beyond ASCII has fewer units than bytes.
      this.#tally.add(text, decoded === text.length);
      if (this.#eightBit) this.#eightBit.bytes.sound += decoded - text.length;
    } else if (this.#eightBit) this.#eightBit.add(bytes);
    else this.#tally.add(text);
  }

  #fail(fault: DecodeFault): Result<string, DecodeFault> {
    this.#fault = fault;
    return err({ rule: fault.rule, before: this.#withoutMark(fault.before) });
  }

  #withoutMark(text: string): string {
    if (this.#begun || text === '') return text;
    this.#begun = true;
    return text.startsWith(MARK) ? text.slice(1) : text;
  }
}
