import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDitto } from '#domain/parse/values/ditto.ts';

const MARKS = [
  'nt',
  'NT',
  'Nt',
  '-nt-',
  '- nt -',
  '–nt–',
  '(nt)',
  'n.t',
  'N.T.',
  'n/t',
  'nt.',
  '* nt *',
  'như trên',
  'Như trên',
  'NHƯ TRÊN',
  'nhu tren',
  '- như trên -',
  '(như trên)',
  '//',
  '///',
  '--//--',
  '- // -',
  '″',
  '〃',
  '"',
  '""',
  '-"-',
  '- " -',
  "''",
  "-''-",
  '”',
  '“',
  '„',
  '’’',
  ',,',
  '- ,, -',
];

const OTHERS = [
  '',
  ' ',
  '-',
  '–',
  '--',
  '---',
  '.',
  '...',
  '/',
  '-/-',
  ',',
  "'",
  '*',
  '()',
  '_',
  'n',
  'N',
  'ntt',
  'nta',
  'Nam',
  'Nhung',
  'Như',
  'Như Ý',
  'Như Trên Ví',
  'nhu',
  'Nt 5',
  'tn',
  '0',
  '"Ví Dụ"',
  '-5',
  '//Ví',
  '"1"',
  ',5',
  '12/9',
  'nt nt',
  'nt nt nt nt nt',
  `nt${' '.repeat(20)}`,
];

describe('a ditto mark', () => {
  it.each(MARKS)('is %j', (text) => {
    expect(isDitto(text)).toBe(true);
  });
  it.each(OTHERS)('is not %j', (text) => {
    expect(isDitto(text)).toBe(false);
  });

  it('is never long, has no digit, and no letter but those of nt and như trên', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...`nt-"'/,. ưhrêN″〃5a`), maxLength: 14 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        if (!isDitto(text)) return;
        expect(text.length).toBeLessThanOrEqual(12);
        expect(['', 'nt', 'nhưtrên', 'nhutren']).toContain(text.toLowerCase().replace(/[^\p{L}\d]/gu, ''));
      }),
      { numRuns: 5000 },
    );
  });
});
