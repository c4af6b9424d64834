/** `node ours.ts FILE`: the balance of every book at the end of every month with movements, as the pipeline gets it. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ZERO_VND } from '#domain/money.ts';
import { mergeDays, months } from '#domain/reconcile/balance.ts';
import { SummaryBuilder } from '#domain/validate/summary.ts';
import type { BookEntry } from './entries.ts';

const books = new Map<string, SummaryBuilder>();
for await (const line of createInterface({ input: createReadStream(process.argv[2] ?? '') })) {
  const { unit, fund, entry } = JSON.parse(line) as BookEntry;
  const key = `${unit}:${fund}`;
  let book = books.get(key);
  if (book === undefined) {
    book = new SummaryBuilder();
    books.set(key, book);
  }
  book.add(entry);
}
const lines: string[] = [];
for (const [key, book] of books) {
  const balance = { openingVnd: ZERO_VND, days: mergeDays([book.sums().days]) };
  for (const { month, closingVnd } of months(balance)) lines.push(`${key},${month},${closingVnd}`);
}
process.stdout.write(`${lines.join('\n')}\n`);
