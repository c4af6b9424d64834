import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundKey } from '#domain/transfer/round.ts';

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const roman = (n: number) => 'X'.repeat(Math.floor(n / 10)) + ROMAN[n % 10];
const decomposed = (text: string) => text.normalize('NFD');

describe('one round', () => {
  it.each([
    [
      'Đợt 1',
      ['đợt 01', 'ĐỢT I', '1', 'i', 'Đợt phân bổ số 1', 'Đợt1', 'dot 1', 'Đợt thứ 1', 'Đợt: 001.', 'Đợt Ⅰ'],
    ],
    ['Đợt 1/2025', ['đợt 01/2025', 'Đợt I - 2025', '1/2025', 'Đợt 1 năm 2025', 'ĐỢT I NĂM 2025']],
    ['Đợt hỗ trợ bão số 3, lần 2', ['ĐỢT HỖ TRỢ BÃO SỐ 03 (LẦN II)', 'hỗ trợ  bão 3 lần 02']],
    ['Đợt hoà giải', ['đợt hòa giải']],
    ['Đợt năm', ['ĐỢT NĂM']],
    ['Quý IV/2025', ['Quý 4/2025']],
    ['—', [' — ']],
  ])('%s may be written in other ways', (round, others) => {
    for (const other of [...others, ...others.map(decomposed)]) expect(roundKey(other)).toBe(roundKey(round));
  });
});

describe('other rounds', () => {
  it.each<readonly [string, ...string[]]>([
    ['Đợt 1', 'Đợt 10', 'Đợt 11', 'Đợt 1/2025', 'Đợt 1/2026', 'Đợt 2', 'Đợt 2025', 'Đợt 0', 'Đợt', 'Đợt một'],
    ['Đợt xi măng', 'Đợt 11 măng', 'Đợt 11', 'Đợt măng', 'Đợt xỉ măng'],
    ['Đợt i-ốt', 'Đợt 1 ốt', 'Đợt 1'],
    ['Đợt vì người nghèo', 'Đợt vi', 'Đợt vị'],
    ['Đợt Thu 2025', 'Đợt 2025'],
    ['Đợt phân bón', 'Đợt phân bổ', 'Đợt bón'],
    ['Đợt XXL', 'Đợt XX', 'Đợt IIX', 'Đợt 8', 'Đợt 12'],
    ['?', '—', 'Đợt —'],
  ])('%s is none of those that look like it', (...rounds) => {
    expect(new Set(rounds.map(roundKey)).size).toBe(rounds.length);
  });
});

describe('the number of a round', () => {
  const numbers = fc.integer({ min: 0, max: 3000 });
  const years = fc.option(fc.integer({ min: 2000, max: 2099 }), { nil: undefined });
  const noise = (atLeast: number) =>
    fc
      .array(fc.constantFrom(' ', '\u00a0', '.', ':', '-', '–', '(', ')', ',', '/', '_', '“'), {
        minLength: atLeast,
        maxLength: 4,
      })
      .map((signs) => signs.join(''));
  const written = (n: number, year: number | undefined) =>
    fc
      .record({
        word: fc.constantFrom('', 'đợt', 'Đợt', 'dot', 'đợt phân bổ', 'Đợt Số', 'đợt phân bổ số'),
        form: n >= 1 && n <= 39 ? fc.constantFrom('digits', 'roman') : fc.constant('digits'),
        zeros: fc.nat({ max: 3 }),
        upper: fc.boolean(),
        before: noise(0),
        between: noise(1),
        after: noise(0),
      })
      .map(({ word, form, zeros, upper, before, between, after }) => {
        const number = form === 'roman' ? roman(n) : '0'.repeat(zeros) + n;
        const parts = [word, number, ...(year === undefined ? [] : [String(year)])].join(between);
        return before + (upper ? parts.toUpperCase() : parts.toLowerCase()) + after;
      });

  it('is all that counts: case, spaces, punctuation and leading zeros do not matter', () => {
    const two = fc
      .tuple(numbers, years)
      .chain(([n, year]) => fc.tuple(written(n, year), fc.constant([n, year] as const)));
    fc.assert(
      fc.property(two, ([text, [n, year]]) => {
        expect(roundKey(text)).toBe(roundKey(year === undefined ? `Đợt ${n}` : `Đợt ${n}/${year}`));
      }),
      { numRuns: 500 },
    );
  });

  it('stays distinct from every other, with a year and without', () => {
    const pair = fc
      .tuple(numbers, years, numbers, years)
      .filter(([n, year, m, other]) => n !== m || year !== other)
      .chain(([n, year, m, other]) => fc.tuple(written(n, year), written(m, other)));
    fc.assert(
      fc.property(pair, ([one, another]) => {
        expect(roundKey(one)).not.toBe(roundKey(another));
      }),
      { numRuns: 500 },
    );
  });
});
