import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMilli, groupDigits } from '#domain/format.ts';
import { MULTIPLIERS, type Multiplier, type NumberStyle } from '#domain/parse/reading.ts';
import { FigureColumn } from '#domain/parse/values/figure-column.ts';
import { milli } from '#domain/quantity.ts';

/** The amount of one cell, or its fault. */
function money(text: string, style: NumberStyle = 'dot', multiplier: Multiplier = 1): number | string {
  const column = new FigureColumn(style, multiplier);
  return column.money(text, 1) ?? column.fault;
}
function quantity(text: string, style: NumberStyle = 'dot'): number | string {
  const column = new FigureColumn(style, 1, true);
  return column.quantity(text, 1) ?? column.fault;
}

describe('an amount of đồng', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['(0)', 0],
    ['007', 7],
    ['1500000', 1_500_000],
    ['1.500', 1500],
    ['1.500.000', 1_500_000],
    ['36.083.709.341', 36_083_709_341],
    ['1.500.000,00', 1_500_000],
    ['1.500,0', 1500],
    ['1 500 000', 1_500_000],
    ['-500.000', -500_000],
    ['−500.000', -500_000],
    ['500.000-', -500_000],
    ['(500.000)', -500_000],
    ['(500.000 đ)', -500_000],
    ['500.000 đồng', 500_000],
    ['500k', 500_000],
    ['-500k', -500_000],
    ['2,5 tỷ', 2_500_000_000],
    ['1,234567891 tỷ', 1_234_567_891],
    ['5tr', 5_000_000],
    ['5tr5', 5_500_000],
    ['5tr05', 5_050_000],
    ['1 tỷ 200 triệu', 1_200_000_000],
    ['(1 tỷ 200 triệu)', -1_200_000_000],
    ['1.200 triệu', 1_200_000_000],
    ['2 triệu rưỡi', 2_500_000],
    ['999999999999999', 999_999_999_999_999],
    ['999.999.999.999.999', 999_999_999_999_999],
    ['1.000.000 tỷ', 1e15],
  ])('%s is %d where dots group thousands', (text, amount) => {
    expect(Object.is(money(text), amount)).toBe(true);
  });

  it.each([
    ['1,500', 1500],
    ['1,500,000', 1_500_000],
    ['1,500,000.00', 1_500_000],
    ['2.5 tỷ', 2_500_000_000],
    ['1,200 triệu', 1_200_000_000],
    ['(1,500)', -1500],
  ])('%s is %d where commas do', (text, amount) => {
    expect(money(text, 'comma')).toBe(amount);
  });

  it.each<[text: string, fault: string, style?: NumberStyle]>([
    ['1,5', 'AMOUNT_FRACTION'],
    ['0,5', 'AMOUNT_FRACTION'],
    ['1.234,56', 'AMOUNT_FRACTION'],
    ['1,500', 'AMOUNT_FRACTION'],
    ['1.500', 'AMOUNT_FRACTION', 'comma'],
    ['1,0000000001 tỷ', 'AMOUNT_FRACTION'],
    ['0,0005 nghìn', 'AMOUNT_FRACTION'],
    ['1.00E+15', 'AMOUNT_E_NOTATION'],
    ['100 USD', 'AMOUNT_FOREIGN'],
    ['nt', 'AMOUNT_UNREADABLE'],
    ['', 'AMOUNT_UNREADABLE'],
    ['1.50.000', 'AMOUNT_UNREADABLE'],
    ['1.50.000 đ', 'AMOUNT_UNREADABLE'],
    ['1000000000000000', 'AMOUNT_UNREADABLE'],
    ['1.000.001 tỷ', 'AMOUNT_UNREADABLE'],
    ['1.000.000 tỷ 1 đ', 'AMOUNT_UNREADABLE'],
    ['1.000.000 tỷ 1 nghìn', 'AMOUNT_UNREADABLE'],
    ['٣', 'AMOUNT_UNREADABLE'],
    ['１５００', 'AMOUNT_UNREADABLE'],
  ])('%j is refused: %s', (text, fault, style) => {
    expect(money(text, style)).toBe(fault);
  });

  it('in words of units is not multiplied once more by the heading', () => {
    expect(money('5 triệu', 'dot', 1_000_000)).toBe(5_000_000);
    expect(money('5', 'dot', 1_000_000)).toBe(5_000_000);
  });

  it.each<[text: string, multiplier: Multiplier, amount: number | string, style?: NumberStyle]>([
    ['2,5', 1_000_000, 2_500_000],
    ['1.500', 1_000_000, 1_500_000_000],
    ['1.500', 1_000_000, 1_500_000, 'comma'],
    ['1,500', 1_000_000, 1_500_000],
    ['1.175,249', 1_000_000_000, 1_175_249_000_000],
    ['0,000001', 1_000_000, 1],
    ['0,0000001', 1_000_000, 'AMOUNT_FRACTION'],
    ['1,2345', 1_000, 'AMOUNT_FRACTION'],
    ['123456,789', 1_000, 123_456_789],
    ['(70,1)', 1_000_000, -70_100_000],
    ['999.999', 1_000_000_000, 999_999_000_000_000],
    ['1.000.001', 1_000_000_000, 'AMOUNT_UNREADABLE'],
    ['999999999999999', 1_000_000_000, 'AMOUNT_UNREADABLE'],
  ])('%s of %d đồng is %s', (text, multiplier, amount, style) => {
    expect(money(text, style, multiplier)).toBe(amount);
  });

  it('is read back as it is printed, whatever the style', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (amount) => {
        const expected = amount === 0 ? 0 : amount;
        expect(money(groupDigits(amount))).toBe(expected);
        expect(money(groupDigits(amount).replaceAll('.', ','), 'comma')).toBe(expected);
        expect(money(String(amount))).toBe(expected);
        expect(money(`${groupDigits(amount)} đồng`)).toBe(expected);
      }),
    );
  });

  it('of thousands or millions with a fraction is exact, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999_999 }),
        fc.constantFrom(...MULTIPLIERS),
        (amount, multiplier) => {
          const digits = String(multiplier).length - 1;
          const whole = Math.floor(amount / multiplier);
          const rest = String(amount % multiplier).padStart(digits, '0');
          const text = digits === 0 ? String(whole) : `${whole},${rest}`;
          // "1,500" alone may as well be a group: it needs its column.
          fc.pre(digits !== 3 || whole > 999 || whole === 0);
          expect(money(text, 'dot', multiplier)).toBe(amount);
        },
      ),
    );
  });

  it('is whole and exact, or a fault, whatever the cell says', () => {
    const piece = fc.constantFrom(...'0123456789.,-−() ', 'đ', 'tr', 'tỷ', 'k', 'E+', '٣');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 22 }).map((pieces) => pieces.join('')),
        fc.constantFrom<NumberStyle>('dot', 'comma'),
        fc.constantFrom(...MULTIPLIERS),
        (text, style, multiplier) => {
          const amount = money(text, style, multiplier);
          if (typeof amount === 'string') return;
          expect(Number.isSafeInteger(amount)).toBe(true);
          expect(Math.abs(amount)).toBeLessThanOrEqual(1e15);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('a quantity', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    ['70,1', 70_100],
    ['0,5', 500],
    ['0,001', 1],
    ['1.200', 1_200_000],
    ['1.200,25', 1_200_250],
    ['1,200.25', 1_200_250],
    ['70.1', 70_100],
    ['0.5', 500],
    ['0.500', 500],
    ['1 200', 1_200_000],
  ])('%s is %d thousandths', (text, thousandths) => {
    expect(quantity(text)).toBe(thousandths);
  });

  it('with three digits behind is what its column says', () => {
    expect([quantity('1.200', 'dot'), quantity('1.200', 'comma')]).toEqual([1_200_000, 1_200]);
    expect([quantity('1,200', 'dot'), quantity('1,200', 'comma')]).toEqual([1_200, 1_200_000]);
  });

  it.each([
    '',
    ',5',
    '5,',
    '1,2345',
    '-3',
    '−3',
    '(3)',
    '1,2,3',
    '70,1 tấn',
    '5 kg',
    '1e3',
    '½',
    '٣',
    '1000000000000',
  ])('%j is refused', (text) => {
    expect(quantity(text)).toBe('QUANTITY_UNREADABLE');
  });

  it('is read back as it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (thousandths) => {
        const text = formatMilli(milli(thousandths));
        expect(quantity(text)).toBe(thousandths);
        expect(
          quantity(
            text.replaceAll(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')),
            'comma',
          ),
        ).toBe(thousandths);
      }),
    );
  });
});

/** What a column counted of such cells. */
function evidenceOf(
  texts: readonly string[],
  style: NumberStyle,
  multiplier: Multiplier,
  ofQuantities: boolean,
) {
  const column = new FigureColumn(style, multiplier, ofQuantities);
  for (const [row, text] of texts.entries())
    if (ofQuantities) column.quantity(text, row);
    else column.money(text, row);
  return { ...column.evidence };
}

describe('what a column shows', () => {
  it.each<[text: string, multiplier: Multiplier, ofQuantities: boolean, shown: string]>([
    ['1.234.567', 1, false, 'dot'],
    ['1.500', 1, false, 'dot'],
    ['1,500', 1, false, 'comma'],
    ['1.500.000,00', 1, false, 'dot'],
    ['1500', 1, false, 'neutral'],
    ['1 500', 1, false, 'neutral'],
    ['1.500 đ', 1, false, 'dot'],
    ['(1.500)', 1, false, 'dot'],
    ['2,5 tỷ', 1, false, 'dot'],
    ['1.500 triệu', 1, false, 'dotThree'],
    ['1.500', 1_000_000, false, 'dotThree'],
    ['1,500', 1_000_000, false, 'commaThree'],
    ['2.5', 1_000_000, false, 'comma'],
    ['1.200', 1, true, 'dotThree'],
    ['1,200', 1, true, 'commaThree'],
    ['70,1', 1, true, 'dot'],
    ['70.1', 1, true, 'comma'],
    ['120', 1, true, 'neutral'],
  ])('%s (×%d, quantity %s) counts as %s', (text, multiplier, ofQuantities, shown) => {
    const counts = { dot: 0, comma: 0, dotThree: 0, commaThree: 0, neutral: 0 };
    expect(evidenceOf([text], 'dot', multiplier, ofQuantities)).toMatchObject({ ...counts, [shown]: 1 });
  });

  it('is nothing of a fraction of a đồng, which is a mistake, and of what is no number', () => {
    const shown = { dot: 0, comma: 0, dotThree: 0, commaThree: 0, neutral: 0 };
    expect(evidenceOf(['1,5', '1.234,56', 'x', '', '$5', '1e5'], 'dot', 1, false)).toMatchObject(shown);
  });

  it('keeps the first place of each', () => {
    const { firstDot, firstComma, firstThree } = evidenceOf(
      ['5', '2,5', '1.000.000', '2.5', '1,000,000', '1.500', '1,500'],
      'dot',
      1_000_000,
      false,
    );
    expect([firstDot, firstComma, firstThree]).toEqual([
      { row: 1, text: '2,5' },
      { row: 3, text: '2.5' },
      { row: 5, text: '1.500' },
    ]);
  });

  it('does not depend on the style that was concluded', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '1.500',
        '1,500',
        '1.234,5',
        '1,234.5',
        '2,5 tỷ',
        '1.500 triệu',
        '5tr5',
        '(1.5)',
        '-1,5',
        '0.500',
      ),
      fc.array(fc.constantFrom(...'0123456789.,'), { maxLength: 9 }).map((digits) => digits.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 12 }),
        fc.constantFrom(...MULTIPLIERS),
        fc.boolean(),
        (texts, multiplier, ofQuantities) => {
          expect(evidenceOf(texts, 'dot', multiplier, ofQuantities)).toEqual(
            evidenceOf(texts, 'comma', multiplier, ofQuantities),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('a figure that may be a thousand times another', () => {
  it.each([
    ['1500.000', 'AMOUNT_FRACTION'],
    ['1500,000', 'AMOUNT_FRACTION'],
    ['1.500,000', 'AMOUNT_FRACTION'],
    ['1,500.000', 'AMOUNT_FRACTION'],
    ['1 500.000', 'AMOUNT_FRACTION'],
    ['-1500.000', 'AMOUNT_FRACTION'],
    ['1500.000 đ', 'AMOUNT_FRACTION'],
    ['1.0000', 'AMOUNT_FRACTION'],
    ['1500000.0000', 1_500_000],
    ['1500000.00', 1_500_000],
    ['0912345678', 'AMOUNT_UNREADABLE'],
    ['0012345678', 12_345_678],
    ['500.000đ-', 'AMOUNT_UNREADABLE'],
    ['500.000đ/-', 500_000],
  ])('%j is %j', (text, expected) => {
    expect(money(text)).toBe(expected);
  });

  it('proves nothing about its column', () => {
    const column = new FigureColumn();
    column.money('1500.000', 1);
    column.money('1500,000', 2);
    expect(column.evidence.cells).toBe(0);
  });

  it.each<[text: string, expected: number | string]>([
    ['500 đồng', 'AMOUNT_UNREADABLE'],
    ['500.000đ', 'AMOUNT_UNREADABLE'],
    ['VND 500', 'AMOUNT_UNREADABLE'],
    ['500k', 500_000],
    ['2 triệu đồng', 2_000_000],
    ['500', 500_000],
  ])('%j under a heading of thousands is %j', (text, expected) => {
    expect(money(text, 'dot', 1_000)).toBe(expected);
  });

  it.each<[text: string, expected: number | string]>([
    ['1,1250', 1_125],
    ['12,50000', 12_500],
    ['1,1255', 'QUANTITY_UNREADABLE'],
  ])('%j of goods is %j thousandths', (text, expected) => {
    expect(quantity(text)).toBe(expected);
  });

  it('stays a fraction of a million', () => {
    expect(money('1500,000', 'dot', 1_000_000)).toBe(1_500_000_000);
  });
});
