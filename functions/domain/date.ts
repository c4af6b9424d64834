import * as v from 'valibot';

/** A calendar day, `yyyy-mm-dd`, in Vietnam's time zone (UTC+7). Compares as text. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

/** The instant something happened, RFC 3339 in UTC with milliseconds and a final `Z`. Compares as text. */
export type Instant = string & { readonly __brand: 'Instant' };

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day of that year, month (1–12) and day, or undefined when the calendar has none. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2999) return undefined;
  const length = month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month - 1];
  if (length === undefined || !Number.isInteger(day) || day < 1 || day > length) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate;
}

/** Reads `yyyy-mm-dd`; undefined when it is not a day of the calendar. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** The day before. */
export function dayBefore(date: IsoDate): IsoDate {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10) as IsoDate;
}

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The calendar day in Vietnam (UTC+7, no summer time) at an instant. */
export const vietnamDay = (instant: Instant): IsoDate =>
  new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10) as IsoDate;

export const IsoDateSchema = v.pipe(
  v.string(),
  v.check((s) => parseIsoDate(s) !== undefined, 'not a day of the calendar (yyyy-mm-dd)'),
  v.transform((s) => s as IsoDate),
);

export const InstantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/, 'not an instant in UTC'),
  v.check((s) => !Number.isNaN(Date.parse(s))),
  // Always with milliseconds: texts of two precisions do not compare as instants.
  v.transform((s) => new Date(Date.parse(s)).toISOString() as Instant),
);

/** A stretch of days, both ends included. */
export const PeriodSchema = v.object({ from: IsoDateSchema, to: IsoDateSchema });
export type Period = v.InferOutput<typeof PeriodSchema>;

export const inPeriod = (date: IsoDate, period: Period): boolean => period.from <= date && date <= period.to;
