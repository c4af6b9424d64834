/** `node ours.ts FILE`: the balance of every book at the end of every month with movements, as the pipeline gets it. */
import type { Entry } from '#domain/entry.ts';
import { ZERO_VND } from '#domain/money.ts';
import { mergeDays, months } from '#domain/reconcile/balance.ts';
import { SummaryBuilder } from '#domain/validate/summary-builder.ts';
import type { BookLine } from './entries.ts';
import { portionsOfLines } from './portions.ts';

const balances: string[] = [];
let book: BookLine | undefined;
let summary = new SummaryBuilder();

function closeBook(): void {
  if (book === undefined) return;
  const days = mergeDays([summary.sums().days]);
  for (const { month, closingVnd } of months({ openingVnd: ZERO_VND, days })) {
    balances.push(`${book.unit}:${book.fund},${month},${closingVnd}`);
  }
}

for (const lines of portionsOfLines(process.argv[2] ?? '')) {
  for (const line of lines) {
    const value = JSON.parse(line) as BookLine | Entry;
    if ('unit' in value) {
      closeBook();
      book = value;
      summary = new SummaryBuilder();
    } else {
      summary.add(value);
    }
  }
}
closeBook();
process.stdout.write(`${balances.join('\n')}\n`);
