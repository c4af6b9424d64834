import fc from 'fast-check';
import { readXlsx, writeXlsx, writeXlsxStream } from 'hucre';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '#domain/workbook/read.ts';
import { cellsOf, collect } from './read.ts';
import { WORKBOOK_RULES } from './rules.ts';
import { type Entry, parts, zip } from './zip.ts';

const RUNS = { numRuns: 300 };

const MADE: Entry[] = parts({
  sheets: {
    Thu:
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" s="1"><v>45651</v></c>' +
      '<c r="B2"><f>SUM(B3:B9)</f></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>a &amp; b</t></is></c></row>',
  },
  behind: '<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>',
  strings: '<si><t>Ngày</t></si><si><r><t>Số</t></r><r><t> tiền</t></r></si>',
});

/** Goes through the whole of it; whatever comes, it is a value with a known rule. */
async function outcome(bytes: Uint8Array): Promise<string> {
  const result = await openWorkbook(bytes);
  if (!result.ok) return result.error.rule;
  for await (const portion of result.value.rows())
    for (const { cells } of portion) expect(cells.every((c) => typeof c === 'string')).toBe(true);
  return 'ok';
}

const known = new Set<string>(['ok', ...WORKBOOK_RULES]);

describe('whatever the bytes, a workbook is read or refused with its reason', () => {
  it('for bytes at random', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (tail, asZip) => {
        const head = asZip ? [0x50, 0x4b, 3, 4] : [];
        expect(known).toContain(await outcome(Uint8Array.from([...head, ...tail])));
      }),
      RUNS,
    );
  });

  it('for a workbook of which some bytes are changed, or the end is missing', async () => {
    const good = zip(MADE);
    const change = fc.record({ at: fc.nat(good.length - 1), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.nat(30), async (changes, missing) => {
        const bytes = good.slice(0, good.length - (missing > 20 ? missing : 0));
        for (const { at, to } of changes) if (at < bytes.length) bytes[at] = to;
        expect(known).toContain(await outcome(bytes));
      }),
      RUNS,
    );
  });

  it('for parts of which some pieces are lost, repeated or put in, under a right check sum', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/>',
      '</c>',
      '<c>',
      '<row>',
      '</row>',
      '"',
      "'",
      '&',
      '&#x0;',
      '&lt;',
      '<v>',
      '<v>1e999</v>',
      '<is>',
      '<t>',
      ' r="A1"',
      ' r="XFD1048576"',
      ' s="-1"',
      ' s="1e9"',
      ' t="s"',
      ' t="b"',
      '<f/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      ' ',
      '=',
      '\u0000',
      'é',
      '<mergeCell ref="A1:XFD1048576"/>',
      '<mergeCell ref="B9:A1"/>',
      '<mergeCell ref=":"/>',
      '<xf numFmtId="14"/>',
      '..',
      'NaN',
    );
    const edit = fc.record({
      part: fc.nat(MADE.length - 1),
      at: fc.nat(600),
      cut: fc.nat(12),
      put: fc.oneof(piece, fc.constant('')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const texts = MADE.map(({ data }) => String(data));
        for (const { part, at, cut, put } of edits) {
          const text = texts[part] ?? '';
          const from = at % (text.length + 1);
          texts[part] = text.slice(0, from) + put + text.slice(from + cut);
        }
        expect(known).toContain(
          await outcome(zip(MADE.map((entry, i) => ({ ...entry, data: texts[i] ?? '' })))),
        );
      }),
      { numRuns: 1500 },
    );
  });
});

describe('another reader of workbooks', () => {
  const value = fc.oneof(
    fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((text) => !/(?![\t\n])[\p{Cc}\ufffe\uffff]/u.test(text)),
    fc.constantFrom('Ủng hộ', ' a\nb ', '<x> & "y"', '_x0041_', '0012', '=1+1', '𠮷'),
    fc.integer({ min: -1e15 + 1, max: 1e15 - 1 }),
    fc.boolean(),
    fc.constant(null),
    fc.integer({ min: 61, max: 200_000 }).map((day) => new Date(Date.UTC(1899, 11, 30 + day))),
  );
  const expected = (cell: unknown): string =>
    cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : cell === null || cell === undefined
        ? ''
        : String(cell);

  it('sees the same table in what it has written itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (table, shared) => {
          const bytes = await writeXlsx({
            sheets: [{ name: 'A', rows: [['x'], ...table] }],
            stringMode: shared ? 'shared' : 'inline',
          });
          const theirs =
            (await readXlsx(bytes)).sheets[0]?.rows.map((row) => trimmed(row.map(expected))) ?? [];
          while (theirs.at(-1)?.length === 0) theirs.pop();
          expect(await cellsOf(bytes)).toEqual(theirs);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([true, false])(
    'has its streams read, sizes behind the data and beyond 32 bits (%s)',
    async (zip64) => {
      const rows = [
        ['Ngày', 'Tiền'],
        ['25/12/2024', 5],
      ];
      expect(await cellsOf(await collect(writeXlsxStream(rows, { name: 'A', zip64 })))).toEqual([
        ['Ngày', 'Tiền'],
        ['25/12/2024', '5'],
      ]);
    },
  );
});

function trimmed(cells: string[]): string[] {
  while (cells.at(-1) === '') cells.pop();
  return cells;
}
