import { isCode, REGISTER_KINDS } from '#domain/codes.ts';
import { fold } from '#domain/text.ts';
import { headingKey } from '../column.ts';
import type { RawRow } from '../raw-row.ts';
import { closes, footerKind, saysWords, wordsIn } from './footer.ts';
import { labelAndFigure, mayBeSum, type SumKind, sumKind } from './label.ts';
import type { Layout } from './layout.ts';
import { isAmountInText } from './lines.ts';
import { isPersonal, opensSection } from './section.ts';
import { hasDigit, hasLetter, isBlank, isFigure, isNumbering } from './shape.ts';
import { accountAtStart } from './titles.ts';

/**
 * data: to be read; total: states a sum of rows above; carried: repeats or carries a figure; section: opens a
 * part of the list, its figure is a subtotal; stray: text among the data that is none of these.
 */
export type RowClass =
  | 'data'
  | 'blank'
  | 'heading'
  | 'title'
  | 'total'
  | 'carried'
  | 'section'
  | 'footer'
  | 'stray';

/** A figure that a total row states. */
export interface StatedFigure {
  readonly position: number;
  /** The contract's name of the column; absent where the figure stands elsewhere. */
  readonly name?: string;
  /** The figure's text, without the label when both stand in one cell. */
  readonly text: string;
}

const AMOUNTS = ['amount_vnd', 'debit_vnd', 'credit_vnd'];
const OTHER_FIGURES = ['quantity', 'stated_value_vnd', 'foreign_amount', 'balance_vnd'];
const NAMES = ['donor', 'beneficiary_ref', 'description', 'counterparty'];
/** Shorter ones may be the number of a column or of a line. */
const SHORTEST_DATE = 5;
/** Where labels are looked for: a label stands alone, or first. */
const MAX_TEXTS = 4;
/** Of a register: the number of a section and its title. */
const MAX_SECTION_TEXTS = 2;
/** Below a signature's office come empty lines and then a name; further down it is something else. */
const SIGNING_ROWS = 12;

/** Tells what each row of a file is. Takes the rows in their order: what follows a signature belongs to it. */
export class RowClassifier {
  readonly #layout: Layout;
  readonly #dateAt: number;
  readonly #amountsAt: readonly number[];
  readonly #figuresAt: readonly number[];
  readonly #namesAt: ReadonlySet<number>;
  readonly #headingKeys: readonly (readonly string[])[];
  readonly #titles: ReadonlySet<string>;
  /** Their first texts as they stand: looked up before anything is folded. */
  readonly #titleStarts: ReadonlySet<string>;
  /** In a bank's statement a row with a date and no amount may carry a balance. */
  readonly #datedIsData: boolean;
  /** A row of a register may have neither a day nor a figure. */
  readonly #isRegister: boolean;
  /** Rows since a signature's office; undefined while there was none. */
  #signed: number | undefined;
  #totalled = false;
  readonly #firstWords = new Map<string, boolean>();
  /** Below the heading of another table. */
  #otherTable = false;
  /** Texts of the heading, each with its place. */
  readonly #ownAt: ReadonlyMap<string, number>;

  constructor(layout: Layout) {
    const at = (names: readonly string[]) => names.flatMap((name) => layout.at[name] ?? []);
    this.#layout = layout;
    this.#dateAt = layout.at.date ?? -1;
    this.#amountsAt = at(AMOUNTS);
    this.#figuresAt = at(OTHER_FIGURES);
    this.#namesAt = new Set(at(NAMES));
    this.#headingKeys = layout.headingRows
      .filter(({ cells }) => !isNumbering(cells))
      .map(({ cells }) => cells.map(headingKey));
    this.#ownAt = new Map(
      this.#headingKeys.flatMap((keys) =>
        keys.flatMap((key, position): [string, number][] => (key === '' ? [] : [[key, position]])),
      ),
    );
    // A title that is one figure would make a title of every row with only that figure.
    this.#titles = new Set(
      layout.titleRows.map(({ cells }) => rowKey(cells)).filter((key) => /\p{L}{3}/u.test(key)),
    );
    this.#titleStarts = new Set(
      layout.titleRows.map(({ cells }) => cells.find((cell) => !isBlank(cell)) ?? ''),
    );
    this.#datedIsData = layout.kind !== 'bankStatement';
    this.#isRegister = isCode(REGISTER_KINDS, layout.kind);
  }

  classify(row: RawRow): RowClass {
    const { cells } = row;
    if (row.row > this.#layout.headingLast) {
      const date = cells[this.#dateAt];
      if (date !== undefined && date.length >= SHORTEST_DATE && beginsWithDigit(date)) {
        if (this.#datedIsData || this.#hasAmount(cells)) {
          this.#signed = undefined;
          return this.#otherTable || this.#isDatedSum(cells) ? 'stray' : 'data';
        }
      }
    }
    if (cells.every(isBlank)) return 'blank';
    if (row.row < this.#layout.headingFirst) return looksLikeData(cells) ? 'stray' : 'title';
    if (row.row <= this.#layout.headingLast) return 'heading';
    const found = this.#classifySlowly(cells);
    this.#remember(found, cells);
    return found === 'data' && this.#otherTable ? 'stray' : found;
  }

  /** "05/09/2024 | Cộng ngày | 3.000.000": a gift by nobody of that name, and too much money to leave out unasked. */
  #isDatedSum(cells: readonly string[]): boolean {
    if (!this.#datedIsData) return false;
    for (const at of this.#namesAt) {
      const cell = cells[at] ?? '';
      if (!MAY_BE_SUM.has(cell.charCodeAt(0)) || this.#isNoSum(cell) || sumKind(cell) === undefined) continue;
      // Without accents one word may be a name: "CONG".
      if (cell.includes(' ') || fold(cell) !== cell.toLowerCase()) return true;
    }
    return false;
  }

  /** By its first word, as few words begin the names of a whole file: "Trần", "Trương", "Công ty" … */
  #isNoSum(cell: string): boolean {
    const space = cell.indexOf(' ');
    const word = space === -1 ? cell : cell.slice(0, space);
    const known = this.#firstWords.get(word);
    if (known !== undefined) return known;
    const isNone = !mayBeSum(word);
    if (this.#firstWords.size < MAX_FIRST_WORDS) this.#firstWords.set(word, isNone);
    return isNone;
  }

  /** The heading of another table, whose dates or amounts stand elsewhere: what follows is not read by this one. */
  #opensOtherTable(cells: readonly string[]): boolean {
    let known = 0;
    let moved = false;
    for (const [position, cell] of cells.entries()) {
      const own = cell.length > MAX_REPEATED || isBlank(cell) ? undefined : this.#ownAt.get(headingKey(cell));
      if (own === undefined) continue;
      known += 1;
      if (own !== position && (own === this.#dateAt || this.#amountsAt.includes(own))) moved = true;
    }
    return known >= 2 && moved;
  }

  #hasAmount(cells: readonly string[]): boolean {
    for (const at of this.#amountsAt) if (hasDigit(cells[at])) return true;
    return false;
  }

  #classifySlowly(cells: readonly string[]): RowClass {
    if (isNumbering(cells)) return 'heading';
    const amount = this.#hasAmount(cells);
    const begins = beginsWithDigit(cells[this.#dateAt] ?? '');
    if (begins && amount) return 'data';
    if (this.#repeatsHeading(cells)) return 'heading';
    if (this.#repeatsTitle(cells)) return 'title';
    if (!amount && this.#namesAccount(cells)) return 'title';
    const dated = hasDigit(cells[this.#dateAt]);
    const texts = cells.flatMap((cell, i) => (isBlank(cell) ? [] : [i])).slice(0, MAX_TEXTS + 1);
    const sum = this.#sumOf(cells, texts);
    if (sum !== undefined && !(dated && this.#datedIsData && !this.#isLabel(cells, this.#dateAt)))
      return sum === 'carried' ? 'carried' : 'total';
    // "Tháng 9/2024" with a subtotal is a section, "Thứ ba 10/9/2024" with a name and an amount is not.
    if (begins || (dated && amount && texts.length > 2)) return 'data';
    if (isFooter(cells, texts, !amount)) return 'footer';
    const first = texts[0] ?? -1;
    if (this.#isRegister && texts.length > MAX_SECTION_TEXTS) return 'data';
    if (opensSection(cells[first] ?? '', this.#namesAt.has(first))) {
      const listed = amount && !this.#namesAt.has(first);
      const personal = listed && [...this.#namesAt].some((at) => isPersonal(cells[at] ?? ''));
      return personal ? 'data' : 'section';
    }
    if (dated || amount || this.#figuresAt.some((at) => hasDigit(cells[at]))) return 'data';
    if (this.#isBelowTable(cells, texts)) return 'footer';
    return this.#isRegister && texts.length > 1 ? 'data' : 'stray';
  }

  #repeatsTitle(cells: readonly string[]): boolean {
    if (this.#titles.size === 0) return false;
    const first = cells.find((cell) => !isBlank(cell)) ?? '';
    return this.#titleStarts.has(first) && this.#titles.has(rowKey(cells));
  }

  /** "Số tài khoản: 4503…" below the lines of a statement: the digits are no day, and the row is no line. */
  #namesAccount(cells: readonly string[]): boolean {
    const first = cells.find((cell) => !isBlank(cell)) ?? '';
    return this.#layout.kind === 'bankStatement' && accountAtStart(fold(first.slice(0, MAX_REPEATED)));
  }

  #isLabel(cells: readonly string[], at: number): boolean {
    return sumKind(cells[at] ?? '') !== undefined;
  }

  /** The first cell with text is the label; behind the number of a section or line the second one. */
  #sumOf(cells: readonly string[], [first = -1, second = -1]: readonly number[]): SumKind | undefined {
    const label = cells[first] ?? '';
    const own = sumKind(label);
    if (own !== undefined || second === -1) return own;
    // What begins like a formula goes back with an apostrophe before it.
    const written = label.trim().replace(/^'/, '');
    const isNumber = first === this.#layout.at.line_no || first === this.#dateAt || written.length <= 3;
    const next = isNumber && !this.#amountsAt.includes(second) ? sumKind(cells[second] ?? '') : undefined;
    if (next !== undefined || this.#datedIsData || this.#hasAmount(cells)) return next;
    // A bank tells of a balance carried over where it tells of everything else.
    return sumKind(cells[this.#layout.at.description ?? -1] ?? '') === 'carried' ? 'carried' : undefined;
  }

  /** Most files have the heading once; those with page headings have every cell of it again. */
  #repeatsHeading(cells: readonly string[]): boolean {
    return this.#headingKeys.some((keys) => {
      let same = 0;
      for (const [i, key] of keys.entries()) {
        const cell = cells[i] ?? '';
        if (key === '' && isBlank(cell)) continue;
        if (key === '' || cell.length < key.length || cell.length > MAX_REPEATED || headingKey(cell) !== key)
          return false;
        same += 1;
      }
      return same >= 2 && cells.slice(keys.length).every(isBlank);
    });
  }

  /** Names under offices, and the closing lines of a bank, are known by where they stand. */
  #isBelowTable(cells: readonly string[], texts: readonly number[]): boolean {
    if (this.#signed !== undefined && this.#signed < SIGNING_ROWS && !cells.some(hasDigit)) return true;
    return this.#totalled && texts.length === 1 && closes(cells[texts[0] ?? -1] ?? '');
  }

  #remember(found: RowClass, cells: readonly string[]): void {
    if (found === 'heading') this.#otherTable = false;
    else if (found === 'stray' && this.#opensOtherTable(cells)) this.#otherTable = true;
    if (found === 'total' || found === 'carried') this.#totalled = true;
    else if (found === 'footer') {
      const office = cells.some((cell) => !isBlank(cell) && footerKind(cell) === 'signature');
      this.#signed = office ? 0 : this.#signed === undefined ? undefined : this.#signed + 1;
    } else if (found === 'data') {
      this.#signed = undefined;
      this.#totalled = false;
    }
  }

  /** Which sum a row states that `classify` called total or carried: of all rows above it, or of a part of them. */
  sumOf(row: RawRow): SumKind | undefined {
    return this.#sumOf(
      row.cells,
      row.cells.flatMap((cell, i) => (isBlank(cell) ? [] : [i])),
    );
  }

  /**
   * Where a total row states its figures: in the columns of amounts, else in the only other cell with digits,
   * else beside the label in its cell.
   */
  figuresOf({ cells }: RawRow): readonly StatedFigure[] {
    const stated = this.#layout.columns.flatMap(({ name, position }) => {
      const text = cells[position] ?? '';
      if (name === undefined || !AMOUNTS.includes(name) || !hasDigit(text)) return [];
      return [{ position, name, text: labelAndFigure(text)?.figure ?? text }];
    });
    if (stated.length > 0) return stated;
    const others = cells.flatMap((text, position) =>
      hasDigit(text) && (sumKind(text) === undefined || labelAndFigure(text)) ? [position] : [],
    );
    const [only] = others;
    if (only === undefined || others.length > 1) return [];
    const text = cells[only] ?? '';
    return [{ position: only, text: labelAndFigure(text)?.figure ?? text }];
  }

  /** The amount in words that a total or footer row states, without its label; undefined when it states none. */
  wordsOf(row: RawRow): string | undefined {
    return wordsIn(row.cells);
  }
}

/** More than a file has; fewer than could fill memory. */
const MAX_FIRST_WORDS = 2_000;
/** Rows with longer cells repeat no title and no heading. */
const MAX_REPEATED = 500;

/** T, C, G, S, large and small: the labels of sums begin with no other letter. */
const MAY_BE_SUM = new Set([84, 116, 67, 99, 71, 103, 83, 115]);

const DATE = /^\s*(?:\d{1,2}|\d{4})[/.-]\d{1,2}[/.-]\d{1,4}(?:\s|$)/;
const THREE_DIGITS = /\d{3}|\d\s*\p{L}/u;

/** Above the heading: a number or a day first, and an amount beside a day. A title would begin with words. */
function looksLikeData(cells: readonly string[]): boolean {
  const first = cells.find((cell) => !isBlank(cell)) ?? '';
  if (!isFigure(first) || !cells.some((cell) => DATE.test(cell))) return false;
  return cells.some(
    (cell) => THREE_DIGITS.test(cell) && !DATE.test(cell) && (isFigure(cell) || isAmountInText(cell)),
  );
}

const rowKey = (cells: readonly string[]): string =>
  cells.some(({ length }) => length > MAX_REPEATED) ? '' : fold(cells.join(' '));

const CODE_0 = 48;
const CODE_9 = 57;
/** How far an apostrophe, a bracket or odd spaces may push the first digit. */
const MAX_LEAD = 4;

function beginsWithDigit(cell: string): boolean {
  for (let i = 0; i < MAX_LEAD && i < cell.length; i += 1) {
    const code = cell.charCodeAt(i);
    if (code >= CODE_0 && code <= CODE_9) return true;
    // Letters end it; signs, no-break and zero-width spaces do not.
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code > 0xbf && code < 0x2000))
      return false;
  }
  return false;
}

/** Every text of the row is a footer's, or the first one is in words: nothing else may hide beside it. */
function isFooter(cells: readonly string[], texts: readonly number[], mayBeBeside: boolean): boolean {
  if (texts.length > MAX_TEXTS) return false;
  const hasFigure = texts.some((i) => !hasLetter(cells[i] ?? ''));
  if (!hasFigure && texts.every((i) => footerKind(cells[i] ?? '') !== undefined)) return true;
  return mayBeBeside && saysWords(fold((cells[texts[0] ?? -1] ?? '').slice(0, 200)));
}
