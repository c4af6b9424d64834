/** What the domain's own formats lack for a screen. Full digits always stand beside anything short. */

import type { Instant, IsoDate, Period } from '#domain/date.ts';
import { vietnamDay } from '#domain/date.ts';
import { formatDate, groupDigits } from '#domain/format.ts';
import { BEFORE_MEMORY } from '#domain/publish/map-schema.ts';

const SCALES = [
  { from: 1_000_000_000, noun: 'tỷ' },
  { from: 1_000_000, noun: 'triệu' },
] as const;

/**
 * A short form for the ear and the axis: 36083709341 → "36,08 tỷ". Two decimals at most, rounded half away
 * from zero. Below a million there is nothing to shorten: undefined.
 */
export function shortVnd(amountVnd: number): string | undefined {
  const size = Math.abs(amountVnd);
  const scale = SCALES.find(({ from }) => size >= from);
  if (scale === undefined) return undefined;
  const hundredths = Math.round(size / (scale.from / 100));
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${amountVnd < 0 ? '−' : ''}${groupDigits(Math.trunc(hundredths / 100))}${rest && `,${rest}`} ${scale.noun}`;
}

/** The same with the word that makes it honest: "khoảng" where digits were dropped. */
export function spokenVnd(amountVnd: number): string | undefined {
  const short = shortVnd(amountVnd);
  if (short === undefined) return undefined;
  const step = Math.abs(amountVnd) >= 1_000_000_000 ? 10_000_000 : 10_000;
  return `${amountVnd % step === 0 ? '' : 'khoảng '}${short} đồng`;
}

/** dd/mm/yyyy – dd/mm/yyyy, or one day. */
export const formatPeriod = ({ from, to }: Period): string =>
  from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;

/** Which division of the country a map shows, by its first day; of the oldest that is remembered nobody knows that day. */
export const divisionText = (since: IsoDate): string =>
  since === BEFORE_MEMORY ? 'địa giới lúc ấy' : `địa giới từ ${formatDate(since)}`;

/** An instant as Vietnam's clocks showed it: "02/07/2025 14:05". */
export function formatInstant(instant: Instant): string {
  const shifted = new Date(Date.parse(instant) + 7 * 60 * 60 * 1000).toISOString();
  return `${formatDate(vietnamDay(instant))} ${shifted.slice(11, 16)}`;
}

/** "2025-09" → "09/2025". */
export const formatMonth = (month: string): string => month.split('-').reverse().join('/');

/** A signed difference: plus or minus always shown, zero as it is. */
export const signed = (text: string, amount: number): string => (amount > 0 ? `+${text}` : text);

/** part of whole in per cent with one decimal, undefined where the whole is not positive: 1,3 → "33,3%". */
export function formatShare(part: number, whole: number): string | undefined {
  if (whole <= 0) return undefined;
  return `${String(Math.round((part / whole) * 1000) / 10)
    .replace('.', ',')
    .replace('-', '−')}%`;
}

/** File sizes as people know them: "25,9 MB (25.893.120 byte)", decimal. */
export function formatBytes(bytes: number): string {
  const exact = `${groupDigits(bytes)} byte`;
  if (bytes < 1000) return exact;
  const [size, noun] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${String(Math.round(size * 10) / 10).replace('.', ',')} ${noun} (${exact})`;
}

/** The first and last digits of a digest: enough to compare by eye; the full one is always at hand. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 8)}…${digest.slice(-4)}`;

/** Today in Vietnam, from any clock. */
export const today = (now: Date): IsoDate => vietnamDay(now.toISOString() as Instant);
