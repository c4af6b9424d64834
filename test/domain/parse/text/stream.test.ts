import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectText } from '#domain/parse/text/detect.ts';
import { TextStream } from '#domain/parse/text/stream.ts';
import type { TextReading } from '#domain/parse/text/verdict.ts';
import { cut } from '../read.ts';
import { latin1, SAMPLE, toTcvn3, toVni, utf8, utf16, windows1258 } from './sample.ts';

const as = (encoding: TextReading['encoding'], font: TextReading['font'] = 'unicode'): TextReading => ({
  encoding,
  font,
  bom: false,
  agreeing: 0,
  of: 0,
  confidence: 1,
});

/** The whole of it, and the row of the fault, as a reader above would count. */
function read(reading: TextReading, portions: Iterable<Uint8Array>) {
  const stream = new TextStream(reading);
  let text = '';
  let fault: { rule: string; line: number } | undefined;
  const take = (result: ReturnType<TextStream['push']>) => {
    text += result.ok ? result.value : result.error.before;
    if (!result.ok) fault = { rule: result.error.rule, line: text.split('\n').length };
  };
  for (const bytes of portions) take(stream.push(bytes));
  take(stream.end());
  const { better } = stream;
  return { text: fault ? text.slice(0, text.lastIndexOf('\n') + 1) : text, fault, better };
}
const whole = (reading: TextReading, bytes: Uint8Array) => read(reading, [bytes]);

/** As after a first MiB of plain ASCII. */
const UNSUSPECTING = as('utf-8');
const mixed = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));

describe('text of a file', () => {
  it.each<[name: string, bytes: Uint8Array, expected?: string]>([
    ['UTF-8', utf8(SAMPLE)],
    ['UTF-8 with mark', utf8(`\ufeff${SAMPLE}`)],
    ['UTF-8, decomposed', utf8(SAMPLE.normalize('NFD')), SAMPLE.normalize('NFD')],
    ['UTF-8 with a mark amid the text', utf8(`${SAMPLE}\ufeff`), `${SAMPLE}\ufeff`],
    ['UTF-16 LE', utf16(SAMPLE, 'le')],
    ['UTF-16 LE with mark', utf16(`\ufeff${SAMPLE}`, 'le')],
    ['UTF-16 BE', utf16(SAMPLE, 'be')],
    ['UTF-16 BE with mark', utf16(`\ufeff${SAMPLE}𠮷`, 'be'), `${SAMPLE}𠮷`],
    ['windows-1258', windows1258(SAMPLE)],
    ['TCVN3', latin1(toTcvn3(SAMPLE)), toTcvn3(SAMPLE)],
    ['VNI', latin1(toVni(SAMPLE)), toVni(SAMPLE)],
    ['nothing', new Uint8Array(0), ''],
  ])('%s, as detected, however it is cut', (_name, bytes, expected = SAMPLE) => {
    const reading = detectText(bytes, true);
    if (!reading.ok) throw new Error('refused');
    const text = { text: expected, fault: undefined, better: undefined };
    expect(whole(reading.value, bytes)).toEqual(text);
    fc.assert(
      fc.property(fc.array(fc.nat()), (places) => {
        expect(read(reading.value, cut(bytes, places))).toEqual(text);
      }),
    );
  });

  it.each<[name: string, reading: TextReading, bytes: Uint8Array, rule: string, line: number]>([
    ['NUL in UTF-8', as('utf-8'), mixed('Số\nb', [0], '\n'), 'FILE_NUL_BYTES', 2],
    ['NUL in windows-1258', as('windows-1258'), mixed('a\nb', [0]), 'FILE_NUL_BYTES', 2],
    ['NUL in UTF-16', as('utf-16be'), utf16('a\nb\0c', 'be'), 'FILE_NUL_BYTES', 2],
    ['NUL in UTF-16 before half a pair', as('utf-16le'), utf16('a\0\n\ud800b', 'le'), 'FILE_NUL_BYTES', 1],
    ['damage', as('utf-8'), mixed('Số\nTiền ', [0xff], '\n'), 'FILE_NOT_UTF8', 2],
    ['half a surrogate pair', as('utf-16le'), utf16('a\nb\ud800c\n', 'le'), 'FILE_ENCODING_UNKNOWN', 2],
    ['half a pair at the end', as('utf-16be'), utf16('a\nb\ud800', 'be'), 'FILE_ENCODING_UNKNOWN', 2],
    ['half a unit', as('utf-16le'), mixed('a', [0], '\n', [0], 'b'), 'FILE_ENCODING_UNKNOWN', 2],
    ['half a character', as('utf-8'), mixed('Số\nTiền', [0xe1, 0xbb]), 'FILE_NOT_UTF8', 2],
  ])('%s is refused in its row, however it is cut', (_name, reading, bytes, rule, line) => {
    expect(whole(reading, bytes)).toMatchObject({ fault: { rule, line }, better: undefined });
    fc.assert(
      fc.property(fc.array(fc.nat()), (places) => {
        expect(read(reading, cut(bytes, places)).fault).toEqual({ rule, line });
      }),
    );
  });
});

describe('a better reading', () => {
  const PLAIN = 'So tien;Ghi chu\n'.repeat(200);
  it.each<[name: string, bytes: Uint8Array, tried: TextReading, expected: object | undefined]>([
    ['windows-1258', mixed(PLAIN, [...windows1258(SAMPLE)]), UNSUSPECTING, as('windows-1258')],
    ['TCVN3', mixed(PLAIN, [...latin1(toTcvn3(SAMPLE))]), UNSUSPECTING, as('windows-1252', 'tcvn3')],
    ['VNI', mixed(PLAIN, [...latin1(toVni(SAMPLE))]), UNSUSPECTING, as('windows-1252', 'vni')],
    ['VNI within UTF-8', utf8(PLAIN + toVni(SAMPLE)), UNSUSPECTING, as('utf-8', 'vni')],
    ['TCVN3 within UTF-16', utf16(toTcvn3(SAMPLE), 'le'), as('utf-16le'), as('utf-16le', 'tcvn3')],
    ['no TCVN3 after all', utf8(SAMPLE), as('utf-8', 'tcvn3'), as('utf-8')],
    ['VNI, not windows-1258', latin1(toVni(SAMPLE)), as('windows-1258'), as('windows-1252', 'vni')],
    ['damaged UTF-8, not VNI', mixed([0xff], '\n', SAMPLE), as('windows-1252', 'vni'), as('utf-8')],
    ['none for damage', mixed(SAMPLE, [0xff]), UNSUSPECTING, undefined],
    ['none for damage that comes first', mixed([0xff, 0xff], SAMPLE), UNSUSPECTING, undefined],
    ['none for another language', latin1('Müller;Lefèvre;très tôt;dépôt;reçu'), UNSUSPECTING, undefined],
    ['none after a mark', mixed([...latin1(toVni(SAMPLE))]), { ...as('utf-8'), bom: true }, undefined],
    [
      'none against a person',
      utf8(toVni(SAMPLE)),
      { ...UNSUSPECTING, insisted: { font: 'unicode' } },
      undefined,
    ],
    [
      'none against a person who names the encoding',
      latin1(toVni(SAMPLE)),
      { ...UNSUSPECTING, insisted: { encoding: 'utf-8' } },
      undefined,
    ],
    [
      'bytes for a font that a person names',
      latin1(toTcvn3(SAMPLE)),
      { ...as('utf-8', 'vni'), insisted: { font: 'vni' } },
      as('windows-1252', 'vni'),
    ],
  ])('%s, however the bytes are cut', (_name, bytes, tried, expected) => {
    const { better } = whole(tried, bytes);
    const form = expected === undefined ? undefined : { ...expected, agreeing: 0, of: 0, confidence: 0 };
    const plain = better && { ...better, agreeing: 0, of: 0, confidence: 0 };
    expect(plain).toEqual(form && tried.insisted ? { ...form, insisted: tried.insisted } : form);
    fc.assert(
      fc.property(fc.array(fc.nat()), (places) => {
        expect(read(tried, cut(bytes, places)).better).toEqual(better);
      }),
    );
  });

  it('is there as soon as a fault is, and not before the end otherwise', () => {
    const stream = new TextStream(UNSUSPECTING);
    stream.push(utf8(toVni(SAMPLE)));
    expect(stream.better).toBeUndefined();
    const faulty = new TextStream(UNSUSPECTING);
    expect(faulty.push(latin1(toVni(SAMPLE))).ok).toBe(false);
    expect(faulty.better).toMatchObject({ font: 'vni' });
  });

  it('an 8-bit reading that the whole file does not bear out is refused at the end', () => {
    const bytes = latin1('Müller;René;Lefèvre;très tôt;dépôt;reçu\n');
    expect(whole(as('windows-1258'), bytes).fault?.rule).toBe('FILE_ENCODING_UNKNOWN');
  });

  it('any bytes come to rest', () => {
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom(
        utf8(SAMPLE),
        windows1258(SAMPLE),
        latin1(toVni(SAMPLE)),
        latin1(toTcvn3(SAMPLE)),
        utf8(toVni(SAMPLE)),
      ),
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), fc.nat(), fc.array(fc.nat()), (parts, head, places) => {
        const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
        const sample = bytes.subarray(0, head % (bytes.length + 1));
        const first = detectText(sample, false);
        if (!first.ok) throw new Error('refused on its beginning');
        let reading: TextReading | undefined = first.value;
        for (let pass = 0; reading !== undefined; pass += 1) {
          expect(pass).toBeLessThan(3);
          reading = read(reading, cut(bytes, places)).better;
        }
      }),
      { numRuns: 300 },
    );
  });
});
