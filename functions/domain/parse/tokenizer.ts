import type { RawRow } from './raw-row.ts';

/** Longer rows are no rows of a book: a quote that never closes, or no table at all. In UTF-16 units. */
export const MAX_ROW_LENGTH = 1_000_000;

const QUOTE = '"';
const TAB = '\t';
/** Marks, and the letters of Korean syllables: what composes with the character before it. */
const COMBINING_FIRST = /^[\p{M}\u1160-\u11ff]/u;
const BREAKS = /[\r\t]/;
const RETURN = 13;

/**
 * Splits text into rows of cells, strictly by RFC 4180: quotes only around whole cells, doubled inside.
 * A row that breaks this is marked, and reading goes on at the next line. Works on any portions of the text and
 * keeps only the unfinished row.
 */
export class Tokenizer {
  readonly #delimiter: string;
  #text = '';
  /** Where the unfinished row starts, and how far the search for its end has come. */
  #start = 0;
  #searched = 0;
  #row = 0;
  /** The first delimiter not before the line that was read last; the text's length when there is none. */
  #delimiterAt = -1;
  /** Whether the rows of this portion are tidy: see `isTidy`. */
  #tidy = true;
  /** As `tidy`, of soundness. */
  #sound = true;
  /** The same of the row that is not finished. */
  #heldTidy = true;
  #heldSound = true;
  tooLong = false;
  /** Set at the end of the text when a quote was opened and never closed: the last row has no end to trust. */
  unclosed = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  get rowsSoFar(): number {
    return this.#row;
  }

  /**
   * @param tidy what `isTidy` says of the text
   * @param sound what `isSound` says of it
   */
  push(text: string, tidy = false, sound = false): RawRow[] {
    const held = this.#text.length - this.#start;
    const none = held === 0;
    // A tone mark that begins a portion belongs to the letter that ended the one before.
    const tabs = this.#delimiter !== TAB && text.includes(TAB);
    const nowTidy = tidy && !tabs && !COMBINING_FIRST.test(text);
    this.#sound = sound && (none || this.#heldSound);
    this.#tidy = nowTidy && (none || this.#heldTidy);
    this.#text = none ? text : this.#text.slice(this.#start) + text;
    this.#searched -= this.#start;
    this.#delimiterAt = -1;
    this.#start = 0;
    const rows = this.#take(false);
    // What is held now is of this portion alone, unless it began before and has not ended yet.
    const alone = none || this.#start >= held;
    this.#heldSound = sound && (alone || this.#heldSound);
    this.#heldTidy = nowTidy && (alone || this.#heldTidy);
    return rows;
  }

  end(): RawRow[] {
    this.#tidy = this.#heldTidy;
    this.#sound = this.#heldSound;
    const rows = this.#take(true);
    const open = this.#start < this.#text.length && !this.tooLong && !this.unclosed;
    if (open) rows.push(this.#rowUpTo(this.#text.length, this.#text.includes(QUOTE, this.#start)));
    this.#start = this.#text.length;
    return rows;
  }

  #take(last: boolean): RawRow[] {
    const rows: RawRow[] = [];
    let quote = this.#text.indexOf(QUOTE, this.#start);
    while (!this.tooLong) {
      let lineEnd = this.#text.indexOf('\n', Math.max(this.#searched, this.#start));
      if (quote !== -1 && quote < this.#start) quote = this.#text.indexOf(QUOTE, this.#start);
      const quoted = quote !== -1 && (lineEnd === -1 || quote < lineEnd);
      if (quoted) {
        lineEnd = this.#endOfQuotedRow(quote, last);
      } else if (lineEnd === -1) {
        this.#searched = this.#text.length;
      }
      const rowLength = (lineEnd === -1 ? this.#text.length : lineEnd) - this.#start;
      if (rowLength > MAX_ROW_LENGTH) this.tooLong = true;
      if (lineEnd === -1 || this.tooLong) break;
      rows.push(this.#rowUpTo(lineEnd, quoted));
      this.#start = lineEnd + 1;
      this.#searched = this.#start;
    }
    return rows;
  }

  /**
   * The line feed that ends a row with quotes: the first with an even number of quotes before it. −1 when it
   * has not come yet. A quote that opens in the middle of a bare cell opens nothing: see `splitQuoted`.
   */
  #endOfQuotedRow(firstQuote: number, last: boolean): number {
    let at = firstQuote;
    let lineEnd = this.#text.indexOf('\n', at);
    while (at !== -1) {
      if (this.#opensCell(at)) {
        at = this.#closingQuote(at + 1);
        if (at === -1) {
          this.unclosed = last;
          this.#searched = this.#start;
          return -1;
        }
        // The very last character may be the first half of a doubled quote that is still to come.
        if (at === this.#text.length - 1 && !last) return -1;
      }
      // Looked for again only once it is passed: a row of nothing but quotes is read in one go.
      if (lineEnd !== -1 && lineEnd <= at) lineEnd = this.#text.indexOf('\n', at + 1);
      const next = this.#text.indexOf(QUOTE, at + 1);
      if (next === -1 || (lineEnd !== -1 && lineEnd < next)) return lineEnd;
      at = next;
    }
    return -1;
  }

  #opensCell(quote: number): boolean {
    return quote === this.#start || this.#text[quote - 1] === this.#delimiter;
  }

  /** The quote that closes a cell opened before `from`, doubled ones passed over; −1 when it is not there. */
  #closingQuote(from: number): number {
    let at = this.#text.indexOf(QUOTE, from);
    while (at !== -1 && this.#text[at + 1] === QUOTE) at = this.#text.indexOf(QUOTE, at + 2);
    return at;
  }

  #rowUpTo(end: number, quoted: boolean): RawRow {
    this.#row += 1;
    const text = this.#text;
    const from = this.#start;
    const to = end > from && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
    const sound = this.#sound;
    if (!quoted) return { row: this.#row, cells: this.#bareCells(from, to), tidy: this.#tidy, sound };
    const line = text.slice(from, to);
    // Within quotes line ends of both kinds, and tabs, are part of the cell.
    const tidy = this.#tidy && !BREAKS.test(line);
    return { row: this.#row, ...splitQuoted(line, this.#delimiter), tidy, sound };
  }

  /** Cells of a line without quotes. Searching in the whole text spares the line a copy of its own. */
  #bareCells(from: number, to: number): string[] {
    const text = this.#text;
    const cells: string[] = [];
    let at = from;
    let next = this.#delimiterAt;
    for (;;) {
      if (next < at) {
        const found = text.indexOf(this.#delimiter, at);
        next = found === -1 ? text.length : found;
      }
      if (next >= to) break;
      cells.push(text.slice(at, next));
      at = next + 1;
    }
    // Kept for the next line: a text without any delimiter is searched once, not once a line.
    this.#delimiterAt = next;
    cells.push(text.slice(at, to));
    return cells;
  }
}

/** The cells of one row with quotes; `fault` when a quote stands where none may. */
export function splitQuoted(line: string, delimiter: string): Omit<RawRow, 'row' | 'tidy' | 'sound'> {
  const cells: string[] = [];
  let at = 0;
  let faulty = false;
  while (at <= line.length) {
    const cell = line[at] === QUOTE ? quotedCell(line, at, delimiter) : bareCell(line, at, delimiter);
    cells.push(cell.text);
    faulty ||= cell.faulty;
    at = cell.next;
  }
  return faulty ? { cells, fault: 'QUOTE_STRAY' } : { cells };
}

interface Cell {
  readonly text: string;
  readonly next: number;
  readonly faulty: boolean;
}

function bareCell(line: string, from: number, delimiter: string): Cell {
  const found = line.indexOf(delimiter, from);
  const end = found === -1 ? line.length : found;
  const text = line.slice(from, end);
  return { text, next: end + 1, faulty: text.includes(QUOTE) };
}

function quotedCell(line: string, from: number, delimiter: string): Cell {
  let at = line.indexOf(QUOTE, from + 1);
  while (at !== -1 && line[at + 1] === QUOTE) at = line.indexOf(QUOTE, at + 2);
  if (at === -1) return { text: line.slice(from + 1), next: line.length + 1, faulty: true };
  const text = line.slice(from + 1, at).replaceAll('""', QUOTE);
  if (at + 1 === line.length || line[at + 1] === delimiter) return { text, next: at + 2, faulty: false };
  const rest = bareCell(line, at + 1, delimiter);
  return { text: text + rest.text, next: rest.next, faulty: true };
}
