import { describe, expect, it } from 'vitest';
import { matchLines } from '#domain/match/match.ts';
import { BOOK, breakUp, confirm, entry, entryRef, inShort, K, line, lineRef, STATEMENT } from './rows.ts';

describe('what people decided', () => {
  const lines = [line(1, 1, 200 * K), line(2, 1, 300 * K)];
  const entries = [entry(1, 1, 200 * K), entry(2, 40, 700 * K, { cash: true }), entry(3, 1, 200 * K)];

  it('a confirmed pair is a match whatever its amounts, with its difference', () => {
    expect(matchLines(lines, entries, [confirm(2, 2)]).matches).toContainEqual({
      lines: [lineRef(2)],
      entries: [entryRef(2)],
      level: 'CONFIRMED',
      confidence: 100,
      because: 'CONFIRMED_BY_PERSON',
      differenceVnd: -400 * K,
    });
  });

  it('confirmed pairs that share a row are one match', () => {
    const { matches } = matchLines(lines, entries, [confirm(2, 2), confirm(1, 2), confirm(1, 1)]);
    expect(matches).toMatchObject([
      { lines: [lineRef(1), lineRef(2)], entries: [entryRef(1), entryRef(2)], differenceVnd: -400 * K },
    ]);
  });

  it('a broken pair gives way to the other that it could be', () => {
    const found = matchLines(lines, entries, [breakUp(1, 1)]);
    expect(inShort(found)).toEqual(['1=3 LIKELY ONLY_ONE_NEAR']);
    expect(found.idleDecisions).toEqual([]);
  });

  it('a broken pair is not put together for its document, nor for its text', () => {
    const one = line(1, 1, 200 * K, { reference: 'PT1', text: 'Nguyen Van An' });
    const other = entry(1, 1, 200 * K, { documentNo: 'PT1', text: 'Nguyễn Văn An' });
    expect(inShort(matchLines([one], [other], []))).toEqual(['1=1 EXACT SAME_DOCUMENT']);
    expect(inShort(matchLines([one], [other], [breakUp(1, 1)]))).toEqual([]);
  });

  it('of equal gifts those with a broken pair choose first', () => {
    const two = [line(1, 1, 200 * K), line(2, 1, 200 * K)];
    const gifts = [entry(1, 1, 200 * K), entry(2, 1, 200 * K)];
    expect(inShort(matchLines(two, gifts, [breakUp(2, 2)]))).toEqual([
      '1=2 LIKELY EQUAL_GIFTS_OF_DAY',
      '2=1 LIKELY EQUAL_GIFTS_OF_DAY',
    ]);
  });

  it('no group holds a broken pair', () => {
    const parts = [entry(1, 1, 200 * K), entry(2, 1, 110 * K)];
    const sum = [line(1, 1, 310 * K)];
    expect(inShort(matchLines(sum, parts, []))).toEqual(['1=1+2 GROUPED ENTRIES_OF_DAY_ADD_UP']);
    expect(inShort(matchLines(sum, parts, [breakUp(1, 2)]))).toEqual([]);
  });

  it.each([
    ['a line that is not there', [confirm(9, 1)], 'CONFIRM 9 1'],
    ['an entry that is not there', [breakUp(1, 9)], 'BREAK 1 9'],
    ['a pair both confirmed and broken', [confirm(1, 1), breakUp(1, 1)], 'BREAK 1 1, CONFIRM 1 1'],
    [
      'a pair broken and tied together',
      [confirm(1, 1), confirm(2, 1), confirm(2, 3), breakUp(1, 3)],
      'BREAK 1 3',
    ],
  ])('is idle: %s', (_, decisions, idle) => {
    const { idleDecisions } = matchLines(lines, entries, decisions);
    expect(
      idleDecisions.map(({ action, line, entry }) => `${action} ${line.row} ${entry.row}`).join(', '),
    ).toBe(idle);
  });

  it('a place that two rows claim is a bug', () => {
    expect(() => matchLines([line(1, 1, 5), line(1, 2, 6)], [], [])).toThrow(RangeError);
    expect(() => matchLines([], [entry(1, 1, 5), entry(1, 2, 6)], [])).toThrow(RangeError);
    expect(() => matchLines([line(1, 1, 5), line(1, 2, 6, { digest: BOOK })], [], [])).not.toThrow();
  });

  it('rows come back as references only', () => {
    const { matches, unmatchedLines, unmatchedEntries } = matchLines(
      [line(1, 1, 5), line(2, 1, 6)],
      [entry(1, 1, 5), entry(2, 1, 9)],
      [],
    );
    expect(matches[0]?.lines).toEqual([{ digest: STATEMENT, row: 1 }]);
    expect(unmatchedLines).toEqual([{ digest: STATEMENT, row: 2 }]);
    expect(unmatchedEntries).toEqual([{ digest: BOOK, row: 2 }]);
  });
});
