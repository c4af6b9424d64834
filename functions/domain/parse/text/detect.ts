import { err, ok, type Result } from '#domain/result.ts';
import type { Encoding } from '../reading.ts';
import { decoderFor } from './decoders.ts';
import { EightBitEvidence } from './eight-bit.ts';
import type { DecodeFault } from './fault.ts';
import { ByteEvidence, unfinishedUtf8 } from './utf8.ts';
import { characterTally, readCharacters, type TextOverrides, type TextReading } from './verdict.ts';

export type { TextReading } from './verdict.ts';

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** So many bytes show whether every other one is NUL. */
const PAIRS_LOOKED_AT = 0x4000;
/** Fewer NUL bytes are damage. */
const FEWEST_NULS = 4;
/**
 * Vietnamese in UTF-16 has a NUL in two of three pairs or more, as ASCII and most vowels lie below U+0100; and hardly
 * any in the other half of the pairs.
 */
const NUL_SHARE = 0.5;
const STRAY_NUL_SHARE = 0.02;

/**
 * What the first bytes of a file tell of its encoding and font, or all of them (`whole`): byte order mark, else the
 * NUL bytes of UTF-16, else strict UTF-8, else the 8-bit encoding under which most words are Vietnamese. What a
 * person said wins; the evidence is counted all the same.
 *
 * FILE_ENCODING_UNKNOWN when the file is whole and nothing convinces. NUL bytes and damaged UTF-8 are no matter
 * here: `TextStream` finds their place. Of the beginning of a file, the likeliest reading is given in any case;
 * `TextStream` says at the end whether it was right.
 */
export function detectText(
  sample: Uint8Array,
  whole: boolean,
  overrides: TextOverrides = {},
): Result<TextReading, DecodeFault> {
  const { encoding, font } = overrides;
  const reading = detect(sample, whole, overrides);
  const silent = encoding === undefined && font === undefined;
  return silent || !reading.ok ? reading : ok({ ...reading.value, insisted: overrides });
}

function detect(
  sample: Uint8Array,
  whole: boolean,
  overrides: TextOverrides,
): Result<TextReading, DecodeFault> {
  const mark = BYTE_ORDER_MARKS.find(([, bytes]) => bytes.every((byte, i) => sample[i] === byte))?.[0];
  const encoding = overrides.encoding ?? mark ?? utf16WithoutMark(sample);
  if (encoding !== undefined) {
    return ok(readAs(sample, { encoding, bom: encoding === mark }, overrides));
  }
  const bytes = new ByteEvidence();
  bytes.add(whole ? sample : sample.subarray(0, sample.length - unfinishedUtf8(sample)));
  bytes.end();
  if (bytes.mostlyUtf8) {
    const reading = readAs(sample, { encoding: 'utf-8', bom: false }, overrides);
    return ok(bytes.broken === 0 ? reading : { ...reading, confidence: bytes.soundShare });
  }
  const evidence = new EightBitEvidence(overrides);
  evidence.add(sample);
  evidence.end();
  const { reading, convincing } = evidence.best();
  return whole && !convincing ? err(unknown(sample)) : ok(reading);
}

function readAs(
  sample: Uint8Array,
  form: Pick<TextReading, 'encoding' | 'bom'>,
  overrides: TextOverrides,
): TextReading {
  const tally = characterTally();
  tally.add(decodeSound(sample, form.encoding));
  tally.end();
  const reading = readCharacters(tally, form, overrides);
  return overrides.encoding === undefined ? reading : { ...reading, confidence: 1 };
}

/** The text, or that of the lines before the first fault: enough to count words in. */
function decodeSound(sample: Uint8Array, encoding: Encoding): string {
  const text = decoderFor(encoding).push(sample);
  return text.ok ? text.value : text.error.before;
}

/** Told by the first line with a byte beyond ASCII, unless a NUL byte comes first. */
function unknown(sample: Uint8Array): DecodeFault {
  const first = sample.findIndex((byte) => byte > 0x7f || byte === 0);
  if (sample[first] === 0) return { rule: 'FILE_NUL_BYTES', before: decodeSound(sample, 'utf-8') };
  const before = decodeSound(sample.subarray(0, sample.lastIndexOf(0x0a, first) + 1), 'utf-8');
  return { rule: 'FILE_ENCODING_UNKNOWN', before };
}

function utf16WithoutMark(sample: Uint8Array): Encoding | undefined {
  const pairs = Math.min(PAIRS_LOOKED_AT, sample.length >> 1);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < 2 * pairs; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  const fits = (here: number, there: number) =>
    here >= FEWEST_NULS && here >= NUL_SHARE * pairs && there <= STRAY_NUL_SHARE * pairs;
  if (fits(odd, even)) return 'utf-16le';
  return fits(even, odd) ? 'utf-16be' : undefined;
}
