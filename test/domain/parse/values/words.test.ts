import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellVnd } from '#domain/parse/values/spell.ts';
import { parseVndWords } from '#domain/parse/values/words.ts';
import { fold } from '#domain/text.ts';

describe('an amount in words', () => {
  it.each([
    ['Một triệu hai trăm nghìn đồng chẵn', 1_200_000],
    ['không đồng', 0],
    ['hai mươi mốt', 21],
    ['mười lăm', 15],
    ['mười năm đồng', 15],
    ['hai mươi nhăm nghìn', 25_000],
    ['hai mươi tư', 24],
    ['hai mươi bốn', 24],
    ['hai lăm triệu', 25_000_000],
    ['một trăm linh năm', 105],
    ['một trăm lẻ năm', 105],
    ['một trăm linh tư', 104],
    ['năm chục nghìn', 50_000],
    ['một chục triệu', 10_000_000],
    ['một nghìn', 1000],
    ['một ngàn', 1000],
    ['ba tỉ', 3_000_000_000],
    ['hai triệu rưỡi', 2_500_000],
    ['một tỷ rưỡi đồng', 1_500_000_000],
    ['hai trăm rưỡi', 250],
    ['một triệu không trăm linh năm nghìn đồng', 1_005_000],
    ['một triệu linh năm nghìn đồng', 1_005_000],
    ['một triệu năm nghìn đồng', 1_005_000],
    ['một triệu hai mươi nghìn', 1_020_000],
    ['hai triệu không nghìn năm trăm đồng', 2_000_500],
    ['hai triệu năm trăm đồng', 2_000_500],
    ['một tỷ năm trăm nghìn', 1_000_500_000],
    ['một nghìn hai trăm tỷ ba trăm triệu', 1_200_300_000_000],
    ['một triệu tỷ đồng', 1_000_000_000_000_000],
    ['mot trieu dong', 1_000_000],
    ['MOT TRAM LINH NAM NGAN DONG CHAN', 105_000],
    ['muoi lam trieu hai muoi mot nghin', 15_021_000],
    ['MỘT TRIỆU ĐỒNG', 1_000_000],
    ['Một triệu đồng'.normalize('NFD'), 1_000_000],
    ['Bằng chữ: Một triệu, hai trăm nghìn đồng chẵn./.', 1_200_000],
    ['Số tiền bằng chữ: (Một triệu đồng)', 1_000_000],
    ['Tổng số tiền (viết bằng chữ): Một triệu đồng', 1_000_000],
    ['Bằng chữ: mot trieu dong', 1_000_000],
    ['Một triệu VND', 1_000_000],
    ['Một triệu VNĐ', 1_000_000],
    ['Một triệu đồng Việt Nam', 1_000_000],
    ['Âm năm trăm nghìn đồng', -500_000],
  ])('%j is %d', (text, amount) => {
    expect(parseVndWords(text)).toBe(amount);
  });

  it.each([
    '',
    'đồng',
    'Bằng chữ:',
    '1 triệu',
    'một triệu ba trăm nghin đồng',
    'một triệu gì đó',
    'một hai ba',
    'hai bốn triệu',
    'một lăm',
    'mười mươi',
    'không mươi lăm',
    'hai mươi không',
    'trăm nghìn',
    'linh năm',
    'một nghìn hai triệu',
    'một nghìn hai trăm nghìn',
    'một tỷ hai tỷ',
    'hai triệu rưỡi nghìn',
    'hai triệu rưỡi năm trăm nghìn',
    'rưỡi',
    'chẵn',
    'một triệu đồng đồng',
    'một triệu đồng và năm trăm đồng',
    'một triệu đồng Việt',
    'một triệu đồng Việt Ba',
    'mười triệu tỷ',
    'hai nghìn đô la',
    `một ${'triệu '.repeat(100)}`,
    'constructor',
    '__proto__',
  ])('%j is not understood', (text) => {
    expect(parseVndWords(text)).toBeUndefined();
  });

  it.each([
    ['một triệu hai', '1.200.000 to many'],
    ['một triệu năm trăm', '1.500.000 to many'],
    ['hai trăm ba', '230 to many'],
    ['hai trăm ba nghìn', '230.000 to many'],
    ['một tỷ hai', '1.200.000.000 to many'],
    ['một tỷ hai trăm', '1.200.000.000 to many'],
    ['một nghìn năm đồng', '1.500 to many'],
  ])('%j is not decided: it is %s', (text) => {
    expect(parseVndWords(text)).toBeUndefined();
  });
});

describe('the words of an amount', () => {
  it.each([
    [0, 'Không đồng'],
    [1, 'Một đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [55, 'Năm mươi lăm đồng'],
    [101, 'Một trăm linh một đồng'],
    [105, 'Một trăm linh năm đồng'],
    [110, 'Một trăm mười đồng'],
    [1005, 'Một nghìn không trăm linh năm đồng'],
    [1_200_000, 'Một triệu hai trăm nghìn đồng'],
    [2_000_500, 'Hai triệu không nghìn năm trăm đồng'],
    [1_000_500_000, 'Một tỷ năm trăm nghìn đồng'],
    [1_230_005_000, 'Một tỷ hai trăm ba mươi triệu không trăm linh năm nghìn đồng'],
    [1_000_000_500, 'Một tỷ không triệu không nghìn năm trăm đồng'],
    [1_175_249_000_000, 'Một nghìn một trăm bảy mươi lăm tỷ hai trăm bốn mươi chín triệu đồng'],
    [-500_000, 'Âm năm trăm nghìn đồng'],
  ])('of %d are %s', (amount, text) => {
    expect(spellVnd(amount)).toBe(text);
  });

  it('are none for a fraction or beyond the exact range', () => {
    for (const amount of [0.5, Number.NaN, 2 ** 53]) expect(() => spellVnd(amount)).toThrow(RangeError);
  });

  const MOST = 1e15;
  const amounts = fc.oneof(
    fc.integer({ min: -MOST, max: MOST }),
    fc.integer({ min: 0, max: 2_000_000 }),
    // Amounts of money have gaps in their middle.
    fc
      .array(fc.constantFrom(0, 0, 1, 5, 10, 15, 21, 100, 500, 999), { minLength: 5, maxLength: 5 })
      .map((groups) => groups.reduce<number>((sum, group) => sum * 1000 + group, 0)),
  );

  it('read back as the amount', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseVndWords(spellVnd(amount))).toBe(amount === 0 ? 0 : amount);
      }),
      { numRuns: 3000 },
    );
    for (let amount = 0; amount < 3000; amount += 1) expect(parseVndWords(spellVnd(amount))).toBe(amount);
  });

  const VARIANTS: readonly ((text: string) => string)[] = [
    (text) => text.replaceAll('linh', 'lẻ'),
    (text) => text.replaceAll('nghìn', 'ngàn'),
    (text) => text.replaceAll('tỷ', 'tỉ'),
    (text) => text.replaceAll(' tư', ' bốn'),
    (text) => text.replaceAll('bảy', 'bẩy'),
    (text) => text.toUpperCase(),
    (text) => text.normalize('NFD'),
    (text) => `${text} chẵn`,
    (text) => `Bằng chữ: ${text}./.`,
    (text) => text.replaceAll(' ', '  '),
  ];

  it('read back in other spellings, and without accents', () => {
    fc.assert(
      fc.property(amounts, fc.subarray([...VARIANTS]), fc.boolean(), (amount, variants, plain) => {
        const text = variants.reduce((words, vary) => vary(words), spellVnd(amount));
        expect(parseVndWords(plain ? fold(text) : text), text).toBe(amount === 0 ? 0 : amount);
      }),
      { numRuns: 2000 },
    );
  });

  it('never become another amount when a word is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.nat(), (amount, at) => {
        const words = spellVnd(amount).split(' ');
        const strange = words.with(at % words.length, 'xxx').join(' ');
        expect(parseVndWords(strange)).toBeUndefined();
      }),
    );
  });
});

const WORDS =
  'không một hai năm mốt tư lăm mười mươi trăm linh nghìn triệu tỷ rưỡi âm đồng việt chẵn xx'.split(' ');

describe('any words', () => {
  it('give a whole, exact amount or none', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const amount = parseVndWords(text);
        if (amount !== undefined) expect(Number.isSafeInteger(amount)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
