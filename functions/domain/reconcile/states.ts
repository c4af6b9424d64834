import { isBookKind } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { BANK_RULES } from '../rules/book/bank.ts';
import { BESIDE_RULES } from '../rules/book/beside.ts';
import type { Sha256 } from '../sha256.ts';
import type { Beside } from './beside.ts';
import { type Book, type Filed, makeBook } from './book.ts';
import { marksOf } from './marks.ts';

/** The findings that can be told of any state of a book; those of the matching are told of the present one alone. */
export type Judge = (book: Book) => readonly Finding[];

/** What files beside the movements bear on: unknown of a state in which one was in force that no longer is. */
const BESIDE_MOVEMENTS: ReadonlySet<string> = new Set([
  ...Object.keys(BANK_RULES),
  ...Object.keys(BESIDE_RULES),
  'GOODS_NEGATIVE',
]);

interface State {
  /** By mark, without what stands and falls with a single file. */
  readonly found: ReadonlyMap<string, Finding>;
  readonly isJudged: (finding: Finding) => boolean;
}

/** The states of a book, each as it was with so many files. */
export class States {
  readonly #book: Book;
  readonly #judge: Judge;
  readonly #known = new Map<number, State>();
  readonly #ofFiles: ReadonlyMap<string, Finding>;
  readonly #inForce: ReadonlySet<Sha256>;
  /** Statements of banks by their digests: states with the same ones share the list, so that it is chained once. */
  readonly #accounts = new Map<string, Beside['accounts']>();

  constructor(book: Book, judge: Judge) {
    this.#book = book;
    this.#judge = judge;
    this.#inForce = digestsOf(book.live);
    const ofFiles = book.files.flatMap(({ submission: { findings, digest } }) =>
      findings.map((finding) => ({ ...finding, digest })),
    );
    this.#ofFiles = marksOf(book, ofFiles);
  }

  at(length: number): State {
    const state = this.#known.get(length) ?? this.#look(length);
    this.#known.set(length, state);
    return state;
  }

  #look(length: number): State {
    const { unit, fund, registry, hash, campaign, files, beside } = this.#book;
    const plain = makeBook({ unit, fund, registry, hash, campaign }, files.slice(0, length));
    const here = digestsOf(plain.live);
    const whole = plain.live.every(
      ({ submission: { digest, declaration } }) => isBookKind(declaration.kind) || this.#inForce.has(digest),
    );
    const isJudged = ({ rule }: Finding) => whole || !BESIDE_MOVEMENTS.has(rule);
    const found = this.#judge(whole ? { ...plain, beside: this.#besideIn(beside, here) } : plain).filter(
      isJudged,
    );
    return {
      found: new Map([...marksOf(this.#book, found)].filter(([mark]) => !this.#ofFiles.has(mark))),
      isJudged,
    };
  }

  /** The state since which a finding of this one stands, taken that it stood all the time in between. */
  firstOf(mark: string, length: number): number {
    let [from, to] = [1, length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (this.at(middle).found.has(mark)) to = middle;
      else from = middle + 1;
    }
    return to;
  }

  #besideIn(beside: Beside, digests: ReadonlySet<Sha256>): Beside {
    const own = <T extends { readonly digest: Sha256 }>(rows: readonly T[]) =>
      rows.filter(({ digest }) => digests.has(digest));
    const accounts = own(beside.accounts);
    const key = accounts.map(({ digest }) => digest).join();
    const known = accounts.length === beside.accounts.length ? beside.accounts : this.#accounts.get(key);
    this.#accounts.set(key, known ?? accounts);
    return {
      accounts: known ?? accounts,
      // Only the matching looks at them.
      entries: [],
      allocations: own(beside.allocations),
      targets: own(beside.targets),
      houses: own(beside.houses),
      decisions: own(beside.decisions),
    };
  }
}

const digestsOf = (files: readonly Filed[]): ReadonlySet<Sha256> =>
  new Set(files.map(({ submission }) => submission.digest));
