import { describe, expect, it } from 'vitest';
import { type Account, reconcile } from '#domain/reconcile/account.ts';
import { finding } from '#domain/reconcile/make-finding.ts';
import { placesIn } from '#domain/reconcile/places.ts';
import { reachOf } from '#domain/reconcile/reach.ts';
import { type RuleId, rule } from '#domain/rules/catalogue.ts';
import {
  all,
  bookOf,
  decisions,
  digestOf,
  explain,
  FEBRUARY,
  goneOf,
  income,
  type Kept,
  one,
  register,
  spending,
  statement,
  statementOf,
} from './books.ts';

type Shown = Account['statement'];

/** The same file, handed in after all others. */
const later = ({ file }: Kept): Pick<Kept, 'file'> => ({
  file: {
    ...file,
    submission: {
      ...file.submission,
      declaration: { ...file.submission.declaration, receivedAt: '2024-03-09T03:00:00.000Z' as never },
    },
  },
});

const GIVEN = income(['PT-1,2024-01-03,500000'], { at: '2024-02-01', openingVnd: 1_000_000 });
const paid = (rows: readonly string[], at: string, more = {}) => spending(rows, { at, ...more });
const PAID = paid(['PC-1,2024-01-20,200000'], '2024-02-02');
const BOTH = ['PC-1,2024-01-20,200000', 'PC-2,2024-01-25,70000'];
const LINES = ['2024-01-03 PT-1 ung ho +500000', '2024-01-20 PC-1 chi -200000', '2024-01-25 PC-2 chi -70000'];
const BANK = statement({ at: '2024-02-03', opening: 1_000_000, lines: LINES });
const LATER = [
  income(['PT-9,2024-02-05,7'], { at: '2024-05-04', ...FEBRUARY }),
  register('targets', [], { at: '2024-05-05' }),
  decisions([], { at: '2024-05-06' }),
];
const MISSING = 'BANK_LINES_NOT_IN_BOOK';

/** As a book is reconciled of which rows of replaced files are not read. */
const withoutReplaced = (...files: Kept[]): Shown => {
  const live = new Set(bookOf(files).live.map(({ submission }) => submission.id));
  return reconcile(bookOf(files, undefined, ({ file }) => live.has(file.submission.id))).statement;
};

describe('a line of the bank that the book does not have', () => {
  it('is gone with the corrected file that enters it, on the day of that file', () => {
    const corrected = paid(BOTH, '2024-03-09');
    for (const more of [[], LATER]) {
      const found = statementOf(GIVEN, PAID, BANK, corrected, ...more);
      expect(one(found, MISSING)).toBeUndefined();
      expect(goneOf(found, MISSING)).toMatchObject([
        {
          digest: digestOf(BANK),
          rows: [4],
          actualVnd: 70_000,
          since: '2024-02-03',
          status: 'RESOLVED',
          resolved: { digest: digestOf(corrected), on: '2024-03-09' },
        },
      ]);
    }
  });

  it('is gone with a further file just so', () => {
    const further = paid(['PC-2,2024-01-25,70000'], '2024-03-09', { additional: true });
    expect(goneOf(statementOf(GIVEN, PAID, BANK, further, ...LATER), MISSING)).toMatchObject([
      { resolved: { digest: digestOf(further), on: '2024-03-09' } },
    ]);
  });

  it('stands since the statement came, whatever is handed in later, and corrected beside it', () => {
    const again = paid(['PC-1,2024-01-21,200000'], '2024-03-09');
    for (const more of [[], [again], LATER, [again, ...LATER]])
      expect(all(statementOf(GIVEN, PAID, BANK, ...more), MISSING)).toMatchObject([
        { since: '2024-02-03', status: 'OPEN' },
      ]);
  });

  it('stands since the correction that took its entry away', () => {
    const full = paid(BOTH, '2024-02-02');
    const less = paid(['PC-1,2024-01-20,200000'], '2024-03-09');
    const found = statementOf(GIVEN, full, BANK, less, ...LATER);
    expect(all(found, MISSING)).toMatchObject([{ since: '2024-03-09' }]);
    expect(goneOf(found, MISSING)).toEqual([]);
  });

  it('is not gone while another of the same file is left: it is less of the same, and has its own day', () => {
    const found = statementOf(GIVEN, BANK, paid(BOTH.slice(0, 1), '2024-03-09'), ...LATER);
    expect(all(found, MISSING)).toMatchObject([{ count: 1, rows: [4], since: '2024-03-09' }]);
    expect(goneOf(found, MISSING)).toEqual([]);
  });

  it('keeps what the unit said to it when it is gone, and the saying is not called in vain', () => {
    const mark = one(statementOf(GIVEN, PAID, BANK), MISSING)?.mark ?? '';
    const said = decisions([explain(2, mark, { reason: 'chờ phiếu chi' })], { at: '2024-02-10' });
    const standing = statementOf(GIVEN, PAID, BANK, said, ...LATER);
    expect(one(standing, MISSING)).toMatchObject({ mark, status: 'EXPLAINED', since: '2024-02-03' });
    const found = statementOf(GIVEN, PAID, BANK, said, paid(BOTH, '2024-03-09'), ...LATER);
    expect(goneOf(found, MISSING)).toMatchObject([{ mark, explained: { text: 'chờ phiếu chi' } }]);
    expect(one(found, 'EXPLANATION_UNKNOWN')).toBeUndefined();
  });

  it('is gone with the decision that says which entry it is', () => {
    const other = income(['PT-7,2024-02-20,33000'], { at: '2024-03-01', ...FEBRUARY, additional: true });
    const bank = statement({
      at: '2024-02-03',
      opening: 1_000_000,
      lines: [...LINES.slice(0, 2), '2024-01-05 khong ro +33000'],
    });
    const line = { digest: digestOf(bank).slice(0, 8), row: 4 };
    const entry = { digest: digestOf(other).slice(0, 8), row: 2 };
    const said = { action: 'XAC_NHAN_KHOP' as const, line, entry, reason: 'Cùng một khoản', by: 'Kế toán' };
    const decision = decisions([{ row: 2, ...said }], { at: '2024-04-01' });
    expect(goneOf(statementOf(GIVEN, PAID, other, bank, decision, ...LATER), MISSING)).toMatchObject([
      { rows: [4], resolved: { digest: digestOf(decision), on: '2024-04-01' } },
    ]);
  });
});

describe('an entry that the bank does not show', () => {
  it('is gone with the corrected statement that shows it', () => {
    const short = statement({ at: '2024-02-03', opening: 1_000_000, lines: LINES.slice(0, 2) });
    const full = statement({ at: '2024-03-09', opening: 1_000_000, lines: LINES });
    const spent = paid(BOTH, '2024-02-02');
    expect(goneOf(statementOf(GIVEN, spent, short, full, ...LATER), 'ENTRIES_NOT_IN_BANK')).toMatchObject([
      { digest: digestOf(spent), since: '2024-02-03', resolved: { digest: digestOf(full) } },
    ]);
  });
});

describe('days that no statement covers', () => {
  const january = statement({ at: '2024-02-03', opening: 1_000_000, lines: LINES });
  const of = (from: string, to: string, at: string) =>
    statement({ at, opening: 1_230_000, lines: [], from, to });
  const march = of('2024-03-01', '2024-03-31', '2024-04-01');

  it('are gone with the statement that fills the gap, not with one that fills a part of it', () => {
    const early = of('2024-02-01', '2024-02-15', '2024-04-05');
    const late = of('2024-02-16', '2024-02-29', '2024-04-06');
    for (const [first, second] of [
      [early, late],
      [late, early],
    ] as [Kept, Kept][]) {
      const part = statementOf(GIVEN, january, march, first);
      expect(all(part, 'STATEMENT_GAP')).toHaveLength(1);
      expect(goneOf(part, 'STATEMENT_GAP')).toEqual([]);
      const filled = statementOf(GIVEN, january, march, first, second);
      const by = [first, second].sort((a, b) =>
        a.file.submission.declaration.receivedAt < b.file.submission.declaration.receivedAt ? -1 : 1,
      )[1] as Kept;
      expect(goneOf(filled, 'STATEMENT_GAP').map(({ resolved }) => resolved?.digest)).toEqual([digestOf(by)]);
    }
  });

  it('are gone though other days of the account are missing still', () => {
    const may = of('2024-05-01', '2024-05-31', '2024-06-01');
    const february = of('2024-02-01', '2024-02-29', '2024-06-02');
    const found = statementOf(GIVEN, january, march, may, february);
    expect(all(found, 'STATEMENT_GAP')).toMatchObject([{ since: '2024-06-01' }]);
    expect(goneOf(found, 'STATEMENT_GAP')).toMatchObject([{ resolved: { digest: digestOf(february) } }]);
  });
});

describe('a state of which not everything is at hand', () => {
  it('makes nothing look gone, nor newer than its file', () => {
    const found = withoutReplaced(GIVEN, PAID, BANK, paid(BOTH, '2024-03-09'), ...LATER);
    expect(found.resolved.filter(({ rule }) => rule === MISSING)).toEqual([]);
    const standing = withoutReplaced(
      GIVEN,
      PAID,
      BANK,
      paid(['PC-1,2024-01-21,200000'], '2024-03-09'),
      ...LATER,
    );
    expect(all(standing, MISSING)).toMatchObject([{ since: '2024-02-03' }]);
  });

  it('does not say with which file something was gone that may have been gone before', () => {
    const first = paid(['PC-1,2024-01-20,200000'], '2024-02-04');
    const files = [
      GIVEN,
      statement({ at: '2024-02-03', opening: 1_000_000, lines: LINES.slice(0, 2) }),
      first,
      paid(['PC-1,2024-01-21,200000'], '2024-02-09'),
      ...LATER,
    ];
    expect(goneOf(statementOf(...files), MISSING)).toMatchObject([{ resolved: { digest: digestOf(first) } }]);
    const mark = one(statementOf(...files.slice(0, 2)), MISSING)?.mark ?? '';
    const said = decisions([explain(2, mark)], { at: '2024-05-07' });
    const found = withoutReplaced(...files, said);
    expect(goneOf(found, MISSING)).toEqual([]);
    expect(one(found, 'EXPLANATION_UNKNOWN')).toBeUndefined();
  });

  it('calls nothing gone that names an account by what was the name of another', () => {
    const wrong = '2024-01-03 PT-1 ung ho +500000 =1500001';
    const first = statement({ at: '2024-02-02', account: '22', opening: 5, lines: [] });
    const own = statement({ at: '2024-02-03', account: '11', opening: 1_000_000, lines: [wrong] });
    const again = statement({ at: '2024-02-10', account: '22', opening: 6, lines: [] });
    const found = statementOf(GIVEN, first, own, again);
    const [standing] = all(found, 'BANK_BALANCE_MISMATCH');
    expect(standing).toMatchObject({ params: { account: 'TK 1' } });
    // Not newer than it is: the day of the first statement, before which nothing of the kind can be.
    expect(standing?.since).toBe('2024-02-02');
    expect(goneOf(found, 'BANK_BALANCE_MISMATCH')).toEqual([]);
  });

  it('knows nothing of what an account in another currency is worth in the book', () => {
    const dong = statement({ at: '2024-02-03', account: '11', opening: 900_000, lines: LINES });
    const dollars = statement({ at: '2024-02-04', account: '22USD', opening: 1_000, lines: [] });
    const rate = { currency: 'USD', rateMilli: 25_000_000 };
    const foreign = { ...dollars, account: { ...dollars.account, rate } } as Kept;
    const more = paid(BOTH, '2024-03-09');
    for (const found of [statementOf, withoutReplaced].map((of) => of(GIVEN, PAID, dong, foreign, more)))
      for (const { resolved } of goneOf(found, 'BANK_BOOK_MISMATCH'))
        expect(resolved?.digest).not.toBe(digestOf(foreign));
  });
});

describe('a state that cannot be matched', () => {
  it('stops nothing: the same bytes as gifts and as uses, until one of them was replaced', () => {
    const { submission, summary } = PAID.file;
    const declaration = { ...submission.declaration, kind: 'contributions' as const };
    const mistaken = { submission: { ...submission, id: 'mistaken' as never, declaration }, summary };
    const files = [PAID, { file: mistaken, entries: PAID.entries }, BANK, { ...GIVEN, ...later(GIVEN) }];
    expect(reachOf(bookOf(files)).map(({ isMatched }) => isMatched)).toEqual([true, true, true, false, true]);
    expect(all(statementOf(...files), MISSING)).toMatchObject([{ rows: [4], since: '2024-02-03' }]);
  });
});

describe('cash that is not what the book says', () => {
  it('stands since it was declared, and is gone with the statement beside which it is compared', () => {
    const told = income(['PT-1,2024-01-03,500000'], { at: '2024-02-01', openingVnd: 1_000_000, cashVnd: 7 });
    for (const more of [[PAID], [PAID, ...LATER.slice(1)]])
      expect(all(statementOf(told, ...more), 'CASH_BOOK_MISMATCH').map(({ since }) => since)).toEqual([
        '2024-02-02',
      ]);
    expect(goneOf(statementOf(told, PAID, BANK, ...LATER.slice(1)), 'CASH_BOOK_MISMATCH')).toMatchObject([
      { since: '2024-02-02', resolved: { digest: digestOf(BANK) } },
    ]);
  });
});

describe('a finding among so many of its rule that the last are only counted', () => {
  it('is not gone for being one of those', () => {
    const isLeft = placesIn(bookOf([GIVEN]));
    const short = finding('GOODS_NEGATIVE', { params: { item: 'Mì gói', quantity: '5 gói' } });
    const rest = (id: RuleId) => finding('FINDINGS_NOT_LISTED', { params: { title: rule(id).title } });
    expect(isLeft(short, [finding('GOODS_NEGATIVE', { params: { item: 'Gạo' } })])).toBe(false);
    expect(isLeft(short, [rest('FACTOR_NOT_FOLLOWED')])).toBe(false);
    expect(isLeft(short, [rest('GOODS_NEGATIVE')])).toBe(true);
  });
});

describe('the work that earlier states may be', () => {
  const book = bookOf([
    GIVEN,
    PAID,
    BANK,
    paid(BOTH, '2024-03-09'),
    paid(BOTH.slice(1), '2024-03-10'),
    ...LATER,
  ]);
  const matched = (rows: number) => reachOf(book, rows).map(({ isMatched }) => isMatched);

  it('goes from the present back, and what equals the next state is none', () => {
    // Without files; then given, paid, and the bank, which is matched with 2, 3 and 2 entries, later with 3.
    expect(matched(100)).toEqual(Array(9).fill(true));
    const latest = (count: number) => [...Array(9 - count).fill(false), ...Array(count).fill(true)];
    expect(matched(0)).toEqual(latest(1));
    expect(matched(6 + 5)).toEqual(latest(4));
    expect(matched(6 + 5 + 6 + 4)).toEqual(latest(5));
  });
});
