import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#domain/check/outcome.ts';
import { judgedRows, readFile } from '#domain/check/read-file.ts';
import { HEAD_BYTES } from '#domain/check/survey.ts';
import { groupDigits } from '#domain/format.ts';
import type { Overrides } from '#domain/parse/reading.ts';
import { cut } from '#test/domain/parse/read.ts';
import { toTcvn3 } from '#test/domain/parse/text/sample.ts';
import { bookOf, inferred, readBytes, readTable, request, rulesOf, sourceOf } from './read.ts';

const HEADING = 'Ngày,Số CT,Số tiền,Ghi chú\n';
/** More rows than the beginning of a file holds, each with this amount. */
const manyRows = (amountOf: (i: number) => string, note = 'ghi chú của một dòng '): string => {
  const padding = note.repeat(Math.ceil(80 / note.length));
  const count = Math.ceil(HEAD_BYTES / (padding.length + 16)) + 100;
  return Array.from({ length: count }, (_, i) => `05/03/2024,P${i},${amountOf(i)},${padding}\n`).join('');
};
const countOf = (rows: string) => rows.split('\n').length - 1;

async function passesOf(
  bytes: Uint8Array,
  overrides: Overrides = {},
): Promise<{ passes: number; outcome: Outcome }> {
  let passes = 0;
  const outcome = await readFile(
    async function* () {
      passes += 1;
      yield bytes;
    },
    request({}, overrides),
  );
  return { passes, outcome };
}

describe('a file whose beginning misleads', () => {
  it('in its figures: is read again, and right from its first row', async () => {
    const rows = manyRows(() => '1500');
    const text = `${HEADING.replace('Số tiền', 'Số tiền,Hiện vật,Số lượng,ĐVT')}${rows.replaceAll(',1500,', ',1500,Gạo,"1.200",kg,')}`;
    const { passes, outcome } = await passesOf(
      Buffer.from(`${text}06/03/2024,x,"1,500,000",Gạo,"70.5",kg,\n`),
    );
    expect(passes).toBe(2);
    const { sums, acceptedVnd } = bookOf(outcome);
    expect(acceptedVnd).toBe(countOf(rows) * 1500 + 1_500_000);
    expect(sums.goods).toMatchObject([{ inMilli: countOf(rows) * 1_200 + 70_500 }]);
    expect(outcome.reading?.plan.styles).toMatchObject({ amount_vnd: 'comma', quantity: 'comma' });
  });

  it('in its figures, and mixes them: is refused with both rows', async () => {
    const rows = manyRows(() => '1.500');
    const { outcome } = await passesOf(Buffer.from(`${HEADING}${rows}06/03/2024,x,"1,500,000",\n`));
    expect(outcome.refusal).toMatchObject([{ rule: 'NUMBERS_MIXED', rows: [2, countOf(rows) + 2] }]);
  });

  it('in its days: is read again', async () => {
    const rows = manyRows(() => '5').replaceAll('05/03/2024', '03/05/2024');
    const late = '03/25/2024,x,5,\n'.repeat(countOf(rows));
    const { passes, outcome } = await passesOf(Buffer.from(HEADING + rows + late));
    expect(passes).toBe(2);
    expect(bookOf(outcome).sums.days.map(({ date }) => date)).toEqual(['2024-03-05', '2024-03-25']);
  });

  const plain = `date,document_no,amount_vnd,note\n${manyRows(String, 'note ')}`;
  it('in its encoding: is read again in the one that the whole calls for', async () => {
    const words = toTcvn3('Nguyễn Thị Bưởi ủng hộ đồng bào bị lũ lụt, nhà tạm, học sinh nghèo');
    const late = `05/03/2024,x,5,"${words}"\n`.repeat(20);
    const { passes, outcome } = await passesOf(Buffer.from(plain + late, 'latin1'));
    expect(passes).toBeGreaterThan(1);
    expect(outcome.reading).toMatchObject({ text: { encoding: 'windows-1252', font: 'tcvn3' } });
    expect(rulesOf(outcome)).toContain('FONT_CONVERTED');
    const judged = await notesOf(Buffer.from(plain + late, 'latin1'), outcome);
    expect(judged.at(-1)).toContain('Nguyễn Thị Bưởi ủng hộ đồng bào');
  });

  it('in its font: is read again', async () => {
    const words = toTcvn3('Nguyễn Thị Bưởi ủng hộ đồng bào bị lũ lụt, nhà tạm, học sinh nghèo');
    const { passes, outcome } = await passesOf(
      Buffer.from(`${plain}${`05/03/2024,x,5,"${words}"\n`.repeat(20)}`),
    );
    expect(passes).toBeGreaterThan(1);
    expect(outcome.reading).toMatchObject({ text: { encoding: 'utf-8', font: 'tcvn3' } });
  });

  it('is one whose late damage is damage still', async () => {
    const bytes = Buffer.concat([Buffer.from(HEADING + manyRows(String)), Buffer.from([0xc3, 0x28, 0x0a])]);
    const { outcome } = await passesOf(bytes);
    expect(outcome.refusal?.[0]).toMatchObject({
      rule: 'FILE_NOT_UTF8',
      rows: [countOf(manyRows(String)) + 2],
    });
  });
});

/** The notes of the entries, by a second reading. */
async function notesOf(bytes: Uint8Array, { reading }: Outcome): Promise<string[]> {
  if (reading === undefined) throw new Error('not read');
  const notes: string[] = [];
  for await (const rows of judgedRows(sourceOf([bytes]), request(), reading))
    for (const { entries } of rows) for (const { note } of entries) notes.push(note ?? '');
  return notes;
}

describe('a file that does not mislead', () => {
  it('is read once', async () => {
    expect((await passesOf(Buffer.from(HEADING + manyRows((i) => groupDigits(i * 1000))))).passes).toBe(1);
  });

  it('is shown to a watcher byte by byte, once each pass', async () => {
    const bytes = Buffer.from(`${HEADING}05/03/2024,1,5,\n`);
    const seen: Uint8Array[] = [];
    const portions = [bytes.subarray(0, 1), bytes.subarray(1, 7), bytes.subarray(7)];
    await readFile(sourceOf(portions), request(), { bytes: (portion) => seen.push(portion) });
    expect(seen).toEqual(portions);
  });
});

/** All that an outcome says, without what only counts. */
const told = ({ reading, inferred: all, refusal, table }: Outcome) => ({ reading, all, refusal, table });

describe('however the bytes come in portions', () => {
  const line = fc
    .tuple(
      fc.constantFrom(
        '05/03/2024',
        '3/25/2024',
        '1/13',
        '13/1',
        '29/2',
        '25/03/2024',
        '2024-03-05',
        'x',
        '',
        '"6/3/2024"',
      ),
      fc.constantFrom('1', '"2"', '"a\nb"', '"', 'ống 5"'),
      fc.constantFrom('500', '1.500', '"1,500"', '1.234.567', '5tr5', '-5', '"2,5 tỷ"', 'nt', ''),
      fc.constantFrom('', 'Nguyễn Thị Bưởi', 'Qũy', 'e\u0301', '𠮷', '=1+1'),
    )
    .map((cells) => cells.join(','));
  const text = fc
    .tuple(
      fc.constantFrom('', '\ufeff', 'sep=,\n', 'ĐVT: triệu đồng,,,\n', '\n,,,\n'),
      fc.array(fc.oneof({ weight: 8, arbitrary: line }, fc.constantFrom('Tổng cộng,,5,', '', ',,,')), {
        maxLength: 12,
      }),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([first, lines, end]) => `${first}${[HEADING.trim(), ...lines, ''].join(end)}`);
  const bytes = fc.oneof(
    text.map((all) => Buffer.from(all)),
    text.map((all) => Buffer.from(`\ufeff${all}`, 'utf16le')),
    text.map((all) => Buffer.from(toTcvn3(all), 'latin1')),
    fc
      .tuple(text, fc.uint8Array({ maxLength: 3 }))
      .map(([all, raw]) => Buffer.concat([Buffer.from(all), raw])),
  );

  it('the outcome is the same, and so are the rows of a second reading', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(fc.nat(), { maxLength: 8 }), async (all, places) => {
        const whole = await readBytes(all);
        const parts = cut(all, places);
        const parted = await readFile(sourceOf(parts), request());
        expect(told(parted)).toEqual(told(whole));
        if (whole.reading === undefined) return;
        expect(await judged(parts, whole)).toEqual(await judged([all], whole));
      }),
      { numRuns: 300 },
    );
  });

  it('a second reading tells of each row what the first counted', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (all) => {
        const outcome = await readBytes(all);
        if (outcome.reading === undefined || outcome.table?.of !== 'book') return;
        const rows = await judged([all], outcome);
        const { report } = outcome.table;
        for (const fate of ['accepted', 'quarantined', 'ignored'] as const)
          expect(rows.filter((row) => row.fate === fate).length).toBe(report.rows[fate]);
        const money = rows.flatMap(({ entries }) => entries).map(({ amountVnd }): number => amountVnd ?? 0);
        expect(money.reduce((a, b) => a + b, 0)).toBe(report.acceptedVnd);
      }),
      { numRuns: 300 },
    );
  });

  it('also around the end of the beginning', async () => {
    const rows = manyRows((i) => groupDigits(i * 1000));
    const all = Buffer.from(HEADING + rows);
    const whole = told(await readBytes(all));
    const near = fc.integer({ min: HEAD_BYTES - 3, max: HEAD_BYTES + 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(near, fc.nat()), { minLength: 1, maxLength: 3 }), async (places) => {
        expect(told(await readFile(sourceOf(cut(all, places)), request()))).toEqual(whole);
      }),
      { numRuns: 8 },
    );
  });
});

async function judged(portions: readonly Uint8Array[], { reading }: Outcome) {
  if (reading === undefined) throw new Error('not read');
  const all = [];
  for await (const rows of judgedRows(sourceOf(portions), request(), reading))
    for (const { raw, ...row } of rows) all.push({ ...row, row: raw.row, cells: raw.cells });
  return all;
}

describe('a workbook', () => {
  const cells = [
    ['Ngày', 'Số CT', 'Số tiền (đồng)', 'Ghi chú'],
    [new Date('2024-03-05T00:00:00Z'), '0011', 1_500_000, 'Nguyễn Thị Bưởi'],
    ['06/03/2024', '2', '2.500.000', null],
    ['Tổng cộng', null, 4_000_000],
  ];
  const book = (sheets: Parameters<typeof writeXlsx>[0]['sheets']) => writeXlsx({ sheets });

  it('is read as a file of text is', async () => {
    const outcome = await readBytes(await book([{ name: 'Thu', rows: cells }]));
    expect(bookOf(outcome)).toMatchObject({
      acceptedVnd: 4_000_000,
      rows: { accepted: 2, quarantined: 0, ignored: 2 },
      controlTotals: [{ row: 4, statedVnd: 4_000_000, computedVnd: 4_000_000 }],
      issues: [],
    });
    expect(inferred(outcome, 'sheet')).toMatchObject([{ value: 'Thu', overridden: false }]);
    expect(inferred(outcome, 'delimiter')).toEqual([]);
  });

  it('by the sheet that a person names; the others are told of', async () => {
    const bytes = await book([
      { name: 'Bìa', rows: [['UBMTTQ tỉnh Ví Dụ']] },
      { name: 'Thu', rows: cells },
    ]);
    const outcome = await readBytes(bytes, request({}, { sheet: 'Thu' }));
    expect(bookOf(outcome).issues).toMatchObject([{ rule: 'SHEETS_UNREAD', count: 1, value: 'Bìa' }]);
    expect(rulesOf(await readBytes(bytes, request({}, { sheet: 'Chi' })))).toEqual(['SHEET_NOT_FOUND']);
  });

  it('in any portions, and again, row by row', async () => {
    const bytes = await book([{ name: 'Thu', rows: cells }]);
    const whole = await readBytes(bytes);
    for (const size of [1, 3, 4, 1000]) {
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(told(await readFile(sourceOf(parts), request()))).toEqual(told(whole));
    }
    expect((await judged([bytes], whole)).map(({ fate }) => fate)).toEqual([
      'ignored',
      'accepted',
      'accepted',
      'ignored',
    ]);
  });

  it('whose beginning misleads is read again', async () => {
    const rows = [
      ['Ngày', 'Số tiền', 'Hiện vật', 'Số lượng', 'ĐVT'],
      ...Array.from({ length: 6_000 }, () => ['05/03/2024', '', 'Gạo', '1.200', 'kg']),
      ['05/03/2024', '', 'Gạo', '70.5', 'kg'],
    ];
    const outcome = await readBytes(await book([{ name: 'Thu', rows }]));
    expect(outcome.reading?.plan.styles.quantity).toBe('comma');
    expect(bookOf(outcome).sums.goods).toMatchObject([{ inMilli: 6_000 * 1_200 + 70_500 }]);
  });

  it('of an old format, or cut short, is refused by name', async () => {
    expect(rulesOf(await readBytes(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])))).toHaveLength(1);
    const bytes = await book([{ name: 'Thu', rows: cells }]);
    expect(rulesOf(await readBytes(bytes.subarray(0, bytes.length - 30)))).toHaveLength(1);
  });

  it('beyond 64 MB is refused for its size, whatever is in it', async () => {
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2 ** 20 - 4)]);
    const portions = [zip, ...Array.from({ length: 64 }, () => Buffer.alloc(2 ** 20))];
    const { refusal } = await readFile(sourceOf(portions), request());
    expect(refusal).toMatchObject([{ rule: 'WORKBOOK_TOO_LARGE', params: { limit: 64 * 2 ** 20 } }]);
  });
});

describe('two readings that call for each other', () => {
  it('come to rest: the sum that is too large under the right one stands', async () => {
    const row = '05/03/2024;;Gạo;900.000;kg\n';
    const text = `Ngày;Số tiền;Hiện vật;Số lượng;ĐVT\n${row.replace('900.000', '1.5')}${row.repeat(12_000)}${row.replace('900.000', '1.500.000')}`;
    expect(rulesOf(await readTable(text))).toContain('SUM_TOO_LARGE');
  });
});

describe('a file of a few bytes', () => {
  it.each(['', 'x', 'xy', 'xyz', 'PK', 'N,S\n'])('%j is judged like any other', async (text) => {
    const { refusal } = await readTable(text);
    expect(['FILE_EMPTY', 'HEADING_NOT_FOUND']).toContain(refusal?.[0].rule);
  });
});
