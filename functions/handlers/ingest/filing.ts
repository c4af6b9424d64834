import { hashText } from '#adapters/sha256.ts';
import { worthVnd } from '#domain/bank/foreign.ts';
import type { Outcome } from '#domain/check/outcome.ts';
import type { Reading } from '#domain/check/request.ts';
import type { Issue } from '#domain/finding.ts';
import { type Vnd, vnd } from '#domain/money.ts';
import { never } from '#domain/result.ts';
import type { ControlTotal, Declaration, RowCounts } from '#domain/submission.ts';
import type { StatementReport } from '#domain/validate/statement-reader.ts';
import { NO_SUMS, type Sums } from '#domain/validate/summary.ts';

/** What is entered of a file, of whatever kind. */
export interface Filing {
  readonly reading: Reading;
  readonly rows: RowCounts;
  readonly entries: number;
  /** Of a bank's statement: credits less debits. */
  readonly acceptedVnd: Vnd;
  readonly quarantinedVnd: Vnd;
  readonly controlTotals: readonly ControlTotal[];
  readonly issues: readonly Issue[];
  readonly sums: Sums;
  /** Last digits of the account, of a bank's statement. */
  readonly account?: string;
}

/** What is entered of a file that was not sent back; undefined of any other. */
export function filingOf({ refusal, table, reading }: Outcome, declaration: Declaration): Filing | undefined {
  if (refusal !== undefined || table === undefined || reading === undefined) return undefined;
  switch (table.of) {
    case 'book':
      return { reading, ...table.report };
    case 'register':
      return { reading, ...table.report, sums: NO_SUMS };
    case 'statement':
      return { reading, ...ofStatement(table.report, declaration), ...accountOf(reading, declaration) };
    default:
      return never(table);
  }
}

function ofStatement(report: StatementReport, declaration: Declaration): Omit<Filing, 'reading'> {
  const { currency = 'VND', rateMilli } = declaration;
  const rate = currency === 'VND' || rateMilli === undefined ? undefined : { rateMilli };
  const worth = (amount: number) => (rate === undefined ? vnd(amount) : worthVnd(amount, rate));
  const inVnd = (issue: Issue): Issue => ({ ...issue, ...worthOf(issue, worth) });
  const { openingVnd, closingVnd, breakList } = report;
  const bank = {
    ...(openingVnd === undefined ? {} : { openingVnd }),
    ...(closingVnd === undefined ? {} : { closingVnd }),
    breaks: [...breakList],
  };
  return {
    rows: report.rows,
    entries: report.rows.accepted,
    acceptedVnd: worth(report.creditVnd - report.debitVnd),
    quarantinedVnd: worth(report.quarantinedVnd),
    controlTotals: report.controlTotals.map(({ row, statedVnd, computedVnd }) => ({
      row,
      statedVnd: worth(statedVnd),
      computedVnd: worth(computedVnd),
    })),
    issues: rate === undefined ? report.issues : report.issues.map(inVnd),
    sums: { ...NO_SUMS, bank },
  };
}

/** Amounts of a finding about an account in another currency: findings are told in đồng. */
function worthOf(issue: Issue, worth: (amount: number) => Vnd): Partial<Issue> {
  const amounts = ['expectedVnd', 'actualVnd', 'differenceVnd'] as const;
  return Object.fromEntries(
    amounts.flatMap((name) => {
      const amount = issue[name];
      return amount === undefined ? [] : [[name, worth(amount)]];
    }),
  );
}

const KEPT_DIGITS = 4;

/**
 * What the treasurer said comes first; of any number only the last digits are kept. Accounts in another currency are
 * told apart by it as well.
 */
function accountOf({ plan }: Reading, { account, currency }: Declaration): Pick<Filing, 'account'> {
  const digits = (account ?? plan.layout.titles.accountLast4)?.slice(-KEPT_DIGITS);
  // Treasuries end the numbers of many accounts alike: a number that was declared whole is told apart by all of it.
  const whole =
    account === undefined || account.length <= KEPT_DIGITS
      ? undefined
      : hashText(`account ${account}`).slice(0, 6);
  const known = [digits, whole, currency === 'VND' ? undefined : currency].filter(
    (part) => part !== undefined,
  );
  return known.length === 0 ? {} : { account: known.join(' ') };
}
