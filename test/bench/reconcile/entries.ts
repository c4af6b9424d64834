import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate } from '#domain/date.ts';
import type { Contribution, Disbursement, Entry } from '#domain/entry.ts';
import { vnd } from '#domain/money.ts';
import { compareText } from '#domain/order.ts';
import { makePrng } from '#infra/local/sample-books/prng.ts';

/** Names the book of the entries that follow it. */
export interface BookLine {
  readonly unit: string;
  readonly fund: string;
}

/** One movement of one book. */
export interface BookEntry extends BookLine {
  readonly entry: Entry;
}

/** The same entries as each contender reads them. */
export interface Ledgers {
  readonly entries: number;
  readonly books: number;
  readonly ours: string;
  readonly hledger: string;
  readonly beancount: string;
}

const UNITS = 200;
const FUNDS = ['QVNN', 'YAGI'] as const;
const DONOR = 'Công ty Mẫu';
const FIRST_YEAR = 2024;
const MONTHS = 24;

/** Two years of so many movements, the same on every machine, each book in order of date. More comes in than goes out. */
export function* bookEntries(count: number): Generator<BookEntry> {
  const prng = makePrng(`reconcile ${count}`);
  const books = new Map<string, BookEntry[]>();
  for (let i = 0; i < count; i += 1) {
    const month = Math.floor((i / count) * MONTHS);
    const two = (value: number): string => String(value).padStart(2, '0');
    const date =
      `${FIRST_YEAR + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(prng.int(1, 28))}` as IsoDate;
    const unit = `U${10_000 + prng.int(0, UNITS - 1)}`;
    const fund = prng.pick(FUNDS);
    const amountVnd = vnd(prng.int(10, 5_000) * 1_000);
    const common = { row: i + 1, date, amountVnd, documentNo: `PT-${i}` };
    const entry: Entry = prng.chance(0.7)
      ? ({
          ...common,
          direction: 'in',
          channel: 'CHUYEN_KHOAN',
          donor: DONOR,
          donorClass: 'DOANH_NGHIEP',
          publishName: true,
        } satisfies Contribution)
      : ({
          ...common,
          direction: 'out',
          purpose: prng.pick(['SINH_KE', 'Y_TE', 'TET'] as const),
          late: false,
        } satisfies Disbursement);
    const book = books.get(`${unit}:${fund}`);
    if (book) book.push({ unit, fund, entry });
    else books.set(`${unit}:${fund}`, [{ unit, fund, entry }]);
  }
  for (const book of books.values()) yield* book.sort((a, b) => compareText(a.entry.date, b.entry.date));
}

/**
 * Writes the entries as lines of JSON, as a journal of hledger, and as one of beancount, in the same order. Ours
 * are as the ledger keeps them, file by file: a line that names the book, then its entries.
 */
export function writeLedgers(count: number, dir: string): Ledgers {
  const [ours, hledger, beancount] = [
    new Lines(join(dir, 'entries.ndjson')),
    new Lines(join(dir, 'entries.journal')),
    new Lines(join(dir, 'entries.beancount')),
  ];
  const accounts = new Set<string>();
  let entries = 0;
  for (const { unit, fund, entry } of bookEntries(count)) {
    const contra = contraOf(entry);
    const account = `Assets:${unit}:${fund}`;
    const amount = entry.direction === 'in' ? (entry.amountVnd ?? 0) : -(entry.amountVnd ?? 0);
    const payee = entry.direction === 'in' ? DONOR : '';
    if (!accounts.has(account)) ours.add(JSON.stringify({ unit, fund } satisfies BookLine));
    for (const name of [account, contra]) {
      if (accounts.has(name)) continue;
      accounts.add(name);
      beancount.add(`${FIRST_YEAR - 1}-12-31 open ${name} VND`);
    }
    ours.add(JSON.stringify(entry));
    hledger.add(
      `${entry.date} (${entry.documentNo}) ${payee}\n    ${account}    ${amount} VND\n    ${contra}\n`,
    );
    beancount.add(
      `${entry.date} * "${payee}" "${entry.documentNo}"\n  ${account}  ${amount} VND\n  ${contra}\n`,
    );
    entries += 1;
  }
  const files = { ours: ours.end(), hledger: hledger.end(), beancount: beancount.end() };
  return { entries, books: [...accounts].filter((name) => name.startsWith('Assets')).length, ...files };
}

/** Where the money came from or went to, as an account; beancount takes no underscores. */
const contraOf = (entry: Entry): string =>
  entry.direction === 'in' ? 'Income:DN' : `Expenses:${entry.purpose.replace('_', '')}`;

/** A text file, written in portions. */
class Lines {
  readonly #path: string;
  readonly #file: number;
  #held: string[] = [];

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w');
  }

  add(line: string): void {
    this.#held.push(line);
    if (this.#held.length >= 10_000) this.#flush();
  }

  #flush(): void {
    writeSync(this.#file, `${this.#held.join('\n')}\n`);
    this.#held = [];
  }

  end(): string {
    if (this.#held.length > 0) this.#flush();
    closeSync(this.#file);
    return this.#path;
  }
}
