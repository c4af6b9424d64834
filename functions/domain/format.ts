import type { IsoDate } from './date.ts';
import { type Milli, milli } from './quantity.ts';

/** Groups the digits of a whole number by dots: 36083709341 → "36.083.709.341". */
export function groupDigits(whole: number): string {
  const digits = String(Math.abs(whole));
  return (whole < 0 ? '−' : '') + digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** An amount of đồng in full digits: "36.083.709.341 đ" (no-break space). */
export const formatVnd = (amountVnd: number): string => `${groupDigits(amountVnd)}\u00a0đ`;

/** A quantity with a decimal comma and no idle zeros: 70100 → "70,1". */
export function formatMilli(quantity: Milli): string {
  const whole = Math.trunc(Math.abs(quantity) / 1000);
  const rest = String(Math.abs(quantity) % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${quantity < 0 ? '−' : ''}${groupDigits(whole)}${rest === '' ? '' : `,${rest}`}`;
}

/** dd/mm/yyyy. */
export const formatDate = (date: IsoDate): string => date.split('-').reverse().join('/');

/** Digits alone: thousandths as banks print them, whole or with two decimals at least: 1500500 → "1.500,50". */
export const foreignDigits = (thousandths: number): string =>
  formatMilli(milli(thousandths)).replace(/,\d$/, '$&0');
