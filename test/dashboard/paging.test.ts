import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entryCount,
  objectOfRow,
  pageCount,
  pageOfRow,
  ROWS_PER_PAGE,
  slicesOf,
} from '#dashboard/src/lib/paging.ts';

/** Stored objects of those sizes, one entry a row, with a gap of one row (set aside) between objects. */
function stored(sizes: readonly number[]) {
  let next = 2;
  return sizes.map((entries, object) => {
    const firstRow = next;
    next += entries + 1;
    return { object, firstRow, lastRow: firstRow + entries - 1, entries };
  });
}

const rowsOf = ({ firstRow, entries }: { firstRow: number; entries: number }) =>
  Array.from({ length: entries }, (_, i) => firstRow + i);

describe('pages of rows', () => {
  test('every entry stands on exactly one page, in order, whatever the sizes of the objects', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 450 }), { maxLength: 6 }), (sizes) => {
        const objects = stored(sizes);
        const all = objects.flatMap(rowsOf);
        const shown = Array.from({ length: pageCount(entryCount(objects)) }, (_, i) =>
          slicesOf(objects, i + 1).flatMap(({ object, from, to }) =>
            rowsOf(objects[object] as never).slice(from, to),
          ),
        );
        expect(shown.flat()).toEqual(all);
        expect(shown.slice(0, -1).every((page) => page.length === ROWS_PER_PAGE)).toBe(true);
      }),
    );
  });

  test('a row that was entered is found on the page that shows it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 450 }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (sizes, pick) => {
          const objects = stored(sizes);
          const all = objects.flatMap(rowsOf);
          const row = all[pick % all.length] as number;
          const found = objectOfRow(objects, row);
          const { pageNo, present } = pageOfRow(
            rowsOf(objects[found?.object ?? -1] as never),
            found?.before ?? -1,
            row,
          );
          const shown = slicesOf(objects, pageNo).flatMap(({ object, from, to }) =>
            rowsOf(objects[object] as never).slice(from, to),
          );
          expect(present).toBe(true);
          expect(shown).toContain(row);
        },
      ),
    );
  });

  test.each([
    ['before the first', 1],
    ['set aside between two', 302],
    ['after the last', 10_000],
  ])('a row %s is said not to be there', (_, row) => {
    const objects = stored([300, 10]);
    const found = objectOfRow(objects, row);
    const { present, pageNo } = pageOfRow(
      rowsOf(objects[found?.object ?? -1] as never),
      found?.before ?? -1,
      row,
    );
    expect(present).toBe(false);
    expect(pageNo).toBeLessThanOrEqual(pageCount(310));
  });

  test('nothing stored: one empty page', () => {
    expect(objectOfRow([], 5)).toBeUndefined();
    expect(slicesOf([], 1)).toEqual([]);
    expect(pageCount(0)).toBe(1);
  });
});
