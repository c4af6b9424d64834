import { codesOf, HOUSE_STATUSES } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import { sumVnd, type Vnd } from '../money.ts';
import { compareText, inKeyOrder } from '../order.ts';
import type { House } from '../registers/house.ts';
import { funderKey, housesIn, type OneHouse } from './house.ts';
import type { Houses } from './houses-schema.ts';
import { organisationLabel } from './organisation-label.ts';

const STATUSES = codesOf(HOUSE_STATUSES);

/**
 * The houses of one book up to a day. Rows of one code and kind of work are one house, at the status of its latest row.
 * One that several funders pay for is one house in all, and marked as shared with each of them; funders whose names
 * may be a person's stand in one line. The order of rows does not matter. Amounts of a house and funder are added: what
 * may have been told twice is named, not taken off.
 * Source: houses per organisation, and several bodies that give for one house (Lạng Sơn 2016–20, Tam Kỳ 2023).
 */
export function housesOf(rows: readonly House[], asOf: IsoDate): Houses {
  const counted = rows.filter(({ date }) => date <= asOf);
  const houses = housesIn(counted);
  return {
    asOf,
    laterRows: rows.length - counted.length,
    houses: houses.length,
    byStatus: byStatus(houses),
    handedOver: handedOver(houses),
    ...fundedBy(houses),
    unfunded: houses.filter(({ funders }) => funders.size === 0).length,
    amountVnd: amountOf(counted),
    unnamedVnd: amountOf(counted.filter((row) => funderKey(row) === '')),
    byOrganisation: byOrganisation(houses),
    backwards: houses
      .flatMap(({ backwards }) => backwards)
      .sort((a, b) => compareText(a.date, b.date) || a.row - b.row || compareText(a.to, b.to)),
    repeats: houses
      .flatMap(({ repeats }) => repeats)
      .sort((a, b) => a.row - b.row || a.amountVnd - b.amountVnd),
  };
}

const amountOf = (rows: readonly House[]): Vnd =>
  sumVnd(rows.map(({ amountVnd }) => amountVnd).filter((amountVnd) => amountVnd !== undefined));

const fundedBy = (houses: readonly OneHouse[]) => ({
  alone: houses.filter(({ funders }) => funders.size === 1).length,
  shared: houses.filter(({ funders }) => funders.size > 1).length,
});

function byStatus(houses: readonly OneHouse[]): Houses['byStatus'] {
  const groups = Map.groupBy(houses, ({ work, status }) => `${work} ${STATUSES.indexOf(status)}`);
  return inKeyOrder(groups).flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ work: first.work, status: first.status, houses: 1 + others.length }],
  );
}

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

function handedOver(houses: readonly OneHouse[]): Houses['handedOver'] {
  const done = houses.flatMap(({ handedOver: day, work, communeId }) =>
    day === undefined ? [] : [{ year: yearOf(day), work, communeId }],
  );
  const groups = Map.groupBy(done, ({ year, work, communeId }) => `${year} ${work} ${communeId ?? ''}`);
  return inKeyOrder(groups).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { year, work, communeId } = first;
    return [{ year, work, ...(communeId && { communeId }), houses: 1 + others.length }];
  });
}

/** A house and all of its rows that name one funder, or one of those whose names are not told. */
interface Part {
  readonly house: OneHouse;
  readonly rows: readonly House[];
}

function byOrganisation(houses: readonly OneHouse[]): Houses['byOrganisation'] {
  const labels = labelsOf(houses);
  const parts = new Map<string, Part[]>();
  for (const house of houses) {
    const funded = house.rows.filter((row) => funderKey(row) !== '');
    for (const [label, rows] of Map.groupBy(funded, (row) => labels.get(funderKey(row)) ?? '')) {
      const own = parts.get(label) ?? [];
      own.push({ house, rows });
      parts.set(label, own);
    }
  }
  return [...parts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([organisation, own]) => ({
      organisation,
      ...fundedBy(own.map(({ house }) => house)),
      amountVnd: sumVnd(own.map(({ rows }) => amountOf(rows))),
      handedOver: handedOverBy(own.map(({ house }) => house)),
    }));
}

/** By key of a funder the name to print: of several ways of writing one name, the first in order. */
function labelsOf(houses: readonly OneHouse[]): ReadonlyMap<string, string> {
  const names = houses
    .flatMap(({ rows }) => rows)
    .flatMap((row) => (row.funder === undefined ? [] : [{ key: funderKey(row), name: row.funder }]))
    .sort((a, b) => compareText(b.name, a.name));
  return new Map(names.map(({ key, name }) => [key, organisationLabel(name)]));
}

function handedOverBy(houses: readonly OneHouse[]): Houses['byOrganisation'][number]['handedOver'] {
  const done = houses.flatMap((house) =>
    house.handedOver === undefined ? [] : [{ house, year: yearOf(house.handedOver), work: house.work }],
  );
  const groups = Map.groupBy(done, ({ year, work }) => `${year} ${work}`);
  return inKeyOrder(groups).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ year: first.year, work: first.work, ...fundedBy(group.map(({ house }) => house)) }];
  });
}
