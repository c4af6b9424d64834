import type { Purpose } from '../codes.ts';
import { type IsoDate, vietnamDay } from '../date.ts';
import { compareText, maxText, minText } from '../order.ts';
import type { BookPart, TargetRef, Transfer, Year } from '../publish/across-schema.ts';
import { isUnplaced, moneyOrCount, targetsInForce } from '../targets/in-force.ts';
import type { Book } from './book.ts';
import { donationsOf, usesOf } from './flows.ts';
import { housesOfBook } from './houses.ts';
import { type Month, mergePurposes, mergeSources } from './merge.ts';

/** What a book has to say to the units above and below it: its transfers, its years, its targets. */
export const bookPart = (book: Book, months: readonly Month[], asOf: IsoDate): BookPart => ({
  unit: book.unit,
  fund: book.fund,
  asOf,
  ...(book.unit.validTo === undefined ? {} : { receivedOn: receivedOn(book) }),
  transfers: transfersOf(book),
  years: yearsOf(months, book),
  targets: targetsOf(book),
});

const receivedOn = ({ live }: Book): IsoDate =>
  live.map(({ submission }) => vietnamDay(submission.declaration.receivedAt)).reduce(maxText);

const transfersOf = ({ live }: Book): Transfer[] =>
  live
    .flatMap(({ submission: { digest }, summary }) => summary.transfers.map((line) => ({ ...line, digest })))
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.digest, b.digest) || a.row - b.row);

/**
 * Houses by the register of houses where there is one: a house paid for in parts is one house. It tells of every year
 * from its first row to its last day, of those too in which nothing was handed over.
 */
export function yearsOf(months: readonly Month[], book: Book): Year[] {
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4));
  const houses = housesOfBook(book);
  const { handedOver } = houses ?? { handedOver: [] };
  for (const year of houses === undefined ? [] : registeredYears(book, houses.asOf))
    if (!years.has(year)) years.set(year, []);
  return [...years]
    .sort(([a], [b]) => compareText(a, b))
    .map(([year, own]) => {
      const built = (work: Purpose) =>
        handedOver
          .filter((line) => String(line.year) === year && line.work === work)
          .reduce((sum, line) => sum + line.houses, 0);
      const byPurpose = mergePurposes(own);
      const households = (wanted?: Purpose) =>
        byPurpose
          .filter(({ purpose }) => wanted === undefined || purpose === wanted)
          .reduce((sum, line) => sum + line.households, 0);
      return {
        year,
        donationsVnd: donationsOf({ bySource: mergeSources(own) }),
        usesVnd: usesOf({ byPurpose }),
        households: households(),
        livelihoods: households('SINH_KE'),
        newHouses: houses ? built('NHA_XAY_MOI') : households('NHA_XAY_MOI'),
        repairs: houses ? built('NHA_SUA_CHUA') : households('NHA_SUA_CHUA'),
        ...(houses ? { registered: true as const } : {}),
      };
    });
}

function registeredYears({ beside }: Book, asOf: IsoDate): string[] {
  const first = beside.houses.map(({ date }) => date).reduce(minText, asOf);
  const [from, to] = [yearOf(first), yearOf(asOf)];
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/**
 * One target a unit, year and indicator, by the rows that the statement goes by. Those of single organisations are
 * parts of a plan.
 */
const targetsOf = ({ beside, unit }: Book): TargetRef[] =>
  targetsInForce(beside.targets, unit.id)
    .filter(({ unitKey, organisationKey }) => !isUnplaced(unitKey) && organisationKey === '')
    .map(({ row, unitId, target }) => {
      const stated = moneyOrCount(row, row.statedVnd, row.stated);
      return {
        year: String(row.year),
        indicator: row.indicator,
        ...(unitId === undefined ? {} : { unitId }),
        target,
        ...(stated === undefined ? {} : { stated }),
        digest: row.digest,
        row: row.row,
      };
    })
    .sort(
      (a, b) =>
        compareText(a.year, b.year) ||
        compareText(a.indicator, b.indicator) ||
        compareText(a.unitId ?? '', b.unitId ?? ''),
    );
