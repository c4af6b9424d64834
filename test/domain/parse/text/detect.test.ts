import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectText } from '#domain/parse/text/detect.ts';
import { latin1, SAMPLE, toTcvn3, toVni, utf8, utf16, windows1258 } from './sample.ts';

const FRENCH = `Nom;Prénom;Société
Müller;René;Café de la Gare, près du marché, dépôt reçu très tôt
Lefèvre;Chloé;Hôtel des Alpes, où l'on a goûté le gâteau à Noël
Côté;Zoé;élève à l'école, diplômée, fêtée dès la rentrée
`;
const MARK = [0xef, 0xbb, 0xbf];

const FORMS: [name: string, bytes: Uint8Array, encoding: string, font: string, bom: boolean][] = [
  ['UTF-8', utf8(SAMPLE), 'utf-8', 'unicode', false],
  ['UTF-8, decomposed', utf8(SAMPLE.normalize('NFD')), 'utf-8', 'unicode', false],
  ['UTF-8 with mark', Uint8Array.of(...MARK, ...utf8(SAMPLE)), 'utf-8', 'unicode', true],
  ['UTF-16 LE', utf16(SAMPLE, 'le'), 'utf-16le', 'unicode', false],
  ['UTF-16 LE with mark', utf16(`\ufeff${SAMPLE}`, 'le'), 'utf-16le', 'unicode', true],
  ['UTF-16 BE', utf16(SAMPLE, 'be'), 'utf-16be', 'unicode', false],
  ['UTF-16 BE with mark', utf16(`\ufeff${SAMPLE}`, 'be'), 'utf-16be', 'unicode', true],
  ['windows-1258', windows1258(SAMPLE), 'windows-1258', 'unicode', false],
  ['TCVN3', latin1(toTcvn3(SAMPLE)), 'windows-1252', 'tcvn3', false],
  ['VNI', latin1(toVni(SAMPLE)), 'windows-1252', 'vni', false],
  ['TCVN3 within UTF-8', utf8(toTcvn3(SAMPLE)), 'utf-8', 'tcvn3', false],
  ['VNI within UTF-8', utf8(toVni(SAMPLE)), 'utf-8', 'vni', false],
  ['TCVN3 within UTF-16', utf16(`\ufeff${toTcvn3(SAMPLE)}`, 'le'), 'utf-16le', 'tcvn3', true],
  ['Unicode and TCVN3 in turns', utf8(SAMPLE + toTcvn3(SAMPLE)), 'utf-8', 'tcvn3', false],
  ['Unicode and VNI in turns', utf8(toVni(SAMPLE) + SAMPLE), 'utf-8', 'vni', false],
  ['Unicode with one word of TCVN3', utf8(`${SAMPLE}møt`), 'utf-8', 'unicode', false],
  ['ASCII', utf8('Ngay;So tien\n5/9;500\n'), 'utf-8', 'unicode', false],
  ['nothing', new Uint8Array(0), 'utf-8', 'unicode', false],
  ['French in UTF-8', utf8(FRENCH), 'utf-8', 'unicode', false],
  ['Vietnamese with foreign names', utf8(SAMPLE + FRENCH), 'utf-8', 'unicode', false],
  ['one French word again and again', utf8('tôt;1\n'.repeat(500)), 'utf-8', 'unicode', false],
  ['French that is TCVN3 in part', utf8('tôt dû môt café très Noël Chloé dépôt'), 'utf-8', 'unicode', false],
  ['dashes of Windows in ASCII', latin1('Ung ho \x96 dot 1\n'), 'windows-1258', 'unicode', false],
  ['UTF-8 with damage', Uint8Array.of(...utf8(SAMPLE), 0xff, 0xe1, 0xbb), 'utf-8', 'unicode', false],
];

describe('what bytes tell', () => {
  it.each(FORMS)('%s', (_name, bytes, encoding, font, bom) => {
    expect(detectText(bytes, true)).toMatchObject({ ok: true, value: { encoding, font, bom } });
  });

  it.each(FORMS.filter(([name, bytes]) => bytes.length > 500 && !name.includes('word')))(
    '%s: the evidence agrees',
    (_name, bytes) => {
      const reading = detectText(bytes, true);
      if (!reading.ok) throw new Error('refused');
      const { agreeing, of, confidence } = reading.value;
      expect(of).toBeGreaterThan(10);
      expect(agreeing).toBeLessThanOrEqual(of);
      expect(confidence).toBeGreaterThan(0.7);
      expect(confidence).toBeLessThanOrEqual(1);
    },
  );

  it.each<[name: string, bytes: Uint8Array, rule: string, before: string]>([
    ['French in Latin-1', latin1(`Nom;Lieu\n${FRENCH}`), 'FILE_ENCODING_UNKNOWN', 'Nom;Lieu\n'],
    ['one word of three encodings', latin1('So\nmøt\n'), 'FILE_ENCODING_UNKNOWN', 'So\n'],
    ['one word again and again', latin1('tôt\n'.repeat(99)), 'FILE_ENCODING_UNKNOWN', ''],
    ['words of two encodings', latin1('côn\nhôm\ntên\n'), 'FILE_ENCODING_UNKNOWN', ''],
    ['two fonts in turns', latin1(toVni(SAMPLE) + toTcvn3(SAMPLE)), 'FILE_ENCODING_UNKNOWN', ''],
    ['NUL bytes before the rest', latin1('a\nb\0é\xff\n'), 'FILE_NUL_BYTES', 'a\nb'],
  ])('%s: refused with its place', (_name, bytes, rule, before) => {
    expect(detectText(bytes, true)).toEqual({ ok: false, error: { rule, before } });
  });

  it('the beginning of a file is never refused', () => {
    expect(detectText(latin1(FRENCH), false).ok).toBe(true);
    expect(detectText(utf8(SAMPLE).subarray(0, 3), false)).toMatchObject({ value: { encoding: 'utf-8' } });
    expect(detectText(utf8('Số').subarray(0, 3), false)).toMatchObject({ value: { encoding: 'utf-8' } });
  });

  it.each<[name: string, bytes: Uint8Array, said: object, expected: object]>([
    [
      'an encoding',
      utf8(SAMPLE),
      { encoding: 'windows-1258' },
      { encoding: 'windows-1258', font: 'unicode' },
    ],
    ['a font', utf8(SAMPLE), { font: 'vni' }, { encoding: 'utf-8', font: 'vni' }],
    [
      'a font of bytes',
      latin1(toVni(SAMPLE)),
      { font: 'tcvn3' },
      { encoding: 'windows-1252', font: 'tcvn3' },
    ],
    ['Latin-1', latin1(FRENCH), { encoding: 'windows-1252' }, { encoding: 'windows-1252', font: 'unicode' }],
    ['its bytes only', latin1(toVni(SAMPLE)), { encoding: 'windows-1252' }, { font: 'vni' }],
  ])('a person who says %s is believed', (_name, bytes, insisted, expected) => {
    expect(detectText(bytes, true, insisted)).toMatchObject({ ok: true, value: { ...expected, insisted } });
  });

  it('any bytes give a reading or a refusal', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ min: 0x80, maxLength: 300 }),
      fc.array(fc.constantFrom(0, 0xfe, 0xff, 0xd8, 0x41, 0x0a)).map((list) => Uint8Array.from(list)),
    );
    fc.assert(
      fc.property(bytes, fc.boolean(), (sample, whole) => {
        const reading = detectText(sample, whole);
        if (reading.ok) expect(reading.value.confidence).toBeLessThanOrEqual(1);
        else expect(whole).toBe(true);
      }),
    );
  });
});
