import type { Purpose } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import { compareText } from '../order.ts';
import type { BookPart, TargetRef, Transfer, Year } from '../publish/across-schema.ts';
import { housesOf } from '../targets/houses.ts';
import type { Book } from './book.ts';
import { donationsOf, usesOf } from './flows.ts';
import { type Month, mergePurposes, mergeSources } from './merge.ts';

/** What a book has to say to the units above and below it: its transfers, its years, its targets. */
export const bookPart = (book: Book, months: readonly Month[], asOf: IsoDate): BookPart => ({
  unit: book.unit,
  fund: book.fund,
  asOf,
  transfers: transfersOf(book),
  years: yearsOf(months, book),
  targets: targetsOf(book),
});

/** Rows of days to come do not pass the reader. */
const LAST_DAY = '2999-12-31' as IsoDate;

const transfersOf = ({ live }: Book): Transfer[] =>
  live
    .flatMap(({ submission: { digest }, summary }) => summary.transfers.map((line) => ({ ...line, digest })))
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.digest, b.digest) || a.row - b.row);

/** Houses by the register of houses where there is one: a house paid for in parts is one house. */
export function yearsOf(months: readonly Month[], { beside }: Book): Year[] {
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4));
  const registered = beside.houses.length > 0;
  const handedOver = registered ? housesOf(beside.houses, LAST_DAY).handedOver : [];
  for (const { year } of handedOver) if (!years.has(String(year))) years.set(String(year), []);
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
        newHouses: registered ? built('NHA_XAY_MOI') : households('NHA_XAY_MOI'),
        repairs: registered ? built('NHA_SUA_CHUA') : households('NHA_SUA_CHUA'),
        ...(registered ? { registered: true as const } : {}),
      };
    });
}

/** One target a unit, year and indicator: the later row holds. Those of single organisations are parts of a plan. */
function targetsOf({ beside }: Book): TargetRef[] {
  const refs = new Map<string, TargetRef>();
  for (const {
    year,
    indicator,
    unitId,
    unitText,
    organisation,
    targetVnd,
    target,
    digest,
    row,
  } of beside.targets) {
    const figure = targetVnd ?? target;
    const untold = unitId === undefined && unitText !== undefined;
    if (figure === undefined || untold || organisation !== undefined) continue;
    const ref = {
      year: String(year),
      indicator,
      ...(unitId === undefined ? {} : { unitId }),
      target: figure,
    };
    refs.set(`${year} ${indicator} ${unitId ?? ''}`, { ...ref, digest, row });
  }
  return [...refs].sort(([a], [b]) => compareText(a, b)).map(([, ref]) => ref);
}
