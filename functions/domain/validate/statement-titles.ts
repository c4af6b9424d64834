import type { Finding } from '../finding.ts';
import { compareText } from '../order.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { labelAndFigure } from '../parse/table/label.ts';
import type { ColumnMatch } from '../parse/table/layout.ts';
import { accountIn } from '../parse/table/titles.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import { clean, cut, fold } from '../text.ts';
import type { Collector } from './collector.ts';
import type { RowContext } from './context.ts';

/** Prose longer than a line of a title is not searched. */
const MAX_LINE = 1_000;
/** "Ghi nợ (đồng)", "Debit (VND)", "ĐVT: đồng". */
const DONG = /(?:^|[^\p{L}])(?:dong|vnd|vnđ|d)(?:[^\p{L}]|$)/u;
const VND = 'VND';

const CLOSING = /so du cuoi|closing balance|ending balance|so du hien tai/u;
const OPENING = /so du dau|opening balance|beginning balance/u;
const DIGITS = /\d/;

/** A figure that a row below the lines states, and where. */
export interface Stated {
  readonly row: number;
  readonly text: string;
}

/** What the lines around a statement say of it as a whole: one account, one currency, a closing balance. */
export class StatementTitles {
  readonly #plan: TablePlan;
  readonly #context: RowContext;
  readonly #collector: Collector;
  #account: string | undefined;
  /** The closing balance as a row below the lines states it; the last of them holds. */
  closing: Stated | undefined;
  /** The opening balance as a row below the heading states it; the first of them holds. */
  opening: Stated | undefined;

  constructor(plan: TablePlan, context: RowContext, collector: Collector) {
    this.#plan = plan;
    this.#context = context;
    this.#collector = collector;
    this.#account = plan.layout.titles.accountLast4;
  }

  /**
   * Figures of another currency cannot be read as đồng: without a rate the file goes back. So does one whose columns
   * are in several currencies, unless those of the declared one are the ones that are read.
   */
  get refusal(): Finding | undefined {
    const { headingFirst } = this.#plan.layout;
    const { currency: known = VND, rateMilli } = this.#context;
    const told = (rule: string, currency: string): Finding => ({
      ...{ rule, severity: 'error', count: 1, rows: [headingFirst] },
      params: { currency },
    });
    const several = this.#currencies(known);
    if (several.length > 1) return told('STATEMENT_CURRENCIES', several.join(', '));
    const [other = known] = several;
    if (other === known && (known === VND || rateMilli !== undefined)) return undefined;
    return told('STATEMENT_CURRENCY', other);
  }

  /** What the table names as the money of its figures, more than one where it contradicts itself or the declaration. */
  #currencies(known: string): readonly string[] {
    const { titles, columns } = this.#plan.layout;
    // The table says of itself that it is of another account than was declared: that is to be told first.
    if (titles.currency !== undefined && titles.currency !== known) return [titles.currency];
    const namesOf = (of: ColumnMatch[]) => of.flatMap(({ currency }) => currency ?? []);
    const taken = namesOf(columns.filter(({ name }) => name !== undefined));
    const others = namesOf(columns.filter(({ name }) => name === undefined));
    const named = new Set([...taken, ...(titles.currency === undefined ? [] : [titles.currency])]);
    if (others.includes(known) && !taken.includes(known)) {
      named.add(known);
      // Columns that name no money beside some that do are in đồng, as they always are where nothing is said.
      if (taken.length === 0) named.add(VND);
    }
    return [...named].sort(compareText);
  }

  /** A row that is no line of the account: a title on a later page, perhaps of another account. */
  look(raw: RawRow): void {
    if (raw.row <= this.#plan.layout.headingLast) return;
    const line = lineOf(raw);
    const figure = figureOf(raw);
    if (figure !== undefined && CLOSING.test(line)) this.closing = { row: raw.row, text: figure };
    else if (figure !== undefined && OPENING.test(line)) this.opening ??= { row: raw.row, text: figure };
    const account = accountIn(line);
    if (account === undefined || account === this.#account) return;
    if (this.#account === undefined) this.#account = account;
    else this.#collector.add('STATEMENT_TWO_ACCOUNTS', { row: raw.row });
  }

  /** The closing balance where the file prints it at all: below its lines, else above its heading. */
  get printedClosing(): Stated | undefined {
    if (this.closing !== undefined) return this.closing;
    const above = this.#plan.layout.titleRows.find((row) => CLOSING.test(lineOf(row)));
    const text = above && figureOf(above);
    return text === undefined ? undefined : { row: above?.row ?? 1, text };
  }

  /** Said at the end, of the file as a whole. */
  tell(): void {
    const { titles, columns, headingFirst } = this.#plan.layout;
    if (titles.currency !== undefined || this.#context.currency !== undefined) return;
    const headings = columns.map(({ heading }) => fold(heading));
    if (titles.multiplier !== undefined || headings.some((heading) => DONG.test(heading))) return;
    this.#collector.add('STATEMENT_CURRENCY_ASSUMED', { row: headingFirst });
  }
}

const lineOf = ({ cells }: RawRow): string => fold(cut(clean(cells.join(' | ')), MAX_LINE));

/** The last cell with digits, without the label where both stand in one cell. */
function figureOf({ cells }: RawRow): string | undefined {
  const cell = cells.findLast((one) => DIGITS.test(one));
  return cell === undefined ? undefined : clean(labelAndFigure(cell)?.figure ?? cell);
}
