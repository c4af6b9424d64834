import type { HandedIn } from '../calendar/coverage.ts';
import { dutiesOf } from '../calendar/duties.ts';
import { fundDays } from '../calendar/fund-days.ts';
import { isTableKind } from '../codes.ts';
import { type Period, vietnamDay } from '../date.ts';
import { compareText } from '../order.ts';
import type { Statement } from '../publish/schema.ts';
import type { Book, Filed } from './book.ts';

/**
 * What a book owes of reports and reconciliations by the day of its last file, and what of it was done. A file that
 * was replaced was handed in all the same: a correction makes nothing late. What falls due after that day nothing was
 * handed in for; `dutiesSince` has it for a reader's day.
 */
export function dutiesOfBook({ campaign, unit, files, live }: Book, period: Period): Statement['duties'] {
  const accounts = new Set(live.map(({ submission }) => submission.account ?? ''));
  // An account that a replaced file named alone was no account: nothing is asked of it.
  const handedIn = files
    .flatMap(handedInBy)
    .filter(({ account }) => account === undefined || accounts.has(account));
  const asOf = handedIn
    .map(({ receivedAt }) => vietnamDay(receivedAt))
    .sort(compareText)
    .at(-1);
  if (asOf === undefined) return [];
  return [...dutiesOf(fundDays(campaign, unit), { period, handedIn, asOf, closed: closedAccounts(live) })];
}

function handedInBy({ submission: { declaration, account } }: Filed): HandedIn[] {
  const { kind, period, receivedAt } = declaration;
  if (!isTableKind(kind)) return [];
  return [{ kind, period, receivedAt, ...(kind === 'bankStatement' ? { account: account ?? '' } : {}) }];
}

/** Accounts whose last statement closes with nothing in them: none is asked for after it. */
function closedAccounts(live: readonly Filed[]): ReadonlySet<string> {
  const last = new Map<string, Filed>();
  for (const file of live) {
    const { declaration, account = '' } = file.submission;
    if (declaration.kind !== 'bankStatement') continue;
    const known = last.get(account);
    if (known === undefined || known.submission.declaration.period.to <= declaration.period.to)
      last.set(account, file);
  }
  return new Set(
    [...last].filter(([, { summary }]) => summary.bank?.closingVnd === 0).map(([account]) => account),
  );
}
