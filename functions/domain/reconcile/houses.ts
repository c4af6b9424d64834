import { housesOf } from '../targets/houses.ts';
import type { Houses } from '../targets/houses-schema.ts';
import type { Book } from './book.ts';

/**
 * The book's register of houses up to the last day that its files tell of, for all that counts houses; undefined
 * where it keeps none.
 */
export function housesOfBook({ beside, live }: Pick<Book, 'beside' | 'live'>): Houses | undefined {
  if (beside.houses.length === 0) return undefined;
  const days = live.map(({ submission }) => submission.declaration.period.to).sort();
  const asOf = days.at(-1);
  return asOf === undefined ? undefined : housesOf(beside.houses, asOf);
}
