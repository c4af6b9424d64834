import { coverageOf } from '../bank/coverage.ts';
import { BOOK_KINDS, type BookKind, codesOf } from '../codes.ts';
import type { IsoDate, Period } from '../date.ts';
import type { Vnd } from '../money.ts';
import type { ReportPart, ReportPeriod } from '../publish/report-schema.ts';
import { closingOf, inOf, outOf } from './flows.ts';
import { type Month, mergePurposes, mergeSources } from './merge.ts';

/** What the report of a book is made of. */
export interface ReportOf {
  readonly period: Period;
  readonly openingVnd: Vnd;
  /** Months with movements, in order. */
  readonly months: readonly Month[];
  /** Periods of the files of movements in force, by kind. */
  readonly handedIn: Readonly<Partial<Record<BookKind, readonly Period[]>>>;
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
 * The report by months, quarters, half-years and years of the calendar, each from the first that the book touches to
 * the last, and of the whole book. Periods without movements are in it: what they opened with they closed with.
 * Source: Decree 93/2021 and Circular 41/2022/TT-BTC: reports monthly, quarterly, half-yearly, yearly.
 */
export function reportParts(of: ReportOf): ReportPart[] {
  const days = reach(of);
  const parts = CALENDAR.flatMap(([kind, length]) => partsOf(kind, length, days, of));
  return [...parts, part('TOAN_BO', '', days, of.openingVnd, of.months, of)];
}

/** The book's days; movements outside the declared periods are in the books too, so their months are. */
function reach({ period, months }: ReportOf): Period {
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  return {
    from: first !== undefined && first < period.from.slice(0, 7) ? firstDayOf(indexOf(first)) : period.from,
    to: last !== undefined && last > period.to.slice(0, 7) ? lastDayOf(indexOf(last)) : period.to,
  };
}

function partsOf(kind: CalendarPeriod, length: number, days: Period, of: ReportOf): ReportPart[] {
  const parts: ReportPart[] = [];
  let { openingVnd } = of;
  const first = Math.floor(indexOf(days.from) / length) * length;
  for (let at = first; at <= indexOf(days.to); at += length) {
    const months = of.months.filter(({ month }) => indexOf(month) >= at && indexOf(month) < at + length);
    const period = { from: firstDayOf(at), to: lastDayOf(at + length - 1) };
    const made = part(kind, nameOf(kind, at), period, openingVnd, months, of);
    parts.push(made);
    openingVnd = made.closingVnd;
  }
  return parts;
}

function part(
  kind: ReportPeriod,
  name: string,
  period: Period,
  openingVnd: Vnd,
  months: readonly Month[],
  { handedIn }: ReportOf,
): ReportPart {
  const flows = { bySource: mergeSources(months), byPurpose: mergePurposes(months) };
  const kinds = codesOf(BOOK_KINDS).flatMap((one) => handedIn[one] ?? []);
  return {
    kind,
    name,
    period,
    complete:
      kinds.length > 0 &&
      codesOf(BOOK_KINDS).every((one) => handedIn[one] === undefined || covers(handedIn[one], period)),
    openingVnd,
    inVnd: inOf(flows),
    outVnd: outOf(flows),
    closingVnd: closingOf(openingVnd, flows),
    in: flows.bySource,
    out: flows.byPurpose,
  };
}

const covers = (periods: readonly Period[], whole: Period): boolean =>
  coverageOf(periods, whole).every(({ state }) => state !== 'MISSING');

/** Months since the year 0: "2025-03" and "2025-03-17" are month 24302. */
function indexOf(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

const yearOf = (index: number): string => String(Math.floor(index / 12)).padStart(4, '0');
const monthOf = (index: number): string => String((index % 12) + 1).padStart(2, '0');
const firstDayOf = (index: number): IsoDate => `${yearOf(index)}-${monthOf(index)}-01` as IsoDate;

function lastDayOf(index: number): IsoDate {
  const next = new Date(`${firstDayOf(index + 1)}T00:00:00Z`);
  next.setUTCDate(0);
  return next.toISOString().slice(0, 10) as IsoDate;
}

function nameOf(kind: ReportPeriod, index: number): string {
  if (kind === 'THANG') return `${yearOf(index)}-${monthOf(index)}`;
  if (kind === 'QUY') return `${yearOf(index)}-Q${(index % 12) / 3 + 1}`;
  if (kind === 'SAU_THANG') return `${yearOf(index)}-H${(index % 12) / 6 + 1}`;
  return yearOf(index);
}
