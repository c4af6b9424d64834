import type { AccountSide } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import { formatDate } from '../format.ts';
import { type Vnd, vnd, ZERO_VND } from '../money.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import { swapped } from '../parse/values/date.ts';
import { fold } from '../text.ts';
import { Cells } from './cells.ts';
import type { RowContext } from './context.ts';
import { DateColumn } from './date-column.ts';
import { FigureCells } from './figure-cells.ts';
import { TextColumn } from './text-column.ts';

/**
 * One line of a bank's statement. Debit is money out of the account, credit is money in; neither is negative by itself.
 * Of an account in another currency all figures are thousandths of it, whatever their names say.
 */
export interface StatementLine {
  readonly row: number;
  readonly date: IsoDate;
  readonly valueDate: IsoDate | undefined;
  readonly description: string | undefined;
  readonly reference: string | undefined;
  readonly debitVnd: Vnd;
  readonly creditVnd: Vnd;
  readonly balanceVnd: Vnd | undefined;
}

/** Reads the lines of a bank statement, whether debit and credit have a column each or share a signed one. */
export class StatementRows {
  readonly cells: Cells;
  readonly date: DateColumn;
  readonly debit: FigureCells;
  readonly credit: FigureCells;
  readonly amount: FigureCells;
  readonly balance: FigureCells;
  readonly #receivedOn: IsoDate;
  readonly #valueDate: DateColumn;
  readonly #description: TextColumn;
  readonly #reference: TextColumn;
  readonly #side: TextColumn;
  readonly #account: TextColumn;
  readonly #glued: number;
  readonly #foreign: boolean;
  /** Of the last row: the figures as far as they could be read. */
  debitVnd: Vnd | undefined;
  creditVnd: Vnd | undefined;
  balanceVnd: Vnd | undefined;
  /** No amount stands in the row, neither out nor in. */
  blank = false;

  constructor(plan: TablePlan, context: RowContext) {
    this.cells = new Cells(plan);
    this.#receivedOn = context.receivedOn;
    this.date = new DateColumn(this.cells, 'date', context.period);
    this.#valueDate = new DateColumn(this.cells, 'value_date', undefined);
    this.#foreign = context.currency !== undefined && context.currency !== 'VND';
    this.debit = this.#figure('debit_vnd');
    this.credit = this.#figure('credit_vnd');
    this.amount = this.#figure('amount_vnd');
    this.balance = this.#figure('balance_vnd');
    this.#description = new TextColumn(this.cells, 'description');
    this.#reference = new TextColumn(this.cells, 'document_no', 'number');
    this.#account = new TextColumn(this.cells, 'account', 'number');
    this.#side = new TextColumn(this.cells, 'side');
    this.#glued = plan.layout.columns.find(({ alsoDocumentNo }) => alsoDocumentNo)?.position ?? -1;
  }

  #figure(name: string): FigureCells {
    return new FigureCells(this.cells, name, this.#foreign);
  }

  /** Whole đồng, or thousandths of the account's own currency. */
  #read(figure: FigureCells): Vnd | undefined {
    if (!this.#foreign) return figure.money();
    const quantity = figure.quantity();
    return quantity === undefined ? undefined : vnd(quantity);
  }

  /** A balance that a row beside the lines states; undefined where it cannot be read. */
  stated(text: string, row: number): Vnd | undefined {
    return this.#foreign ? undefined : this.balance.stated(text, row);
  }

  get figures(): readonly FigureCells[] {
    return [this.debit, this.credit, this.amount, this.balance];
  }

  /** The line; undefined when it must be set aside, its faults stand in `cells`. */
  read(raw: RawRow): StatementLine | undefined {
    const { cells } = this;
    const { row, reference } = this.#apart(raw);
    cells.turnTo(row);
    const date = this.#readDate();
    const valueDate = this.#valueDate.read();
    this.#readFigures(this.#readSide());
    const description = this.#description.read();
    const ownReference = this.#reference.read();
    // Not kept; but the treasurer should know of a number that has lost its digits.
    this.#account.read();
    if (date === undefined || cells.faults.length > 0) return undefined;
    if (valueDate !== undefined && valueDate !== date && swapped(date) === valueDate) {
      cells.note('date', 'VALUE_DATE_SWAPPED', this.date.text, { suggestion: formatDate(valueDate) });
    }
    return {
      row: raw.row,
      date,
      valueDate,
      description,
      reference: ownReference ?? reference,
      debitVnd: this.debitVnd ?? ZERO_VND,
      creditVnd: this.creditVnd ?? ZERO_VND,
      balanceVnd: this.balanceVnd,
    };
  }

  /** "10/09/2024⏎5213.660": one cell that holds the day and the document's number. */
  #apart(raw: RawRow): { readonly row: RawRow; readonly reference?: string } {
    const cell = this.#glued < 0 ? undefined : raw.cells[this.#glued];
    const parts = cell === undefined ? null : GLUED.exec(cell);
    if (!parts?.[1] || !parts[2]) return { row: raw };
    const cells = raw.cells.map((text, position) => (position === this.#glued ? (parts[1] ?? '') : text));
    return { row: { ...raw, cells }, reference: parts[2].trim() };
  }

  #readDate(): IsoDate | undefined {
    const date = this.date.read();
    if (date === undefined) {
      if (this.cells.at(this.cells.position('date')) === '') this.cells.fault('date', 'DATE_UNREADABLE', '');
    } else if (date > this.#receivedOn) this.cells.fault('date', 'DATE_FUTURE', this.date.text);
    return date;
  }

  /** How banks mark the side of a line; the code lists of books have no such letters. */
  #readSide(): AccountSide | undefined {
    const text = this.#side.read();
    if (text === undefined) return undefined;
    const side = SIDES.get(fold(text));
    if (side === undefined) {
      this.cells.fault('side', 'CODE_UNKNOWN', text, { params: { codes: 'Nợ (D), Có (C)' } });
    }
    return side;
  }

  #readFigures(side: AccountSide | undefined): void {
    const written = this.#read(this.amount);
    // "D" and a minus say the same twice; "C" and a minus contradict each other.
    const amount = side === 'GHI_NO' && written !== undefined ? vnd(-Math.abs(written)) : written;
    if (side === 'GHI_CO' && written !== undefined && written < 0) {
      this.cells.fault('side', 'STATEMENT_BOTH_SIDES', this.amount.text);
    }
    const debit = this.#read(this.debit);
    const credit = this.#read(this.credit);
    this.balanceVnd = this.#read(this.balance);
    this.blank = amount === undefined && debit === undefined && credit === undefined;
    this.debitVnd = debit ?? (amount !== undefined && amount < 0 ? vnd(-amount) : undefined);
    this.creditVnd = credit ?? (amount !== undefined && amount > 0 ? amount : undefined);
    const both = debit !== undefined && debit !== 0 && credit !== undefined && credit !== 0;
    if (both)
      this.cells.fault('debit_vnd', 'STATEMENT_BOTH_SIDES', `${this.debit.text} | ${this.credit.text}`);
  }
}

const SIDES = new Map<string, AccountSide>([
  ...['no', 'n', 'd', 'dr', 'debit', 'ghi no', 'ghi_no', 'tien ra', 'giam', '-'].map(
    (word) => [word, 'GHI_NO'] as const,
  ),
  ...['co', 'c', 'cr', 'credit', 'ghi co', 'ghi_co', 'tien vao', 'tang', '+'].map(
    (word) => [word, 'GHI_CO'] as const,
  ),
]);

const GLUED = /^\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s+(\S[\s\S]*)$/;
