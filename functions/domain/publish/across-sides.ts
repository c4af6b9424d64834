import type { TransferSide } from '../transfer/side.ts';
import type { Unit } from '../units/unit.ts';
import type { BookPart } from './across-schema.ts';

/** Transfers between the upper unit and those below, each with its place: which book's, and which of its transfers. */
export class Sides {
  /** As the books stand. */
  readonly all: TransferSide[] = [];
  /** What they said before and say no more. */
  readonly retracted: TransferSide[] = [];
  readonly #places = new Map<TransferSide, [number, number]>();

  constructor(books: readonly BookPart[], upper: (unit: Unit) => boolean) {
    for (const [at, { unit, fund, transfers, retracted }] of books.entries()) {
      for (const [i, transfer] of transfers.entries()) {
        if (!belongs(unit, transfer.direction, upper(unit))) continue;
        const side = { unit, fund, ...transfer };
        this.all.push(side);
        this.#places.set(side, [at, i]);
      }
      for (const line of retracted)
        if (belongs(unit, line.direction, upper(unit))) this.retracted.push({ unit, fund, ...line });
    }
  }

  placeOf = (side: TransferSide): [number, number] => {
    const place = this.#places.get(side);
    if (place === undefined) throw new Error('a side of a transfer that no book has');
    return place;
  };
}

/** A province receives from the centre, which is told there; what it sends is told with its communes. */
const belongs = ({ level }: Unit, direction: 'in' | 'out', isUpper: boolean): boolean => {
  if (isUpper) return direction === 'out' || level === 'TW';
  return direction === 'in' || level !== 'TINH';
};
