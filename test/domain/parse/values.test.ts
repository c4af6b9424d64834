import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BENEFICIARY_CLASSES, CHANNELS, DONOR_CLASSES, PURPOSES } from '#domain/codes.ts';
import { type IsoDate, isoDate } from '#domain/date.ts';
import { formatDate, formatMilli, groupDigits } from '#domain/format.ts';
import {
  codeReader,
  parseCount,
  parseDate,
  parseQuantity,
  parseVnd,
  parseYesNo,
} from '#domain/parse/values.ts';
import { milli } from '#domain/quantity.ts';

const FULL_WIDTH = '１５００';
const ARABIC_INDIC = '٣';

describe('amounts', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['1500000', 1_500_000],
    ['1.500.000', 1_500_000],
    ['1.500', 1500],
    ['36.083.709.341', 36_083_709_341],
    ['-500.000', -500_000],
    ['−500.000', -500_000],
    ['007', 7],
    ['999999999999999', 999_999_999_999_999],
  ])('%s is %d đồng', (text, amount) => {
    expect(Object.is(parseVnd(text), amount)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    '1.',
    '.500',
    '1.50',
    '1.5000',
    '1.23.456',
    '1..500',
    '0.500',
    '00.500',
    '1.234,00',
    '1,234',
    '1,234,567',
    '1.234.567,5',
    '1 500 000',
    '1\u00a0500',
    "1'500",
    '2,5 tỷ',
    '1 tỷ 200 triệu',
    '500k',
    '5tr5',
    '500.000 đ',
    '500.000đ',
    '500000 VNĐ',
    '₫500',
    '1e6',
    '1E+15',
    '0x10',
    '+500',
    '--5',
    '500-',
    '(500.000)',
    '=5',
    '∞',
    'NaN',
    'Infinity',
    ARABIC_INDIC,
    FULL_WIDTH,
    '²',
    '1.500.000.000.000.000',
    '1000000000000000',
    '1.500\n',
  ])('%j is refused, not guessed at', (text) => {
    expect(parseVnd(text)).toBeUndefined();
  });

  it('read back what is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (amount) => {
        expect(parseVnd(groupDigits(amount))).toBe(amount === 0 ? 0 : amount);
        expect(parseVnd(String(amount))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it('are whole, exact and never made of letters', () => {
    const characters = fc.constantFrom(...'0123456789.,-− đkeE+()٣１');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 22 }), (text) => {
        const amount = parseVnd(text);
        if (amount === undefined) return;
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(text.replace(/[.\-−]/g, '').replace(/^0+(?=.)/, '')).toBe(String(Math.abs(amount)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('quantities', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    ['70,1', 70_100],
    ['0,5', 500],
    ['0,001', 1],
    ['1.200', 1_200_000],
    ['1.200,25', 1_200_250],
  ])('%s is %d thousandths', (text, thousandths) => {
    expect(parseQuantity(text)).toBe(thousandths);
  });

  it.each([
    '',
    ',5',
    '5,',
    '1,2345',
    '70.1',
    '0.5',
    '0.500',
    '-3',
    '−3',
    '1,2,3',
    '70,1 tấn',
    '5 kg',
    '1e3',
    ARABIC_INDIC,
    FULL_WIDTH,
    '½',
  ])('%j is refused', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it('read back what is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (thousandths) => {
        expect(parseQuantity(formatMilli(milli(thousandths)))).toBe(thousandths);
      }),
    );
  });
});

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

describe('days', () => {
  it.each([
    ['25/12/2024', '2024-12-25'],
    ['5/9/2024', '2024-09-05'],
    ['05/09/2024', '2024-09-05'],
    ['29/02/2024', '2024-02-29'],
    ['2024-12-25', '2024-12-25'],
    ['03/04/2024', '2024-04-03'],
  ])('%s is %s, day first', (text, day) => {
    expect(parseDate(text)).toBe(day);
  });
  it.each([
    '',
    '15/9',
    '24/9/202024',
    '12/25/2024',
    '31/04/2024',
    '29/02/2023',
    '00/01/2024',
    '1/0/2024',
    '25/12/24',
    '25-12-2024',
    '25.12.2024',
    '2024/12/25',
    '2024-9-5',
    '45651',
    '25/12/2024 10:00',
    '2024-12-25T00:00:00Z',
    '1/1/0024',
    '１/１/2024',
  ])('%j is refused', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
  it('read back what is printed', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1900-01-01T00:00:00Z'),
          max: new Date('2999-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const day = isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) as IsoDate;
          expect(parseDate(formatDate(day))).toBe(day);
          expect(parseDate(day)).toBe(day);
        },
      ),
    );
  });
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
