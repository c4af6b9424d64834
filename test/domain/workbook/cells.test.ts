import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNumber } from '#domain/workbook/cell-text.ts';
import { cellsOf } from './read.ts';
import { sheet } from './zip.ts';

const cell = async (xml: string, more = {}) => (await cellsOf(sheet(`<row>${xml}</row>`, more)))[0]?.[0];

describe('a cell as text', () => {
  it.each([
    ['a whole number', '<c><v>1500000</v></c>', '1500000'],
    ['a nought', '<c><v>0</v></c>', '0'],
    ['a negative number', '<c><v>-500000</v></c>', '-500000'],
    ['a number with an exponent', '<c><v>1.5E+9</v></c>', '1500000000'],
    [
      'an account number of which Excel has lost the last digits',
      '<c><v>1.23456789012346E+17</v></c>',
      '123456789012346000',
    ],
    ['a whole number beyond all accounts', '<c><v>1E+21</v></c>', '1000000000000000000000'],
    ['a fraction', '<c><v>70.1</v></c>', '70,1'],
    ['a fraction that looks like thousands', '<c><v>1.234</v></c>', '1,2340'],
    ['a negative one', '<c><v>-0.125</v></c>', '-0,1250'],
    ['three decimals that cannot be thousands', '<c><v>1234.567</v></c>', '1234,567'],
    ['the noise of 0.1 + 0.2', '<c><v>0.30000000000000004</v></c>', '0,3'],
    ['a noisy whole number', '<c><v>1499999.9999999998</v></c>', '1500000'],
    ['a tiny number', '<c><v>1E-7</v></c>', '0,0000001'],
    ['a date', '<c s="1"><v>45651</v></c>', '2024-12-25'],
    ['a date by a built-in format', '<c s="4"><v>45651</v></c>', '2024-12-25'],
    ['a date with a time', '<c s="1"><v>45651.75</v></c>', '2024-12-25'],
    ['the first day', '<c s="1"><v>1</v></c>', '1900-01-01'],
    ['the last day', '<c s="1"><v>2958465</v></c>', '9999-12-31'],
    ['a number that is no day', '<c s="1"><v>-5</v></c>', '########'],
    ['a number beyond all days', '<c s="1"><v>2958466</v></c>', '########'],
    ['a time alone', '<c s="1"><v>0.5</v></c>', '12:00:00'],
    ['a serial number that nobody formatted', '<c><v>45651</v></c>', '45651'],
    ['an amount with đồng in its format', '<c s="2"><v>45651</v></c>', '45651'],
    ['an amount with a currency whose name has a d', '<c s="3"><v>45651</v></c>', '45651'],
    ['a date of the strict dialect', '<c t="d"><v>2024-12-25T00:00:00</v></c>', '2024-12-25'],
    ['true', '<c t="b"><v>1</v></c>', 'true'],
    ['false', '<c t="b"><v>0</v></c>', 'false'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['an error of a formula', '<c t="e"><f>A2/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a formula by its result', '<c><f>SUM(B1:B9)</f><v>7000</v></c>', '7000'],
    ['a formula with the result nought', '<c><f>SUM(B1:B9)</f><v>0</v></c>', '0'],
    ['a formula with a text for result', '<c t="str"><f>A2&amp;B2</f><v>PT-1</v></c>', 'PT-1'],
    ['a formula without a result', '<c><f>SUM(B1:B9)</f></c>', '#CHƯA TÍNH'],
    ['a formula with an empty result', '<c><f>SUM(B1:B9)</f><v/></c>', '#CHƯA TÍNH'],
    ['a shared formula without a result', '<c><f t="shared" si="0"/></c>', '#CHƯA TÍNH'],
    ['an inline text', '<c t="inlineStr"><is><t>Ông Sáu</t></is></c>', 'Ông Sáu'],
    [
      'an inline rich text',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>Ông </t></r><r><t>Sáu</t></r></is></c>',
      'Ông Sáu',
    ],
    [
      'a text with spaces and a line break',
      '<c t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>',
      ' a\nb ',
    ],
    ['entities', '<c t="inlineStr"><is><t>&lt;A &amp; B&gt; &#272;&#x1ED3;ng</t></is></c>', '<A & B> Đồng'],
    ['a section', '<c t="inlineStr"><is><t><![CDATA[<b> & ]]></t></is></c>', '<b> & '],
    ['an escaped character', '<c t="inlineStr"><is><t>a_x000D_\nb_x005F_c</t></is></c>', 'a\r\nb_c'],
    ['a text of digits', '<c t="inlineStr"><is><t>0012</t></is></c>', '0012'],
    ['a prefix on every name', '<x:c r="A1"><x:v>5</x:v></x:c>', '5'],
  ])('gives %s', async (_, xml, text) => {
    expect(await cell(xml)).toBe(text);
  });

  it('gives a shared text, plain or rich, without what is only spoken', async () => {
    const strings =
      '<si><t>Tiền mặt</t></si><si><r><t>Chuyển </t></r><r><rPr><b/></rPr><t xml:space="preserve">khoản </t></r><rPh><t>x</t></rPh></si>';
    const row = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>';
    expect(await cellsOf(sheet(row, { strings }))).toEqual([['Chuyển khoản ', 'Tiền mặt', 'Chuyển khoản ']]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    expect(await cell('<c s="1"><v>44189</v></c>', { workbook: '<workbookPr date1904="1"/>' })).toBe(
      '2024-12-25',
    );
  });

  it('knows where days end that are counted from 1904', async () => {
    const more = { workbook: '<workbookPr date1904="true"/>' };
    expect(await cell('<c s="1"><v>2957003</v></c>', more)).toBe('9999-12-31');
    expect(await cell('<c s="1"><v>2957004</v></c>', more)).toBe('########');
  });

  it('lets no text of one cell run into the next', async () => {
    const row =
      '<row><c><is><t>x</t></is><v>1</v></c><c t="inlineStr"><is><t>y</t></is></c><c t="s"/><c t="b"/><c t="str"><v>z</v></c></row>';
    expect(await cellsOf(sheet(row))).toEqual([['1', 'y', '', '', 'z']]);
  });

  it('takes no nought for a result where the writer left all formulas to Excel', async () => {
    const more = { workbook: '<calcPr fullCalcOnLoad="1"/>' };
    expect(await cell('<c><f>SUM(B1:B9)</f><v>0</v></c>', more)).toBe('#CHƯA TÍNH');
    expect(await cell('<c><f>SUM(B1:B9)</f><v>7</v></c>', more)).toBe('7');
    expect(await cell('<c><v>0</v></c>', more)).toBe('0');
  });

  it('gives every whole number of 15 digits as its digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (value) => {
        expect(plainNumber(value)).toBe(String(value));
      }),
    );
  });

  it('gives a fraction that reads back as itself, never in a form that could be thousands', () => {
    const fraction = fc.tuple(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 1, max: 5 }),
    );
    fc.assert(
      fc.property(fraction, ([digits, decimals]) => {
        const value = digits / 10 ** decimals;
        const text = plainNumber(value);
        expect(Number(text.replace(',', '.'))).toBe(value);
        expect(text).toMatch(/^-?\d+(,\d+)?$/);
        expect(text).not.toMatch(/^-?\d{1,3},\d{3}$/);
      }),
    );
  });
});
