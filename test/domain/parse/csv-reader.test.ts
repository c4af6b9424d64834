import { describe, expect, it } from 'vitest';
import { DELIMITERS } from '#domain/parse/reading.ts';
import { MAX_ROW_LENGTH } from '#domain/parse/tokenizer.ts';
import { readPortions, readText, singly } from './read.ts';

const HEADING = 'Ngày,Số tiền,Ghi chú\n';
/** The rows below the heading, as cells; a faulty one as its fault. */
const below = (text: string, heading = HEADING) =>
  readText(heading + text)
    .rows.slice(1)
    .map(({ cells, fault }) => fault ?? cells);

describe('rows and cells', () => {
  it.each<[name: string, text: string, expected: unknown[]]>([
    ['plain', 'a,b,c\n', [['a', 'b', 'c']]],
    ['no newline at the end', 'a,b,c', [['a', 'b', 'c']]],
    [
      'CR LF',
      'a,b,c\r\nd,e,f\r\n',
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'mixed line ends',
      'a,b,c\r\nd,e,f\ng,h,i\r\n',
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
      ],
    ],
    ['a carriage return at the very end', 'a,b,c\r', [['a', 'b', 'c']]],
    ['a lone carriage return stays in its cell', 'a\rb,c,d\n', [['a\rb', 'c', 'd']]],
    ['blank lines are rows', '\n\na,b,c\n', [[''], [''], ['a', 'b', 'c']]],
    ['empty cells', ',,\n', [['', '', '']]],
    ['spaces are kept', ' a , b ,c\n', [[' a ', ' b ', 'c']]],
    ['a quoted delimiter', '"a,b",c,d\n', [['a,b', 'c', 'd']]],
    ['a doubled quote', '"a""b",c,d\n', [['a"b', 'c', 'd']]],
    ['nothing but doubled quotes', '"""",b,c\n', [['"', 'b', 'c']]],
    ['an empty quoted cell', '"",b,c\n', [['', 'b', 'c']]],
    [
      'line breaks in quotes',
      '"a\nb\r\nc",d,e\nf,g,h\n',
      [
        ['a\nb\r\nc', 'd', 'e'],
        ['f', 'g', 'h'],
      ],
    ],
    ['a quote within a bare cell', 'a"b,c,d\ne,f,g\n', ['QUOTE_STRAY', ['e', 'f', 'g']]],
    ['text after a closing quote', '"a"b,c,d\ne,f,g\n', ['QUOTE_STRAY', ['e', 'f', 'g']]],
    ['a space before a quote', 'a, "b",c\ne,f,g\n', ['QUOTE_STRAY', ['e', 'f', 'g']]],
    ['an inch mark', 'ống 5",b,c\ne,f,g\n', ['QUOTE_STRAY', ['e', 'f', 'g']]],
  ])('%s', (_name, text, expected) => {
    expect(below(text)).toEqual(expected);
  });

  it('counts rows as a spreadsheet does', () => {
    const { rows } = readText(`${HEADING}"a\nb",1,2\n\nc,3,4`);
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  });

  it.each(DELIMITERS)('cells between %j, and no other delimiter', (delimiter) => {
    const others = DELIMITERS.filter((other) => other !== delimiter).join('');
    const line = ['a', others, `"b${delimiter}"`, ''].join(delimiter);
    expect(readText(`${line}\n`, delimiter).rows).toEqual([
      { row: 1, cells: ['a', others, `b${delimiter}`, ''] },
    ]);
  });

  it.each([
    ['sep=;\n', 1],
    ['SEP=;\r\n', 1],
    ['sep=\t\n', 1],
    ['sep=; \n', 2],
    ['sep=x\n', 2],
    ['sep=;', 1],
    ['\nsep=;\n', 3],
  ])('the line %j is none of the sheet’s where it is Excel’s own', (first, row) => {
    for (const portions of [[first, 'a;b\n'], [...`${first}a;b\n`]]) {
      const { rows } = readPortions(
        portions.map((text) => Buffer.from(text)),
        ';',
      );
      expect(rows.at(-1)).toEqual({ row, cells: first.endsWith('\n') ? ['a', 'b'] : ['sep=', 'a', 'b'] });
    }
  });

  it('passes over a byte order mark, and over nothing else', () => {
    expect(readText(`\ufeff${HEADING}`).rows[0]?.cells[0]).toBe('Ngày');
    expect(readText(`${HEADING}\ufeffa,b,c\n`).rows[1]?.cells[0]).toBe('\ufeffa');
  });
});

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  );

describe('what cannot be read on', () => {
  const faults: [name: string, bytes: Buffer, rule: string, row: number][] = [
    ['a NUL byte in row 3', bytesOf(HEADING, 'a,b,c\n', 'd', [0], ',e,f\n', 'g,h,i\n'), 'FILE_NUL_BYTES', 3],
    ['a NUL byte before any text', bytesOf('\n\n', [0], 'x\n'), 'FILE_NUL_BYTES', 3],
    ['windows-1258 in row 2', bytesOf(HEADING, 'Nguy', [0xea, 0xde], 'n,1,2\n'), 'FILE_NOT_UTF8', 2],
    ['a lone continuation byte', bytesOf(HEADING, 'a,b,c\n', [0x80], ',e,f\n'), 'FILE_NOT_UTF8', 3],
    ['an overlong form', bytesOf(HEADING, [0xc0, 0xaf], ',e,f\n'), 'FILE_NOT_UTF8', 2],
    ['a surrogate', bytesOf(HEADING, [0xed, 0xa0, 0x80], ',e,f\n'), 'FILE_NOT_UTF8', 2],
    ['a character cut off by the end', bytesOf(HEADING, 'a,b,', [0xe1, 0xbb]), 'FILE_NOT_UTF8', 2],
    ['not UTF-8 before a NUL byte', bytesOf(HEADING, 'a', [0xff], ',b\n', [0]), 'FILE_NOT_UTF8', 2],
    ['a quote that never closes', bytesOf(HEADING, 'a,b,c\n', 'd,"e,f\n', 'g,h,i\n'), 'QUOTE_UNCLOSED', 3],
  ];
  it.each(faults)('%s', (_name, bytes, rule, row) => {
    for (const portions of [[bytes], singly(bytes)]) {
      expect(readPortions(portions).rejection).toMatchObject({ rule, rows: [row] });
    }
  });

  it('an empty file has no rows and no fault of its own', () => {
    expect(readText('')).toEqual({ rows: [{ row: 1, cells: [''] }].slice(1), rejection: undefined });
  });
});

describe('a gigantic line', () => {
  const CHUNK = Buffer.alloc(64 * 1024, 'x');
  function* repeated(chunk: Uint8Array, times: number, first = '') {
    if (first !== '') yield Buffer.from(first, 'utf8');
    for (let i = 0; i < times; i += 1) yield chunk;
  }

  it.each<[name: string, first: string, chunk: Buffer, row: number]>([
    ['as the heading', '', CHUNK, 1],
    ['in the data', HEADING, CHUNK, 2],
    ['within quotes', `${HEADING}"`, CHUNK, 2],
    ['of line breaks within quotes', `${HEADING}"`, Buffer.alloc(64 * 1024, '\n'), 2],
    ['of stray quotes', `${HEADING}a`, Buffer.alloc(64 * 1024, '"'), 2],
    ['of doubled quotes', `${HEADING}"`, Buffer.alloc(64 * 1024, '"'), 2],
    ['of cells that open and close', HEADING, Buffer.from('"",'.repeat(20_000)), 2],
  ])('%s is refused soon and holds no memory', (_name, first, chunk, row) => {
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const { rejection } = readPortions(repeated(chunk, 1024, first));
    expect(rejection).toMatchObject({
      rule: 'LINE_TOO_LONG',
      rows: [row],
      params: { limit: MAX_ROW_LENGTH },
    });
    // 64 MB in a fraction of a second; a quadratic reader would need minutes.
    expect(performance.now() - start).toBeLessThan(5000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
  });

  it('in one portion is no slower', () => {
    const start = performance.now();
    const { rejection } = readPortions([
      Buffer.concat([Buffer.from(`${HEADING}a`), Buffer.alloc(8 << 20, '"')]),
    ]);
    expect(rejection).toMatchObject({ rule: 'LINE_TOO_LONG', rows: [2] });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('is one character longer than the longest row', () => {
    const longest = 'x'.repeat(MAX_ROW_LENGTH);
    expect(readText(`${HEADING}${longest}\ny\n`)).toMatchObject({ rejection: undefined });
    expect(readText(`${HEADING}${longest}x\ny\n`).rejection).toMatchObject({
      rule: 'LINE_TOO_LONG',
      rows: [2],
    });
  });

  it('gives back nothing after it was refused', () => {
    const { rows } = readPortions(
      repeated(Buffer.from(`${'x'.repeat(MAX_ROW_LENGTH + 1)}\na,b,c\n`), 3, HEADING),
    );
    expect(rows).toHaveLength(1);
  });
});
