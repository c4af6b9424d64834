import type { SubmissionState } from '#domain/codes.ts';
import type { RuleId } from '#domain/rules/catalogue.ts';
import { countsInTotal, isQuarantined, type SampleBook, sumVnd } from './book.ts';
import { addDays } from './days.ts';

/** What must become of a file, known from how it was made and not by reading it. */
export interface Expectation {
  readonly state: SubmissionState;
  /** Rows of the file: data, heading, blank ones and totals. All zero where nothing is entered. */
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly ignored: number;
  readonly acceptedVnd: number;
  readonly quarantinedVnd: number;
  /** Rules that the file alone must meet, sorted; no others. */
  readonly rules: readonly RuleId[];
}

const NOTHING = { rows: 0, accepted: 0, quarantined: 0, ignored: 0, acceptedVnd: 0, quarantinedVnd: 0 };

const sortedSet = (rules: readonly RuleId[]): RuleId[] => [...new Set(rules)].sort();

export function expectationOf(book: SampleBook, ignored: number): Expectation {
  if (book.outcome === 'REJECTED')
    return { state: 'REJECTED', ...NOTHING, rules: sortedSet(book.rules ?? []) };
  const aside = book.rows.filter(isQuarantined);
  const accepted = book.rows.filter((row) => !isQuarantined(row));
  const flaws = book.rows.flatMap((row) => (row.flaw ? [row.flaw.rule] : []));
  return {
    state: book.outcome ?? (aside.length > 0 ? 'ACCEPTED_WITH_QUARANTINE' : 'ACCEPTED'),
    rows: book.rows.length + ignored,
    accepted: accepted.length,
    quarantined: aside.length,
    ignored,
    acceptedVnd: sumVnd(accepted),
    quarantinedVnd: sumVnd(aside.filter(countsInTotal)),
    rules: sortedSet([...flaws, ...(book.style.extra === undefined ? [] : (['COLUMN_UNKNOWN'] as const))]),
  };
}

/** Rows that found no partner, and what they move. */
interface LeftExpectation {
  readonly count: number;
  readonly inVnd: number;
  readonly outVnd: number;
}

/** What a book must show of its accounts on the last day of their statements. */
export interface BankExpectation {
  readonly balanceVnd: number;
  readonly cashVnd: number;
  readonly linesLeft: LeftExpectation;
  readonly entriesLeft: LeftExpectation;
  /** Days between the statements of one account of which there is none. */
  readonly missingDays: number;
  /** Movements that only the balance of an account shows. */
  readonly unlistedInVnd: number;
  /** Matches that a person confirmed, and findings that somebody explained. */
  readonly confirmed: number;
  readonly explained: number;
}

/** What the tables beside a book must lead to. */
export interface BesideExpectation {
  readonly unit: string;
  readonly fund: string;
  /** Rules that the book as a whole must meet because of them. */
  readonly rules: readonly RuleId[];
  /** Whether what is known from outside contradicts the book. */
  readonly varies: boolean;
  readonly bank?: BankExpectation;
}

/** What the book of one unit and fund must show once every file is in. */
export interface StatementExpectation {
  readonly unit: string;
  readonly fund: string;
  /** A day of the book, to tell which unit bore the code. */
  readonly day: string;
  readonly openingVnd: number;
  readonly inVnd: number;
  readonly outVnd: number;
  readonly closingVnd: number;
  readonly reconciled: boolean;
  /** Rules that the book as a whole must meet, beside those of its files. */
  readonly rules: readonly RuleId[];
  readonly bank?: BankExpectation;
}

/** Adds up the files in force of each book, and what stands beside it. */
export function statementExpectations(
  books: readonly SampleBook[],
  beside: readonly BesideExpectation[],
): StatementExpectation[] {
  const groups = new Map<string, SampleBook[]>();
  for (const book of books.filter((one) => one.outcome === undefined)) {
    const key = `${book.unit} ${book.fund}`;
    groups.set(key, [...(groups.get(key) ?? []), book]);
  }
  return [...groups.values()].map((own) => withBeside(statementOf(own), beside));
}

function withBeside(
  statement: StatementExpectation,
  beside: readonly BesideExpectation[],
): StatementExpectation {
  const found = beside.find(({ unit, fund }) => unit === statement.unit && fund === statement.fund);
  if (found === undefined) return statement;
  const { rules, varies, bank } = found;
  return {
    ...statement,
    reconciled: statement.reconciled && !varies,
    rules: sortedSet([...statement.rules, ...rules]),
    ...(bank === undefined ? {} : { bank }),
  };
}

function statementOf(books: readonly SampleBook[]): StatementExpectation {
  const sorted = [...books].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const first = sorted[0];
  if (first === undefined) throw new Error('no books');
  const entered = (kind: SampleBook['kind'], until = '9') =>
    sumVnd(
      books
        .filter((book) => book.kind === kind)
        .flatMap((book) => book.rows)
        .filter((row) => !isQuarantined(row) && row.date <= until),
    );
  const openingVnd =
    sorted.find((book) => book.from === first.from && book.openingVnd !== undefined)?.openingVnd ?? 0;
  const balance = (until?: string) =>
    openingVnd + entered('contributions', until) - entered('disbursements', until);
  const rules: RuleId[] = [
    ...(books.some((book) => (book.totalOffVnd ?? 0) !== 0) ? (['CONTROL_TOTAL_MISMATCH'] as const) : []),
    ...(books.some((book) => book.closingVnd !== undefined && book.closingVnd !== balance(book.to))
      ? (['CLOSING_MISMATCH'] as const)
      : []),
    ...(sorted.some(
      (book) =>
        book.from > first.from &&
        book.openingVnd !== undefined &&
        book.openingVnd !== balanceBefore(book, balance),
    )
      ? (['OPENING_MISMATCH'] as const)
      : []),
    ...(goesNegative(books, balance) ? (['NEGATIVE_BALANCE'] as const) : []),
    ...(books.some((book) => book.rows.some(isQuarantined)) ? (['ROWS_QUARANTINED'] as const) : []),
  ];
  return {
    unit: first.unit,
    fund: first.fund,
    day: first.to,
    openingVnd,
    inVnd: entered('contributions'),
    outVnd: entered('disbursements'),
    closingVnd: balance(),
    reconciled: rules.length === 0,
    rules: sortedSet(rules),
  };
}

const balanceBefore = (book: SampleBook, balance: (until: string) => number): number =>
  balance(addDays(book.from, -1));

const goesNegative = (books: readonly SampleBook[], balance: (until: string) => number): boolean =>
  [...new Set(books.flatMap((book) => book.rows.map((row) => row.date)))].some((date) => balance(date) < 0);
