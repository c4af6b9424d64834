import { coverageOf } from '../bank/coverage.ts';
import { monthNumber, monthsUpTo } from '../calendar/months.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { BOOK_KINDS, type BookKind, codesOf } from '../codes.ts';
import { inPeriod, type Period } from '../date.ts';
import type { Vnd } from '../money.ts';
import { maxText, minText } from '../order.ts';
import type { Drive, ReportPart, ReportPeriod } from '../publish/report-schema.ts';
import type { Equality } from '../publish/schema.ts';
import type { Summary } from '../validate/summary.ts';
import { type Balance, balanceAt } from './balance.ts';
import type { Book } from './book.ts';
import { equality } from './equalities.ts';
import { closingOf, inOf, outOf } from './flows.ts';
import { type Month, mergeCampaigns, mergePurposes, mergeSources } from './merge.ts';

/** What the report of a book is made of. */
export interface ReportOf {
  readonly period: Period;
  readonly balance: Balance;
  /** Months with movements, in order. */
  readonly months: readonly Month[];
  /** Periods that the files of movements in force tell of, by kind. */
  readonly handedIn: Readonly<Partial<Record<BookKind, readonly Period[]>>>;
  /** The days on which there was such a fund of such a unit, as far as either had a beginning or an end. */
  readonly life: Partial<Period>;
  /** Of the statement, and at the ends of months. */
  readonly equalities: readonly Equality[];
}

/** A campaign's fund begins with it and ends with its distribution; a unit's with the unit. */
export function lifeOfBook({ campaign, unit }: Pick<Book, 'campaign' | 'unit'>): Partial<Period> {
  const begins = [campaign?.from, unit.validFrom].filter((day) => day !== undefined);
  const ends = [campaign?.distributionTo, unit.validTo].filter((day) => day !== undefined);
  return {
    ...(begins.length === 0 ? {} : { from: begins.reduce(maxText) }),
    ...(ends.length === 0 ? {} : { to: ends.reduce(minText) }),
  };
}

/** Calendar periods, by how many months they have. */
const CALENDAR = [
  ['THANG', 1],
  ['QUY', 3],
  ['SAU_THANG', 6],
  ['NAM', 12],
] as const;
type CalendarPeriod = (typeof CALENDAR)[number][0];

/**
 * The report by months, quarters, half-years and years of the calendar, and of the whole book. Of the days handed in
 * every period is told, those without movements too: what they opened with they closed with. Outside of these days
 * only periods with movements are: one day that was written wrongly makes no report of a hundred years.
 * Source: Decree 93/2021 and Circular 41/2022/TT-BTC: reports monthly, quarterly, half-yearly, yearly.
 */
export function reportParts(of: ReportOf): ReportPart[] {
  const parts = CALENDAR.flatMap(([kind, length]) => partsOf(kind, length, of));
  const whole = part({ kind: 'TOAN_BO', name: '', period: reach(of) }, undefined, of.months, of);
  return [...parts, { ...whole, equalities: [...whole.equalities, ...of.equalities] }];
}

/**
 * What the rows of a book say is of drives, by code: in and out, and no balance, as a drive has none of its own.
 * @param drives the campaigns that are drives; what other codes rows may name is told of nowhere
 */
export function drivesOf(drives: readonly Campaign[], summaries: readonly Summary[]): Drive[] {
  const names = new Map(drives.map(({ code, name }) => [code, name]));
  return mergeCampaigns(summaries).flatMap(({ campaign, from, to, bySource, byPurpose }) => {
    const name = names.get(campaign);
    const flows = { bySource, byPurpose };
    const sums = { inVnd: inOf(flows), outVnd: outOf(flows), in: bySource, out: byPurpose };
    return name === undefined ? [] : [{ campaign, name, period: { from, to }, ...sums }];
  });
}

/** The book's days, and those of movements outside of them: they are in the book too. */
const reach = ({ period, balance: { days } }: ReportOf): Period => ({
  from: minText(period.from, days[0]?.date ?? period.from),
  to: maxText(period.to, days.at(-1)?.date ?? period.to),
});

function partsOf(kind: CalendarPeriod, length: number, of: ReportOf): ReportPart[] {
  const parts: ReportPart[] = [];
  const own = Map.groupBy(of.months, ({ month }) => Math.floor(monthNumber(month) / length));
  for (const at of placesOf(own.keys(), length, of.period)) {
    const period = monthsUpTo(at * length + length - 1, length);
    const made = part({ kind, name: nameOf(kind, period), period }, parts.at(-1), own.get(at) ?? [], of);
    const told = of.equalities.filter(({ date }) => date !== undefined && inPeriod(date, period));
    parts.push({ ...made, equalities: [...made.equalities, ...told] });
  }
  return parts;
}

/** Which periods of a length are told of, in order: those that the declared days touch, and those with movements. */
function placesOf(moved: Iterable<number>, length: number, { from, to }: Period): number[] {
  const places = new Set(moved);
  const last = Math.floor(monthNumber(to) / length);
  for (let at = Math.floor(monthNumber(from) / length); at <= last; at += 1) places.add(at);
  return [...places].sort((a, b) => a - b);
}

interface Named {
  readonly kind: ReportPeriod;
  readonly name: string;
  readonly period: Period;
}

function part(
  { kind, name, period }: Named,
  former: ReportPart | undefined,
  months: readonly Month[],
  { balance, handedIn, life }: ReportOf,
): ReportPart {
  const flows = { bySource: mergeSources(months), byPurpose: mergePurposes(months) };
  const openingVnd = former?.closingVnd ?? balance.openingVnd;
  const closingVnd = closingOf(openingVnd, flows);
  return {
    kind,
    name,
    period,
    complete: codesOf(BOOK_KINDS).every((one) => covers(handedIn[one] ?? [], within(period, life))),
    openingVnd,
    inVnd: inOf(flows),
    outVnd: outOf(flows),
    closingVnd,
    in: flows.bySource,
    out: flows.byPurpose,
    equalities: ownEqualities(period, former?.closingVnd, closingVnd, balance),
  };
}

/** The lines of the report are added up by months, the book by days: both must give the same balances. */
function ownEqualities(
  { from, to }: Period,
  formerVnd: Vnd | undefined,
  closingVnd: Vnd,
  balance: Balance,
): Equality[] {
  const closing = equality('PERIOD_CLOSING', closingVnd, balanceAt(balance, to), { date: to });
  if (formerVnd === undefined) return [closing];
  const opening = balanceAt(balance, from, 'before');
  return [equality('PERIOD_OPENING', formerVnd, opening, { date: from }), closing];
}

/** The days of a period on which there was such a fund: nothing is asked for the others. */
function within({ from, to }: Period, life: Partial<Period>): Period {
  const own = { from: maxText(from, life.from ?? from), to: minText(to, life.to ?? to) };
  return own.from <= own.to ? own : { from, to };
}

const covers = (periods: readonly Period[], whole: Period): boolean =>
  coverageOf(periods, whole).every(({ state }) => state !== 'MISSING');

function nameOf(kind: CalendarPeriod, { from }: Period): string {
  const [year, month] = [from.slice(0, 4), from.slice(5, 7)];
  if (kind === 'THANG') return `${year}-${month}`;
  if (kind === 'QUY') return `${year}-Q${(Number(month) + 2) / 3}`;
  if (kind === 'SAU_THANG') return `${year}-H${(Number(month) + 5) / 6}`;
  return year;
}
