import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeApart } from '#domain/parse/values/money-text.ts';

const TRIEU = 1_000_000;
const TY = 1_000_000_000;

/** Sign, then number × multiplier of each term; the fault where there is one. */
function apart(text: string): string {
  const money = takeApart(text);
  if ('fault' in money) return money.fault;
  return (money.negative ? '- ' : '') + money.terms.map((t) => `${t.number}×${t.multiplier}`).join(' + ');
}

describe('an amount as people write it', () => {
  it.each([
    ['500.000', '500.000×0'],
    ['500.000 đ', '500.000×0'],
    ['500.000đ', '500.000×0'],
    ['500.000 đồng', '500.000×0'],
    ['500.000 đồng chẵn', '500.000×0'],
    ['500.000 đ/', '500.000×0'],
    ['500.000đ.-', '500.000×0'],
    ['500.000,-', '500.000×0'],
    ['500.000 VND', '500.000×0'],
    ['500000 VNĐ', '500000×0'],
    ['VND 500.000', '500.000×0'],
    ['VNĐ: 500.000', '500.000×0'],
    ['500.000 ₫', '500.000×0'],
    ['₫500.000', '500.000×0'],
    ["'500.000", '500.000×0'],
    ['+500.000', '500.000×0'],
  ])('%j: currency says nothing', (text, expected) => {
    expect(apart(text)).toBe(expected);
  });

  it.each([
    '-500.000',
    '−500.000',
    '–500.000',
    '- 500.000',
    '500.000-',
    '500.000 -',
    '(500.000)',
    '( 500.000 )',
    '(500.000 đ)',
    '(500.000) đ',
    '-500.000 đồng',
    '-VND 500.000',
    'VND -500.000',
    'VND (500.000)',
  ])('%j is a reversal', (text) => {
    expect(apart(text)).toBe('- 500.000×0');
  });

  it.each([
    ['2,5 tỷ', `2,5×${TY}`],
    ['2,5 tỉ', `2,5×${TY}`],
    ['2.5 TỶ đồng', `2.5×${TY}`],
    ['5 triệu', `5×${TRIEU}`],
    ['5tr', `5×${TRIEU}`],
    ['500k', '500×1000'],
    ['500 K', '500×1000'],
    ['500 nghìn', '500×1000'],
    ['500 ngàn đồng', '500×1000'],
    ['500ng', '500×1000'],
    ['1 tỷ 200 triệu', `1×${TY} + 200×${TRIEU}`],
    ['1tỷ200', `1×${TY} + 200×${TRIEU}`],
    ['1 tỷ 200 triệu 500 nghìn', `1×${TY} + 200×${TRIEU} + 500×1000`],
    ['5tr5', `5×${TRIEU} + 5×${TRIEU / 10}`],
    ['5tr50', `5×${TRIEU} + 50×${TRIEU / 100}`],
    ['5tr500', `5×${TRIEU} + 500×1000`],
    ['2 triệu rưỡi', `2×${TRIEU} + 5×${TRIEU / 10}`],
    ['-2,5 tỷ', `- 2,5×${TY}`],
    ['(5tr5)', `- 5×${TRIEU} + 5×${TRIEU / 10}`],
  ])('%j is %s', (text, expected) => {
    expect(apart(text)).toBe(expected);
  });

  it.each([
    ['1.00E+15', 'AMOUNT_E_NOTATION'],
    ['1e6', 'AMOUNT_E_NOTATION'],
    ['-1,5E+9', 'AMOUNT_E_NOTATION'],
    ['$500', 'AMOUNT_FOREIGN'],
    ['500 USD', 'AMOUNT_FOREIGN'],
    ['€ 20', 'AMOUNT_FOREIGN'],
    ['50.000 KRW', 'AMOUNT_FOREIGN'],
    ['', 'AMOUNT_UNREADABLE'],
    ['-', 'AMOUNT_UNREADABLE'],
    ['đ', 'AMOUNT_UNREADABLE'],
    ['triệu', 'AMOUNT_UNREADABLE'],
    ['một triệu', 'AMOUNT_UNREADABLE'],
    ['--5', 'AMOUNT_UNREADABLE'],
    ['-(5)', 'AMOUNT_UNREADABLE'],
    ['(5', 'AMOUNT_UNREADABLE'],
    ['=5', 'AMOUNT_UNREADABLE'],
    ['5 triệu 2 tỷ', 'AMOUNT_UNREADABLE'],
    ['5 triệu 2 triệu', 'AMOUNT_UNREADABLE'],
    ['5 triệu 200', 'AMOUNT_UNREADABLE'],
    ['5tr5000', 'AMOUNT_UNREADABLE'],
    ['5,5tr5', 'AMOUNT_UNREADABLE'],
    ['5tr5k', 'AMOUNT_UNREADABLE'],
    ['5 kg', 'AMOUNT_UNREADABLE'],
    ['5 trăm', 'AMOUNT_UNREADABLE'],
    ['0x10', 'AMOUNT_UNREADABLE'],
    ['∞', 'AMOUNT_UNREADABLE'],
    ['NaN', 'AMOUNT_UNREADABLE'],
    ['1/2', 'AMOUNT_UNREADABLE'],
    ["1'500", 'AMOUNT_UNREADABLE'],
  ])('%j is refused, not guessed at: %s', (text, fault) => {
    expect(apart(text)).toBe(fault);
  });

  it('is taken apart soon, whatever it is', () => {
    const piece = fc.constantFrom(
      '1',
      '5',
      '.',
      ',',
      ' ',
      '-',
      '(',
      ')',
      'tr',
      'tỷ',
      'k',
      'đ',
      'VND',
      'e',
      'rưỡi',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const money = takeApart(pieces.join(''));
        if ('fault' in money) return;
        expect(money.terms.length).toBeGreaterThan(0);
        for (const { number } of money.terms) expect(number).toMatch(/^[\d., ]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['1 ', '1, ', '1tr', '(', '1.', '- ', 'đ ', 'vnd ', ' -'])(
    'of %j without end costs no time',
    (piece) => {
      const start = performance.now();
      takeApart(piece.repeat(2000 / piece.length));
      takeApart(`${piece.repeat(2000 / piece.length)}x`);
      // Whoever tries all ways to part such a text ends never.
      expect(performance.now() - start).toBeLessThan(2_000);
    },
  );
});
