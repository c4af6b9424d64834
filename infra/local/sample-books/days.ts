import { type IsoDate, parseIsoDate } from '#domain/date.ts';
import type { Prng } from './prng.ts';

const DAY_MS = 86_400_000;
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Mints a day; throws on one that the calendar lacks. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no day ${text}`);
  return date;
}

export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(at(date) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate;

/** Some day of a period, both ends included. */
export const someDay = (prng: Prng, from: IsoDate, to: IsoDate): IsoDate =>
  addDays(from, prng.int(0, Math.round((at(to) - at(from)) / DAY_MS)));

/** 25/12/2024. */
export const dayMonthYear = (date: IsoDate): string => date.split('-').reverse().join('/');
