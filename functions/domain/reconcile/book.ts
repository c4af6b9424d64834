import type { FundCode } from '../campaigns/campaign.ts';
import type { Period } from '../date.ts';
import type { Finding } from '../finding.ts';
import { maxText, minText } from '../order.ts';
import type { Submission } from '../submission.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import type { Summary } from '../validate/summary.ts';
import { byReceipt, type Supersessions, supersessions } from './supersede.ts';

/** One accepted file of a book with what it adds up to. */
export interface Filed {
  readonly submission: Submission;
  readonly summary: Summary;
}

/** Everything known of one unit × fund: the input of reconciliation. */
export interface Book {
  readonly unit: Unit;
  readonly fund: FundCode;
  /** Every accepted file, replaced ones too, in order of handing in. */
  readonly files: readonly Filed[];
  readonly superseded: Supersessions;
  /** The files in force. */
  readonly live: readonly Filed[];
  /** What only a look at rows of several files could find. */
  readonly acrossFiles: readonly Finding[];
  readonly registry: UnitRegistry;
}

export function makeBook(
  unit: Unit,
  fund: FundCode,
  filed: readonly Filed[],
  acrossFiles: readonly Finding[],
  registry: UnitRegistry,
): Book {
  const files = [...filed].sort((a, b) => byReceipt(a.submission, b.submission));
  const superseded = supersessions(files.map(({ submission }) => submission));
  const live = files.filter(({ submission }) => !superseded.has(submission.id));
  return { unit, fund, files, superseded, live, acrossFiles, registry };
}

/** Two files in force, of one kind, that both cover some days. */
export interface Overlap {
  readonly earlier: Submission;
  readonly later: Submission;
  readonly period: Period;
}

/** Every pair of files in force whose periods share days, except where the later was handed in as additional. */
export function overlaps(live: readonly Filed[]): Overlap[] {
  const found: Overlap[] = [];
  for (const [i, { submission: later }] of live.entries()) {
    if (later.declaration.additional === true) continue;
    for (const { submission: earlier } of live.slice(0, i)) {
      if (earlier.declaration.kind !== later.declaration.kind) continue;
      const from = maxText(earlier.declaration.period.from, later.declaration.period.from);
      const to = minText(earlier.declaration.period.to, later.declaration.period.to);
      if (from <= to) found.push({ earlier, later, period: { from, to } });
    }
  }
  return found;
}
