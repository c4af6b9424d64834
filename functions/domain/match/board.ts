import { type Vnd, vnd } from '../money.ts';
import { documentKeys } from './document-key.ts';
import type {
  EntryToMatch,
  LineToMatch,
  Match,
  Matching,
  MatchLevel,
  MatchReason,
  SourceRef,
} from './match.ts';
import { numbersOf } from './numbers.ts';
import { Side } from './side.ts';
import type { WordsOf } from './wording.ts';

/** What a stage says of rows that it puts together. */
export interface Verdict {
  readonly level: MatchLevel;
  /** Whole percent, 1 to 100. */
  readonly confidence: number;
  readonly because: MatchReason;
}

type Indices = readonly number[];

/** Both sides, what is matched so far, and which pairs a person forbade. Rows are indices in canonical order. */
export class Board {
  readonly wordsOf: WordsOf;
  readonly lines: Side<LineToMatch>;
  readonly entries: Side<EntryToMatch>;
  /** By index, one number for each document number that differs; −1 where there is none. */
  readonly lineDocuments: Int32Array;
  readonly entryDocuments: Int32Array;
  /** By index, one number for each account. */
  readonly lineAccounts: Int32Array;
  /** At its first line, or at its first entry where it has no line. */
  readonly #atLine: (Match | undefined)[];
  readonly #atEntry: (Match | undefined)[];
  /** Whether a line's match holds an entry. */
  readonly #booked: Uint8Array;
  /** Entries that a person took off a line. */
  readonly #broken = new Map<number, Set<number>>();

  constructor(lines: readonly LineToMatch[], entries: readonly EntryToMatch[], wordsOf: WordsOf) {
    this.wordsOf = wordsOf;
    this.lines = new Side(lines);
    this.entries = new Side(entries);
    const numbers = new Map<string, number>();
    this.lineDocuments = documentKeys(this.lines.rows, ({ reference }) => reference, numbers);
    this.entryDocuments = documentKeys(this.entries.rows, ({ documentNo }) => documentNo, numbers);
    this.lineAccounts = numbersOf(this.lines.rows, ({ account }) => account);
    this.#atLine = new Array(lines.length).fill(undefined);
    this.#atEntry = new Array(entries.length).fill(undefined);
    this.#booked = new Uint8Array(lines.length);
  }

  /** From now on the two never stand in one match. */
  forbid(line: number, entry: number): void {
    const broken = this.#broken.get(line);
    if (broken === undefined) this.#broken.set(line, new Set([entry]));
    else broken.add(entry);
  }

  allows(line: number, entry: number): boolean {
    return this.#broken.size === 0 || this.#broken.get(line)?.has(entry) !== true;
  }

  allowsAll(lines: Indices, entries: Indices): boolean {
    return (
      this.#broken.size === 0 ||
      lines.every((line) => !this.#broken.has(line) || entries.every((entry) => this.allows(line, entry)))
    );
  }

  /** How many entries a person took off this line. */
  brokenOf(line: number): number {
    return this.#broken.get(line)?.size ?? 0;
  }

  /** Whether a line is in a match with an entry. */
  isBooked(line: number): boolean {
    return this.#booked[line] === 1;
  }

  /** As `match`, of one line and one entry, which most matches are. */
  pair(line: number, entry: number, { level, confidence, because }: Verdict): void {
    this.lines.take(line);
    this.entries.take(entry);
    this.#booked[line] = 1;
    this.#atLine[line] = {
      lines: [refOf(this.lines.row(line))],
      entries: [refOf(this.entries.row(entry))],
      level,
      confidence,
      because,
      differenceVnd: vnd(this.lines.amount(line) - this.entries.amount(entry)),
    };
  }

  match(lines: Indices, entries: Indices, { level, confidence, because }: Verdict): void {
    const [ofLines, ofEntries] = [inOrder(lines), inOrder(entries)];
    for (const line of ofLines) {
      this.lines.take(line);
      if (entries.length > 0) this.#booked[line] = 1;
    }
    for (const entry of ofEntries) this.entries.take(entry);
    const match: Match = {
      lines: ofLines.map((line) => refOf(this.lines.row(line))),
      entries: ofEntries.map((entry) => refOf(this.entries.row(entry))),
      level,
      confidence,
      because,
      differenceVnd: this.#difference(ofLines, ofEntries),
    };
    const [firstLine, firstEntry] = [ofLines[0], ofEntries[0]];
    if (firstLine !== undefined) this.#atLine[firstLine] = match;
    else if (firstEntry !== undefined) this.#atEntry[firstEntry] = match;
    else throw new Error('a match of nothing');
  }

  #difference(lines: Indices, entries: Indices): Vnd {
    let difference = 0;
    // Both in turn: sums that cancel out stay small.
    for (let i = 0; i < Math.max(lines.length, entries.length); i += 1) {
      const [line, entry] = [lines[i], entries[i]];
      if (line !== undefined) difference = vnd(difference + this.lines.amount(line));
      if (entry !== undefined) difference = vnd(difference - this.entries.amount(entry));
    }
    return vnd(difference);
  }

  outcome(): Omit<Matching, 'idleDecisions'> {
    const present = (match: Match | undefined): match is Match => match !== undefined;
    return {
      matches: [...this.#atLine.filter(present), ...this.#atEntry.filter(present)],
      unmatchedLines: this.lines.rows.filter((_, line) => this.lines.isLeft(line)).map(refOf),
      unmatchedEntries: this.entries.rows.filter((_, entry) => this.entries.isLeft(entry)).map(refOf),
    };
  }
}

const refOf = ({ digest, row }: SourceRef): SourceRef => ({ digest, row });

const inOrder = (indices: Indices): Indices =>
  indices.length < 2 ? indices : [...indices].sort((a, b) => a - b);
