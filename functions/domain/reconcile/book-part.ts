import type { Purpose } from '../codes.ts';
import { type Instant, type IsoDate, vietnamDay } from '../date.ts';
import { compareText, maxText, minText } from '../order.ts';
import type { BookPart, TargetRef, Year } from '../publish/across-schema.ts';
import type { Statement } from '../publish/schema.ts';
import type { Sha256 } from '../sha256.ts';
import { isUnplaced, moneyOrCount, targetsInForce } from '../targets/in-force.ts';
import type { Book, Filed } from './book.ts';
import { ofMoney } from './book-days.ts';
import { explanationsAcross } from './explanations.ts';
import { donationsOf, usesOf } from './flows.ts';
import { housesOfBook } from './houses.ts';
import { type Month, mergePurposes, mergeSources } from './merge.ts';
import { toldOf, transferLines } from './transfer-lines.ts';

/** What a book has to say to the units above and below it: its transfers, its years, its targets, its explanations. */
export const bookPart = (
  book: Book,
  months: readonly Month[],
  { asOf, period, duties }: Pick<Statement, 'asOf' | 'period' | 'duties'>,
): BookPart => ({
  unit: book.unit,
  fund: book.fund,
  asOf,
  ...(book.unit.validTo === undefined ? {} : { receivedOn: cameBy(ofMoney(book.live)) }),
  ...transferLines(book),
  told: toldOf(book),
  explanations: explanationsAcross(book),
  years: yearsOf(months, book),
  targets: targetsOf(book),
  owed: { period, updatedOn: cameBy(book.files), open: openByDay(duties) },
});

function openByDay(duties: Statement['duties']): [IsoDate, number][] {
  const open = duties.filter(({ state }) => state === 'OPEN');
  return [...Map.groupBy(open, ({ due }) => due)]
    .map(([due, own]): [IsoDate, number] => [due, own.length])
    .sort(([a], [b]) => compareText(a, b));
}

/** The day on which the last of some files was handed in. */
const cameBy = (files: readonly Filed[]): IsoDate =>
  files.map(({ submission }) => vietnamDay(submission.declaration.receivedAt)).reduce(maxText);

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
const targetsOf = ({ beside, unit, live }: Book): TargetRef[] => {
  const came = new Map(
    live.map(({ submission: { digest, declaration } }) => [digest, declaration.receivedAt]),
  );
  const cameAt = (digest: Sha256): Instant => {
    const at = came.get(digest);
    if (at === undefined) throw new Error('a target of a file that is not in force');
    return at;
  };
  return targetsInForce(beside.targets, unit.id)
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
        since: cameAt(row.digest),
      };
    })
    .sort(
      (a, b) =>
        compareText(a.year, b.year) ||
        compareText(a.indicator, b.indicator) ||
        compareText(a.unitId ?? '', b.unitId ?? ''),
    );
};
