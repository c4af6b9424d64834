import { type IsoDate, inPeriod, isoDate, type Period } from '#domain/date.ts';
import type { DateOrder } from '../reading.ts';
import { plainDate } from './date-forms.ts';
import { mendDate } from './date-mend.ts';
import { type DateReading, readParts, UNREADABLE } from './date-parts.ts';
import { beforeTime } from './date-time.ts';

export type { DateReading, DateShape } from './date-parts.ts';

/** Longer texts are no dates; looking closely at them would only cost time. */
const MAX_LENGTH = 60;

/**
 * The day that a cell means; `text` is clean. Without a year ("15/9") the day is the only one of the period, or
 * it is DATE_NO_YEAR. The other order than `order` is never taken, only suggested.
 */
export function readDate(text: string, order: DateOrder, period?: Period): DateReading {
  return readParts(text, order) ?? readTimed(text, order) ?? readOther(text, order, period);
}

/** Exports of banks and databases carry a time in every row: that is not left to patterns. */
function readTimed(text: string, order: DateOrder): DateReading | undefined {
  const end = beforeTime(text);
  return end < 0 ? undefined : readParts(text.slice(0, end), order);
}

function readOther(text: string, order: DateOrder, period?: Period): DateReading {
  if (text.length > MAX_LENGTH) return UNREADABLE;
  if (!/\d/.test(text)) return UNREADABLE;
  const serial = readSerial(text);
  if (serial !== undefined) return serial;
  const plain = plainDate(text, order);
  const reading = readParts(plain, order) ?? readSerial(plain) ?? readDayMonth(plain, order, period);
  if (reading !== undefined) return reading;
  const suggestion = mendDate(plain, order, period);
  return suggestion === undefined ? UNREADABLE : { fault: 'DATE_UNREADABLE', suggestion };
}

const SERIAL = /^(\d{5})(?:[.,]\d{1,15})?$/;
/** 1/1/2000 and 31/12/2099; other numbers of five digits are more likely a mistake than a day. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;
const UNIX_EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;

function readSerial(text: string): DateReading | undefined {
  const parts = SERIAL.exec(text);
  if (!parts) return undefined;
  const serial = Number(parts[1]);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  const date = new Date((serial - UNIX_EPOCH_SERIAL) * DAY_MS).toISOString().slice(0, 10) as IsoDate;
  return { date, shape: 'serial' };
}

const DAY_MONTH = /^(\d{1,2})[-/.](\d{1,2})$/;
const LEAP_YEAR = 2000;

/** The days of that month and day within the period. */
function daysWithin(day: number, month: number, period: Period): IsoDate[] {
  const days: IsoDate[] = [];
  for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year += 1) {
    const date = isoDate(year, month, day);
    if (date !== undefined && inPeriod(date, period)) days.push(date);
  }
  return days;
}

function readDayMonth(text: string, order: DateOrder, period?: Period): DateReading | undefined {
  const parts = DAY_MONTH.exec(text);
  if (!parts) return undefined;
  const [a, b] = [Number(parts[1]), Number(parts[2])];
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  if (isoDate(LEAP_YEAR, month, day) !== undefined) {
    const [date, another] = period ? daysWithin(day, month, period) : [];
    if (date !== undefined && another === undefined) return { date, shape: 'noYear' };
    return { fault: 'DATE_NO_YEAR', shape: 'noYear' };
  }
  if (isoDate(LEAP_YEAR, day, month) === undefined) return UNREADABLE;
  // What counts as evidence must not depend on the order that was concluded, or conclusions go round in circles.
  const shape = 'noYear';
  const [date, another] = period ? daysWithin(month, day, period) : [];
  if (date === undefined || another !== undefined) return { fault: 'DATE_UNREADABLE', shape };
  return { fault: 'DATE_UNREADABLE', shape, suggestion: `${b}/${a}/${date.slice(0, 4)}` };
}

/** The same day with day and month changed places, if the calendar has it and it is another day. */
export function swapped(date: IsoDate): IsoDate | undefined {
  const [year, month, day] = date.split('-').map(Number);
  const other = isoDate(year ?? 0, day ?? 0, month ?? 0);
  return other === date ? undefined : other;
}
