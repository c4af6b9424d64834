import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { codesOf, isCode, REGISTER_KINDS, TABLE_KINDS } from '#domain/codes.ts';
import { columnsToFill } from '#domain/parse/contract.ts';
import { findLayout } from '#domain/parse/table/layout.ts';
import { parseYesNo } from '#domain/parse/values/yes-no.ts';
import { columnLetters } from '#domain/workbook/cell-ref.ts';
import { templateCsv, templateWorkbook } from '#domain/workbook/template.ts';
import { opened, rowsOf } from './read.ts';

const KINDS = codesOf(TABLE_KINDS);

describe.each(KINDS)('the template for %s', (kind) => {
  const columns = columnsToFill(kind);

  it('has headings that are read back, every one', async () => {
    // Headings tell the kind of a book and of a statement; a register is one where that is said.
    const said = isCode(REGISTER_KINDS, kind) ? kind : undefined;
    const layout = findLayout(await rowsOf(await templateWorkbook(kind)), said);
    expect(layout).toMatchObject({ ok: true, value: { kind, unknown: [] } });
    if (layout.ok) expect(Object.keys(layout.value.at)).toEqual(columns.map(({ name }) => name));
  });

  it('offers, for each column with a list, labels that the reader takes', async () => {
    const [sheet, lists] = (await readXlsx(await templateWorkbook(kind))).sheets;
    const listed = columns.filter((column) => column.codes || column.type === 'yesNo');
    expect(sheet?.dataValidations?.length ?? 0).toBe(listed.length);
    for (const [i, column] of listed.entries()) {
      const offer = sheet?.dataValidations?.[i];
      const letter = columnLetters(columns.indexOf(column));
      const labels = String.fromCharCode(66 + i * 2);
      const pairs = (lists?.rows ?? [])
        .slice(1)
        .map((row) => [row[i * 2], row[i * 2 + 1]])
        .filter(([code]) => code);
      expect(offer).toMatchObject({
        type: 'list',
        range: `${letter}2:${letter}1048576`,
        formula1: `'Danh mục'!$${labels}$2:$${labels}$${pairs.length + 1}`,
      });
      if (column.codes) expect(Object.fromEntries(pairs)).toEqual(column.codes);
      else expect(pairs.flat().map((word) => parseYesNo(String(word)))).toEqual([true, true, false, false]);
    }
  });

  it('says of each column what to write there', async () => {
    const book = await opened(await templateWorkbook(kind));
    const rows = await rowsOf(await templateWorkbook(kind), 'Hướng dẫn');
    expect(book.sheets.map(({ hidden }) => hidden)).toEqual([false, false, false]);
    for (const { title, description } of columns) {
      expect(rows.filter(({ cells }) => cells[0] === title && cells[2] === description)).toHaveLength(1);
    }
  });

  it('is the same every time', async () => {
    expect(await templateWorkbook(kind)).toEqual(await templateWorkbook(kind));
  });

  it('exists as CSV: the headings, marked as UTF-8', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(templateCsv(kind));
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.slice(1, -2).split(',').length).toBeGreaterThanOrEqual(columns.length);
  });
});
