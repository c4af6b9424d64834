/** How much can be told of the states in which a book was, by the rows that are at hand and the work that is left. */
import { byAccount } from '../bank/chain.ts';
import { isBookKind } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { BANK_RULES } from '../rules/book/bank.ts';
import { BESIDE_RULES } from '../rules/book/beside.ts';
import type { Submission } from '../submission.ts';
import type { Book } from './book.ts';
import type { Rows } from './rows.ts';

/**
 * So many lines and entries are matched anew for all earlier states of a book together: as many as in one matching of
 * the largest book that the function is made for, which it has the time for anyway.
 */
export const WORK_ROWS = 400_000;

/** What is told of banks by the sums of a state, whatever matches what. */
const OF_SUMS: ReadonlySet<string> = new Set([
  'BANK_BALANCE_MISMATCH',
  'BANK_BOOK_MISMATCH',
  'CASH_BOOK_MISMATCH',
  'STATEMENT_DECLARED_MISMATCH',
]);

/** What files beside the movements bear on. Cash stands alone where there is no statement. */
const BESIDE_MOVEMENTS: ReadonlySet<string> = new Set([
  ...Object.keys(BESIDE_RULES),
  'GOODS_NEGATIVE',
  'CASH_BOOK_MISMATCH',
]);

/** Explanations may be about anything. */
const OF_NO_STATEMENT: ReadonlySet<string> = new Set(['CASH_BOOK_MISMATCH', 'EXPLANATION_UNKNOWN']);

/** Whether a rule is about the statements of banks. */
export const isOfBank = (rule: string): boolean => rule in BANK_RULES && !OF_NO_STATEMENT.has(rule);

/** What can be told of a state. */
export interface Reach {
  /** Rows of all statements and registers that were in force are at hand. */
  readonly isWhole: boolean;
  /** And its lines may be matched with its entries, which are at hand too. */
  readonly isMatched: boolean;
  /** Its accounts that are still there bear the labels that they bear now. */
  readonly isLabelled: boolean;
  /** It has an account in another currency: what that is worth in the book only the matching knows. */
  readonly isForeign: boolean;
  /** States of one number have the same statements, or the same of everything that is told of banks. */
  readonly accounts: number;
  readonly bank: number;
}

/** Whether such a finding would be known of a state if it had it. */
export function isTold({ rule, params }: Finding, reach: Reach): boolean {
  if (!isOfBank(rule)) return reach.isWhole || !BESIDE_MOVEMENTS.has(rule);
  if (params?.account !== undefined && !reach.isLabelled) return false;
  const ofSums = rule !== 'BANK_BOOK_MISMATCH' || !reach.isForeign ? OF_SUMS.has(rule) : false;
  return reach.isMatched || (ofSums && reach.isWhole);
}

/** Of each state of a book, the one without files first. The latest may be matched before the earlier ones. */
export function reachOf({ files, superseded, rows }: Book, workRows = WORK_ROWS): readonly Reach[] {
  const submissions = files.map(({ submission }) => submission);
  const places = new Map(submissions.map(({ id }, i) => [id, i]));
  // A file is in force in the states that have it and not the one that replaced it.
  const ends = submissions.map(({ id }) => places.get(superseded.get(id)?.id ?? id) ?? 0);
  const inForce = (length: number) =>
    submissions.slice(0, length).filter((_, i) => ends[i] === i || (ends[i] ?? 0) >= length);
  const labels = accountsOf(inForce(submissions.length), rows);
  const reached: Reach[] = [];
  let [accounts, bank] = [0, 0];
  for (let length = 0; length <= submissions.length; length += 1) {
    const last = submissions[length - 1];
    if (last?.declaration.kind === 'bankStatement') accounts += 1;
    if (last !== undefined && bearsOnBank(last)) bank += 1;
    reached.push({ ...reachIn(inForce(length), rows, labels), accounts, bank });
  }
  return withinWork(reached, (length) => sizeOf(inForce(length), rows), workRows);
}

/** Cash is declared with files of any kind. */
const bearsOnBank = ({ declaration: { kind, cashVnd } }: Submission): boolean =>
  isBookKind(kind) || kind === 'bankStatement' || kind === 'decisions' || cashVnd !== undefined;

function reachIn(
  live: readonly Submission[],
  rows: Rows,
  labels: readonly string[],
): Omit<Reach, 'accounts' | 'bank'> {
  const statements = live.filter(({ declaration }) => declaration.kind === 'bankStatement');
  const movements = live.filter(({ declaration }) => isBookKind(declaration.kind));
  const isHere = ({ id }: Submission) => rows.has(id);
  const isWhole = live.every((file) => isBookKind(file.declaration.kind) || isHere(file));
  const names = accountsOf(live, rows);
  // The same bytes as two kinds of movements: their rows cannot be told apart. Files without rows need not be.
  const withRows = movements.filter(({ entries }) => entries > 0);
  const isClear = new Set(withRows.map(({ digest }) => digest)).size === withRows.length;
  return {
    isWhole,
    isMatched: isWhole && (statements.length === 0 || (isClear && movements.every(isHere))),
    isLabelled: names.every((name, i) => labels[i] === name || !labels.includes(name)),
    isForeign: statements.some(({ id }) => rows.get(id)?.accounts?.some(({ rate }) => rate !== undefined)),
  };
}

/** Accounts in the order of their labels, as far as their rows are at hand. */
const accountsOf = (live: readonly Submission[], rows: Rows): string[] =>
  byAccount(live.flatMap(({ id }) => rows.get(id)?.accounts ?? [])).flatMap(
    ([first]) => first?.account ?? [],
  );

/** How many rows the matching of a state has to look at; none where it has no statements. */
function sizeOf(live: readonly Submission[], rows: Rows): number {
  const own = live.map(({ id }) => rows.get(id) ?? {});
  const lines = own.flatMap(({ accounts = [] }) => accounts.map((file) => file.lines.length));
  if (lines.length === 0) return 0;
  const entries = own.map((one) => one.entries?.length ?? 0);
  return [...lines, ...entries].reduce((sum, count) => sum + count, 0);
}

/** From the present state back, as far as the work is allowed. What equals the next state is no work. */
function withinWork(
  reached: readonly Reach[],
  sizeOfState: (length: number) => number,
  workRows: number,
): Reach[] {
  let left = workRows;
  return reached
    .map((reach, length) => ({ reach, length }))
    .reverse()
    .map(({ reach, length }) => {
      const next = reached[length + 1];
      if (reach.isMatched && next !== undefined && next.bank !== reach.bank) left -= sizeOfState(length);
      return left >= 0 ? reach : { ...reach, isMatched: false };
    })
    .reverse();
}
