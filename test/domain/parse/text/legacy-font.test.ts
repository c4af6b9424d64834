import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertFont, convertWord } from '#domain/parse/text/legacy-font.ts';
import { ALL_LETTERS, SAMPLE, SMALL, toTcvn3, toVni } from './sample.ts';

const TCVN3_LETTERS = [...SMALL, ...'đĂÂÊÔƠƯĐ'];

describe('the tables', () => {
  it('are tried with every letter of Vietnamese', () => {
    expect(new Set(ALL_LETTERS).size).toBe(146);
  });

  it.each(ALL_LETTERS)('VNI has %s', (letter) => {
    expect(convertWord(`n${toVni(letter)}n`, 'vni')).toBe(`n${letter}n`);
  });

  it.each(TCVN3_LETTERS)('TCVN3 has %s', (letter) => {
    expect(convertWord(`n${toTcvn3(letter)}n`, 'tcvn3')).toBe(`n${letter}n`);
  });

  it('take a VNI mark in the other case', () => {
    expect(convertWord('NGUYEãN', 'vni')).toBe('NGUYỄN');
    expect(convertWord('ñöÔïc', 'vni')).toBe('đưỢc');
  });

  it.each([
    ['a mark without its letter', 'tháng', 'vni'],
    ['a mark that its letter never has', 'uân', 'vni'],
    ['a letter that TCVN3 has not', 'là', 'tcvn3'],
    ['a letter of Unicode', 'tiền', 'tcvn3'],
  ] as const)('give up at %s', (_name, word, font) => {
    expect(convertWord(word, font)).toBeUndefined();
  });
});

describe('a cell in a legacy font', () => {
  it.each([
    ['hép møt tÕt', 'tcvn3', 'hộp mứt tết'],
    ['§¹i héi đã thành công', 'tcvn3', 'Đại hội đã thành công'],
    ['ng\u00adêi ®\u00adîc', 'tcvn3', 'người được'],
    ['Q.§ 500.000® (§¾k L¾k)', 'tcvn3', 'Q.Đ 500.000đ (Đắk Lắk)'],
    ['CéNG HOµ X· HéI', 'tcvn3', 'CộNG HOà Xã HộI'],
    ['chaøo caùc baïn', 'vni', 'chào các bạn'],
    ['COÂNG TY ÑAÀU TÖ', 'vni', 'CÔNG TY ĐẦU TƯ'],
    ['gởi người nghèo', 'tcvn3', 'gởi người nghèo'],
    ['Nguyễn Văn Hào, tháng chín', 'tcvn3', 'Nguyễn Văn Hào, tháng chín'],
    ['quán Café của Nguyễn', 'tcvn3', 'quán Café của Nguyễn'],
    ['Nguyễn chaøo tháng', 'vni', 'Nguyễn chào tháng'],
    ['là bà hàng', 'tcvn3', 'là bà hàng'],
    ['Tien gui 3 x 5', 'tcvn3', 'Tien gui 3 x 5'],
    ['hép møt tÕt', 'unicode', 'hép møt tÕt'],
    ['', 'vni', ''],
  ] as const)('%s (%s) → %s', (text, font, expected) => {
    expect(convertFont(text, font)).toBe(expected);
  });

  it('comes back as it was written', () => {
    expect(convertFont(toVni(SAMPLE), 'vni')).toBe(SAMPLE);
    expect(convertFont(toTcvn3(SAMPLE), 'tcvn3')).toBe(SAMPLE);
  });

  it('in Unicode stays as it is, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(convertFont(text, 'unicode')).toBe(text);
        expect(typeof convertFont(text, 'tcvn3')).toBe('string');
        expect(convertFont(`${text} ế`, 'vni').endsWith(' ế')).toBe(true);
      }),
    );
  });
});
