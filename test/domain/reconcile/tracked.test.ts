import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrackedFinding } from '#domain/finding.ts';
import { madeBook } from '#test/support/made-books.ts';
import {
  accountOf,
  all,
  decisions,
  digestOf,
  explain,
  FEBRUARY,
  goneOf,
  income,
  type Kept,
  kept,
  one,
  register,
  spending,
  statement,
  statementOf,
} from './books.ts';

/** A book of January that says it closes with 300 and comes to 500. */
const SHORT = income(['PT-1,2024-01-02,500'], { at: '2024-02-05', openingVnd: 0, closingVnd: 300 });
const PAID = spending(['PC-1,2024-01-20,200'], { at: '2024-02-09' });
const LATER = (at: string) => income(['PT-9,2024-02-02,7'], { at, ...FEBRUARY });

const markOf = (files: readonly Kept[], rule: string): string => {
  const mark = one(statementOf(...files), rule)?.mark;
  if (mark === undefined) throw new Error(`no finding of ${rule}`);
  return mark;
};

describe('a finding that stands', () => {
  it('keeps the day of the file with which it came, whatever is handed in later', () => {
    for (const more of [
      [],
      [LATER('2024-03-04')],
      [LATER('2024-03-04'), decisions([], { at: '2024-04-01' })],
    ])
      expect(one(statementOf(SHORT, ...more), 'CLOSING_MISMATCH')).toMatchObject({
        since: '2024-02-05',
        status: 'OPEN',
        differenceVnd: -200,
      });
  });

  it('came with the file that made the difference, not with the one that states the figure', () => {
    const closes = income(['PT-1,2024-01-02,500'], { at: '2024-02-05', openingVnd: 0, closingVnd: 500 });
    const found = statementOf(closes, PAID, LATER('2024-03-04'));
    expect(one(found, 'CLOSING_MISMATCH')).toMatchObject({ digest: digestOf(closes), since: '2024-02-09' });
  });

  it('of a single file stands since that file came, of bytes declared anew since they first came', () => {
    const bad = (at: string, more = {}) =>
      income(['PT-1,2024-01-02,500', 'PT-2,99/99/2024,5'], { at, ...more });
    const rule = statementOf(bad('2024-02-05')).findings.find(({ rows }) => rows !== undefined)?.rule;
    expect(rule).toBeDefined();
    const since = (...files: Kept[]) => one(statementOf(...files), rule ?? '')?.since;
    expect(since(bad('2024-02-05'), LATER('2024-03-04'))).toBe('2024-02-05');
    expect(since(bad('2024-02-05'), bad('2024-03-04', { openingVnd: 0 }))).toBe('2024-02-05');
  });

  it('keeps its day among more files than are looked at one by one', () => {
    const files = Array.from({ length: 90 }, (_, i) =>
      income([`PT-${i},2024-02-02,${i + 1}`], {
        at: `2024-0${3 + Math.floor(i / 25)}-${String((i % 25) + 1).padStart(2, '0')}`,
        ...FEBRUARY,
        additional: true,
      }),
    );
    expect(one(statementOf(SHORT, ...files), 'CLOSING_MISMATCH')?.since).toBe('2024-02-05');
    const since = statementOf(
      PAID,
      ...files.slice(0, 5),
      { ...SHORT, ...income(['PT-1,2024-01-02,500'], { at: '2024-03-05', openingVnd: 0, closingVnd: 7 }) },
      ...files.slice(5),
    );
    expect(one(since, 'CLOSING_MISMATCH')?.since).toBe('2024-03-05');
  });

  it('is about a bank no earlier than there is a statement of one', () => {
    const bank = statement({ at: '2024-02-15', opening: 0, lines: [] });
    const found = statementOf(SHORT, bank, LATER('2024-03-04'));
    expect(one(found, 'ENTRIES_NOT_IN_BANK')).toMatchObject({ digest: digestOf(SHORT), since: '2024-02-15' });
  });
});

describe('a finding that is gone', () => {
  it('names the file with which it was gone, and its day', () => {
    const found = statementOf(SHORT, PAID, LATER('2024-03-04'));
    expect(one(found, 'CLOSING_MISMATCH')).toBeUndefined();
    expect(goneOf(found, 'CLOSING_MISMATCH')).toMatchObject([
      {
        status: 'RESOLVED',
        differenceVnd: -200,
        since: '2024-02-05',
        resolved: { digest: digestOf(PAID), on: '2024-02-09' },
      },
    ]);
  });

  it('may be gone by a file that replaces the one it is of', () => {
    const right = income(['PT-1,2024-01-02,500'], { at: '2024-02-11', openingVnd: 0, closingVnd: 500 });
    expect(goneOf(statementOf(SHORT, right), 'CLOSING_MISMATCH')).toMatchObject([
      { digest: digestOf(SHORT), resolved: { digest: digestOf(right), on: '2024-02-11' } },
    ]);
  });

  it('is not gone but another when its amount changes: open since then, and nothing is called resolved', () => {
    const some = spending(['PC-1,2024-01-20,50'], { at: '2024-02-09' });
    const before = markOf([SHORT], 'CLOSING_MISMATCH');
    const found = statementOf(SHORT, some, decisions([explain(2, before)], { at: '2024-02-20' }));
    expect(all(found, 'CLOSING_MISMATCH')).toMatchObject([
      { differenceVnd: -150, since: '2024-02-09', status: 'OPEN' },
    ]);
    expect(one(found, 'CLOSING_MISMATCH')?.mark).not.toBe(before);
    expect(goneOf(found, 'CLOSING_MISMATCH')).toEqual([]);
  });

  it('is not gone when the file it is of is replaced by one that says the same', () => {
    const again = income(['PT-1,2024-01-03,500'], { at: '2024-02-11', openingVnd: 0, closingVnd: 300 });
    const found = statementOf(SHORT, again);
    expect(all(found, 'CLOSING_MISMATCH')).toHaveLength(1);
    expect(goneOf(found, 'CLOSING_MISMATCH')).toEqual([]);
  });

  it('of rows set aside is gone with the file that has them right, by all its names', () => {
    const bad = income(['PT-1,2024-01-02,500', 'PT-2,99/99/2024,5'], { at: '2024-02-05', openingVnd: 0 });
    const good = income(['PT-1,2024-01-02,500', 'PT-2,2024-01-03,5'], { at: '2024-02-11', openingVnd: 0 });
    const found = statementOf(bad, good);
    expect(found.findings).toEqual([]);
    const rules = bad.file.submission.findings.map(({ rule }) => rule);
    expect(rules.length).toBeGreaterThan(0);
    expect(found.resolved.map(({ rule }) => rule).sort()).toEqual([...rules, 'ROWS_QUARANTINED'].sort());
    for (const { resolved, digest } of found.resolved) {
      expect(digest).toBe(digestOf(bad));
      expect(resolved).toEqual({ digest: digestOf(good), on: '2024-02-11' });
    }
  });

  it('of a replaced file that its successor has too is not gone', () => {
    const bad = income(['PT-1,2024-01-02,500', 'PT-2,99/99/2024,5'], { at: '2024-02-05', openingVnd: 0 });
    const worse = income(['PT-2,98/99/2024,6', 'PT-1,2024-01-02,500'], { at: '2024-02-11', openingVnd: 0 });
    const found = statementOf(bad, worse);
    expect(found.resolved).toEqual([]);
    expect(all(found, 'ROWS_QUARANTINED')).toMatchObject([{ actualVnd: 6 }]);
  });

  it('and came again is only told as standing; gone twice, once', () => {
    const paid = (amount: number, at: string) => spending([`PC-1,2024-01-20,${amount}`], { at });
    const again = statementOf(SHORT, paid(200, '2024-02-09'), paid(0, '2024-02-10'));
    expect(all(again, 'CLOSING_MISMATCH')).toMatchObject([{ since: '2024-02-10' }]);
    expect(goneOf(again, 'CLOSING_MISMATCH')).toEqual([]);
    const last = income(['PT-1,2024-01-02,500'], { at: '2024-02-12', openingVnd: 0, closingVnd: 500 });
    const twice = statementOf(SHORT, paid(200, '2024-02-09'), paid(0, '2024-02-10'), last);
    expect(goneOf(twice, 'CLOSING_MISMATCH')).toMatchObject([
      { since: '2024-02-10', resolved: { digest: digestOf(last), on: '2024-02-12' } },
    ]);
  });

  it('stands in the order in which they were gone', () => {
    const bad = income(['PT-1,2024-01-02,500', 'PT-2,99/99/2024,5'], {
      at: '2024-02-01',
      closingVnd: 300,
      openingVnd: 0,
    });
    const good = income(['PT-1,2024-01-02,500'], { at: '2024-02-11', openingVnd: 0, closingVnd: 300 });
    const found = statementOf(bad, good, spending(['PC-1,2024-01-20,200'], { at: '2024-03-09' }));
    const days = found.resolved.map(({ resolved }) => resolved?.on ?? '');
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)).toBe('2024-03-09');
  });
});

describe('what a unit says to a finding', () => {
  const mark = markOf([SHORT], 'CLOSING_MISMATCH');
  const said = (rows: Parameters<typeof decisions>[0], at: string | number = '2024-02-20') =>
    one(statementOf(SHORT, decisions(rows, { at })), 'CLOSING_MISMATCH');

  it('stands beside it, and takes nothing away', () => {
    const reason = 'Gửi nhầm vào số 0123456789, đã báo a.b@example.org';
    const row = explain(4, `CB-${mark.toUpperCase()}`, { reason, by: 'Kế toán 0987 654 321' });
    const found = said([row]);
    expect(found).toMatchObject({ status: 'EXPLAINED', since: '2024-02-05', differenceVnd: -200, mark });
    expect(found?.explained).toMatchObject({ on: '2024-02-20', row: 4 });
    expect(found?.explained?.text).toContain('Gửi nhầm vào số');
    expect(JSON.stringify(found?.explained)).not.toMatch(/0123456789|0987|example/);
  });

  it('has the day that it names, else that of its file', () => {
    expect(said([explain(2, mark, { date: '2024-02-18' as never })])?.explained?.on).toBe('2024-02-18');
    expect(said([explain(2, mark)])?.explained?.on).toBe('2024-02-20');
  });

  it('holds as it was said last', () => {
    const first = decisions([explain(2, mark, { reason: 'đầu' }), explain(3, mark, { reason: 'giữa' })], {
      at: '2024-02-20',
    });
    expect(one(statementOf(SHORT, first), 'CLOSING_MISMATCH')?.explained?.text).toBe('giữa');
    const second = decisions([explain(2, mark, { reason: 'cuối' })], { at: '2024-02-21' });
    for (const files of [
      [SHORT, first, second],
      [second, first, SHORT],
    ])
      expect(one(statementOf(...files), 'CLOSING_MISMATCH')?.explained?.text).toBe('cuối');
  });

  it('says nothing to any other finding', () => {
    expect(said([explain(2, '0123456789')])?.status).toBe('OPEN');
    expect(said([explain(2, `${mark.slice(0, 9)}`)])?.status).toBe('OPEN');
  });

  it('stays with the finding when that is gone', () => {
    const found = statementOf(
      SHORT,
      decisions([explain(2, mark, { reason: 'chờ phiếu chi' })], { at: '2024-02-07' }),
      PAID,
    );
    expect(goneOf(found, 'CLOSING_MISMATCH')).toMatchObject([
      { status: 'RESOLVED', explained: { text: 'chờ phiếu chi' } },
    ]);
  });
});

describe('any book', () => {
  const byDay = (files: readonly Kept[]) =>
    new Map(files.map(({ file: { submission } }) => [submission.digest, submission]));

  it('tells each finding once, standing or gone, in whatever order its files come', () => {
    fc.assert(
      fc.property(
        madeBook('20335', 'QVNN', 7).chain((made) =>
          fc.tuple(fc.constant(made.map(kept)), fc.shuffledSubarray(made, { minLength: made.length })),
        ),
        ([files, shuffled]) => {
          const { findings, resolved } = statementOf(...files);
          const marks = [...findings, ...resolved].map(({ mark }) => mark);
          expect(new Set(marks).size).toBe(marks.length);
          const places = accountOf(files).files.map(({ digest }) => digest);
          const ends = resolved.map((gone) => places.lastIndexOf(gone.resolved?.digest ?? ('' as never)));
          expect(ends).toEqual([...ends].sort((x, y) => x - y));
          for (const gone of resolved) {
            expect(gone.resolved && byDay(files).has(gone.resolved.digest)).toBe(true);
            expect(gone.since <= (gone.resolved?.on ?? '')).toBe(true);
          }
          expect(statementOf(...shuffled.map(kept))).toEqual(statementOf(...files));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps the days and the endings of its findings when a file comes that changes nothing', () => {
    const told = (found: readonly TrackedFinding[]) =>
      found.map(({ rule, mark, since, resolved }) => ({ rule, mark, since, resolved }));
    fc.assert(
      fc.property(madeBook('20335', 'QVNN', 5), (made) => {
        const files = made.map(kept);
        const nothing = register('targets', [], { at: '2026-02-01', ...made[0]?.declaration.period });
        const [before, after] = [statementOf(...files), statementOf(...files, nothing)];
        expect(told(after.findings)).toEqual(told(before.findings));
        expect(told(after.resolved)).toEqual(told(before.resolved));
      }),
      { numRuns: 40 },
    );
  });

  it('had every finding that is gone among those of the book as it stood before', () => {
    fc.assert(
      fc.property(madeBook('20335', 'QVNN', 5), (made) => {
        const files = made.map(kept);
        const inTime = accountOf(files).files.map(({ digest }) => digest);
        for (const { mark, resolved } of statementOf(...files).resolved) {
          const end = inTime.indexOf(resolved?.digest ?? ('' as never));
          const before = files.filter((file) => inTime.indexOf(digestOf(file)) < end);
          expect(
            before.length === 0 ? [] : statementOf(...before).findings.map((found) => found.mark),
          ).toContain(mark);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('an explanation of a mark that no finding bears', () => {
  it('is told with its row, so that nobody believes a matter explained that is not', () => {
    const files = [
      income(['PT-1,2024-01-02,500'], { at: 1, openingVnd: 0, closingVnd: 300 }),
      decisions([explain(4, '0123456789')], { at: 2 }),
    ];
    const { findings } = accountOf(files).statement;
    const told = findings.filter(({ rule }) => rule === 'EXPLANATION_UNKNOWN');
    expect(told).toMatchObject([{ count: 1, rows: [4], status: 'OPEN' }]);
    expect(findings.find(({ rule }) => rule === 'CLOSING_MISMATCH')?.status).toBe('OPEN');
  });

  it('is not told where the finding stands, or stood', () => {
    const wrong = income(['PT-1,2024-01-02,500'], { at: 1, openingVnd: 0, closingVnd: 300 });
    const { findings } = accountOf([wrong]).statement;
    const mark = findings.find(({ rule }) => rule === 'CLOSING_MISMATCH')?.mark ?? '';
    const said = decisions([explain(2, mark)], { at: 2 });
    const mended = income(['PT-1,2024-01-02,500'], { at: 3, openingVnd: 0, closingVnd: 500 });
    for (const files of [
      [wrong, said],
      [wrong, said, mended],
    ])
      expect(accountOf(files).statement.findings.map(({ rule }) => rule)).not.toContain(
        'EXPLANATION_UNKNOWN',
      );
  });
});
