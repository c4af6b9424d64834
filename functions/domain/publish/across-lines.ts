/** Lines of transfers with the times at which they came and went, in groups that have nothing to do with each other. */
import type { Instant, IsoDate } from '../date.ts';
import { roundKey } from '../transfer/round.ts';
import { namesNobody, otherKey, type TransferSide } from '../transfer/side.ts';
import type { UnitId } from '../units/unit.ts';

/** Whether the book said so at a time. */
export const standsAt = ({ since, until }: TransferSide, at: Instant): boolean =>
  since <= at && (until === undefined || until > at);

const known = new WeakMap<TransferSide, string>();

/** What makes a line the same through all files: what it says, the file that said it first, and which of its equals. */
export function lineId(side: TransferSide): string {
  const before = known.get(side);
  if (before !== undefined) return before;
  const { unit, fund, direction, date, amountVnd, round, digest, first = digest, nth = 0 } = side;
  const written = round === undefined ? '' : roundKey(round);
  const id = [unit.id, fund, direction, date, amountVnd, otherKey(side), written, first, nth].join('\t');
  known.set(side, id);
  return id;
}

type MadeOf = (unit: UnitId, day: IsoDate) => readonly UnitId[];

/**
 * Sides by who receives: what is sent to one unit is never paired with what another received, unless that one stands in
 * for it. What is sent to nobody by name may be anybody's, so it holds all of its fund together.
 */
export function byReceiver(sides: readonly TransferSide[], madeOf: MadeOf): TransferSide[][] {
  const groups = new Groups();
  const joined = new Set(
    sides.filter((side) => side.direction === 'out' && namesNobody(side)).map(({ fund }) => fund),
  );
  for (const side of sides) {
    const own = receiverOf(side);
    if (joined.has(side.fund)) groups.join(keyOf(side, ''), own);
    else if (side.direction === 'in')
      for (const id of madeOf(side.unit.id, side.date)) groups.join(own, keyOf(side, id));
  }
  return [...Map.groupBy(sides, (side) => groups.of(receiverOf(side))).values()];
}

const keyOf = ({ fund }: TransferSide, receiver: string): string => `${fund} ${receiver}`;
const receiverOf = (side: TransferSide): string =>
  keyOf(side, side.direction === 'in' ? side.unit.id : (side.other ?? ''));

/** Sets of keys that grow together. */
class Groups {
  readonly #over = new Map<string, string>();

  of(key: string): string {
    let top = key;
    for (let over = this.#over.get(top); over !== undefined; over = this.#over.get(top)) top = over;
    if (top !== key) this.#over.set(key, top);
    return top;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one !== other) this.#over.set(other, one);
  }
}
