import type { IsoDate } from '../date.ts';
import type { Vnd } from '../money.ts';
import type { Sha256 } from '../sha256.ts';
import { Board } from './board.ts';
import { decide } from './decide.ts';
import { exact } from './exact.ts';
import { deposits } from './group-cash.ts';
import { wholeDays } from './group-days.ts';
import { sameDocument } from './group-document.ts';
import { runs } from './group-runs.ts';
import { subsets } from './group-subsets.ts';
import { likely } from './likely.ts';
import { refunds } from './refund.ts';
import { reversals } from './reversal.ts';
import { strong } from './strong.ts';
import type { WordsOf } from './wording.ts';
import { tellingWords } from './words.ts';

/** How sure a match is, the surest first. Labels are what people read. */
export const MATCH_LEVELS = {
  CONFIRMED: 'Người xác nhận',
  EXACT: 'Khớp chính xác',
  STRONG: 'Khớp mạnh',
  LIKELY: 'Khớp theo số tiền và ngày',
  GROUPED: 'Khớp theo nhóm',
  REVERSAL: 'Đảo bút toán',
} as const;
export type MatchLevel = keyof typeof MATCH_LEVELS;

/** Why rows were put together, as a treasurer would say it. */
export const MATCH_REASONS = {
  CONFIRMED_BY_PERSON: 'Có người đã xác nhận các dòng này là cùng một khoản.',
  SAME_DOCUMENT: 'Cùng số chứng từ và cùng số tiền.',
  SAME_DOCUMENT_REPEATED:
    'Cùng số chứng từ và cùng số tiền; số chứng từ này lặp lại nên ghép lần lượt theo ngày.',
  DOCUMENT_IN_TEXT: 'Cùng số tiền, ngày gần nhau; số chứng từ trong sổ có trong nội dung giao dịch.',
  WHOLE_TEXT: 'Cùng số tiền, ngày gần nhau; tên hoặc nội dung ghi trong sổ có trong nội dung giao dịch.',
  WHOLE_TEXT_REPEATED:
    'Cùng số tiền, ngày gần nhau, cùng nội dung; có nhiều khoản giống hệt nhau nên ghép lần lượt theo ngày.',
  MOST_WORDS: 'Cùng số tiền, ngày gần nhau; phần lớn từ ghi trong sổ có trong nội dung giao dịch.',
  ONLY_ONE_OF_DAY: 'Trong ngày chỉ có một dòng sao kê và một khoản ghi sổ với số tiền này.',
  EQUAL_GIFTS_OF_DAY:
    'Trong ngày có bao nhiêu dòng sao kê thì có bấy nhiêu khoản ghi sổ cùng số tiền này; ghép lần lượt, mỗi khoản là một lần chuyển riêng.',
  ONLY_ONE_NEAR: 'Chỉ có một dòng sao kê và một khoản ghi sổ với số tiền này trong khoảng ba ngày.',
  DOCUMENT_ADDS_UP: 'Cùng số chứng từ, cộng lại vừa đúng số tiền.',
  ENTRIES_OF_DAY_ADD_UP: 'Các khoản ghi sổ còn lại của một ngày cộng lại vừa đúng một dòng sao kê.',
  LINES_OF_DAY_ADD_UP: 'Các dòng sao kê còn lại của một ngày cộng lại vừa đúng một khoản ghi sổ.',
  CASH_DEPOSIT: 'Các khoản thu tiền mặt cộng lại vừa đúng một lần nộp tiền vào tài khoản.',
  ENTRIES_IN_A_ROW: 'Các khoản ghi sổ liền nhau cộng lại vừa đúng một dòng sao kê, không có cách ghép khác.',
  LINES_IN_A_ROW: 'Các dòng sao kê liền nhau cộng lại vừa đúng một khoản ghi sổ, không có cách ghép khác.',
  ONLY_ENTRIES_THAT_ADD_UP: 'Chỉ có một cách chọn các khoản ghi sổ gần ngày cộng lại đúng dòng sao kê này.',
  ONLY_LINES_THAT_ADD_UP: 'Chỉ có một cách chọn các dòng sao kê gần ngày cộng lại đúng khoản ghi sổ này.',
  LINE_TAKEN_BACK: 'Ngân hàng đã đảo hoặc trả lại giao dịch trước đó: cùng số tiền, ngược chiều.',
  ENTRY_TAKEN_BACK: 'Khoản ghi sổ âm đảo lại khoản đã ghi trước đó: cùng số tiền, ngược dấu.',
  REFUND_NOT_BOOKED: 'Tiền đã chi được chuyển trả lại tài khoản mà sổ chưa ghi nhận.',
} as const;
export type MatchReason = keyof typeof MATCH_REASONS;

/** Where a row stands: digest of its file and its row number. Names one row of the lines, or one of the entries. */
export interface SourceRef {
  readonly digest: Sha256;
  readonly row: number;
}

/** A line of a bank statement. */
export interface LineToMatch extends SourceRef {
  readonly account: string;
  readonly date: IsoDate;
  /** Signed: a credit is positive, a debit negative. */
  readonly amountVnd: Vnd;
  readonly reference?: string;
  /** The narrative, as the bank printed it. */
  readonly text?: string;
}

/** A movement of money in the ledger. */
export interface EntryToMatch extends SourceRef {
  readonly date: IsoDate;
  /** Its effect on the fund's money: in is positive, out negative; a gift that is taken back is negative. */
  readonly amountVnd: Vnd;
  readonly documentNo?: string;
  /** Who gave or got it, then what was noted. */
  readonly text?: string;
  /** Certainly did not pass through a bank by itself: only within a deposit, or where a person says so. */
  readonly cash: boolean;
}

/** What a person decided about a line and an entry: that they belong together, or that they do not. */
export interface MatchDecision {
  readonly action: 'CONFIRM' | 'BREAK';
  readonly line: SourceRef;
  readonly entry: SourceRef;
}

/** Rows that are one movement of money. Rows of each side stand in canonical order: day, digest, row. */
export interface Match {
  readonly lines: readonly SourceRef[];
  readonly entries: readonly SourceRef[];
  readonly level: MatchLevel;
  /** Whole percent, 1 to 100. */
  readonly confidence: number;
  readonly because: MatchReason;
  /** Σ lines − Σ entries. Zero but where a person confirmed it, or where a refund is not in the ledger. */
  readonly differenceVnd: Vnd;
}

export interface Matching {
  /** By their first line, and those without a line by their first entry. */
  readonly matches: readonly Match[];
  readonly unmatchedLines: readonly SourceRef[];
  readonly unmatchedEntries: readonly SourceRef[];
  /** Decisions without effect: they name a row that is not there, or contradict another. */
  readonly idleDecisions: readonly MatchDecision[];
}

/**
 * Puts lines of statements and entries of the ledger of one fund together. Every line and every entry is in one
 * match or unmatched. What people decided comes first; then each stage, from the surest, takes what the former left:
 * same document and amount, same amount and like text, same amount and day, sums, and what takes itself back.
 * Nothing of amount zero is matched but by a person. The order in which rows come does not matter.
 *
 * Throws RangeError when two lines, or two entries, have one source: that can only be a bug.
 * @param wordsOf tells the words of texts; one that keeps them saves time where they are matched again
 */
export function matchLines(
  lines: readonly LineToMatch[],
  entries: readonly EntryToMatch[],
  decisions: readonly MatchDecision[],
  wordsOf: WordsOf = tellingWords,
): Matching {
  const board = new Board(lines, entries, wordsOf);
  const idleDecisions = decide(board, decisions);
  for (const stage of STAGES) stage(board);
  return { ...board.outcome(), idleDecisions };
}

const STAGES: readonly ((board: Board) => void)[] = [
  exact,
  strong,
  likely,
  ...[sameDocument, wholeDays, deposits, runs, subsets],
  ...[reversals, refunds],
];
