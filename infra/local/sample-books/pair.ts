import type { IsoDate } from '#domain/date.ts';
import {
  isQuarantined,
  type SampleBook,
  type SampleContribution,
  type SampleDisbursement,
  type SampleRow,
  type Style,
  sumVnd,
} from './book.ts';
import { type ContributionPlan, makeContributions } from './make/contributions.ts';
import { type DisbursementPlan, makeDisbursements } from './make/disbursements.ts';
import { makePrng } from './prng.ts';

type Edit<T> = (rows: readonly T[]) => readonly T[];

/** The two books of one unit and fund over one period. */
export interface PairSpec {
  readonly unit: string;
  readonly fund: string;
  /** For the file names: "2023", "2023-6t-dau". */
  readonly label: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly openingVnd: number;
  /** What is declared, where it differs from what was there. */
  readonly declaredOpeningVnd?: number;
  readonly receivedAt: string;
  readonly style: Style;
  readonly income: Omit<ContributionPlan, 'from' | 'to'>;
  readonly spending: Omit<DisbursementPlan, 'from' | 'to'>;
  /** Money that came in otherwise: transfers, interest, refunds. */
  readonly other?: readonly SampleContribution[];
  readonly editIncome?: Edit<SampleContribution>;
  /** Changes to what came in of which the spending takes no notice. */
  readonly amendIncome?: Edit<SampleContribution>;
  readonly editSpending?: Edit<SampleDisbursement>;
  /** What is handed over on the last day, given what is left. */
  readonly handover?: (leftVnd: number) => readonly SampleDisbursement[];
  /** What the declared closing says beyond the true one. */
  readonly closingOffVnd?: number;
  /** Cash in hand at the end, given what came in. */
  readonly cash?: (income: readonly SampleContribution[]) => number;
  /** False: no total rows. */
  readonly totals?: boolean;
}

export interface Pair {
  readonly income: SampleBook;
  readonly spending: SampleBook;
  /** What is left at the end by the rows that can be entered. */
  readonly closingVnd: number;
}

const byDate = (a: SampleRow, b: SampleRow): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
const entered = (rows: readonly SampleRow[]): number => sumVnd(rows.filter((row) => !isQuarantined(row)));

/** Makes both books; they balance unless the spec says otherwise. A book with rows set aside declares no closing. */
export function makePair(spec: PairSpec): Pair {
  const { unit, fund, label, from, to, openingVnd, receivedAt, style } = spec;
  const prng = makePrng(`${unit} ${fund} ${label}`);
  const period = { from, to };
  const gifts = [...makeContributions(prng, { ...period, ...spec.income }), ...(spec.other ?? [])].sort(
    byDate,
  );
  const known = spec.editIncome ? spec.editIncome(gifts) : gifts;
  const paid = makeDisbursements(prng, { ...period, ...spec.spending }, openingVnd, known);
  const income = spec.amendIncome ? spec.amendIncome(known) : known;
  const spent = spec.editSpending ? spec.editSpending(paid) : paid;
  const leftVnd = openingVnd + entered(income) - entered(spent);
  const handedOver = spec.handover?.(leftVnd) ?? [];
  const spending = [...spent, ...handedOver];
  const closingVnd = leftVnd - entered(handedOver);
  const common = { unit, fund, from, to, receivedAt, ...(spec.totals === false ? {} : { totalOffVnd: 0 }) };
  const name = (what: string) => `${unit}-${fund.toLowerCase()}-${what}-${label}.csv`;
  const whole = ![...income, ...spending].some(isQuarantined);
  const { extra: _, ...spendingStyle } = style;
  return {
    closingVnd,
    income: {
      ...common,
      file: name('thu'),
      kind: 'contributions',
      openingVnd: spec.declaredOpeningVnd ?? openingVnd,
      ...(spec.cash === undefined ? {} : { cashVnd: spec.cash(income) }),
      rows: income,
      style,
    },
    spending: {
      ...common,
      file: name('chi'),
      kind: 'disbursements',
      ...(whole ? { closingVnd: closingVnd + (spec.closingOffVnd ?? 0) } : {}),
      rows: spending,
      style: spendingStyle,
    },
  };
}

/** Changes the row at a place; throws when there is none. */
export function editRow<T extends SampleRow>(rows: readonly T[], at: number, change: (row: T) => T): T[] {
  const row = rows[at];
  if (row === undefined) throw new Error(`no row ${at} of ${rows.length}`);
  return rows.with(at, change(row));
}
