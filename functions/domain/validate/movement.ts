import type { IsoDate } from '../date.ts';
import { formatDate } from '../format.ts';
import { type Vnd, vnd } from '../money.ts';
import { swapped } from '../parse/values/date.ts';
import { parseVndWords } from '../parse/values/words.ts';
import type { Cells } from './cells.ts';
import type { RowContext } from './context.ts';
import { DateColumn } from './date-column.ts';
import { FigureCells } from './figure-cells.ts';
import { type Foreign, ForeignColumns } from './foreign.ts';
import { type Goods, GoodsColumns } from './goods.ts';
import { TextColumn } from './text-column.ts';

/** Digits before the first comma, and a sign. */
const MAX_GROUP = 4;
const THREE_DIGITS = /^\d{3}$/;

/** What both kinds of book say of a row: when, how much, what, by which paper. Holds the last row read. */
export class Movement {
  readonly date: DateColumn;
  readonly amount: FigureCells;
  readonly #cells: Cells;
  readonly #context: RowContext;
  readonly #goods: GoodsColumns;
  readonly #foreign: ForeignColumns;
  readonly #words: TextColumn;
  readonly #documentNo: TextColumn;
  readonly #campaign: TextColumn;
  readonly #note: TextColumn;
  readonly #round: TextColumn;
  day: IsoDate | undefined;
  amountVnd: Vnd | undefined;
  goods: Goods | undefined;
  foreign: Foreign | undefined;
  documentNo: string | undefined;
  campaign: string | undefined;
  note: string | undefined;
  /** Of a transfer between levels; in other rows it says nothing. */
  round: string | undefined;
  extra: Record<string, string> | undefined;

  constructor(cells: Cells, context: RowContext) {
    this.#cells = cells;
    this.#context = context;
    this.date = new DateColumn(cells, 'date', context.period);
    this.amount = new FigureCells(cells, 'amount_vnd');
    this.#goods = new GoodsColumns(cells);
    this.#foreign = new ForeignColumns(cells);
    this.#words = new TextColumn(cells, 'amount_words');
    this.#documentNo = new TextColumn(cells, 'document_no', 'number');
    this.#campaign = new TextColumn(cells, 'campaign');
    this.#note = new TextColumn(cells, 'note');
    this.#round = new TextColumn(cells, 'round');
  }

  get figures(): readonly FigureCells[] {
    return [this.amount, ...this.#goods.figures, ...this.#foreign.figures];
  }

  /** The figures of the row as they stand in the file. */
  get amountText(): string {
    return this.amount.text;
  }

  get quantityText(): string {
    return this.#goods.quantityText;
  }

  get goodsIncomplete(): boolean {
    return this.#goods.incomplete;
  }

  read(): void {
    this.documentNo = this.#documentNo.read();
    this.day = this.#readDay();
    this.amountVnd = this.amount.money();
    if (this.amountVnd !== undefined && this.#isCutByCommas()) {
      this.#cells.fault('amount_vnd', 'AMOUNT_UNREADABLE', this.amount.text);
    }
    this.goods = this.#goods.read();
    this.foreign = undefined;
    if (this.#foreign.present) {
      const { foreign, amountVnd } = this.#foreign.read(this.amountVnd);
      this.foreign = foreign;
      this.amountVnd = amountVnd;
    }
    this.#compareWords(this.#words.read());
    const missing = this.amountVnd === undefined && this.goods === undefined && this.amount.text === '';
    // Of a foreign amount that is incomplete it has been said already what is missing.
    if (missing && !this.#foreign.incomplete) {
      this.#cells.fault('amount_vnd', 'AMOUNT_MISSING', '');
    }
    this.campaign = this.#campaign.read();
    this.note = this.#note.read();
    this.round = this.#round.read();
    this.extra = this.#cells.extra();
  }

  #readDay(): IsoDate | undefined {
    const day = this.date.read();
    if (day === undefined) {
      if (this.#cells.at(this.#cells.position('date')) === '') {
        this.#cells.fault('date', 'DATE_UNREADABLE', '');
      }
      return undefined;
    }
    if (day <= this.#context.receivedOn) return day;
    const other = swapped(day);
    const safe = other !== undefined && other <= this.#context.receivedOn && this.date.shape !== 'dmy';
    const suggestion = safe ? { suggestion: formatDate(other) } : {};
    this.#cells.fault('date', 'DATE_FUTURE', this.date.text, suggestion);
    return undefined;
  }

  /** "1,500,000" of a file that also parts its cells by commas: "1", "500" and "000" in three of them. */
  #isCutByCommas(): boolean {
    if (this.amount.text.length > MAX_GROUP) return false;
    const at = this.#cells.position('amount_vnd') + 1;
    const next = this.#cells.raw(at);
    return next === '000' || (this.#cells.raw(at + 1) === '000' && THREE_DIGITS.test(next));
  }

  /** The amount in words beside the digits: both were written to guard against one slip of the pen. */
  #compareWords(words: string | undefined): void {
    if (words === undefined || this.amountVnd === undefined) return;
    const said = parseVndWords(words);
    if (said === undefined || said === Math.abs(this.amountVnd)) return;
    const params = { difference: vnd(said - Math.abs(this.amountVnd)) };
    this.#cells.fault('amount_words', 'AMOUNT_WORDS_DIFFER', words, { params });
  }
}
