import type { BalanceBreak } from '../bank/account-file.ts';
import type { Finding, Issue } from '../finding.ts';
import { foreignDigits, groupDigits } from '../format.ts';
import { addVnd, type Vnd, vnd, ZERO_VND } from '../money.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { ControlTotal, RowCounts } from '../submission.ts';
import { Collector, type Listener } from './collector.ts';
import type { RowContext } from './context.ts';
import { ControlTotals } from './control-totals.ts';
import { statementWithoutLines } from './empty-statement.ts';
import type { TableEvidence } from './evidence.ts';
import { flagDate } from './flags.ts';
import { type Break, RunningBalance } from './running-balance.ts';
import { StatementDays } from './statement-days.ts';
import { type StatementLine, StatementRows } from './statement-row.ts';
import { StatementTitles } from './statement-titles.ts';
import { type Fate, type StatedSum, TableReader } from './table-reader.ts';

/** A file with more is none of one account, or its balances are no balances: the rest is only counted. */
const MAX_BREAKS = 5_000;

/** Beyond this no sum is exact; no account holds it. */
const MAX_VND = 1e14;

/** What a bank's statement says, line by line and in all. */
export interface StatementReport {
  readonly rows: RowCounts;
  readonly credits: number;
  readonly creditVnd: Vnd;
  readonly debits: number;
  readonly debitVnd: Vnd;
  /** Amounts of lines set aside, credits less debits. */
  readonly quarantinedVnd: Vnd;
  /** Before the first line, by its balance; absent where no balance is printed. */
  readonly openingVnd: Vnd | undefined;
  readonly closingVnd: Vnd | undefined;
  /** Places where the running balance does not follow from the line above. */
  readonly breaks: number;
  /** The first of them, each with its amount. */
  readonly breakList: readonly BalanceBreak[];
  readonly controlTotals: readonly ControlTotal[];
  readonly issues: readonly Issue[];
}

/**
 * Rows of a bank statement in, lines out. The running balance is followed line by line: where it does not follow,
 * a line is missing or an amount is wrong, and the difference says how much.
 */
export class StatementReader {
  readonly #context: RowContext;
  readonly #collector: Collector;
  readonly #rows: StatementRows;
  readonly #table: TableReader;
  readonly #totals: { readonly credit: ControlTotals; readonly debit: ControlTotals };
  readonly #headingRow: number;
  /** Of the row read last. */
  line: StatementLine | undefined;
  #credits = 0;
  #debits = 0;
  #creditVnd = ZERO_VND;
  #debitVnd = ZERO_VND;
  #asideCreditVnd = ZERO_VND;
  #asideDebitVnd = ZERO_VND;
  readonly #newestFirst: boolean;
  readonly #balance: RunningBalance;
  readonly #titles: StatementTitles;
  readonly #days: StatementDays;
  #breaks = 0;
  readonly #breakList: BalanceBreak[] = [];
  /** All amounts, whatever their sign, those of lines set aside too. */
  #weight = 0;
  /** The most that the account may hold, in what its figures count; of another currency what it is worth is bound. */
  readonly #most: number;

  constructor(plan: TablePlan, context: RowContext, listener?: Listener) {
    this.#context = context;
    const { currency: named = 'VND', rateMilli = 0 } = context;
    this.#most = named === 'VND' ? MAX_VND : Math.min(MAX_VND, (MAX_VND / Math.max(1, rateMilli)) * 1e6);
    this.#collector = new Collector(listener);
    this.#rows = new StatementRows(plan, context);
    const { cells } = this.#rows;
    const credit = this.#rows.credit.present ? this.#rows.credit : this.#rows.amount;
    this.#totals = {
      credit: new ControlTotals(credit, this.#collector),
      debit: new ControlTotals(this.#rows.debit, this.#collector),
    };
    this.#headingRow = plan.layout.headingFirst;
    this.#table = new TableReader(
      plan,
      cells,
      {
        data: (raw) => this.#readData(raw),
        total: (sum) => this.#readTotal(sum),
        words: () => {},
      },
      this.#collector,
    );
    this.#newestFirst = plan.newestFirst === true;
    // The title is read as whole đồng: of another currency it would be thousandths.
    const { currency = 'VND' } = context;
    const statedVnd = currency === 'VND' ? plan.layout.titles.openingVnd : undefined;
    this.#balance = new RunningBalance(this.#newestFirst, statedVnd);
    this.#titles = new StatementTitles(plan, context, this.#collector);
    this.#days = new StatementDays(context.period);
    const refusal = this.#titles.refusal;
    if (refusal !== undefined) this.#table.rejection = refusal;
  }

  get rejection(): Finding | undefined {
    return this.#table.rejection;
  }

  get evidence(): TableEvidence {
    return {
      numbers: Object.fromEntries(this.#rows.figures.map(({ name, evidence }) => [name, evidence])),
      dates: this.#rows.date.evidence,
      order: this.#days.order,
    };
  }

  read(raw: RawRow): Fate {
    this.line = undefined;
    const fate = this.#table.read(raw);
    if (fate !== 'accepted') this.#titles.look(raw);
    return fate;
  }

  #readData(raw: RawRow): boolean {
    const line = this.#rows.read(raw);
    const { creditVnd, debitVnd, balanceVnd } = this.#rows;
    this.#weight += Math.abs(creditVnd ?? 0) + Math.abs(debitVnd ?? 0);
    if (this.#weight > this.#most || Math.abs(balanceVnd ?? 0) > this.#most) {
      this.#table.reject('SUM_TOO_LARGE', raw.row);
      return false;
    }
    this.#follow(raw.row, line);
    if (line === undefined) {
      this.#asideCreditVnd = addVnd(this.#asideCreditVnd, creditVnd ?? ZERO_VND);
      this.#asideDebitVnd = addVnd(this.#asideDebitVnd, debitVnd ?? ZERO_VND);
      return false;
    }
    this.line = line;
    const turn = this.#days.see(line.date, this.#rows.date.shape);
    // Days go one way down the rows; what goes the other way is told.
    if (turn !== undefined && (turn === 'down') !== this.#newestFirst)
      this.#collector.add('STATEMENT_DATES_UNORDERED', { row: line.row });
    const amountVnd = vnd(line.creditVnd - line.debitVnd);
    flagDate(
      { row: line.row, date: line.date, amountVnd },
      this.#context,
      this.#collector,
      this.#rows.date.shape,
    );
    if (line.creditVnd !== 0) this.#credits += 1;
    if (line.debitVnd !== 0) this.#debits += 1;
    this.#creditVnd = addVnd(this.#creditVnd, line.creditVnd);
    this.#debitVnd = addVnd(this.#debitVnd, line.debitVnd);
    return true;
  }

  /** The running balance: above ± this line = printed here. */
  #follow(row: number, line: StatementLine | undefined): void {
    const { balanceVnd, blank, creditVnd, debitVnd } = this.#rows;
    const movedVnd = (creditVnd ?? 0) - (debitVnd ?? 0);
    this.#tellBreak(this.#balance.add({ row, date: line?.date, blank, movedVnd, balanceVnd }));
  }

  #tellBreak(found: Break | undefined, rule: RuleId = 'BALANCE_BREAK'): void {
    if (found === undefined) return;
    const { currency = 'VND' } = this.#context;
    const { blank, ...place } = found;
    this.#breaks += 1;
    if (this.#breaks <= MAX_BREAKS) this.#breakList.push(place);
    this.#collector.add(blank ? 'STATEMENT_AMOUNT_BLANK' : rule, {
      row: found.row,
      expectedVnd: found.expectedVnd,
      amountVnd: found.actualVnd,
      differenceVnd: found.differenceVnd,
      value: currency === 'VND' ? groupDigits(found.actualVnd) : foreignDigits(found.actualVnd),
    });
  }

  /** The closing balance that the statement states below its lines, against the one that follows from them. */
  #compareClosing(): void {
    const stated = this.#titles.closing;
    if (stated === undefined) return;
    const { openingVnd } = this.#balance;
    const moved = this.#creditVnd + this.#asideCreditVnd - this.#debitVnd - this.#asideDebitVnd;
    const expectedVnd =
      this.#balance.closingVnd ?? (openingVnd === undefined ? undefined : vnd(openingVnd + moved));
    const actualVnd = this.#rows.stated(stated.text, stated.row);
    if (expectedVnd === undefined || actualVnd === undefined || actualVnd === expectedVnd) return;
    this.#collector.add('STATEMENT_CLOSING_DIFFERS', {
      row: stated.row,
      expectedVnd,
      amountVnd: actualVnd,
      differenceVnd: vnd(actualVnd - expectedVnd),
      value: stated.text,
    });
  }

  #withoutLines() {
    const { opening, printedClosing: closing } = this.#titles;
    const stated = (of: typeof opening) => of && this.#rows.stated(of.text, of.row);
    return statementWithoutLines(this.#context, {
      openingVnd: this.#balance.openingVnd ?? stated(opening),
      closingVnd: stated(closing),
      row: closing?.row ?? opening?.row ?? this.#headingRow,
      totals: [this.#totals.credit, this.#totals.debit],
    });
  }

  #readTotal(sum: StatedSum): void {
    const inDigits = { ...sum, words: undefined };
    this.#totals.credit.read(inDigits, addVnd(this.#creditVnd, this.#asideCreditVnd));
    if (!this.#rows.debit.present) return;
    this.#totals.debit.read(inDigits, addVnd(this.#debitVnd, this.#asideDebitVnd));
  }

  end(): StatementReport | Finding {
    const refusal = this.rejection ?? this.#days.refusal(this.#rows.date.evidence);
    if (refusal !== undefined) return refusal;
    const isEmpty = this.#table.counts.data === 0;
    const empty = isEmpty ? this.#withoutLines() : undefined;
    if (isEmpty && empty === undefined)
      return { rule: 'FILE_HEADING_ONLY', severity: 'error', count: 1, rows: [this.#headingRow] };
    if (empty !== undefined) this.#collector.add('NO_MOVEMENTS', {});
    if (empty === undefined) this.#tellBreak(this.#balance.end());
    else this.#tellBreak(empty.unlisted, 'STATEMENT_MOVED_UNLISTED');
    if (!isEmpty) this.#compareClosing();
    this.#titles.tell();
    const { openingVnd, closingVnd } = empty ?? this.#balance;
    return {
      rows: this.#table.counts.rows,
      credits: this.#credits,
      creditVnd: this.#creditVnd,
      debits: this.#debits,
      debitVnd: this.#debitVnd,
      quarantinedVnd: vnd(this.#asideCreditVnd - this.#asideDebitVnd),
      openingVnd,
      closingVnd,
      breaks: this.#breaks,
      breakList: this.#breakList,
      controlTotals: [...this.#totals.credit.list, ...this.#totals.debit.list],
      issues: this.#collector.issues,
    };
  }
}
