import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { type SheetSource, writeWorkbook } from '#domain/workbook/write.ts';
import { inflateText, readZipDirectory } from '#domain/workbook/zip-reader.ts';
import { cellsOf, collect, opened, rowsOf } from './read.ts';

const write = (sheets: readonly SheetSource[], rowsPerSheet?: number) =>
  collect(writeWorkbook(sheets, rowsPerSheet));
const one = (...rows: string[][]) => write([{ name: 'Thu', rows: rows.map((cells) => ({ cells })) }]);

/** All parts of the archive, by their paths. */
async function unzipped(bytes: Uint8Array): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [path, entry] of await readZipDirectory(bytes)) {
    texts[path] = '';
    for await (const text of inflateText(entry)) texts[path] += text;
  }
  return texts;
}

describe('a workbook that is written', () => {
  it('holds every text as it was, for us and for another reader', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 15 }),
      fc.constantFrom(
        '=1+1',
        '0012',
        ' a ',
        'a\r\nb\tc',
        '_x000D_',
        '<&>"\'',
        '\u0001',
        '\uffff',
        'Ủng hộ',
        '1500000',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const bytes = await one(['x'], ...rows, ['z']);
          const ours = (await cellsOf(bytes)).map((cells) => [...cells]);
          const wanted = [['x'], ...rows, ['z']].map((cells) => cells.map((cell) => cell.toWellFormed()));
          for (const cells of wanted) while (cells.at(-1) === '') cells.pop();
          expect(ours).toEqual(wanted);
          const theirs = (await readXlsx(bytes)).sheets[0]?.rows.map((cells) =>
            cells.map((cell) => cell ?? ''),
          );
          expect(theirs?.map((cells) => cells.slice(0, wanted[0]?.length))).toEqual(
            wanted.map((cells) => [cells[0] ?? '']),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has no formula in it, whatever the cells begin with', async () => {
    const parts = await unzipped(await one(['=HYPERLINK("http://x")', '+1', '@SUM(A1)', '<f>1</f>']));
    for (const text of Object.values(parts)) expect(text).not.toMatch(/<f[ >/]/);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<v>');
  });

  it('is the same for the same rows', async () => {
    expect(await one(['a', 'b'])).toEqual(await one(['a', 'b']));
  });

  it.each([
    ['a whole number', '1500000', 'number'],
    ['a reversal', '-500000', 'number'],
    ['a nought', '0', 'number'],
    ['15 digits', '999999999999999', 'number'],
    ['16 digits', '9999999999999999', 'string'],
    ['a leading nought', '0012', 'string'],
    ['groups', '1.500.000', 'string'],
    ['a formula', '=1', 'string'],
  ])('writes %s as what it is where numbers are asked for', async (_, cell, type) => {
    const bytes = await write([
      { name: 'Thu', rows: [{ cells: [cell, cell] }], numericPositions: new Set([1]) },
    ]);
    const row = (await readXlsx(bytes)).sheets[0]?.rows[0];
    expect(row?.map((value) => typeof value)).toEqual(['string', type]);
    expect(await cellsOf(bytes)).toEqual([[cell, cell]]);
  });

  it('marks cells by their colour, blank ones too, with a note to each', async () => {
    const marks = [
      { position: 0, severity: 'error', note: 'Ngày "31/02" không có <trong> lịch' },
      { position: 1, severity: 'warning' },
      { position: 3, severity: 'info' },
    ] as const;
    const bytes = await write([
      {
        name: 'Thu',
        rows: [
          { kind: 'heading', cells: ['Ngày', 'Tiền'] },
          { cells: ['31/02', '5', 'c'], marks },
        ],
      },
    ]);
    const sheet = (await readXlsx(bytes, { readStyles: true })).sheets[0];
    const colour = (place: string) => {
      const fill = sheet?.cells?.get(place)?.style?.fill;
      return fill?.type === 'pattern' ? fill.fgColor?.rgb : undefined;
    };
    expect(['1,0', '1,1', '1,2', '1,3'].map(colour)).toEqual(['FFC7CE', 'FFEB9C', undefined, 'DDEBF7']);
    expect(sheet?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
    const xml = (await unzipped(bytes))['xl/worksheets/sheet1.xml'];
    expect(xml).toMatch(/prompt="Ngày &quot;31\/02&quot; không có &lt;trong&gt; lịch" sqref="A2"/);
    expect(xml).toContain('<dataValidations count="1">');
  });

  it('has widths, a heading that stays, and wrapped text', async () => {
    const bytes = await write([{ name: 'Thu', rows: [{ cells: ['a'] }], widths: [30, 10], freezeRow: 1 }]);
    const sheet = (await readXlsx(bytes, { readStyles: true })).sheets[0];
    expect(sheet?.columns?.map(({ width }) => width)).toEqual([30, 10]);
    expect(sheet?.freezePane).toEqual({ rows: 1 });
    expect(sheet?.cells?.get('0,0')?.style).toMatchObject({ alignment: { wrapText: true }, numFmt: '@' });
  });

  it('has several sheets, under names that Excel takes', async () => {
    const rows = [{ cells: ['x'] }];
    const long = 'Bảng thu của phường Một Hai Ba Bốn';
    const bytes = await write([long, `${long}!`, 'a/b:c', "''", 'A B C'].map((name) => ({ name, rows })));
    expect((await opened(bytes)).sheets.map(({ name }) => name)).toEqual(
      [
        'Bảng thu của phường Một Hai Ba B',
        'Bảng thu của phường Một Hai (2)',
        'a b c',
        'Sheet',
        'A B C (2)',
      ].map((name) => name.slice(0, 31)),
    );
  });

  it('goes on in another sheet, under the same heading, where one is full', async () => {
    async function* rows() {
      yield { kind: 'heading' as const, cells: ['Tiền'] };
      for (let i = 1; i <= 5; i++) yield { cells: [String(i)] };
    }
    const bytes = await write(
      [
        { name: 'Thu', rows: rows() },
        { name: 'Chi', rows: [{ cells: ['c'] }] },
      ],
      3,
    );
    const book = await opened(bytes);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Thu', 'Thu (2)', 'Thu (3)', 'Chi']);
    const tables = await Promise.all(book.sheets.map(({ name }) => cellsOf(bytes, name)));
    expect(tables).toEqual([[['Tiền'], ['1'], ['2']], [['Tiền'], ['3'], ['4']], [['Tiền'], ['5']], [['c']]]);
  });

  it('asks for rows only as it is read, and lets go of them when it is not read to its end', async () => {
    let asked = 0;
    let closed = false;
    function* rows() {
      try {
        for (;;) yield { cells: [`${asked++} ${Math.sin(asked)}`] };
      } finally {
        closed = true;
      }
    }
    for await (const bytes of writeWorkbook([{ name: 'Thu', rows: rows() }])) if (bytes.length > 1000) break;
    expect(closed).toBe(true);
    expect(asked).toBeLessThan(100_000);
  });

  it('passes on what goes wrong with its rows', async () => {
    function* rows() {
      yield { cells: ['a'] };
      throw new Error('no more rows');
    }
    await expect(write([{ name: 'Thu', rows: rows() }])).rejects.toThrow('no more rows');
  });

  it('cuts a cell to the length that Excel takes', async () => {
    const [row] = await rowsOf(await one(['x'.repeat(40_000)]));
    expect(row?.cells[0]?.length).toBe(32_767);
  });
});
