import { describe, expect, it } from 'vitest';
import { BENEFICIARY_CLASSES, CHANNELS, DONOR_CLASSES, PURPOSES } from '#domain/codes.ts';
import { codeReader } from '#domain/parse/values/codes.ts';
import { parseCount } from '#domain/parse/values/count.ts';
import { parseYesNo } from '#domain/parse/values/yes-no.ts';

const ARABIC_INDIC = '٣';

describe('counts', () => {
  it.each([
    ['1', 1],
    ['12', 12],
    ['0012', 12],
    ['9999999', 9_999_999],
  ])('%s is %d', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });
  it.each(['', '0', '-1', '1,5', '1.200', '12 hộ', '10000000', '1e3', ARABIC_INDIC])(
    '%j is refused',
    (text) => {
      expect(parseCount(text)).toBeUndefined();
    },
  );
});

describe('yes and no', () => {
  it.each(['có', 'Có', 'CÓ', 'co', 'c\u006f\u0301', 'x', 'X', 'yes', '1', 'true', 'Đồng ý'])(
    '%j is yes',
    (text) => {
      expect(parseYesNo(text)).toBe(true);
    },
  );
  it.each(['', 'không', 'Khong', 'no', '0', 'false', 'không đồng ý'])('%j is no', (text) => {
    expect(parseYesNo(text)).toBe(false);
  });
  it.each(['ok', 'chưa', '2', 'có lẽ', '?', 'đồng', '-'])('%j is neither', (text) => {
    expect(parseYesNo(text)).toBeUndefined();
  });
});

describe('codes', () => {
  const lists: [string, Readonly<Record<string, string>>][] = [
    ['donor classes', DONOR_CLASSES],
    ['channels', CHANNELS],
    ['purposes', PURPOSES],
    ['beneficiary classes', BENEFICIARY_CLASSES],
  ];
  it.each(lists)('of %s are read as written, as labels, without accents and in any case', (_name, labels) => {
    const read = codeReader(labels);
    for (const [code, label] of Object.entries(labels)) {
      const unaccented = label
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replaceAll('đ', 'd')
        .replaceAll('Đ', 'D');
      for (const text of [
        code,
        code.toLowerCase(),
        code.replaceAll('_', ' '),
        label,
        label.toUpperCase(),
        label.normalize('NFD'),
        unaccented,
      ])
        expect(read(text), text).toBe(code);
    }
  });
  it('are not guessed at', () => {
    const read = codeReader(DONOR_CLASSES);
    for (const text of ['', 'CA', 'CÁ NHÂN KHÁC', 'constructor', '__proto__', 'toString', '1'])
      expect(read(text), text).toBeUndefined();
  });
});
