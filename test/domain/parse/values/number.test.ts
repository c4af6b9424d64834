import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberStyle } from '#domain/parse/reading.ts';
import { NumberScanner, SHAPE, type Shape, styleOf } from '#domain/parse/values/number.ts';

const NAMES = Object.keys(SHAPE) as (keyof typeof SHAPE)[];
const nameOf = (shape: Shape) => NAMES.find((name) => SHAPE[name] === shape);

function scanned(text: string) {
  const scanner = new NumberScanner();
  if (!scanner.scan(text)) return undefined;
  return [
    nameOf(scanner.shape),
    scanner.mantissa / 10 ** scanner.scale('dot'),
    scanner.mantissa / 10 ** scanner.scale('comma'),
  ];
}

describe('a number', () => {
  it.each<[text: string, shape: keyof typeof SHAPE, underDots: number, underCommas: number]>([
    ['0', 'plain', 0, 0],
    ['007', 'plain', 7, 7],
    ['1234567', 'plain', 1_234_567, 1_234_567],
    ['999999999999999', 'plain', 999_999_999_999_999, 999_999_999_999_999],
    ['1.500', 'dotThree', 1500, 1.5],
    ['1,500', 'commaThree', 1.5, 1500],
    ['100.000', 'dotThree', 100_000, 100],
    ['1.234.567', 'dotGroups', 1_234_567, 1_234_567],
    ['1,234,567', 'commaGroups', 1_234_567, 1_234_567],
    ['1 500', 'spaceGroups', 1500, 1500],
    ['1 234 567', 'spaceGroups', 1_234_567, 1_234_567],
    ['2.5', 'dotFraction', 2.5, 2.5],
    ['2,5', 'commaFraction', 2.5, 2.5],
    ['2,50', 'commaFraction', 2.5, 2.5],
    ['1.2345', 'dotFraction', 1.2345, 1.2345],
    ['0.500', 'dotFraction', 0.5, 0.5],
    ['0,500', 'commaFraction', 0.5, 0.5],
    ['12345.678', 'dotFraction', 12_345.678, 12_345.678],
    ['12345,5', 'commaFraction', 12_345.5, 12_345.5],
    ['1.234,00', 'dotGroupsCommaFraction', 1234, 1234],
    ['1,234.00', 'commaGroupsDotFraction', 1234, 1234],
    ['1.234.567,89', 'dotGroupsCommaFraction', 1_234_567.89, 1_234_567.89],
    ['1,234,567.8', 'commaGroupsDotFraction', 1_234_567.8, 1_234_567.8],
    ['1.234,567', 'dotGroupsCommaFraction', 1234.567, 1234.567],
    ['1 234,5', 'commaFraction', 1234.5, 1234.5],
    ['1 234.5', 'dotFraction', 1234.5, 1234.5],
  ])('%s is %s', (text, shape, underDots, underCommas) => {
    expect(scanned(text)).toEqual([shape, underDots, underCommas]);
  });

  it.each([
    '',
    ' ',
    '.',
    '1.',
    ',5',
    '.500',
    '1..500',
    '1.23.456',
    '1.2345.678',
    '1234.567.890',
    '1.234.56',
    '1 50',
    '1 5000',
    '12345 678',
    '0 500',
    '0.500.000',
    '1.500 000',
    '1.234,5,6',
    '1,234.567.890',
    '1.234,567.890',
    '1 234,567 890',
    '5 ',
    ' 5',
    '-5',
    '+5',
    '5đ',
    '1e6',
    "1'500",
    '1_500',
    '1\u00a0500',
    '٣',
    '１５００',
    '²',
    '½',
    '1000000000000000',
    '1.000.000.000.000.000',
  ])('%j is none', (text) => {
    expect(scanned(text)).toBeUndefined();
  });

  it('may stand within a text', () => {
    const scanner = new NumberScanner();
    expect(scanner.scan('-1.500đ', 1, 6)).toBe(true);
    expect(scanner.mantissa).toBe(1500);
    expect(scanner.scan('x0,5', 1)).toBe(true);
    expect(scanner.scale('dot')).toBe(1);
  });

  it('after one that is none is read as if alone', () => {
    const scanner = new NumberScanner();
    scanner.scan('1.234,5');
    scanner.scan('x');
    scanner.scan('12');
    expect([scanner.shape, scanner.mantissa, scanner.scale('dot')]).toEqual([SHAPE.plain, 12, 0]);
  });
});

describe('a shape', () => {
  it.each<[keyof typeof SHAPE, NumberStyle | undefined]>([
    ['plain', undefined],
    ['spaceGroups', undefined],
    ['dotThree', undefined],
    ['commaThree', undefined],
    ['dotGroups', 'dot'],
    ['commaFraction', 'dot'],
    ['dotGroupsCommaFraction', 'dot'],
    ['commaGroups', 'comma'],
    ['dotFraction', 'comma'],
    ['commaGroupsDotFraction', 'comma'],
  ])('%s proves %s', (shape, style) => {
    expect(styleOf(SHAPE[shape])).toBe(style);
  });
});

const SIGNS = { dot: ['.', ','], comma: [',', '.'] } as const;
const printed = (whole: number, fraction: string, style: NumberStyle, grouped: boolean): string => {
  const [group, decimal] = SIGNS[style];
  const digits = grouped ? String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, group) : String(whole);
  return digits + (fraction === '' ? '' : decimal + fraction);
};
const anyNumber = fc.record({
  whole: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 999_999_999 })),
  fraction: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 6 }),
  style: fc.constantFrom<NumberStyle>('dot', 'comma'),
  grouped: fc.boolean(),
});

describe('what is printed', () => {
  it('is read back exactly under its own style', () => {
    fc.assert(
      fc.property(anyNumber, ({ whole, fraction, style, grouped }) => {
        const scanner = new NumberScanner();
        expect(scanner.scan(printed(whole, fraction, style, grouped))).toBe(true);
        expect(scanner.mantissa).toBe(Number(`${whole}${fraction}`));
        expect(scanner.scale(style)).toBe(fraction.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('proves its own style, or none, and where it proves one it reads alike under both', () => {
    fc.assert(
      fc.property(anyNumber, ({ whole, fraction, style, grouped }) => {
        const scanner = new NumberScanner();
        scanner.scan(printed(whole, fraction, style, grouped));
        const proven = styleOf(scanner.shape);
        expect([style, undefined]).toContain(proven);
        if (!scanner.ambiguous) expect(scanner.scale('dot')).toBe(scanner.scale('comma'));
      }),
      { numRuns: 2000 },
    );
  });

  it('is unclear only with one sign and three digits behind', () => {
    fc.assert(
      fc.property(anyNumber, ({ whole, fraction, style, grouped }) => {
        const text = printed(whole, fraction, style, grouped);
        const scanner = new NumberScanner();
        scanner.scan(text);
        expect(scanner.ambiguous).toBe(/^[1-9]\d{0,2}[.,]\d{3}$/.test(text));
      }),
      { numRuns: 2000 },
    );
  });
});
