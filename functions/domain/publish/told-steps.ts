import type { IsoDate } from '../date.ts';
import { daysBetween } from '../days.ts';
import { compareText } from '../order.ts';
import type { BookPart } from './across-schema.ts';

/** Up to which day books tell, by the day on which their files were handed in: both grow. */
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

/** Up to which day they told on a day; undefined before their first file. */
export const toldOn = (steps: ToldSteps, day: IsoDate): IsoDate | undefined =>
  steps.findLast(([on]) => on <= day)?.[1];

/** The day since which they told of more than so many days after another one. */
export const toldBeyond = (steps: ToldSteps, date: IsoDate, days: number): IsoDate | undefined =>
  steps.find(([, asOf]) => daysBetween(date, asOf) > days)?.[0];
