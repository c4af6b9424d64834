import { type IsoDate, isoDate, parseIsoDate } from '../date.ts';
import { type Vnd, vnd } from '../money.ts';
import { type Milli, milli } from '../quantity.ts';
import { fold } from '../text.ts';

/**
 * Plain digits, or groups of three behind dots; a leading minus, typed or printed (U+2212), marks a reversal.
 * Groups do not start with a nought: "0.500" is a half to whoever wrote it.
 */
export const VND_SHAPE = /^[-−]?(?:\d{1,15}|[1-9]\d{0,2}(?:\.\d{3}){1,4})$/;

/**
 * An amount in whole đồng: "1500000" or "1.500.000". Undefined for anything else: commas and letters are not
 * guessed at here.
 */
export function parseVnd(text: string): Vnd | undefined {
  if (!VND_SHAPE.test(text)) return undefined;
  return vnd(Number(PLAIN.test(text) ? text : text.replaceAll('.', '').replace('−', '-')));
}

const PLAIN = /^-?\d+$/;

const QUANTITY = /^(\d{1,12}|[1-9]\d{0,2}(?:\.\d{3}){1,3})(?:,(\d{1,3}))?$/;

/** A quantity with a decimal comma: "70,1" is 70100 thousandths. Undefined when unreadable or negative. */
export function parseQuantity(text: string): Milli | undefined {
  const parts = QUANTITY.exec(text);
  if (!parts?.[1]) return undefined;
  const whole = Number(parts[1].replaceAll('.', ''));
  return milli(whole * 1000 + Number((parts[2] ?? '').padEnd(3, '0')));
}

/** A whole number of households or persons, from 1. */
export function parseCount(text: string): number | undefined {
  if (!/^\d{1,7}$/.test(text)) return undefined;
  const count = Number(text);
  return count >= 1 ? count : undefined;
}

const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A day, day first: "25/12/2024", or "2024-12-25". Undefined when unreadable or not in the calendar. */
export function parseDate(text: string): IsoDate | undefined {
  const parts = DAY_FIRST.exec(text);
  return parts ? isoDate(Number(parts[3]), Number(parts[2]), Number(parts[1])) : parseIsoDate(text);
}

/** How people write yes and no; case and accents do not count. */
export const YES_WORDS = ['có', 'x', 'yes', 'y', 'true', '1', 'đồng ý'] as const;
export const NO_WORDS = ['không', 'no', 'n', 'false', '0', 'không đồng ý'] as const;

const YES = new Set(YES_WORDS.map(fold));
const NO = new Set(['', ...NO_WORDS.map(fold)]);

/** có/không in the spellings people use; blank is no. Undefined for anything else. */
export function parseYesNo(text: string): boolean | undefined {
  const key = fold(text);
  return YES.has(key) ? true : NO.has(key) ? false : undefined;
}

/** A reader of codes: the code itself, or its label in any spelling. Built once per list. */
export function codeReader<T extends string>(
  labels: Readonly<Record<T, string>>,
): (text: string) => T | undefined {
  const byKey = new Map<string, T>();
  for (const [code, label] of Object.entries(labels) as [T, string][]) {
    byKey.set(code, code);
    byKey.set(fold(code), code);
    byKey.set(fold(code.replaceAll('_', ' ')), code);
    byKey.set(fold(label), code);
  }
  return (text) => byKey.get(text) ?? byKey.get(fold(text));
}
