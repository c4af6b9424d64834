import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate } from '#domain/date.ts';
import type { Contribution, Disbursement, Entry } from '#domain/entry.ts';
import { vnd } from '#domain/money.ts';
import { makePrng } from '#infra/local/sample-books/prng.ts';

/** One movement of one book. */
export interface BookEntry {
  readonly unit: string;
  readonly fund: string;
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
const FIRST_YEAR = 2024;
const MONTHS = 24;

/** Two years of so many movements, the same on every machine. More comes in than goes out. */
export function* bookEntries(count: number): Generator<BookEntry> {
  const prng = makePrng(`reconcile ${count}`);
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
          donor: 'Công ty Mẫu',
          donorClass: 'DOANH_NGHIEP',
          publishName: true,
        } satisfies Contribution)
      : ({
          ...common,
          direction: 'out',
          purpose: prng.pick(['SINH_KE', 'Y_TE', 'TET'] as const),
          late: false,
        } satisfies Disbursement);
    yield { unit, fund, entry };
  }
}

/** Writes the entries as lines of JSON, as a journal of hledger, and as one of beancount. */
export function writeLedgers(count: number, dir: string): Ledgers {
  const [ours, hledger, beancount] = [
    new Lines(join(dir, 'entries.ndjson')),
    new Lines(join(dir, 'entries.journal')),
    new Lines(join(dir, 'entries.beancount')),
  ];
  const accounts = new Set<string>();
  let entries = 0;
  for (const one of bookEntries(count)) {
    const { unit, fund, entry } = one;
    const other =
      entry.direction === 'in' ? `Income:${entry.donorClass}` : `Expenses:${entry.purpose.replace('_', '')}`;
    const contra = other.replace('DOANH_NGHIEP', 'DN');
    const account = `Assets:${unit}:${fund}`;
    const amount = entry.direction === 'in' ? (entry.amountVnd ?? 0) : -(entry.amountVnd ?? 0);
    for (const name of [account, contra]) {
      if (accounts.has(name)) continue;
      accounts.add(name);
      beancount.add(`${FIRST_YEAR - 1}-12-31 open ${name} VND`);
    }
    ours.add(JSON.stringify(one));
    hledger.add(`${entry.date} ${entry.documentNo}\n    ${account}    ${amount} VND\n    ${contra}\n`);
    beancount.add(`${entry.date} * "${entry.documentNo}"\n  ${account}  ${amount} VND\n  ${contra}\n`);
    entries += 1;
  }
  const files = { ours: ours.end(), hledger: hledger.end(), beancount: beancount.end() };
  return { entries, books: [...accounts].filter((name) => name.startsWith('Assets')).length, ...files };
}

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
