import type { BookKind } from '../codes.ts';
import type { Entry } from '../entry.ts';
import type { HashText, Sha256 } from '../sha256.ts';
import type { Summary } from '../validate/summary.ts';
import { SNAPSHOT_VERSION } from './node-parts.ts';
import { type Publicity, publicContribution, publicDisbursement } from './public-row.ts';
import type { RowPage } from './row-schema.ts';

/** Rows to a page: about 15 kB compressed, one screenful of scrolling on a phone. */
export const ROWS_PER_PAGE = 200;

export type PageRef = Summary['pages'][number];

/** A page of public rows as it will be published, with its name. */
export interface Page {
  readonly ref: PageRef;
  readonly text: string;
}

/** Cuts the entries of a file into pages of public rows, in order; holds one page at a time. */
export class Pager {
  readonly #kind: BookKind;
  readonly #digest: Sha256;
  readonly #publicity: Publicity;
  readonly #hash: HashText;
  #entries: Entry[] = [];

  constructor(kind: BookKind, digest: Sha256, publicity: Publicity, hash: HashText) {
    this.#kind = kind;
    this.#digest = digest;
    this.#publicity = publicity;
    this.#hash = hash;
  }

  /** The page that this entry fills, if it does. */
  add(entry: Entry): Page | undefined {
    this.#entries.push(entry);
    return this.#entries.length >= ROWS_PER_PAGE ? this.#cut() : undefined;
  }

  /** The last page, if anything is left for it. */
  end(): Page | undefined {
    return this.#entries.length > 0 ? this.#cut() : undefined;
  }

  #cut(): Page {
    const entries = this.#entries;
    this.#entries = [];
    const rows = entries.map((entry) =>
      entry.direction === 'in'
        ? publicContribution(entry, this.#publicity)
        : publicDisbursement(entry, this.#publicity),
    );
    const page = {
      type: 'rows',
      version: SNAPSHOT_VERSION,
      kind: this.#kind,
      digest: this.#digest,
      rows,
    } as RowPage;
    const text = JSON.stringify(page);
    const ref: PageRef = {
      object: this.#hash(text),
      firstRow: entries[0]?.row ?? 0,
      lastRow: entries.at(-1)?.row ?? 0,
      entries: entries.length,
    };
    return { ref, text };
  }
}
