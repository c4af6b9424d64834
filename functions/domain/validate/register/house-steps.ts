import { codesOf, HOUSE_STATUSES, type HouseStatus } from '#domain/codes.ts';
import { compareText } from '#domain/order.ts';
import type { House } from '#domain/registers/house.ts';
import { fold } from '#domain/text.ts';

const ORDER = codesOf(HOUSE_STATUSES);
const stepOf = (status: HouseStatus): number => ORDER.indexOf(status);
/** Far more lines than any province has houses to build; beyond it no more are compared. */
const MAX_LINES = 200_000;

type Step = Pick<House, 'row' | 'date' | 'status'>;

/** The steps of each house, for seeing whether they go forward in time. */
export class HouseSteps {
  readonly #houses = new Map<string, Step[]>();
  #lines = 0;

  add({ house, row, date, status }: House): void {
    if (this.#lines >= MAX_LINES) return;
    this.#lines += 1;
    const key = fold(house);
    const steps = this.#houses.get(key);
    if (steps === undefined) this.#houses.set(key, [{ row, date, status }]);
    else steps.push({ row, date, status });
  }

  /** The lines whose status lies before that of an earlier day of the same house, in the order of the file. */
  backwards(): readonly Step[] {
    return [...this.#houses.values()].flatMap(backwardsIn).sort((a, b) => a.row - b.row);
  }
}

/** Steps of one day are not compared: which came first is not written. */
function backwardsIn(steps: readonly Step[]): readonly Step[] {
  const found: Step[] = [];
  const days = Map.groupBy(steps, ({ date }) => date);
  let furthest = -1;
  for (const [, ofDay] of [...days].sort(([a], [b]) => compareText(a, b))) {
    for (const step of ofDay) if (stepOf(step.status) < furthest) found.push(step);
    furthest = Math.max(furthest, ...ofDay.map(({ status }) => stepOf(status)));
  }
  return found;
}
