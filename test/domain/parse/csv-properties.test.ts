import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, type Delimiter } from '#domain/parse/reading.ts';
import { MAX_ROW_LENGTH } from '#domain/parse/tokenizer.ts';
import { cut, readHinted, readPortions, readText, singly, UTF8 } from './read.ts';

const DELIMITER = fc.constantFrom(...DELIMITERS);
const heading = (delimiter: string) => ['Ngày', 'Số tiền', 'Ghi chú'].join(delimiter);

/** Pieces that make trouble, far oftener than chance would. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('"', '""', ...DELIMITERS, '\n', '\r\n', '\r', ' ', 'a', '1.500') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('Nguyễn', 'Qũy', 'đ', '₫', '\u00a0', '\u200b', '\ufeff', '𠮷', 'e\u0301'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }).filter((s) => !s.includes('\0')) },
);
const mess = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** A well-formed table: any text in quotes, harmless text bare. */
const cell = (delimiter: Delimiter) =>
  fc.oneof(
    mess.map(quoted),
    mess.map((text) => text.replaceAll(/["\r\n]/g, '').replaceAll(delimiter, '')),
  );
const table = DELIMITER.chain((delimiter) =>
  fc.record({
    delimiter: fc.constant(delimiter),
    text: fc
      .array(fc.array(cell(delimiter), { minLength: 1, maxLength: 5 }), { maxLength: 8 })
      .chain((rows) =>
        fc
          .array(fc.constantFrom('\n', '\r\n'), { minLength: rows.length, maxLength: rows.length })
          .map((ends) => rows.map((cells, i) => cells.join(delimiter) + ends[i]).join('')),
      ),
  }),
);
const anyText = fc.oneof(
  table,
  fc.record({
    delimiter: DELIMITER,
    text: fc.array(mess, { maxLength: 6 }).map((lines) => lines.join('\n')),
  }),
);

/** What the reference parser reads, strictly; undefined when it refuses. */
function reference(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      relax_quotes: false,
      skip_empty_lines: false,
      trim: false,
      bom: false,
    });
  } catch {
    return undefined;
  }
}

/** A final CR without LF is taken for half a line end: the one place where we read less than the reference. */
const withoutFinalReturn = (text: string): boolean => !text.endsWith('\r');

describe('against a reference parser', () => {
  it('reads the same cells, and accepts nothing that it refuses', () => {
    fc.assert(
      fc.property(
        anyText.filter(({ text }) => withoutFinalReturn(text)),
        ({ delimiter, text }) => {
          const all = `${heading(delimiter)}\n${text}`;
          const theirs = reference(all, delimiter);
          const { rows, rejection } = readText(all, delimiter);
          const sound = rejection === undefined && rows.every(({ fault }) => fault === undefined);
          if (sound) expect(rows.map(({ cells }) => cells)).toEqual(theirs);
          else expect(theirs).toBeUndefined();
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('reads every row before the first that it refuses', () => {
    fc.assert(
      fc.property(table, mess, ({ delimiter, text }, rest) => {
        fc.pre(withoutFinalReturn(text));
        const sound = readText(`${heading(delimiter)}\n${text}`, delimiter).rows;
        const { rows } = readText(`${heading(delimiter)}\n${text}${rest}`, delimiter);
        expect(rows.slice(0, sound.length)).toEqual(sound);
      }),
      { numRuns: 500 },
    );
  });
});

describe('however the bytes are cut', () => {
  /** Bytes beyond text: NUL, not UTF-8, anything. */
  const bytes = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: anyText.map(({ text }) => Buffer.from(text, 'utf8')) },
        { weight: 1, arbitrary: fc.constant(Buffer.from(`${heading(',')}\n`)) },
        { weight: 1, arbitrary: fc.constant(Buffer.from(`\n;;;\n${heading(';')}\r\n`)) },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom('sep=;\n', 'sep=,\r\n', '\ufeffsep=|\n')
            .map((line) => Buffer.from(line)),
        },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }).map((raw) => Buffer.from(raw)) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(Buffer.from([0]), Buffer.from([0xc3]), Buffer.from([0xe1, 0xbb])),
        },
      ),
      { maxLength: 6 },
    )
    .map((parts) => Buffer.concat(parts));

  it('gives the same rows and the same refusal', () => {
    fc.assert(
      fc.property(bytes, DELIMITER, fc.array(fc.nat(), { maxLength: 12 }), (all, delimiter, places) => {
        const whole = readPortions([all], delimiter);
        expect(readPortions(cut(all, places), delimiter)).toEqual(whole);
        expect(readPortions(singly(all), delimiter)).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['utf-16le', 'utf-16be', 'windows-1258', 'windows-1252'] as const)('also in %s', (encoding) => {
    const reading = { ...UTF8, encoding, insisted: { encoding } };
    const anyBytes = fc.oneof(
      bytes,
      anyText.map(({ text }) => Buffer.from(`\ufeff${text}`, 'utf16le')),
      anyText.map(({ text }) => Buffer.from(text, 'utf16le').swap16()),
    );
    fc.assert(
      fc.property(anyBytes, fc.array(fc.nat(), { maxLength: 12 }), (all, places) => {
        const whole = readPortions([all], ';', reading);
        expect(readPortions(cut(all, places), ';', reading)).toEqual(whole);
        expect(readPortions(singly(all), ';', reading)).toEqual(whole);
      }),
      {
        numRuns: 500,
        // A NUL and, later in the same line, half of a pair: told is what comes first.
        examples: [
          [Buffer.from([0, 0, 10, 216, 134, 10]), []],
          [Buffer.from([0, 0, 216, 10, 10, 134]), []],
          [Buffer.from([10, 216, 134, 10, 0, 0]), []],
        ],
      },
    );
  });

  it('also around the longest row', () => {
    const near = fc.integer({ min: MAX_ROW_LENGTH - 3, max: MAX_ROW_LENGTH + 3 });
    const filling = fc.constantFrom('x', '\n', '"', ' ');
    const opening = fc.constantFrom('', `${heading(',')}\n`, `${heading(',')}\n"`, `\n\n${heading(';')}\n`);
    fc.assert(
      fc.property(
        opening,
        filling,
        near,
        fc.array(fc.nat(), { maxLength: 4 }),
        (first, fill, length, places) => {
          // Bare line ends are a million short rows, and read in the other tests.
          fc.pre(fill !== '\n' || first.endsWith('"'));
          const all = Buffer.from(`${first}${fill.repeat(length)}\na,b,c\n`);
          const whole = readHinted([all], ',');
          const parted = readHinted(cut(all, places), ',');
          expect(parted.rejection).toEqual(whole.rejection);
          expect(parted.rows.length).toBe(whole.rows.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
