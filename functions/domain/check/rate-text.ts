import { type Milli, milli } from '../quantity.ts';

const RATE = /^(\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})(?:,(\d{1,3}))?$/;
/** Thousandths of a đồng: as much as may be declared. */
const MAX_RATE_MILLI = 1e9;

/**
 * Đồng for one of another currency, as Vietnamese write it: 25430, 25.430, 25.430,5. In thousandths of a đồng;
 * undefined where the text is no rate.
 */
export function parseRate(text: string): Milli | undefined {
  const [, whole = '', fraction = ''] = RATE.exec(text.trim()) ?? [];
  const rateMilli = Number(whole.replaceAll('.', '')) * 1000 + Number(fraction.padEnd(3, '0'));
  return rateMilli > 0 && rateMilli <= MAX_RATE_MILLI ? milli(rateMilli) : undefined;
}
