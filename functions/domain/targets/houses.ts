import { codesOf, HOUSE_STATUSES } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import { sumVnd, type Vnd } from '../money.ts';
import { compareText, inKeyOrder } from '../order.ts';
import type { House } from '../registers/house.ts';
import { funderKey, type HouseWork, worksIn } from './house.ts';
import type { Houses } from './houses-schema.ts';
import { organisationLabel } from './organisation-label.ts';

const STATUSES = codesOf(HOUSE_STATUSES);

/**
 * The houses of one book up to a day. Rows of one code are one house; each kind of work on it is at the status of that
 * work's latest row. One that several funders pay for is one house in all, and marked as shared with each of them;
 * funders whose names may be a person's stand in one line. The order of rows does not matter. Amounts of a house and
 * funder are added: what may have been told twice is named, not taken off.
 * Source: houses per organisation, and several bodies that give for one house (Lạng Sơn 2016–20, Tam Kỳ 2023).
 */
export function housesOf(rows: readonly House[], asOf: IsoDate): Houses {
  const counted = rows.filter(({ date }) => date <= asOf);
  const works = worksIn(counted);
  const houses = fundersOf(works);
  const severalWorks = [...Map.groupBy(works, ({ house }) => house).values()].filter(
    (own) => own.length > 1,
  ).length;
  return {
    asOf,
    laterRows: rows.length - counted.length,
    houses: houses.size,
    ...(severalWorks > 0 && { severalWorks }),
    byStatus: byStatus(works),
    handedOver: handedOver(works),
    ...fundedBy([...houses.values()]),
    unfunded: [...houses.values()].filter(({ size }) => size === 0).length,
    amountVnd: amountOf(counted),
    unnamedVnd: amountOf(counted.filter((row) => funderKey(row) === '')),
    byOrganisation: byOrganisation(works, houses),
    backwards: works
      .flatMap(({ backwards }) => backwards)
      .sort((a, b) => compareText(a.date, b.date) || a.row - b.row || compareText(a.to, b.to)),
    repeats: works
      .flatMap(({ repeats }) => repeats)
      .sort((a, b) => a.row - b.row || a.amountVnd - b.amountVnd),
  };
}

const amountOf = (rows: readonly House[]): Vnd =>
  sumVnd(rows.map(({ amountVnd }) => amountVnd).filter((amountVnd) => amountVnd !== undefined));

type Funders = ReadonlySet<string>;

/** Of each house, by its key, who pays for any work on it. */
function fundersOf(works: readonly HouseWork[]): ReadonlyMap<string, Funders> {
  const houses = Map.groupBy(works, ({ house }) => house);
  return new Map(
    [...houses].map(([house, own]) => [house, new Set(own.flatMap(({ funders }) => [...funders]))]),
  );
}

const fundedBy = (houses: readonly Funders[]) => ({
  alone: houses.filter(({ size }) => size === 1).length,
  shared: houses.filter(({ size }) => size > 1).length,
});

function byStatus(works: readonly HouseWork[]): Houses['byStatus'] {
  const groups = Map.groupBy(works, ({ work, status }) => `${work} ${STATUSES.indexOf(status)}`);
  return inKeyOrder(groups).flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ work: first.work, status: first.status, houses: 1 + others.length }],
  );
}

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

function handedOver(works: readonly HouseWork[]): Houses['handedOver'] {
  const done = works.flatMap(({ handedOver: day, work, communeId }) =>
    day === undefined ? [] : [{ year: yearOf(day), work, communeId }],
  );
  const groups = Map.groupBy(done, ({ year, work, communeId }) => `${year} ${work} ${communeId ?? ''}`);
  return inKeyOrder(groups).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { year, work, communeId } = first;
    return [{ year, work, ...(communeId && { communeId }), houses: 1 + others.length }];
  });
}

/** A work on a house and all of its rows that name one funder, or one of those whose names are not told. */
interface Part {
  readonly work: HouseWork;
  readonly rows: readonly House[];
}

function byOrganisation(
  works: readonly HouseWork[],
  houses: ReadonlyMap<string, Funders>,
): Houses['byOrganisation'] {
  const labels = labelsOf(works);
  const parts = new Map<string, Part[]>();
  for (const work of works) {
    const funded = work.rows.filter((row) => funderKey(row) !== '');
    for (const [label, rows] of Map.groupBy(funded, (row) => labels.get(funderKey(row)) ?? '')) {
      const own = parts.get(label) ?? [];
      own.push({ work, rows });
      parts.set(label, own);
    }
  }
  return [...parts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([organisation, own]) => {
      const its = new Set(own.map(({ work }) => work.house));
      return {
        organisation,
        ...fundedBy([...its].flatMap((house) => houses.get(house) ?? [])),
        amountVnd: sumVnd(own.map(({ rows }) => amountOf(rows))),
        handedOver: handedOverBy(own.map(({ work }) => work)),
      };
    });
}

/** By key of a funder the name to print: of several ways of writing one name, the first in order. */
function labelsOf(works: readonly HouseWork[]): ReadonlyMap<string, string> {
  const names = works
    .flatMap(({ rows }) => rows)
    .flatMap((row) => (row.funder === undefined ? [] : [{ key: funderKey(row), name: row.funder }]))
    .sort((a, b) => compareText(b.name, a.name));
  return new Map(names.map(({ key, name }) => [key, organisationLabel(name)]));
}

function handedOverBy(works: readonly HouseWork[]): Houses['byOrganisation'][number]['handedOver'] {
  const done = works.flatMap(({ handedOver: day, work, funders }) =>
    day === undefined ? [] : [{ year: yearOf(day), work, funders }],
  );
  const groups = Map.groupBy(done, ({ year, work }) => `${year} ${work}`);
  return inKeyOrder(groups).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ year: first.year, work: first.work, ...fundedBy(group.map(({ funders }) => funders)) }];
  });
}
