import type { Finding } from '../finding.ts';
import { type Beside, NOTHING_BESIDE } from './beside.ts';
import { type Book, makeBook } from './book.ts';
import { marksOf } from './marks.ts';
import { isOfBank, isTold, type Reach, reachOf } from './reach.ts';
import { besideIn, withoutEntries } from './rows.ts';

/** What a state of a book has to say. */
export interface Judge {
  /** By its sums alone: so much can be told of any state. */
  readonly sums: (book: Book) => readonly Finding[];
  /** With the matching of lines and entries too. */
  readonly bank: (book: Book) => readonly Finding[];
}

interface Accounts {
  readonly number: number;
  readonly list: Beside['accounts'];
}

/** By mark, without what stands and falls with a single file. */
type Found = ReadonlyMap<string, Finding>;

/** The states of a book, each as it was with so many files. */
export class States {
  readonly #book: Book;
  readonly #judge: Judge;
  readonly #reach: readonly Reach[];
  readonly #known = new Map<number, Found>();
  readonly #ofFiles: ReadonlyMap<string, Finding>;
  /** Findings about banks by what they depend on: states with the same are matched once. */
  readonly #ofBank = new Map<number, readonly Finding[]>();
  /** Lists of statements, of the present and of the state looked at last: those with the same ones chain them once. */
  readonly #present: Accounts;
  #latest: Accounts;

  /** @param now the findings of the present state, which is not judged again by its matching */
  constructor(book: Book, now: readonly Finding[], judge: Judge) {
    this.#book = book;
    this.#judge = judge;
    this.#reach = reachOf(book);
    const ofFiles = book.files.flatMap(({ submission: { findings, digest } }) =>
      findings.map((finding) => ({ ...finding, digest })),
    );
    this.#ofFiles = marksOf(book, ofFiles);
    const { bank, accounts } = this.#reachAt(book.files.length);
    this.#ofBank.set(
      bank,
      now.filter(({ rule }) => isOfBank(rule)),
    );
    this.#present = { number: accounts, list: book.beside.accounts };
    this.#latest = this.#present;
  }

  /** The findings of a state, as far as they can be told. */
  at(length: number): Found {
    const found = this.#known.get(length) ?? this.#look(length);
    this.#known.set(length, found);
    return found;
  }

  /** Whether a state would have such a finding among those that are told of it, if it stood then. */
  isTold(length: number, finding: Finding): boolean {
    return isTold(finding, this.#reachAt(length));
  }

  /**
   * The state since which a finding may have stood that was not met in those from `first` up to this one. What cannot
   * be told of a state is taken to be as in the next one: nothing is newer for that. Before `first`, it is taken that
   * it stood all the time in between.
   */
  sinceOf(mark: string, finding: Finding, length: number, first: number): number {
    let without = length - 1;
    while (without >= first && !this.isTold(without, finding)) without -= 1;
    if (without >= first) return without + 1;
    const told = Array.from({ length: without }, (_, i) => i + 1).filter((one) => this.isTold(one, finding));
    let [from, to] = [0, told.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (this.at(told[middle] ?? length).has(mark)) to = middle;
      else from = middle + 1;
    }
    return (told[to - 1] ?? 0) + 1;
  }

  #reachAt(length: number): Reach {
    const reach = this.#reach[length];
    if (reach === undefined) throw new Error('a state with more files than the book');
    return reach;
  }

  #look(length: number): Found {
    const { unit, fund, registry, hash, campaign, files, rows } = this.#book;
    // Its rows are found in those of the whole book: what was worked out of these for one state serves the others.
    const plain = { ...makeBook({ unit, fund, registry, hash, campaign }, files.slice(0, length)), rows };
    const reach = this.#reachAt(length);
    const accounts = this.#accountsOf(plain, reach);
    const beside = reach.isWhole ? { ...withoutEntries(plain.live, rows), accounts } : NOTHING_BESIDE;
    const ofSums = this.#judge
      .sums({ ...plain, beside })
      .filter(({ rule }) => !(reach.isMatched && isOfBank(rule)));
    const ofBank = reach.isMatched ? this.#bankOf(plain, accounts, reach) : [];
    const told = [...ofSums, ...ofBank].filter((finding) => isTold(finding, reach));
    return new Map([...marksOf(this.#book, told)].filter(([mark]) => !this.#ofFiles.has(mark)));
  }

  #accountsOf({ live }: Book, { accounts: number }: Reach): Beside['accounts'] {
    if (number === this.#present.number) return this.#present.list;
    if (number !== this.#latest.number)
      this.#latest = { number, list: withoutEntries(live, this.#book.rows).accounts };
    return this.#latest.list;
  }

  #bankOf(plain: Book, accounts: Beside['accounts'], { bank }: Reach): readonly Finding[] {
    const known = this.#ofBank.get(bank);
    if (known !== undefined) return known;
    const beside = { ...besideIn(plain.live, this.#book.rows), accounts };
    const found = this.#judge.bank({ ...plain, beside }).filter(({ rule }) => isOfBank(rule));
    this.#ofBank.set(bank, found);
    return found;
  }
}
