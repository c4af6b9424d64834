import { isoDate } from '#domain/date.ts';
import { fold } from '#domain/text.ts';
import type { DateOrder } from '../reading.ts';

/** 14:23, 14:23:11.123, 14h23, 2:23:11 PM; Vietnamese Windows writes SA and CH for AM and PM. */
const TIME = String.raw`([01]?\d|2[0-3])[:hHgG]([0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?: ?(?:[AaPp]\.?[Mm]\.?|SA|CH|sa|ch))?`;
const TIME_AFTER = new RegExp(String.raw`^([^ T]+)(?: ?T ?|,? )${TIME}(Z| ?[+-]\d\d(?::?\d\d)?)?$`);
const TIME_BEFORE = new RegExp(`^${TIME},? (.+)$`);

const OFFSET = /^([+-])(\d\d):?(\d\d)?$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;

/** Minutes ahead of UTC, from "Z", "+07:00", "-0500", "+07". */
function offsetMinutes(zone: string): number {
  const parts = OFFSET.exec(zone.trim());
  if (!parts) return 0;
  return (Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * (parts[1] === '-' ? -1 : 1);
}

const VIETNAM_MINUTES = 7 * 60;

/** The day in Vietnam of a moment whose zone is told. Only year-first dates come with a zone. */
function zoned(date: string, hours: number, minutes: number, zone: string): string {
  const parts = YEAR_FIRST.exec(date);
  if (!parts) return date;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (isoDate(year, month, day) === undefined) return date;
  const minute = hours * 60 + minutes - offsetMinutes(zone) + VIETNAM_MINUTES;
  return new Date(Date.UTC(year, month - 1, day, 0, minute)).toISOString().slice(0, 10);
}

/** Without the time of day. */
function withoutTime(text: string): string {
  const after = TIME_AFTER.exec(text);
  if (after) {
    const [, date = '', hours, minutes, zone] = after;
    return zone === undefined ? date : zoned(date, Number(hours), Number(minutes), zone);
  }
  return TIME_BEFORE.exec(text)?.[3] ?? text;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH_WORDS = 'mot hai ba tu nam sau bay tam chin muoi,muoi mot,muoi hai'
  .split(',')
  .flatMap((words, at) => (at === 0 ? words.split(' ') : [words]));

/** 1–12 for "9", "sep", "sept", "september", "chín" (folded); 0 for another word. */
function monthNumber(word: string): number {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const vietnamese = MONTH_WORDS.indexOf(word);
  if (vietnamese >= 0) return vietnamese + 1;
  return word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word)) + 1;
}

const WEEKDAY = /^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]),? ?/;
const VIETNAMESE =
  /^(\d{1,2}) ?[-/.,]? ?th(?:ang|g)?\.? ?(\d{1,2}|[a-z]{2,4}(?: (?:mot|hai))?)(?:(?: ?[-/.,] ?| )(?:nam ?)?(\d{4}|\d{2}))?$/;
const DAY_MONTH = /^(\d{1,2})[-/. ]?([a-z]{3,9})\.?,?[-/. ]?(\d{4}|\d{2})$/;
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;

const ymd = (year: string, month: number, day: string): string =>
  `${year.length === 2 ? `20${year}` : year}-${month}-${day}`;

/** A date with words in it, as numbers; the text itself when it is none. */
function withoutWords(text: string, order: DateOrder): string {
  const folded = fold(text)
    .replace(WEEKDAY, '')
    .replace(/^ngay:? ?/, '');
  const vietnamese = VIETNAMESE.exec(folded);
  if (vietnamese) {
    const [, day = '', word = '', year] = vietnamese;
    const month = monthNumber(word);
    if (month === 0) return text;
    if (year !== undefined) return ymd(year, month, day);
    return order === 'dmy' ? `${day}/${month}` : `${month}/${day}`;
  }
  const english = DAY_MONTH.exec(folded);
  if (english?.[1] && english[2] && english[3]) {
    const month = monthNumber(english[2]);
    return month === 0 ? text : ymd(english[3], month, english[1]);
  }
  const american = MONTH_DAY.exec(folded);
  if (american?.[1] && american[2] && american[3]) {
    const month = monthNumber(american[1]);
    return month === 0 ? text : ymd(american[3], month, american[2]);
  }
  return folded;
}

const EIGHT_DIGITS = /^(\d{4})(0[1-9]|1[0-2])([0-2]\d|3[01])$/;

/**
 * A date in one of the forms that people, banks and Excel write, as plain numbers: "ngày 5 tháng 9 năm 2024",
 * "5-Sep-2024", "20240905" and "2024-09-05 17:30" all become year-first; "05/09/2024 17:30" loses its time. A
 * moment with a zone gives the day in Vietnam (UTC+7). What is none of these comes back much as it was.
 */
export function plainDate(text: string, order: DateOrder): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/^['’‘`]+ ?/u, '')
    .replace(/[.,;]+$/, '');
  const day = withoutTime(line);
  const words = /\p{L}/u.test(day) ? withoutWords(day, order) : day;
  const joined = words.replace(/ ?([-/.]) ?/g, '$1');
  return joined.replace(EIGHT_DIGITS, '$1-$2-$3');
}
