import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type AccountFile, BankLineSchema } from '#domain/bank/account-file.ts';
import { type AccountChain, chainAccounts } from '#domain/bank/chain.ts';
import { day, digestOf, fileOf } from './support.ts';

function only(...files: AccountFile[]): AccountChain {
  const [chain, ...others] = chainAccounts(files);
  if (chain === undefined || others.length > 0) throw new Error('not one account');
  return chain;
}

const written = ({ lines }: AccountChain) =>
  lines.map(({ text, creditVnd, debitVnd }) => `${text} ${creditVnd - debitVnd}`);
const gapsOf = ({ gaps }: AccountChain) =>
  gaps.map(({ from, to, days, differenceVnd }) => `${from}..${to} ${days} ${differenceVnd}`);

const FIRST = fileOf('first', { from: 1, to: 3 }, ['1 An +100 =100', '2 Bình +200 =300', '3 Chi -50 =250']);
const SECOND = fileOf('second', { from: 3, to: 5 }, ['3 Chi -50 =250', '3 Dung +10 =260', '5 Em +40 =300']);

describe('statements of one account', () => {
  it('that share their boundary day are chained, and the lines of that day are counted once', () => {
    const chain = only(FIRST, SECOND);
    expect(written(chain)).toEqual(['An 100', 'Bình 200', 'Chi -50', 'Dung 10', 'Em 40']);
    expect(chain).toMatchObject({
      account: '1',
      label: 'TK 1',
      period: { from: '2024-09-01', to: '2024-09-05' },
      files: 2,
      openingVnd: 0,
      closingVnd: 300,
      credits: 4,
      creditVnd: 350,
      debits: 1,
      debitVnd: 50,
      unlistedIns: 0,
      unlistedOuts: 0,
      repeatedLines: 1,
      breaks: [],
      gaps: [],
      repeats: [],
      followsVnd: 0,
    });
    expect(chain.overlaps).toEqual([
      {
        period: { from: '2024-09-03', to: '2024-09-03' },
        earlier: digestOf('first'),
        later: digestOf('second'),
        repeated: 1,
        onlyEarlier: 0,
        onlyLater: 1,
      },
    ]);
    expect(chain.coverage).toEqual([
      { from: '2024-09-01', to: '2024-09-02', state: 'COVERED' },
      { from: '2024-09-03', to: '2024-09-03', state: 'OVERLAP' },
      { from: '2024-09-04', to: '2024-09-05', state: 'COVERED' },
    ]);
  });

  it('keep the file and the row of every line, that of the earlier file where both have it', () => {
    expect(only(FIRST, SECOND).lines.map(({ digest, row }) => [digest, row])).toEqual([
      [digestOf('first'), 2],
      [digestOf('first'), 3],
      [digestOf('first'), 4],
      [digestOf('second'), 3],
      [digestOf('second'), 4],
    ]);
  });

  it('may be three, of which the last one goes on from the second', () => {
    const third = fileOf('third', { from: 6, to: 9 }, ['7 Giang +5 =305']);
    expect(only(FIRST, SECOND, third)).toMatchObject({ files: 3, closingVnd: 305, gaps: [], followsVnd: 0 });
  });

  it('name the days between them that no file covers, and what these hide', () => {
    const later = fileOf('later', { from: 10, to: 12 }, ['11 Lan +100 =5000350']);
    const chain = only(FIRST, later);
    expect(chain.gaps).toEqual([
      {
        from: '2024-09-04',
        to: '2024-09-09',
        days: 6,
        before: digestOf('first'),
        after: digestOf('later'),
        differenceVnd: 5_000_000,
      },
    ]);
    expect(chain.coverage.map(({ state }) => state)).toEqual(['COVERED', 'MISSING', 'COVERED']);
    expect(chain).toMatchObject({ closingVnd: 5_000_350, followsVnd: 0 });
  });

  it('tell missing days once, also where several go on behind them with the same line', () => {
    const half = fileOf('half', { from: 10, to: 15 }, ['11 Lan +100 =5000350']);
    const whole = fileOf('whole', { from: 10, to: 30 }, ['11 Lan +100 =5000350', '20 Nga +1 =5000351']);
    const within = fileOf('within', { from: 11, to: 30 }, ['11 Lan +100 =5000350', '20 Nga +1 =5000351']);
    for (const further of [[whole], [within], [whole, within]]) {
      const chain = only(FIRST, half, ...further);
      expect(gapsOf(chain)).toEqual(['2024-09-04..2024-09-09 6 5000000']);
      expect(chain).toMatchObject({ closingVnd: 5_000_351, followsVnd: 0 });
    }
  });

  it('keep the balance behind missing days through a statement without lines', () => {
    const empty = fileOf('empty', { from: 10, to: 15, opening: 5_000_250 }, []);
    const later = ['half', 'whole'].map((word, i) =>
      fileOf(word, { from: 12, to: 20 + i, opening: 5_000_250 }, ['18 Lan +100 =5000350']),
    );
    expect(gapsOf(only(FIRST, empty, ...later))).toEqual(['2024-09-04..2024-09-09 6 5000000']);
  });

  it('name missing days that hide nothing', () => {
    const later = fileOf('later', { from: 5, to: 6 }, ['5 Lan +100 =350']);
    expect(gapsOf(only(FIRST, later))).toEqual(['2024-09-04..2024-09-04 1 0']);
  });

  it('tell a jump of the balance where no day is missing', () => {
    const later = fileOf('later', { from: 4, to: 6 }, ['5 Lan +100 =340']);
    const chain = only(FIRST, later);
    expect(gapsOf(chain)).toEqual(['2024-09-04..2024-09-04 0 -10']);
    expect(chain.gaps).toMatchObject([{ openingVnd: 240 }]);
    expect(chain.followsVnd).toBe(0);
  });

  it('tell an opening that is not the balance of the former where the later begins', () => {
    const wrong = fileOf('wrong', { from: 3, to: 5, opening: 307 }, ['3 Chi -50 =250', '5 Em +40 =290']);
    const chain = only(FIRST, wrong);
    expect(gapsOf(chain)).toEqual(['2024-09-03..2024-09-03 0 7']);
    expect(chain).toMatchObject({ unlistedOuts: 1, unlistedOutVnd: 7, closingVnd: 290, followsVnd: 0 });
  });

  it('skip a gap that a longer file covers', () => {
    const long = fileOf('long', { from: 1, to: 20 }, ['2 An +100 =100', '9 Bình +100 =200']);
    const within = fileOf('within', { from: 3, to: 4, opening: 100 }, []);
    const after = fileOf('after', { from: 21, to: 22 }, ['21 Chi +1 =201']);
    expect(only(long, within, after)).toMatchObject({ gaps: [], closingVnd: 201, followsVnd: 0 });
  });

  it('count a line by its own date, also outside the days that its file covers', () => {
    const late = fileOf('late', { from: 1, to: 3 }, ['1 An +100 =100', '4 Bình +200 =300']);
    const next = fileOf('next', { from: 4, to: 5 }, ['4 Bình +200 =300', '5 Chi +1 =301']);
    const chain = only(late, next);
    expect(chain.lines.map(({ date, text }) => `${date} ${text}`)).toEqual([
      '2024-09-01 An',
      '2024-09-04 Bình',
      '2024-09-05 Chi',
    ]);
    expect(chain).toMatchObject({ repeatedLines: 1, gaps: [], followsVnd: 0 });
  });

  it('give their lines by date, whatever the order of a file', () => {
    const mixed = fileOf('mixed', { from: 1, to: 3 }, ['3 An +1 =1', '1 Bình +1 =2', '2 Chi +1 =3']);
    expect(written(only(mixed))).toEqual(['Bình 1', 'Chi 1', 'An 1']);
  });

  it('that split one day between them are both counted', () => {
    const morning = fileOf('morning', { from: 1, to: 1 }, ['1 An +100 =100']);
    const noon = fileOf('noon', { from: 1, to: 1 }, ['1 An +100 =200']);
    const evening = fileOf('evening', { from: 1, to: 2 }, ['1 An +100 =300', '2 An +100 =400']);
    for (const files of [
      [morning, noon, evening],
      [evening, noon, morning],
    ]) {
      const chain = only(...files);
      expect(chain).toMatchObject({
        creditVnd: 400,
        openingVnd: 0,
        closingVnd: 400,
        gaps: [],
        followsVnd: 0,
      });
    }
  });
});

describe('a file in which there is nothing new', () => {
  const WEEK = ['1 An +100 =100', '2 Bình +200 =300', '3 Chi -50 =250'];
  it.each<[string, AccountFile[], [string, string][]]>([
    [
      'the same lines in other bytes',
      [fileOf('again', { from: 1, to: 3, received: '2024-10-02T00:00:00.000Z' }, WEEK)],
      [['again', 'first']],
    ],
    [
      'a part of the days and their lines',
      [fileOf('part', { from: 2, to: 3 }, WEEK.slice(1))],
      [['part', 'first']],
    ],
    [
      'what an earlier file has a part of',
      [fileOf('whole', { from: 1, to: 4, received: '2024-10-02T00:00:00.000Z' }, [...WEEK, '4 Em +1 =251'])],
      [['first', 'whole']],
    ],
    [
      'the same lines of more days, which is news',
      [fileOf('month', { from: 1, to: 30, received: '2024-10-02T00:00:00.000Z' }, WEEK)],
      [['first', 'month']],
    ],
    [
      'one line more',
      [fileOf('more', { from: 1, to: 3, received: '2024-10-02T00:00:00.000Z' }, [...WEEK, '3 Em +1 =251'])],
      [['first', 'more']],
    ],
    ['the same file once more', [FIRST], [['first', 'first']]],
    [
      'twice the same',
      [
        fileOf('x', { from: 1, to: 3, received: '2024-10-02T00:00:00.000Z' }, WEEK),
        fileOf('y', { from: 1, to: 3, received: '2024-10-03T00:00:00.000Z' }, WEEK),
      ],
      [
        ['x', 'first'],
        ['y', 'first'],
      ],
    ],
  ])('is named, with the file that has it all: %s', (_, others, expected) => {
    const chain = only(FIRST, ...others);
    expect(chain.repeats).toEqual(
      expected.map(([digest, of]) => ({ digest: digestOf(digest), of: digestOf(of) })),
    );
    expect(chain.overlaps).toEqual([]);
    expect(chain.coverage.map(({ state }) => state)).toEqual(['COVERED']);
    expect(chain).toMatchObject({ gaps: [], followsVnd: 0 });
    expect(chain.lines.filter(({ text }) => text === 'Bình')).toHaveLength(1);
  });
});

describe('files that do not say the same of a day', () => {
  it('count the lines that only one of them has, and tell how many', () => {
    const former = fileOf('former', { from: 1, to: 2 }, [
      '1 An +100 =100',
      '2 Bình +20 =120',
      '2 Chi +30 =150',
    ]);
    const latter = fileOf('latter', { from: 2, to: 3 }, ['2 Chi +30 =150', '2 Dung +5 =155', '3 Em +1 =156']);
    const chain = only(former, latter);
    expect(chain.overlaps[0]).toMatchObject({ repeated: 1, onlyEarlier: 1, onlyLater: 1 });
    expect(chain).toMatchObject({ creditVnd: 156, gaps: [], breaks: [], followsVnd: 0 });
  });

  it('fill each other’s breaks', () => {
    const former = fileOf('former', { from: 1, to: 3 }, [
      '1 An +100 =100',
      '2 Bình +20 =120',
      '3 Chi +30 =160',
    ]);
    const latter = fileOf('latter', { from: 1, to: 3 }, [
      '1 An +100 =100',
      '2 Lan +10 =130',
      '3 Chi +30 =160',
    ]);
    expect(former.breaks).toHaveLength(1);
    expect(latter.breaks).toHaveLength(1);
    const chain = only(former, latter);
    expect(chain).toMatchObject({ creditVnd: 160, breaks: [], gaps: [], closingVnd: 160, followsVnd: 0 });
    expect(chain.overlaps[0]).toMatchObject({ repeated: 2, onlyEarlier: 1, onlyLater: 1 });
  });

  it('close as the one whose last line stands behind what it lost, though the other ends on the same day', () => {
    const long = fileOf('long', { from: 4, to: 5 }, [
      '4 An +200 =13700',
      '5 An +500 =14200',
      '5 Bình +200 =14500',
    ]);
    const short = fileOf('short', { from: 5, to: 5 }, ['5 An +500 =14200', '5 Lan +100 =14300']);
    const later = { ...short, receivedAt: '2024-10-02T00:00:00.000Z' as never };
    for (const files of [
      [long, short],
      [long, later],
    ]) {
      expect(only(...files)).toMatchObject({
        openingVnd: 13_500,
        closingVnd: 14_500,
        creditVnd: 1_000,
        breaks: [],
        followsVnd: 0,
      });
    }
  });

  it('leave of a break what neither of them lists', () => {
    const former = fileOf('former', { from: 1, to: 3 }, [
      '1 An +100 =100',
      '2 Bình +20 =120',
      '3 Chi +30 =167',
    ]);
    const latter = fileOf('latter', { from: 1, to: 3 }, [
      '1 An +100 =100',
      '2 Lan +10 =130',
      '3 Chi +30 =167',
    ]);
    const chain = only(former, latter);
    expect(
      chain.breaks.map(({ differenceVnd, expectedVnd, actualVnd }) => [
        expectedVnd,
        actualVnd,
        differenceVnd,
      ]),
    ).toEqual([[160, 167, 7]]);
    expect(chain).toMatchObject({ unlistedIns: 1, unlistedInVnd: 7, followsVnd: 0 });
  });

  it('leave the breaks of the one that lists more', () => {
    const former = fileOf('former', { from: 1, to: 3 }, ['1 An +100 =100', '3 Chi +1 =131']);
    const latter = fileOf('latter', { from: 1, to: 4 }, [
      '1 An +100 =100',
      '2 Lan +10 =115',
      '3 Chi +1 =131',
    ]);
    const chain = only(former, latter);
    expect(chain.breaks.map(({ differenceVnd }) => differenceVnd)).toEqual([5, 15]);
    expect(chain).toMatchObject({ creditVnd: 111, unlistedInVnd: 20, followsVnd: 0 });
  });

  it.each([
    ['exactly', 30, 0, 0],
    ['in part, which proves nothing', 10, 30, -10],
  ])('fill a break without balances %s', (_, lan, unlistedInVnd, followsVnd) => {
    const former = fileOf('former', { from: 1, to: 3 }, ['1 An +100 =100', '3 Chi +1 =131']);
    const bare = fileOf('bare', { from: 1, to: 3 }, ['1 An +100', `2 Lan +${lan}`, '3 Chi +1']);
    expect(only(former, bare)).toMatchObject({ unlistedInVnd, followsVnd, closingVnd: 131 });
  });

  it('leave a variance where one lists a line that the other’s balance contradicts', () => {
    const former = fileOf('former', { from: 1, to: 2 }, ['1 An +100 =100', '2 Bình +20 =120']);
    const latter = fileOf('latter', { from: 1, to: 3 }, ['1 An +100 =100', '3 Chi +1 =101']);
    expect(only(former, latter)).toMatchObject({ creditVnd: 121, closingVnd: 101, followsVnd: -20 });
  });

  it('fill a break behind the last line that both have', () => {
    const former = fileOf('former', { from: 1, to: 2 }, ['1 An +100 =100', '2 Bình +20 =120']);
    const latter = fileOf('latter', { from: 1, to: 3 }, ['1 An +100 =100', '3 Chi +1 =121']);
    expect(latter.breaks).toHaveLength(1);
    expect(only(former, latter)).toMatchObject({
      creditVnd: 121,
      closingVnd: 121,
      breaks: [],
      followsVnd: 0,
    });
  });

  it('close with the file that goes further, where both end on one day', () => {
    const full = fileOf('full', { from: 1, to: 3 }, ['1 An +100 =100', '2 Bình +20 =125', '3 Chi +1 =126']);
    const half = fileOf('half', { from: 2, to: 3 }, ['2 Lan +5 =105', '2 Bình +20 =125']);
    expect(only(full, half)).toMatchObject({ creditVnd: 126, closingVnd: 126, breaks: [], followsVnd: 0 });
    const after = fileOf('after', { from: 4, to: 4 }, ['4 Em +1 =127']);
    expect(only(full, half, after)).toMatchObject({ closingVnd: 127, gaps: [], followsVnd: 0 });
  });

  it('close with the balance that is printed, where a file without balances ends on the same day', () => {
    const bare = fileOf('bare', { from: 2, to: 3 }, ['2 Xuân +7', '3 Chi -50']);
    expect(only(FIRST, bare)).toMatchObject({ closingVnd: 250, breaks: [], followsVnd: -7 });
    const longer = fileOf('longer', { from: 2, to: 3 }, ['3 Chi -50', '3 Xuân +7']);
    expect(only(FIRST, longer)).not.toHaveProperty('closingVnd');
  });

  it('may stand within a longer one without a common line, where the balance is the same', () => {
    const long = fileOf('long', { from: 1, to: 20 }, ['2 An +100 =100', '9 Bình +100 =200']);
    const within = fileOf('within', { from: 3, to: 4 }, ['3 Lan +5 =105', '4 Lan -5 =100']);
    const after = fileOf('after', { from: 25, to: 26 }, ['25 Chi +1 =201']);
    const chain = only(long, within, after);
    expect(chain).toMatchObject({ creditVnd: 206, debitVnd: 5, closingVnd: 201, repeats: [], followsVnd: 0 });
    expect(chain.gaps).toEqual([
      {
        from: '2024-09-21',
        to: '2024-09-24',
        days: 4,
        before: digestOf('long'),
        after: digestOf('after'),
        differenceVnd: 0,
      },
    ]);
    const other = fileOf('within', { from: 3, to: 4 }, ['3 Lan +5 =112']);
    expect(gapsOf(only(long, other))).toEqual(['2024-09-03..2024-09-03 0 7']);
  });

  it('count a line that stands n times as often as in the file that has it most often', () => {
    const former = fileOf('former', { from: 1, to: 2 }, ['2 An +1', '2 An +1', '2 Bình +1']);
    const latter = fileOf('latter', { from: 2, to: 3 }, [
      '2 An +1',
      '2 Bình +1',
      '2 Bình +1',
      '2 AN +1',
      '2 án +1',
    ]);
    const chain = only(former, latter);
    expect(chain).toMatchObject({ credits: 5, repeatedLines: 3 });
    expect(chain.overlaps[0]).toMatchObject({ repeated: 3, onlyEarlier: 0, onlyLater: 2 });
  });

  it('compare balances where both print one, and not where one of them does not', () => {
    const printed = fileOf('printed', { from: 1, to: 2 }, ['2 An +1 =1', '2 An +1 =2']);
    const bare = fileOf('bare', { from: 2, to: 3 }, ['2 An +1', '2 An +1', '2 An +1']);
    const other = fileOf('other', { from: 2, to: 4 }, ['2 An +1 =2', '2 An +1 =3', '2 An +1 =4']);
    expect(only(printed, bare).credits).toBe(3);
    expect(only(printed, other).credits).toBe(4);
    expect(only(printed, bare, other).credits).toBe(4);
    // A line that has got its balance from the second file is known by it in the third.
    const first = fileOf('one', { from: 1, to: 2 }, ['2 An +1']);
    const second = fileOf('two', { from: 2, to: 3 }, ['2 An +1 =1', '3 Em +1 =2']);
    const third = fileOf('three', { from: 2, to: 4, received: '2024-10-02T00:00:00.000Z' }, [
      '2 An +1 =1',
      '4 Em +1 =2',
    ]);
    expect(only(first, second, third).credits).toBe(3);
  });
});

describe('breaks of the balance', () => {
  const WITH_BREAKS = ['1 An +100 =100', '2 Bình +20 =95', '3 Chi +30 =137', '4 Dung +1 =138'];

  it('are unlisted inflows and outflows', () => {
    const chain = only(fileOf('file', { from: 1, to: 4 }, WITH_BREAKS));
    expect(chain.breaks.map(({ row, differenceVnd }) => [row, differenceVnd as number])).toEqual([
      [3, -25],
      [4, 12],
    ]);
    expect(chain).toMatchObject({
      unlistedIns: 1,
      unlistedInVnd: 12,
      unlistedOuts: 1,
      unlistedOutVnd: 25,
      followsVnd: 0,
    });
  });

  it.each([
    [0, 3],
    [1, 3],
    [2, 3],
    [3, 3],
    [0, 2],
    [1, 2],
    [2, 2],
  ])('count once in files that share them (the later begins at %i, the former ends at %i)', (begin, end) => {
    const former = fileOf('former', { from: 1, to: end + 1 }, WITH_BREAKS.slice(0, end + 1));
    const latter = fileOf('latter', { from: begin + 1, to: 4 }, WITH_BREAKS.slice(begin));
    const chain = only(former, latter);
    expect(chain).toMatchObject({
      openingVnd: 0,
      closingVnd: 138,
      unlistedIns: 1,
      unlistedInVnd: 12,
      unlistedOuts: 1,
      unlistedOutVnd: 25,
      gaps: [],
      followsVnd: 0,
    });
  });

  it('of a row that is no line count as well', () => {
    const file = fileOf('file', { from: 1, to: 4 }, ['1 An +100 =100', '2 Bình +20 =95']);
    const [one] = file.breaks;
    if (one === undefined) throw new Error('no break');
    const moved = (row: number) => ({ ...file, breaks: [{ ...one, row }] });
    for (const row of [1, 9]) expect(only(moved(row)).unlistedOutVnd).toBe(25);
    const empty = { ...moved(1), lines: [] };
    const later = { ...empty, digest: digestOf('later'), period: { from: day(4), to: day(6) } };
    expect(only(empty, later)).toMatchObject({ unlistedOuts: 2, unlistedOutVnd: 50 });
  });

  it('of lines set aside are no breaks: the chain does not close by their amount', () => {
    const file = fileOf('file', { from: 1, to: 4 }, ['1 An +100 =100', '2 Bình +20 =95']);
    expect(only({ ...file, breaks: [] }).followsVnd).toBe(-25);
  });
});

describe('accounts', () => {
  it('are chained apart and named by the order of their digits, in whatever order files come', () => {
    const other = fileOf('other', { from: 1, to: 3, account: '0456' }, ['1 An +7 =7']);
    const chains = chainAccounts([FIRST, other, SECOND]);
    expect(
      chains.map(({ label, account, files, closingVnd }) => [label, account, files, closingVnd as number]),
    ).toEqual([
      ['TK 1', '0456', 1, 7],
      ['TK 2', '1', 2, 300],
    ]);
  });

  it('are none where there are no files', () => {
    expect(chainAccounts([])).toEqual([]);
  });

  it('of which no balance is printed have none, and nothing to close', () => {
    const former = fileOf('former', { from: 1, to: 2 }, ['1 An +100', '2 Bình -20']);
    const latter = fileOf('latter', { from: 4, to: 5 }, ['4 An +100']);
    const chain = only(former, latter);
    expect(chain).not.toHaveProperty('openingVnd');
    expect(chain).not.toHaveProperty('closingVnd');
    expect(chain).toMatchObject({ creditVnd: 200, debitVnd: 20, followsVnd: 0 });
    expect(chain.gaps).toEqual([
      {
        from: '2024-09-03',
        to: '2024-09-03',
        days: 1,
        before: digestOf('former'),
        after: digestOf('latter'),
      },
    ]);
  });

  it('follow the balance through a file that prints none', () => {
    const bare = fileOf('bare', { from: 4, to: 4 }, ['4 Lan +7']);
    const after = fileOf('after', { from: 5, to: 6 }, ['5 Em +1 =268']);
    const chain = only(FIRST, bare, after);
    expect(gapsOf(chain)).toEqual(['2024-09-05..2024-09-05 0 10']);
    expect(chain).toMatchObject({ openingVnd: 0, closingVnd: 268, followsVnd: 0 });
  });
});

it('keeps of a line what its schema knows', () => {
  for (const one of FIRST.lines)
    expect(v.parse(BankLineSchema, JSON.parse(JSON.stringify(one)))).toEqual(one);
  expect(v.is(BankLineSchema, { ...FIRST.lines[0], date: '2024-02-30' })).toBe(false);
  expect(v.is(BankLineSchema, { ...FIRST.lines[0], creditVnd: 0.5 })).toBe(false);
});
