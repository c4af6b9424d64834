import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { renderFinding } from '#domain/rules/render.ts';
import type { Sha256 } from '#domain/sha256.ts';
import {
  accountOf,
  all,
  decisions,
  digestOf,
  equalityOf,
  FEBRUARY,
  goneOf,
  income,
  type Kept,
  one,
  spending,
  statement,
  statementOf,
} from './books.ts';

/** A book of January that opens with 1,000,000 and closes with 1,300,000. */
const BOOK = [
  income(['PT-1,2024-01-03,500000'], { at: 1, openingVnd: 1_000_000 }),
  spending(['PC-1,2024-01-20,200000'], { at: 2 }),
];
const LINES = ['2024-01-03 PT-1 ung ho +500000', '2024-01-20 PC-1 chi sinh ke -200000'];
const BANK = statement({ at: 3, opening: 1_000_000, lines: LINES });

const variance = (files: readonly Kept[], rule: string) =>
  equalityOf(statementOf(...files), rule).map(({ varianceVnd }) => varianceVnd);

describe('a book against its accounts', () => {
  it('that agree to the đồng is reconciled by the bank alone', () => {
    const { status, reasons, equalities, findings, bank } = statementOf(...BOOK, BANK);
    expect(equalities).toEqual([
      {
        rule: 'BANK_BALANCE_MISMATCH',
        expectedVnd: 1_300_000,
        actualVnd: 1_300_000,
        varianceVnd: 0,
        account: 'TK 1',
        date: '2024-01-31',
      },
      {
        rule: 'BANK_BOOK_MISMATCH',
        expectedVnd: 1_300_000,
        actualVnd: 1_300_000,
        varianceVnd: 0,
        date: '2024-01-31',
      },
    ]);
    expect({ status, reasons, findings }).toEqual({ status: 'RECONCILED', reasons: [], findings: [] });
    expect(bank).toMatchObject({
      day: '2024-01-31',
      balanceVnd: 1_300_000,
      bookVnd: 1_300_000,
      matching: { lines: 2, entries: 2, linesLeft: { count: 0 }, entriesLeft: { count: 0 } },
    });
  });

  it('names the difference of book and bank, signed as bank less book', () => {
    const short = statement({ at: 3, opening: 1_000_000, lines: LINES.slice(0, 1) });
    const found = statementOf(...BOOK, short);
    expect(one(found, 'BANK_BOOK_MISMATCH')).toMatchObject({
      expectedVnd: 1_300_000,
      actualVnd: 1_500_000,
      differenceVnd: 200_000,
      date: '2024-01-31',
    });
    expect(found.status).toBe('UNRECONCILED');
    expect(found.reasons).toEqual(['VARIANCE']);
  });

  it('counts cash that was declared for the very day, of any file and of no other day', () => {
    const cash = income(['PT-2,2024-01-05,70000,TIEN_MAT'], { at: 4, additional: true, cashVnd: 70_000 });
    expect(variance([...BOOK, BANK, cash], 'BANK_BOOK_MISMATCH')).toEqual([0]);
    const none = income(['PT-2,2024-01-05,70000,TIEN_MAT'], { at: 4, additional: true });
    expect(variance([...BOOK, BANK, none], 'BANK_BOOK_MISMATCH')).toEqual([-70_000]);
    const another = income(['PT-2,2024-01-05,70000,TIEN_MAT'], {
      at: 4,
      additional: true,
      cashVnd: 70_000,
      to: '2024-01-30',
    });
    expect(variance([...BOOK, BANK, another], 'BANK_BOOK_MISMATCH')).toEqual([-70_000]);
    const withBank = statement({ at: 5, opening: 1_000_000, lines: LINES, cashVnd: 70_000 });
    expect(statementOf(...BOOK, withBank, none).bank).toMatchObject({
      cashVnd: 70_000,
      balanceVnd: 1_300_000,
    });
  });

  it('is not asked for cash that the bank does not show, and is reconciled with it', () => {
    const cash = income(['PT-2,2024-01-05,70000,TIEN_MAT'], { at: 4, additional: true, cashVnd: 70_000 });
    const { findings, bank, status } = statementOf(...BOOK, BANK, cash);
    expect(findings).toEqual([]);
    expect(status).toBe('RECONCILED');
    expect(bank?.matching).toMatchObject({
      entries: 3,
      entriesLeft: { count: 0, inVnd: 0, outVnd: 0 },
      cash: { count: 1, inVnd: 70_000, outVnd: 0 },
    });
  });

  it('adds several accounts up in the order in which they came, each with its own balance, and shows no number of theirs', () => {
    const files = [
      ...BOOK,
      statement({ at: 3, account: '99887766', opening: 600_000, lines: LINES.slice(0, 1) }),
      statement({ at: 4, account: '11223344', opening: 400_000, lines: LINES.slice(1) }),
    ];
    const account = accountOf(files);
    const { bank, equalities, status } = account.statement;
    expect(
      bank?.accounts.map(({ label, openingVnd, closingVnd }) => ({ label, openingVnd, closingVnd })),
    ).toEqual([
      { label: 'TK 1', openingVnd: 600_000, closingVnd: 1_100_000 },
      { label: 'TK 2', openingVnd: 400_000, closingVnd: 200_000 },
    ]);
    expect(equalities.map(({ rule, varianceVnd }) => [rule, varianceVnd])).toEqual([
      ['BANK_BALANCE_MISMATCH', 0],
      ['BANK_BALANCE_MISMATCH', 0],
      ['BANK_BOOK_MISMATCH', 0],
    ]);
    expect(status).toBe('RECONCILED');
    expect(JSON.stringify(account)).not.toMatch(/99887766|11223344/);
  });

  it('is compared on the last day that all accounts cover, by what stood in each of them then', () => {
    const files = [
      ...BOOK,
      income(['PT-3,2024-02-10,40000'], { at: 6, ...FEBRUARY }),
      statement({ at: 3, account: '11', opening: 600_000, lines: LINES.slice(0, 1) }),
      statement({
        at: 4,
        account: '22',
        opening: 400_000,
        lines: [...LINES.slice(1), '2024-02-10 PT-3 ung ho +40000'],
        to: FEBRUARY.to,
      }),
    ];
    const { bank, status, reasons } = statementOf(...files);
    expect(bank).toMatchObject({ day: '2024-01-31', balanceVnd: 1_300_000, bookVnd: 1_300_000 });
    // They agree so far, and the book goes on.
    expect([status, reasons]).toEqual(['UNRECONCILED', ['NO_CONTROL_FIGURE']]);
  });

  it('is compared on the last day of the statements where the book goes on', () => {
    const later = income(['PT-3,2024-02-10,40000'], { at: 6, ...FEBRUARY });
    const { bank, reasons } = statementOf(...BOOK, BANK, later);
    expect(bank).toMatchObject({ day: '2024-01-31', bookVnd: 1_300_000 });
    expect(reasons).toEqual(['NO_CONTROL_FIGURE']);
  });

  it('leaves unlisted movements behind the day of comparison out of the balance of that day', () => {
    const files = [
      ...BOOK,
      statement({ at: 3, account: '11', opening: 600_000, lines: LINES.slice(0, 1) }),
      statement({
        at: 4,
        account: '22',
        opening: 400_000,
        lines: [...LINES.slice(1), '2024-02-10 lai +1000 =101000'],
        to: FEBRUARY.to,
      }),
    ];
    expect(statementOf(...files).bank).toMatchObject({ day: '2024-01-31', balanceVnd: 1_300_000 });
  });

  it('that has the same bytes as gifts and as uses is compared all the same', () => {
    const given = income(['PT-1,2024-01-03,500000'], { at: 1 });
    const used = spending(['PC-1,2024-01-03,500000'], { at: 2 });
    const digest = digestOf(given);
    const { submission, ...file } = used.file;
    const files: Kept[] = [
      given,
      {
        ...used,
        file: { ...file, submission: { ...submission, digest } },
        entries: used.entries.map((entry) => ({ ...entry, digest })),
      },
    ];
    const bank = statement({ at: 3, opening: 0, lines: ['2024-01-03 PT-1 ung ho +500000'] });
    expect(variance([...files, bank], 'BANK_BOOK_MISMATCH')).toEqual([500_000]);
  });

  it('is not compared where a bank prints no balance', () => {
    const { bank, equalities } = statementOf(
      ...BOOK,
      statement({ at: 3, opening: 0, lines: LINES, noBalances: true }),
    );
    expect(bank?.balanceVnd).toBeUndefined();
    expect(equalities).toEqual([]);
  });

  it('takes no opening from a declaration that came with a statement', () => {
    const { totals, openingDeclared, findings } = statementOf(
      income(['PT-1,2024-01-03,500000'], { at: 1 }),
      statement({
        at: 2,
        opening: 1_000_000,
        lines: LINES.slice(0, 1),
        openingVnd: 1_000_000,
        closingVnd: 1_500_000,
      }),
    );
    expect(openingDeclared).toBe(false);
    expect(totals).toMatchObject({ openingVnd: 0, closingVnd: 500_000 });
    expect(findings.filter(({ rule }) => rule === 'CLOSING_MISMATCH' || rule === 'OPENING_MISMATCH')).toEqual(
      [],
    );
  });
});

describe('statements of accounts', () => {
  it('whose balance does not follow miss exactly what is not listed, in and out', () => {
    const broken = statement({
      at: 3,
      opening: 1_000_000,
      lines: [
        '2024-01-03 PT-1 ung ho +500000',
        // 30,000 more than follows, then 80,000 less.
        '2024-01-10 lai +1000 =1531000',
        '2024-01-20 PC-1 chi sinh ke -200000 =1251000',
      ],
    });
    const found = statementOf(...BOOK, broken);
    expect(one(found, 'BANK_BALANCE_MISMATCH')).toMatchObject({
      expectedVnd: 1_301_000,
      actualVnd: 1_251_000,
      differenceVnd: 30_000 - 80_000,
      params: { account: 'TK 1' },
    });
    expect(found.bank?.accounts[0]).toMatchObject({
      unlistedIns: 1,
      unlistedInVnd: 30_000,
      unlistedOuts: 1,
      unlistedOutVnd: 80_000,
    });
  });

  it('miss the net of what is not listed, whatever the breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9_000, max: 9_000 }), fc.constantFrom(0, 0, -700, 300)), {
          maxLength: 8,
        }),
        (moves) => {
          let balance = 1_000;
          const lines = moves.map(([moved, hidden], i) => {
            balance += moved + hidden;
            return `2024-01-${String(i + 1).padStart(2, '0')} dòng ${moved < 0 ? '' : '+'}${moved} =${balance}`;
          });
          const files = [
            income(['PT-1,2024-01-03,5'], { at: 1, openingVnd: 0 }),
            statement({ at: 2, opening: 1_000, lines }),
          ];
          const net = moves.reduce((sum, [, hidden]) => sum + hidden, 0);
          expect(variance(files, 'BANK_BALANCE_MISMATCH')).toEqual([net]);
          expect(all(statementOf(...files), 'BANK_BALANCE_MISMATCH')).toHaveLength(net === 0 ? 0 : 1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of two accounts for the same period do not replace each other; of one they do', () => {
    const first = statement({ at: 3, account: '11', opening: 1_000_000, lines: LINES });
    const second = statement({ at: 4, account: '22', opening: 7, lines: [] });
    const again = statement({ at: 5, account: '22', opening: 9, lines: [] });
    const states = (...files: Kept[]) => accountOf(files).files.map(({ state }) => state);
    expect(states(...BOOK, first, second)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(states(...BOOK, first, second, again)).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'ACCEPTED',
      'SUPERSEDED',
      'ACCEPTED',
    ]);
    expect(variance([...BOOK, first, second, again], 'BANK_BOOK_MISMATCH')).toEqual([9]);
  });

  it('with missing days between them name the days and what they hide', () => {
    const found = statementOf(
      ...BOOK,
      statement({ at: 3, opening: 1_000_000, lines: LINES.slice(0, 1), to: '2024-01-10' }),
      statement({ at: 4, opening: 1_490_000, lines: LINES.slice(1), from: '2024-01-15' }),
    );
    expect(one(found, 'STATEMENT_GAP')).toMatchObject({
      differenceVnd: -10_000,
      params: { account: 'TK 1', from: '2024-01-11', to: '2024-01-14', days: 4 },
    });
  });

  it('whose balances do not follow each other name both, and say what to hand in', () => {
    const found = statementOf(
      ...BOOK,
      statement({ at: 3, opening: 1_000_000, lines: LINES.slice(0, 1), to: '2024-01-10' }),
      statement({ at: 4, opening: 1_490_000, lines: LINES.slice(1), from: '2024-01-11' }),
    );
    const jump = one(found, 'STATEMENT_JUMP');
    expect(jump).toMatchObject({
      date: '2024-01-11',
      expectedVnd: 1_500_000,
      actualVnd: 1_490_000,
      differenceVnd: -10_000,
    });
    const { what, fix } = renderFinding(jump as NonNullable<typeof jump>);
    for (const amount of ['1.500.000', '1.490.000', '−10.000']) expect(what).toContain(amount);
    expect(fix).toMatch(/nộp sao kê đủ.*--account/u);
  });

  it('with days in common count every line once', () => {
    const found = statementOf(
      ...BOOK,
      statement({ at: 3, opening: 1_000_000, lines: LINES.slice(0, 1), to: '2024-01-10' }),
      statement({ at: 4, opening: 1_000_000, lines: LINES, from: '2024-01-03' }),
    );
    expect(found.bank).toMatchObject({
      balanceVnd: 1_300_000,
      accounts: [{ repeatedLines: 1, credits: 1, debits: 1 }],
    });
    expect(equalityOf(found, 'BANK_BOOK_MISMATCH')).toMatchObject([{ varianceVnd: 0 }]);
  });
});

describe('a statement that does not say of which account it is', () => {
  const NAMED = statement({ at: 3, account: '4321', opening: 1_000_000, lines: LINES });
  const UNNAMED = statement({ at: 4, opening: 7, lines: ['2024-01-05 khong ro +1'] });

  it('is named beside one that does, each file by itself, and the accounts are not added up', () => {
    const another = statement({ at: 5, opening: 8, lines: [], from: '2024-01-02' });
    const found = statementOf(...BOOK, NAMED, UNNAMED, another);
    expect(all(found, 'ACCOUNT_UNNAMED').map(({ digest, severity }) => [digest, severity])).toEqual(
      [digestOf(UNNAMED), digestOf(another)].sort().map((digest) => [digest, 'warning']),
    );
    expect(found.bank?.balanceVnd).toBeUndefined();
    expect(equalityOf(found, 'BANK_BOOK_MISMATCH')).toEqual([]);
  });

  it('is nothing to tell where there is no other account, or none without its number', () => {
    const again = statement({ at: 5, account: '9876', opening: 0, lines: [] });
    for (const files of [[UNNAMED], [NAMED, again]])
      expect(all(statementOf(...BOOK, ...files), 'ACCOUNT_UNNAMED')).toEqual([]);
  });

  it('is told by what follows from it and by what to do', () => {
    const found = one(statementOf(...BOOK, NAMED, UNNAMED), 'ACCOUNT_UNNAMED');
    if (found === undefined) throw new Error('no finding');
    const { what, fix } = renderFinding(found);
    expect(what).toContain('chưa so được sổ với tổng số dư ngân hàng');
    expect(fix).toMatch(/Nộp lại chính tệp này.*--account.*bốn số cuối.*thay tệp này/);
  });
});

describe('lines against entries', () => {
  it('lines that are not in the book are named by their file, with rows and their sum without sign', () => {
    const bank = statement({
      at: 3,
      opening: 1_000_000,
      lines: [...LINES, '2024-01-22 khong ro +33000', '2024-01-23 khong ro -11000', '2024-01-24 khong +0'],
    });
    const found = statementOf(...BOOK, bank);
    expect(all(found, 'BANK_LINES_NOT_IN_BOOK')).toMatchObject([
      { count: 2, digest: digestOf(bank), rows: [4, 5], actualVnd: 44_000 },
    ]);
    expect(found.bank?.matching?.linesLeft).toMatchObject({ inVnd: 33_000, outVnd: 11_000 });
  });

  it('entries that the bank does not show are named by their files, each with its own', () => {
    const more = income(['PT-7,2024-01-08,4000', 'PT-8,2024-01-09,7000', 'PT-9,2024-01-09,1'], {
      at: 5,
      additional: true,
    });
    const spent = spending(['PC-7,2024-01-09,600'], { at: 6, additional: true });
    const found = statementOf(...BOOK, BANK, more, spent);
    const wanted = [
      { count: 3, digest: digestOf(more), rows: [2, 3, 4], actualVnd: 11_001 },
      { count: 1, digest: digestOf(spent), rows: [2], actualVnd: 600 },
    ].sort((a, b) => (a.digest < b.digest ? -1 : 1));
    expect(all(found, 'ENTRIES_NOT_IN_BANK')).toMatchObject(wanted);
    expect(found.bank?.matching?.entriesLeft).toEqual({ count: 4, inVnd: 11_001, outVnd: 600 });
  });

  it('entries of days that no statement covers are not asked for', () => {
    const outside = income(['PT-7,2024-02-08,4000'], { at: 5, ...FEBRUARY });
    expect(one(statementOf(...BOOK, BANK, outside), 'ENTRIES_NOT_IN_BANK')).toBeUndefined();
    const between = income(['PT-7,2024-01-12,4000'], { at: 5, additional: true });
    const found = statementOf(
      ...BOOK,
      between,
      statement({ at: 3, opening: 1_000_000, lines: LINES.slice(0, 1), to: '2024-01-10' }),
      statement({ at: 4, opening: 1_504_000, lines: LINES.slice(1), from: '2024-01-15' }),
    );
    expect(one(found, 'ENTRIES_NOT_IN_BANK')).toBeUndefined();
    expect(found.bank?.matching?.entriesLeft.count).toBe(0);
  });

  it('lines before the first day of the book are in its opening, and not asked for', () => {
    const early = statement({
      at: 3,
      opening: 900_000,
      lines: ['2023-12-20 truoc ky +100000', ...LINES],
      from: '2023-12-01',
    });
    const found = statementOf(...BOOK, early);
    expect(found.findings).toEqual([]);
    expect(found.bank?.matching).toMatchObject({ lines: 2, linesLeft: { count: 0, inVnd: 0 } });
  });

  it('money that was paid and came back, and is not booked, is a refund and no gift', () => {
    const bank = statement({
      at: 3,
      opening: 1_000_000,
      lines: [...LINES, '2024-01-22 hoan tra lenh chuyen tien PC-1 +200000'],
    });
    const found = statementOf(...BOOK, bank);
    expect(all(found, 'REFUND_NOT_BOOKED')).toMatchObject([
      { count: 1, digest: digestOf(bank), rows: [4], actualVnd: 200_000 },
    ]);
    expect(one(found, 'BANK_LINES_NOT_IN_BOOK')).toBeUndefined();
    const booked = income(['PT-4,2024-01-22,200000,HOAN_TRA'], { at: 4, additional: true });
    const settled = statementOf(...BOOK, bank, booked);
    expect(one(settled, 'REFUND_NOT_BOOKED')).toBeUndefined();
    expect(settled.status).toBe('RECONCILED');
  });

  it('a person who confirms a pair settles it, and what differs is named', () => {
    const bank = statement({ at: 3, opening: 1_000_000, lines: [...LINES, '2024-01-22 khong ro +33000'] });
    const more = income(['PT-7,2024-01-08,34000'], { at: 5, additional: true });
    const pair = {
      line: { digest: digestOf(bank).slice(0, 8), row: 4 },
      entry: { digest: digestOf(more).slice(0, 12), row: 2 },
    };
    const row = {
      row: 2,
      action: 'XAC_NHAN_KHOP' as const,
      ...pair,
      reason: 'Cùng một khoản',
      by: 'Kế toán',
    };
    const found = statementOf(...BOOK, bank, more, decisions([row], { at: 6 }));
    expect(all(found, 'MATCH_CONFIRMED_DIFFERS')).toMatchObject([
      { count: 1, digest: digestOf(bank), rows: [4], differenceVnd: -1_000 },
    ]);
    expect(found.findings.map(({ rule }) => rule)).not.toContain('BANK_LINES_NOT_IN_BOOK');
    expect(found.bank?.matching?.levels).toContainEqual({
      level: 'CONFIRMED',
      matches: 1,
      lines: 1,
      entries: 1,
      amountVnd: 33_000,
    });
  });

  it('of two decisions about one pair the later holds; one that names no row is idle, and told', () => {
    const line = { digest: digestOf(BANK), row: 2 };
    const entry = { digest: digestOf(BOOK[0] as Kept), row: 2 };
    const common = { reason: 'Xem lại', by: 'Kế toán', line, entry };
    const broken = decisions([{ row: 2, action: 'BO_KHOP', ...common }], { at: 6 });
    const confirmed = decisions([{ row: 2, action: 'XAC_NHAN_KHOP', ...common }], { at: 7 });
    expect(one(statementOf(...BOOK, BANK, broken), 'BANK_LINES_NOT_IN_BOOK')).toMatchObject({ rows: [2] });
    const both = statementOf(...BOOK, BANK, broken, confirmed);
    expect(both.bank?.matching?.levels.map(({ level }) => level)).toContain('CONFIRMED');
    expect(both.findings).toEqual([]);
    const idle = decisions(
      [{ row: 3, action: 'BO_KHOP', ...common, line: { digest: 'ab'.repeat(32) as Sha256, row: 2 } }],
      { at: 8 },
    );
    expect(all(statementOf(...BOOK, BANK, idle), 'DECISION_IDLE')).toMatchObject([
      { severity: 'info', digest: digestOf(idle), rows: [3] },
    ]);
  });

  it('every line and every entry of the days covered is in one match or left', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((n) => `2024-01-${String(n).padStart(2, '0')}` as IsoDate);
    const amount = fc.constantFrom(100, 200, 300, 500, 1_000);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, amount, fc.constantFrom('', 'TIEN_MAT')), { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(day, amount, fc.boolean()), { maxLength: 8 }),
        (entries, lines) => {
          const book = income(
            entries.map(([date, vnd, channel], i) => `PT-${i},${date},${vnd},${channel}`),
            { at: 1, openingVnd: 0 },
          );
          const bank = statement({
            at: 2,
            opening: 9_000,
            lines: [...lines]
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([date, vnd, into]) => `${date} dòng ${into ? '+' : '-'}${vnd}`),
          });
          const { bank: shown } = statementOf(book, bank);
          const { levels = [], linesLeft, entriesLeft, cash, ...counts } = shown?.matching ?? {};
          const matched = (of: 'lines' | 'entries') => levels.reduce((sum, level) => sum + level[of], 0);
          expect(counts).toEqual({ lines: lines.length, entries: entries.length });
          expect(matched('lines') + (linesLeft?.count ?? 0)).toBe(lines.length);
          expect(matched('entries') + (entriesLeft?.count ?? 0) + (cash?.count ?? 0)).toBe(entries.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the order in which files come', () => {
  it('does not matter to what is said of a bank', () => {
    const files = [
      ...BOOK,
      statement({ at: 3, account: '11', opening: 600_000, lines: LINES.slice(0, 1) }),
      statement({
        at: 4,
        account: '22',
        opening: 400_000,
        lines: [...LINES.slice(1), '2024-01-25 khong ro +5'],
      }),
      statement({ at: 5, account: '22', opening: 400_005, lines: ['2024-01-02 khong ro +1'] }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(accountOf(shuffled)).toEqual(accountOf(files));
      }),
      { numRuns: 20 },
    );
    expect(goneOf(statementOf(...files), 'BANK_BOOK_MISMATCH')).toBeDefined();
  });
});
