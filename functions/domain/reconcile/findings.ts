import { isBookKind } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { maxText, minText } from '../order.ts';
import type { Equality, Statement } from '../publish/schema.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { stockOf } from '../stock/stock.ts';
import { type Balance, balanceAt, negativeDays } from './balance.ts';
import type { BankView } from './bank.ts';
import { bankFindings } from './bank-findings.ts';
import { besideFindings } from './beside-findings.ts';
import type { BesideView } from './beside-sums.ts';
import type { Book, Filed } from './book.ts';
import { goodsFindings } from './goods-findings.ts';
import { finding } from './make-finding.ts';
import { overlaps } from './overlap.ts';
import { danglingSupersedes } from './supersede.ts';

/** What the checks of a whole book look at. */
export interface BookView {
  readonly book: Book;
  readonly balance: Balance;
  readonly equalities: readonly Equality[];
  readonly goods: Statement['goods'];
  readonly openingDeclared: boolean;
  readonly from: Statement['period']['from'];
  /** Absent where an earlier state of the book is judged, by its sums alone. */
  readonly bank: BankView | undefined;
  readonly beside: BesideView | undefined;
}

type Check = (view: BookView) => Finding[];

const variances: Check = ({ equalities }) =>
  equalities
    .filter(({ varianceVnd }) => varianceVnd !== 0)
    .map(({ rule: id, expectedVnd, actualVnd, varianceVnd, row, date, digest, account }) =>
      finding(id as RuleId, {
        expectedVnd,
        actualVnd,
        differenceVnd: varianceVnd,
        ...(row === undefined ? {} : { rows: [row] }),
        ...(date === undefined ? {} : { date }),
        ...(digest === undefined ? {} : { digest }),
        ...(account === undefined ? {} : { params: { account } }),
      }),
    );

const negativeBalance: Check = ({ balance }) => {
  const below = negativeDays(balance);
  return below
    ? [finding('NEGATIVE_BALANCE', { count: below.count, actualVnd: below.lowestVnd, date: below.date })]
    : [];
};

/** A book of plans and statements alone has no movements to open. */
const openingNotDeclared: Check = ({ book, openingDeclared, from }) =>
  openingDeclared || !book.live.some(({ submission }) => isBookKind(submission.declaration.kind))
    ? []
    : [finding('OPENING_NOT_DECLARED', { date: from })];

const quarantined: Check = ({ book }) =>
  book.live.flatMap(({ submission: { rows, quarantinedVnd, digest } }) =>
    rows.quarantined === 0
      ? []
      : [finding('ROWS_QUARANTINED', { count: rows.quarantined, actualVnd: quarantinedVnd, digest })],
  );

const overlappingPeriods: Check = ({ book }) =>
  [...Map.groupBy(overlaps(book.live), ({ later }) => later)].map(([{ digest }, pairs]) => {
    const from = pairs.map(({ period }) => period.from).reduce(minText);
    const to = pairs.map(({ period }) => period.to).reduce(maxText);
    return finding('PERIOD_OVERLAP', { count: pairs.length, digest, params: { from, to } });
  });

const supersedesUnknown: Check = ({ book }) =>
  danglingSupersedes(book.files.map(({ submission }) => submission)).map((digest) =>
    finding('SUPERSEDES_UNKNOWN', { params: { supersedes: digest.slice(0, 12) } }),
  );

/** Only where the book goes up to the unit's last day: before it nobody can tell what was left. */
const balanceLeft: Check = ({ book: { unit, live }, balance }) => {
  const last = unit.validTo;
  if (last === undefined) return [];
  const reaches = ({ submission: { declaration } }: Filed) =>
    isBookKind(declaration.kind) && declaration.period.to >= last;
  if (!live.some(reaches)) return [];
  const leftVnd = balanceAt(balance, balance.days.at(-1)?.date ?? last);
  return leftVnd === 0 ? [] : [finding('BALANCE_NOT_HANDED_OVER', { actualVnd: leftVnd, date: last })];
};

/** What was there before the first day belongs to a unit before: without a handover it would count in both books. */
const openingOfNewUnit: Check = ({ book: { unit }, balance: { openingVnd }, from }) =>
  unit.validFrom === undefined || from > unit.validFrom || openingVnd === 0
    ? []
    : [finding('OPENING_OF_NEW_UNIT', { actualVnd: openingVnd, date: unit.validFrom })];

const ofFiles: Check = ({ book }) =>
  book.live.flatMap(({ submission: { findings, digest } }) =>
    findings.map((found) => ({ ...found, digest })),
  );

const CHECKS: readonly Check[] = [
  variances,
  negativeBalance,
  ({ goods, beside, book }) => goodsFindings(beside ?? { stock: stockOf(goods, []), early: [] }, book),
  balanceLeft,
  openingOfNewUnit,
  quarantined,
  overlappingPeriods,
  supersedesUnknown,
  ({ bank, book }) => (bank === undefined ? [] : bankFindings(bank, book)),
  ({ beside, book }) => (beside === undefined ? [] : besideFindings(beside, book)),
  ({ book }) => [...book.acrossFiles],
  ofFiles,
  openingNotDeclared,
];

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** All findings of a book in one go, the grave ones first. */
export const findingsOf = (view: BookView): Finding[] =>
  CHECKS.flatMap((check) => check(view))
    .map((found, order) => ({ found, order }))
    .sort((a, b) => RANK[a.found.severity] - RANK[b.found.severity] || a.order - b.order)
    .map(({ found }) => found);
