import { describe, expect, it } from 'vitest';
import { cellsOf, opened, refusalOf, rowsOf } from './read.ts';
import { sheet, workbook } from './zip.ts';

const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, ...cells: [ref: string, value: string][]) =>
  `<row r="${number}">${cells.map(([ref, value]) => text(`${ref}${number}`, value)).join('')}</row>`;

describe('rows of a sheet', () => {
  it('are numbered as a spreadsheet shows them, blank ones between included', async () => {
    const bytes = sheet(row(2, ['B', 'x']) + row(5, ['A', 'y']));
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: [] },
      { row: 2, cells: ['', 'x'] },
      { row: 3, cells: [] },
      { row: 4, cells: [] },
      { row: 5, cells: ['y'] },
    ]);
  });

  it('leave out blank cells behind the last text, and blank rows behind the last one', async () => {
    const styled = '<row r="2"><c r="A2" s="1"/><c r="XFD2" s="1"/></row>';
    expect(await cellsOf(sheet(`<row r="1">${text('A1', 'x')}<c r="B1" s="1"/></row>${styled}`))).toEqual([
      ['x'],
    ]);
  });

  it('come in portions of at most 500, however far apart they are', async () => {
    const book = await opened(sheet(row(1, ['A', 'x']) + row(1_048_576, ['A', 'y'])));
    let count = 0;
    let most = 0;
    for await (const portion of book.rows()) {
      count += portion.length;
      most = Math.max(most, portion.length);
    }
    expect([count, most]).toEqual([1_048_576, 500]);
  });

  it('can be gone through again, and left half way', async () => {
    const book = await opened(sheet(row(1, ['A', 'x'])));
    for await (const _ of book.rows()) break;
    const again = [];
    for await (const portion of book.rows()) again.push(...portion);
    expect(again).toEqual([{ row: 1, cells: ['x'] }]);
  });

  it('are read where they are hidden, and counted', async () => {
    const hidden = '<row r="2" hidden="1"><c r="A2"><v>5</v></c></row><row r="3" hidden="1"/>';
    const bytes = sheet(row(1, ['A', 'x']) + hidden, {});
    expect(await cellsOf(bytes)).toEqual([['x'], ['5']]);
    expect((await opened(bytes)).hiddenRows).toBe(1);
  });
});

describe('merged areas', () => {
  const merge = (...refs: string[]) =>
    `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

  it.each([
    [
      'downwards: ditto marks below the first cell',
      ['A1:A3'],
      [
        ['x', '1'],
        ['〃', '2'],
        ['〃', '3'],
      ],
    ],
    [
      'across: the rest stays blank',
      ['A1:B1'],
      [
        ['x', '1'],
        ['', '2'],
        ['', '3'],
      ],
    ],
    [
      'down and across: ditto marks in the first column only',
      ['A1:B2'],
      [
        ['x', '1'],
        ['〃', '2'],
        ['', '3'],
      ],
    ],
    [
      'of one cell: nothing',
      ['A1'],
      [
        ['x', '1'],
        ['', '2'],
        ['', '3'],
      ],
    ],
    [
      'below a blank cell: nothing to repeat',
      ['C1:C3'],
      [
        ['x', '1'],
        ['', '2'],
        ['', '3'],
      ],
    ],
    [
      'over cells that hold something: it is theirs',
      ['B1:B3'],
      [
        ['x', '1'],
        ['', '2'],
        ['', '3'],
      ],
    ],
    [
      'behind the last text of a row',
      ['D1:D2'],
      [
        ['x', '1', '', 'z'],
        ['', '2', '', '〃'],
        ['', '3'],
      ],
    ],
  ])('%s', async (_, refs, cells) => {
    const last: [string, string][] = cells[0]?.[3] ? [['D', 'z']] : [];
    const rows = row(1, ['A', 'x'], ['B', '1'], ...last) + row(2, ['B', '2']) + row(3, ['B', '3']);
    expect(await cellsOf(sheet(rows, { behind: merge(...refs) }))).toEqual(cells);
  });

  it('make no row of a blank one, and end where they end', async () => {
    const rows =
      row(1, ['A', 'TITLE']) +
      '<row r="2"/>' +
      row(4, ['A', 'x'], ['B', '1']) +
      '<row r="5"/>' +
      row(6, ['B', '2']) +
      row(7, ['B', '3']);
    expect(await cellsOf(sheet(rows, { behind: merge('A1:H2', 'A4:A6') }))).toEqual([
      ['TITLE'],
      [],
      [],
      ['x', '1'],
      [],
      ['〃', '2'],
      ['', '3'],
    ]);
  });
});

describe('the sheet that is read', () => {
  const sheets = {
    '!Nháp': row(1, ['A', 'draft']),
    Bìa: '<row r="1"><c r="A1" s="1"/></row>',
    Thu: row(3, ['A', 'thu']),
    Chi: row(1, ['A', 'chi']),
  };

  it('is the first visible one with a text', async () => {
    const book = await opened(workbook({ sheets }));
    expect(book.sheet).toBe('Thu');
    expect(book.sheets).toEqual([
      { name: 'Nháp', hidden: true },
      { name: 'Bìa', hidden: false, rows: 0 },
      { name: 'Thu', hidden: false, rows: 3 },
      { name: 'Chi', hidden: false },
    ]);
  });

  it.each([
    ['Chi', 'chi'],
    [' chi ', 'chi'],
    ['Nháp', 'draft'],
  ])('is %j where it is asked for', async (name, cell) => {
    expect(await cellsOf(workbook({ sheets }), name)).toEqual([[cell]]);
  });

  it('is asked for again where there is none of that name', async () => {
    expect(await refusalOf(workbook({ sheets }), 'Quý 1')).toMatchObject({
      rule: 'SHEET_NOT_FOUND',
      params: { sheet: 'Quý 1', sheets: 'Nháp, Bìa, Thu, Chi' },
    });
  });

  it.each([
    [
      'all visible sheets are blank',
      { sheets: { '!Nháp': row(1, ['A', 'x']), Thu: '' } },
      undefined,
      'FILE_EMPTY',
    ],
    ['the chosen one is blank', { sheets }, 'Bìa', 'FILE_EMPTY'],
    ['there are charts only', { sheets: { Biểu: '' }, chart: true }, undefined, 'WORKBOOK_DAMAGED'],
  ])('is refused where %s', async (_, made, name, rule) => {
    expect((await refusalOf(workbook(made), name))?.rule).toBe(rule);
  });
});
