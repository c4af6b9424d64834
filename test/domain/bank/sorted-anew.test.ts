import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountFile } from '#domain/bank/account-file.ts';
import { type AccountChain, chainAccounts } from '#domain/bank/chain.ts';
import { inOneOrder } from '#domain/bank/shared-days.ts';
import { dayOfNumber } from '#domain/days.ts';
import { fold } from '#domain/text.ts';
import {
  at,
  byDay,
  cuts,
  daysAnew,
  FIRST_DAY,
  figures,
  grown,
  LATER,
  linesOf,
  only,
  order,
  piece,
  pieces,
  sortedAnew,
  statement,
} from './made-statements.ts';
import { fileOf } from './support.ts';

const FORMER = fileOf('former', { from: 1, to: 3 }, ['1 An +100 =100', '3 Chi -50 =50', '3 Dung +10 =60']);

/** Lines in what order each file sorts them, without balances: these go with the order. */
const movesOf = (chain: AccountChain) =>
  linesOf(chain)
    .map(([date, text, moved]) => `${date} ${fold(String(text))} ${moved}`)
    .sort();

describe('a bank that sorts the lines of a day anew in every statement', () => {
  it('has each of them counted once: the day begins and ends with the same balance', () => {
    const later = fileOf('later', { from: 3, to: 4 }, ['3 Dung +10 =110', '3 Chi -50 =60', '4 Em +1 =61']);
    const [chain] = chainAccounts([FORMER, later]);
    expect(chain).toMatchObject({ credits: 3, creditVnd: 111, debits: 1, debitVnd: 50, repeatedLines: 2 });
    expect(chain).toMatchObject({ closingVnd: 61, gaps: [], breaks: [], followsVnd: 0 });
    expect(chain?.overlaps).toMatchObject([{ repeated: 2, onlyEarlier: 0, onlyLater: 0 }]);
  });

  it('and puts a line among them that came after the former statement has that line counted too', () => {
    const later = fileOf('later', { from: 3, to: 4, received: LATER }, [
      '3 Dung +10 =110',
      '3 Lan +7 =117',
      '3 Chi -50 =67',
      '4 Em +1 =68',
    ]);
    const [chain] = chainAccounts([FORMER, later]);
    expect(chain).toMatchObject({ credits: 4, creditVnd: 118, debits: 1, closingVnd: 68, followsVnd: 0 });
    expect(chain?.overlaps).toMatchObject([{ repeated: 2, onlyEarlier: 0, onlyLater: 1 }]);
  });

  it('is known by the balance: equal gifts of two parts of one day are two', () => {
    const morning = fileOf('morning', { from: 1, to: 1 }, ['1 An +5 =5', '1 Lan +7 =12']);
    const evening = fileOf('evening', { from: 1, to: 1 }, ['1 Lan +7 =19', '1 An +5 =24']);
    expect(only([morning, evening])).toMatchObject({ credits: 4, creditVnd: 24, gaps: [], followsVnd: 0 });
  });

  it('is known in parts of a day too, where another statement has all of it', () => {
    const morning = fileOf('morning', { from: 1, to: 1 }, ['1 An +5 =5', '1 Lan +7 =12']);
    const evening = fileOf('evening', { from: 1, to: 1 }, ['1 Em +1 =13', '1 Chi +2 =15']);
    const all = fileOf('all', { from: 1, to: 2 }, [
      '1 Lan +7 =7',
      '1 Em +1 =8',
      '1 An +5 =13',
      '1 Chi +2 =15',
      '2 Dung +1 =16',
    ]);
    const chain = only([morning, evening, all]);
    expect(chain).toMatchObject({ credits: 5, creditVnd: 16, closingVnd: 16, gaps: [], followsVnd: 0 });
  });

  it('is not taken to do so where lines that were set aside hide what else the day had', () => {
    const other = fileOf('other', { from: 3, to: 4 }, ['3 Dung +10 =110', '3 Chi -50 =67', '4 Em +1 =68']);
    expect(only([FORMER, { ...other, breaks: [] }]).repeatedLines).toBe(0);
  });

  it('is not taken to do so where the day does not end with what both list', () => {
    const other = fileOf('other', { from: 3, to: 4 }, ['3 Dung +10 =110', '3 Chi -50 =67', '4 Em +1 =68']);
    const chain = only([FORMER, other]);
    expect(chain.repeatedLines).toBe(0);
    expect(chain.closingVnd).toBe(68);
  });

  it.each([
    ['and leaves nothing out', false],
    ['and leaves the same movements out', true],
  ])('%s: count, sums and breaks are those of one statement of all days', (_, breaks) => {
    fc.assert(
      fc.property(
        statement({ breaks, misprints: false }),
        cuts,
        fc.array(order, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (moves, list, orders, printed) => {
          const whole = only([piece(moves, 0, moves.length - 1, 0, true)]);
          const chain = only(daysAnew(moves, list, orders, breaks || printed));
          expect(figures(chain)).toEqual(figures(whole));
          expect(movesOf(chain)).toEqual(movesOf(whole));
          expect(chain.gaps).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves every file with the breaks that its balances show', () => {
    fc.assert(
      fc.property(
        statement({ breaks: true, misprints: false }),
        cuts,
        fc.array(order, { minLength: 1 }),
        (moves, list, orders) => {
          for (const { openingVnd, lines, breaks } of inOneOrder(daysAnew(moves, list, orders, true))) {
            let balance: number = openingVnd ?? 0;
            const shown = lines.flatMap(({ row, creditVnd, debitVnd, balanceVnd = 0 as never }) => {
              const expected = balance + creditVnd - debitVnd;
              balance = balanceVnd;
              return balanceVnd === expected ? [] : [[row, expected, balanceVnd]];
            });
            const told = breaks.map(({ row, expectedVnd, actualVnd }) => [row, expectedVnd, actualVnd]);
            const byRow = (rows: number[][]) => rows.sort(([a = 0], [b = 0]) => a - b);
            expect(byRow(told)).toEqual(byRow(shown));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('closes where the former statement was printed before the day was over', () => {
    fc.assert(
      fc.property(
        statement({ breaks: false, misprints: false }),
        fc.nat(),
        fc.nat(),
        order,
        order,
        (moves, cut, back, first, second) => {
          const end = cut % moves.length;
          const day = moves.findIndex(({ booked }) => booked === at(moves, end).booked);
          const days = byDay(moves);
          const begin = moves.findIndex(
            ({ booked }) => booked === at(at(days, back % days.length), 0).booked,
          );
          fc.pre(begin <= day);
          const former = [...moves.slice(0, day), ...sortedAnew(moves.slice(day, end + 1), first)];
          const later = byDay(moves.slice(begin)).flatMap((own) => sortedAnew(own, second));
          const chain = only([
            piece(former, 0, former.length - 1, 0, false),
            piece(later, 0, later.length - 1, 1, false),
          ]);
          const whole = only([piece(moves, 0, moves.length - 1, 0, false)]);
          expect(figures(chain)).toEqual(figures(whole));
          expect(movesOf(chain)).toEqual(movesOf(whole));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('changes nothing for parts of days that only meet, however many gifts are equal', () => {
    const equal = statement({ breaks: false, misprints: false })
      .map((moves) => moves.map((move) => ({ ...move, text: 'ủng hộ', moved: 1 })))
      .map(grown);
    fc.assert(
      fc.property(equal, cuts, fc.boolean(), (moves, list, printed) => {
        const whole = only([piece(moves, 0, moves.length - 1, 0, printed)]);
        const chain = only(pieces(moves, list, 0, printed));
        expect(figures(chain)).toEqual(figures(whole));
        expect(chain.gaps).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever files say', () => {
  it('lines, breaks and gaps lead from the opening to the closing, but for the amount that is told', () => {
    fc.assert(
      fc.property(
        statement({ breaks: true, misprints: true }),
        cuts,
        fc.array(order, { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        (moves, list, orders, left) => {
          const files = daysAnew(moves, list, orders, false).map((file, n) => ({
            ...file,
            lines: file.lines.filter((_, i) => left[(n + i) % left.length] !== true || file.lines.length < 3),
          }));
          const chain = only(files);
          const { openingVnd = 0, closingVnd = 0, lines, breaks, gaps } = chain;
          const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
          const moved = sum(lines.map(({ creditVnd, debitVnd }) => creditVnd - debitVnd));
          const unlisted = sum(breaks.map(({ differenceVnd }) => differenceVnd));
          const hidden = sum(gaps.map(({ differenceVnd = 0 }) => differenceVnd));
          expect(chain.followsVnd).toBe(closingVnd - openingVnd - moved - unlisted - hidden);
          expect(chain.creditVnd - chain.debitVnd).toBe(moved);
          expect(chain.unlistedInVnd - chain.unlistedOutVnd).toBe(unlisted);
          expect(lines.length + chain.repeatedLines).toBe(sum(files.map((file) => file.lines.length)));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('statements with the newest line first', () => {
  const turned = (file: AccountFile, i = 0): AccountFile => ({
    ...file,
    lines: file.lines.toReversed().map((line, n) => ({ ...line, row: n + 2 + i })),
    breaks: [],
  });

  it('are chained as those with the oldest first are, some of them or all', () => {
    fc.assert(
      fc.property(
        statement({ breaks: false, misprints: false }).map(grown),
        cuts,
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (moves, list, which) => {
          const files = pieces(moves, list, 1, true);
          // Of one day alone no date says which line is the newest: it is read downwards.
          const daysOf = ({ lines }: AccountFile) => new Set(lines.map(({ date }) => date)).size;
          const chain = only(files.map((file, i) => (which[i] && daysOf(file) > 1 ? turned(file) : file)));
          expect(figures(chain)).toEqual(figures(only(files)));
          expect(chain.gaps).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep the breaks of their balance', () => {
    const file = fileOf('file', { from: 1, to: 3 }, ['1 An +1 =1', '2 Bình +1 =5', '3 Chi +1 =6']);
    const rows = new Map(file.lines.map(({ row }, i) => [row, file.lines.length + 1 - i]));
    const breaks = file.breaks.map((one) => ({ ...one, row: rows.get(one.row) ?? 0 }));
    const next = fileOf('next', { from: 2, to: 4 }, ['2 Bình +1 =5', '3 Chi +1 =6', '4 Em +1 =7']);
    const chain = only([{ ...turned(file), breaks }, turned(next)]);
    expect(chain).toMatchObject({ unlistedIns: 1, unlistedInVnd: 3, closingVnd: 7, gaps: [], followsVnd: 0 });
  });
});

it('sets days of many lines in one order without comparing each with each', () => {
  const DAYS = 2;
  const PER_DAY = 10_000;
  const files = Array.from({ length: 3 }, (_, n) => {
    let balance = 0;
    const lines = Array.from({ length: DAYS }, (_day, d) =>
      Array.from({ length: PER_DAY }, (_line, i) => (n % 2 === 0 ? i : PER_DAY - 1 - i)).map((i) => {
        balance += i + 1;
        return { date: dayOfNumber(FIRST_DAY + d), text: `ủng hộ ${i}`, moved: i + 1, balance };
      }),
    ).flat();
    const days = { from: dayOfNumber(FIRST_DAY), to: dayOfNumber(FIRST_DAY + DAYS) };
    return fileOf(`file ${n}`, { ...days, opening: 0 }, lines);
  });
  const chain = only(files);
  expect(chain.credits).toBe(DAYS * PER_DAY);
  expect(chain.repeats).toHaveLength(2);
  expect(chain.followsVnd).toBe(0);
});
