import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, neutral } from '#domain/workbook/csv-safe.ts';

describe('a cell of a CSV file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+84 912', "'+84 912"],
    ['-2+3', "'-2+3"],
    ['-cmd', "'-cmd"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['-500.000', '-500.000'],
    ['-500000', '-500000'],
    ['+1,5', '+1,5'],
    ['(500)', '(500)'],
    ['(500.000)', '(500.000)'],
    ['Nguyễn', 'Nguyễn'],
    ['a=b', 'a=b'],
    ["'=1", "'=1"],
    ['', ''],
  ])('%j stands as %j', (text, safe) => {
    expect(neutral(text)).toBe(safe);
  });

  it.each([
    ['a,b', ',', '"a,b"'],
    ['a,b', ';', 'a,b'],
    ['a"b', ',', '"a""b"'],
    ['a\nb', ',', '"a\nb"'],
    ['=A1,2', ',', '"\'=A1,2"'],
    [' a', ',', '" a"'],
    ['-1,5', ',', '"-1,5"'],
    ['1,5', ';', '1,5'],
  ])('%j between %j is written %s', (text, delimiter, written) => {
    expect(csvCell(text, delimiter)).toBe(written);
  });

  it('is read back as the neutral text by another reader', () => {
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    fc.assert(
      fc.property(delimiter, fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (sign, cells) => {
        const line = cells.map((cell) => csvCell(cell, sign)).join(sign);
        expect(parse(`${line}\r\n`, { delimiter: sign, recordDelimiter: '\r\n' })).toEqual([
          cells.map(neutral),
        ]);
      }),
    );
  });

  it('never begins like a formula, a signed number aside', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'=+-@\t\r＝＋－＠'), fc.string(), (first, rest) => {
        const safe = neutral(first + rest);
        if (!/^[-+][\d.,]+%?$/.test(safe)) expect(safe).toBe(`'${first}${rest}`);
      }),
    );
  });
});
