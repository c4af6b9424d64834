import { codesOf, HOUSE_STATUSES } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import { compareText } from '../order.ts';
import type { House } from '../registers/house.ts';
import { accentedKey } from '../text.ts';
import type { UnitId } from '../units/unit.ts';
import type { Houses } from './houses-schema.ts';

const STATUSES = codesOf(HOUSE_STATUSES);
const stepOf = ({ status }: House): number => STATUSES.indexOf(status);

/** One house and one kind of work on it: a house that was repaired and then built anew is one house of two works. */
export interface HouseWork {
  /** Key of the house within the book, whatever is done to it. */
  readonly house: string;
  readonly work: House['work'];
  /** In order of days, of statuses within a day, then of rows. */
  readonly rows: readonly House[];
  readonly status: House['status'];
  readonly communeId: UnitId | undefined;
  /** The day it was handed over, where it is handed over now. */
  readonly handedOver: IsoDate | undefined;
  /** Keys of the funders, each once. */
  readonly funders: ReadonlySet<string>;
  readonly backwards: Houses['backwards'];
  readonly repeats: Houses['repeats'];
}

export const funderKey = ({ funder }: House): string => (funder === undefined ? '' : accentedKey(funder));

const byStep = (a: House, b: House): number =>
  compareText(a.date, b.date) ||
  stepOf(a) - stepOf(b) ||
  a.row - b.row ||
  compareText(funderKey(a), funderKey(b)) ||
  (a.amountVnd ?? 0) - (b.amountVnd ?? 0) ||
  compareText(a.communeId ?? '', b.communeId ?? '');

/** The rows of one house and kind of work put together. A house is its code within the book. */
export function worksIn(rows: readonly House[]): HouseWork[] {
  const groups = Map.groupBy(rows, ({ house, work }) => `${work} ${accentedKey(house)}`);
  return [...groups.values()].flatMap((own) => workOf(own.toSorted(byStep)));
}

function workOf(rows: readonly House[]): HouseWork[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  // Rows behind the handing over, of a late funder say, repeat the status: the first of the last run is the day.
  const before = rows.findLastIndex(({ status }) => status !== 'BAN_GIAO');
  return [
    {
      house: accentedKey(last.house),
      work: last.work,
      rows,
      status: last.status,
      communeId: rows.findLast(({ communeId }) => communeId !== undefined)?.communeId,
      handedOver: last.status === 'BAN_GIAO' ? rows[before + 1]?.date : undefined,
      funders: new Set(rows.map(funderKey).filter((key) => key !== '')),
      backwards: rows.flatMap((to, i) => {
        const from = rows[i - 1];
        return from === undefined || stepOf(from) <= stepOf(to)
          ? []
          : [{ row: to.row, work: to.work, date: to.date, from: from.status, to: to.status }];
      }),
      repeats: repeatsIn(rows),
    },
  ];
}

function repeatsIn(rows: readonly House[]): Houses['repeats'] {
  const seen = new Set<string>();
  return rows.flatMap((one) => {
    if (one.amountVnd === undefined || one.amountVnd === 0) return [];
    const key = `${one.amountVnd} ${funderKey(one)}`;
    if (seen.has(key)) return [{ row: one.row, amountVnd: one.amountVnd }];
    seen.add(key);
    return [];
  });
}
