import type { Instant, IsoDate } from '../date.ts';
import { daysBetween } from '../days.ts';
import { compareText } from '../order.ts';
import type { BookPart } from './across-schema.ts';

/** Up to which day books tell, by when their files came: both grow. */
export type ToldSteps = BookPart['told'];

/** Of several books together: they tell up to the latest day that any of them tells of. */
export function mergeTold(books: readonly Pick<BookPart, 'told'>[]): ToldSteps {
  const merged: ToldSteps = [];
  const all = books.flatMap(({ told }) => told).sort((a, b) => compareText(a[0], b[0]));
  for (const [on, asOf] of all) {
    const before = merged.at(-1);
    if (before !== undefined && before[1] >= asOf) continue;
    if (before?.[0] === on) merged.pop();
    merged.push([on, asOf]);
  }
  return merged;
}

/** Up to which day they told at a time; undefined before their first file. */
export const toldAt = (steps: ToldSteps, at: Instant): IsoDate | undefined =>
  steps.findLast(([since]) => since <= at)?.[1];

/** Since when they told of more than so many days after one. */
export const toldBeyond = (steps: ToldSteps, date: IsoDate, days: number): Instant | undefined =>
  steps.find(([, asOf]) => daysBetween(date, asOf) > days)?.[0];
