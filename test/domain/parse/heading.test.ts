import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOOK_KINDS, type BookKind, codesOf } from '#domain/codes.ts';
import { headingKey, headingKeys } from '#domain/parse/column.ts';
import { CONTRACT } from '#domain/parse/contract.ts';
import { readHeading } from '#domain/parse/heading.ts';

const read = (cells: readonly string[], kind: BookKind = 'contributions') =>
  readHeading({ row: 1, cells }, kind);
const refusal = (cells: readonly string[], kind?: BookKind) => {
  const heading = read(cells, kind);
  return heading.ok ? undefined : heading.error;
};
const KINDS = codesOf(BOOK_KINDS);

describe.each(KINDS)('the headings of %s', (kind) => {
  const columns = CONTRACT[kind];

  it('name each column once, whatever they are', () => {
    const keys = columns.flatMap(headingKeys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });

  it('are read in Vietnamese, English or by a synonym, in any order, in any case, with or without accents', () => {
    const variants = columns.map((column) =>
      fc
        .constantFrom(column.name, column.title, ...column.also)
        .chain((text) =>
          fc.constantFrom(
            text,
            text.toUpperCase(),
            text.toLowerCase(),
            headingKey(text),
            ` ${text}\u00a0`,
            text.normalize('NFD'),
            text.replaceAll(' ', '\n'),
            `${text}:`,
          ),
        ),
    );
    fc.assert(
      fc.property(
        fc.tuple(...variants),
        fc.array(fc.nat(), { minLength: columns.length, maxLength: columns.length }),
        (texts, weights) => {
          const order = columns.map((_, i) => i).sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
          const heading = read(
            order.map((i) => texts[i] ?? ''),
            kind,
          );
          if (!heading.ok) throw new Error(heading.error.rule);
          expect(heading.value.unknown).toEqual([]);
          for (const [position, i] of order.entries())
            expect(heading.value.at[columns[i]?.name ?? '']).toBe(position);
        },
      ),
    );
  });

  it('may lack every column that is not required', () => {
    const required = columns.filter((column) => column.required).map(({ title }) => title);
    expect(read(required, kind).ok).toBe(true);
    for (const missing of required) {
      const rest = [...required.filter((title) => title !== missing), 'Ghi chú'];
      expect(refusal(rest, kind)).toMatchObject({ rule: 'COLUMN_MISSING', column: missing, rows: [1] });
    }
  });
});

describe('a heading', () => {
  it('of a real public statement is read', () => {
    const heading = read('Số chứng từ,Ngày,Người ủng hộ,Hình thức,Số tiền (đồng),Ghi chú'.split(','));
    expect(heading).toMatchObject({
      ok: true,
      value: {
        at: { document_no: 0, date: 1, donor: 2, channel: 3, amount_vnd: 4, note: 5 },
        unknown: [],
        width: 6,
      },
    });
  });

  it('of the other kind is refused with both names and the columns that tell', () => {
    const disbursement = ['Ngày', 'Nội dung chi', 'Số hộ', 'Số tiền', 'Nội dung chi'];
    expect(refusal(disbursement)).toMatchObject({
      rule: 'WRONG_KIND',
      params: {
        kind: BOOK_KINDS.contributions,
        other: BOOK_KINDS.disbursements,
        columns: 'Nội dung chi, Số hộ',
      },
    });
    expect(refusal(['Ngày', 'Người ủng hộ', 'Hình thức', 'Số tiền'], 'disbursements')).toMatchObject({
      rule: 'WRONG_KIND',
    });
  });

  it('that repeats a column under two names is refused', () => {
    expect(refusal(['Ngày', 'Số tiền', 'amount_vnd'])).toMatchObject({
      rule: 'COLUMN_REPEATED',
      column: 'Số tiền (đồng)',
      params: { times: 2 },
    });
  });

  it('without any known column is no heading', () => {
    expect(refusal(['UBMTTQ tỉnh', 'Bảng kê'])).toMatchObject({ rule: 'HEADING_NOT_FOUND', rows: [1] });
  });

  it('keeps unknown columns apart, each under a name of its own', () => {
    const heading = read([
      'Ngày',
      'Khác',
      'Số tiền',
      '',
      'Khác',
      '__proto__',
      'constructor',
      '',
      'Ghi chú',
      '',
      '',
    ]);
    expect(heading).toMatchObject({ ok: true, value: { width: 9 } });
    expect(heading.ok && heading.value.unknown).toEqual([
      { position: 1, heading: 'Khác' },
      { position: 3, heading: '(cột 4)' },
      { position: 4, heading: 'Khác (cột 5)' },
      { position: 5, heading: '__proto__ (cột 6)' },
      { position: 6, heading: 'constructor (cột 7)' },
      { position: 7, heading: '(cột 8)' },
    ]);
  });

  it('of a hundred thousand columns gives a short refusal', () => {
    const finding = refusal(Array.from({ length: 100_000 }, () => 'Nội dung chi'));
    expect(finding?.rule).toBe('COLUMNS_TOO_MANY');
    expect(JSON.stringify(finding).length).toBeLessThan(1000);
  });
});
