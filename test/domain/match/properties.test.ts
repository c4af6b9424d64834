import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCode } from '#domain/codes.ts';
import {
  type EntryToMatch,
  type LineToMatch,
  MATCH_LEVELS,
  MATCH_REASONS,
  type MatchDecision,
  matchLines,
  type SourceRef,
} from '#domain/match/match.ts';
import { keptWords } from '#domain/match/wording.ts';
import { BOOK, entry, entryRef, line, lineRef, STATEMENT } from './rows.ts';

/** Few amounts, days, numbers and texts, so that everything meets everything. */
const amount = fc.constantFrom(
  ...[0, 100_000, 200_000, 300_000, 500_000, 600_000, 710_003],
  ...[-100_000, -200_000, -300_000, -500_000],
);
const day = fc.integer({ min: 1, max: 9 });
const number = fc.constantFrom(undefined, '', '-', 'PT1', 'pt 1', 'UNC-2024', '01');
const text = fc.constantFrom(
  ...[undefined, '', 'ung ho bao lu', 'Nguyễn Văn An ủng hộ', 'NGUYEN VAN AN.UNC 2024 ck', 'hoan tra'],
  ...['Trường tiểu học Hoa Mai lớp 5A', 'truong tieu hoc Hoa Mai, lop 5B A', 'nop tien mat', 'huy'],
);
const present = <T extends Record<string, unknown>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const someLines = fc
  .array(
    fc.record({ day, amount, number, text, account: fc.constantFrom('100', '200'), other: fc.boolean() }),
    { maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ day, amount, number, text, account, other }, i) =>
      line(i, day, amount, {
        ...present({ reference: number, text }),
        account,
        digest: other ? BOOK : STATEMENT,
      }),
    ),
  );
const someEntries = fc
  .array(fc.record({ day, amount, number, text, cash: fc.boolean() }), { maxLength: 14 })
  .map((rows) =>
    rows.map(({ day, amount, number, text, cash }, i) =>
      entry(i, day, amount, { ...present({ documentNo: number, text }), cash }),
    ),
  );
const row = fc.integer({ min: 0, max: 15 });
const someDecisions = fc.array(
  fc
    .record({ action: fc.constantFrom('CONFIRM' as const, 'BREAK' as const), l: row, e: row })
    .map(({ action, l, e }): MatchDecision => ({ action, line: lineRef(l), entry: entryRef(e) })),
  { maxLength: 8 },
);
const given = fc.record({ lines: someLines, entries: someEntries, decisions: someDecisions });
const runs = { numRuns: 500 };

const key = ({ digest, row }: SourceRef): string => `${digest.slice(0, 1)}${row}`;
const keys = (refs: readonly SourceRef[]): string[] => refs.map(key);
const byKey = <R extends SourceRef>(rows: readonly R[]): ReadonlyMap<string, R> =>
  new Map(rows.map((one) => [key(one), one]));
const sumOf = (rows: ReadonlyMap<string, LineToMatch | EntryToMatch>, refs: readonly SourceRef[]): number =>
  refs.reduce((sum, ref) => sum + (rows.get(key(ref))?.amountVnd ?? Number.NaN), 0);

describe('matching', () => {
  it('is a partition: every row is in one match or unmatched, none twice, none lost', () => {
    fc.assert(
      fc.property(given, ({ lines, entries, decisions }) => {
        const { matches, unmatchedLines, unmatchedEntries } = matchLines(lines, entries, decisions);
        const found = [...matches.flatMap((match) => match.lines), ...unmatchedLines];
        expect(keys(found).sort()).toEqual(keys(lines).sort());
        const foundEntries = [...matches.flatMap((match) => match.entries), ...unmatchedEntries];
        expect(keys(foundEntries).sort()).toEqual(keys(entries).sort());
        for (const match of matches) expect(match.lines.length + match.entries.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('is the same whatever texts were matched before', () => {
    const wordsOf = keptWords();
    fc.assert(
      fc.property(given, ({ lines, entries, decisions }) => {
        expect(matchLines(lines, entries, decisions, wordsOf)).toEqual(matchLines(lines, entries, decisions));
      }),
      runs,
    );
  });

  it('does not depend on the order in which rows and decisions come', () => {
    const shuffled = given.chain((one) =>
      fc.record({
        one: fc.constant(one),
        lines: fc.shuffledSubarray(one.lines, { minLength: one.lines.length }),
        entries: fc.shuffledSubarray(one.entries, { minLength: one.entries.length }),
        decisions: fc.shuffledSubarray(one.decisions, { minLength: one.decisions.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ one, lines, entries, decisions }) => {
        expect(matchLines(lines, entries, decisions)).toEqual(
          matchLines(one.lines, one.entries, one.decisions),
        );
      }),
      runs,
    );
  });

  it('tells every difference, and has none but where a person or a refund makes one', () => {
    fc.assert(
      fc.property(given, ({ lines, entries, decisions }) => {
        const [lineOf, entryOf] = [byKey(lines), byKey(entries)];
        for (const match of matchLines(lines, entries, decisions).matches) {
          const difference = sumOf(lineOf, match.lines) - sumOf(entryOf, match.entries);
          expect(match.differenceVnd).toBe(difference);
          if (match.level !== 'CONFIRMED' && match.because !== 'REFUND_NOT_BOOKED')
            expect(difference).toBe(0);
        }
      }),
      runs,
    );
  });

  it('keeps together what is confirmed and apart what is broken, unless the decision is idle', () => {
    fc.assert(
      fc.property(given, ({ lines, entries, decisions }) => {
        const { matches, idleDecisions } = matchLines(lines, entries, decisions);
        const idle = new Set(idleDecisions);
        for (const decision of decisions) {
          if (idle.has(decision)) continue;
          const together = matches.filter(
            (match) =>
              keys(match.lines).includes(key(decision.line)) &&
              keys(match.entries).includes(key(decision.entry)),
          );
          expect(together.map(({ level }) => level)).toEqual(
            decision.action === 'CONFIRM' ? ['CONFIRMED'] : [],
          );
        }
      }),
      runs,
    );
  });

  it('leaves no decision idle that names rows that are there and contradicts nothing', () => {
    fc.assert(
      fc.property(given, ({ lines, entries, decisions }) => {
        const [lineOf, entryOf] = [byKey(lines), byKey(entries)];
        const confirms = decisions.filter(({ action }) => action === 'CONFIRM');
        const { idleDecisions } = matchLines(lines, entries, decisions);
        for (const { action, line, entry } of idleDecisions) {
          const there = lineOf.has(key(line)) && entryOf.has(key(entry));
          const contradicted =
            action === 'BREAK'
              ? confirms.length > 0
              : decisions.some(
                  (other) =>
                    other.action === 'BREAK' &&
                    key(other.line) === key(line) &&
                    key(other.entry) === key(entry),
                );
          expect(!there || contradicted).toBe(true);
        }
      }),
      runs,
    );
  });

  it('mixes no signs in a group, and leaves cash and nothing to deposits and people', () => {
    fc.assert(
      fc.property(given, ({ lines, entries, decisions }) => {
        const [lineOf, entryOf] = [byKey(lines), byKey(entries)];
        for (const match of matchLines(lines, entries, decisions).matches) {
          if (match.level === 'CONFIRMED') continue;
          const ofLines = match.lines.map((ref) => lineOf.get(key(ref))?.amountVnd ?? 0);
          const ofEntries = match.entries.map((ref) => entryOf.get(key(ref))?.amountVnd ?? 0);
          const signs = new Set([...ofLines, ...ofEntries].map(Math.sign));
          expect(signs.has(0)).toBe(false);
          if (match.level === 'GROUPED') expect(signs.size).toBe(1);
          const cash = match.entries.some((ref) => entryOf.get(key(ref))?.cash === true);
          if (cash) {
            expect(match.level).toBe('GROUPED');
            expect(ofLines).toEqual([ofEntries.reduce((sum: number, one) => sum + one, 0)]);
            expect(signs).toEqual(new Set([1]));
          }
        }
      }),
      runs,
    );
  });

  it('gives known levels and reasons, and whole percents', () => {
    fc.assert(
      fc.property(given, ({ lines, entries, decisions }) => {
        for (const { level, because, confidence } of matchLines(lines, entries, decisions).matches) {
          expect(isCode(MATCH_LEVELS, level) && isCode(MATCH_REASONS, because)).toBe(true);
          expect(Number.isInteger(confidence) && confidence >= 1 && confidence <= 100).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
