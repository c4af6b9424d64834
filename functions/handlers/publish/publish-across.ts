import { hashText } from '#adapters/sha256.ts';
import { maxText } from '#domain/order.ts';
import { acrossOf, acrossParts } from '#domain/publish/across.ts';
import type { Across, BookPart } from '#domain/publish/across-schema.ts';
import { mergeTold } from '#domain/publish/told-steps.ts';
import type { AcrossOf } from '#domain/publish/tree.ts';
import { wholeYears } from '#domain/publish/years.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Unit, UnitRegistry } from '#domain/units/unit.ts';
import type { SiteTree } from './site-tree.ts';

/** What stands across the books of a unit and those below it, now that it is published. */
export interface PublishedAcross {
  readonly says: AcrossOf;
  readonly books: readonly BookPart[];
}

/**
 * Publishes what is told across units: the parts of the books that changed in place of those that were public, all
 * others as they are.
 * @param above the unit in whose name it stands; undefined for the centre with the provinces
 * @param former the object that is public now
 * @param keeps whether a part that is public now may stay where no new one takes its place
 */
export async function publishAcross(
  above: Unit | undefined,
  former: Sha256 | undefined,
  changed: readonly BookPart[],
  registry: UnitRegistry,
  tree: SiteTree,
  keeps: (part: BookPart) => boolean = () => true,
): Promise<PublishedAcross> {
  const before = former === undefined ? [] : (await tree.across(former)).books;
  const renewed = new Set(changed.map(keyOf));
  const books = [...before.filter((part) => !renewed.has(keyOf(part)) && keeps(part)), ...changed];
  return writeAcross(acrossOf(above, books, registry, hashText), former, tree);
}

/** The same of parts that are all known. */
export async function writeAcross(
  across: Across,
  former: Sha256 | undefined,
  tree: SiteTree,
): Promise<PublishedAcross> {
  const object = await tree.write(across, former);
  return { says: { across: object, ...acrossParts(across) }, books: across.books };
}

const keyOf = ({ unit, fund }: BookPart): string => `${unit.id} ${fund}`;

/**
 * A province as the centre's object tells of it: its own transfers and targets, and what it reached with all of its
 * communes. Of each fund that any of them keeps. Fields stand in the order of the schema: what is read back has that order.
 */
export function provinceParts(province: Unit, books: readonly BookPart[]): BookPart[] {
  const funds = Map.groupBy(books, ({ fund }) => fund);
  return [...funds].map(([fund, parts]) => {
    const received = parts.flatMap(({ receivedOn }) => receivedOn ?? []);
    const own = parts.find(({ unit }) => unit.id === province.id);
    return {
      unit: province,
      fund,
      asOf: parts.map(({ asOf }) => asOf).reduce(maxText),
      ...(province.validTo === undefined || received.length === 0
        ? {}
        : { receivedOn: received.reduce(maxText) }),
      transfers: own?.transfers ?? [],
      retracted: own?.retracted ?? [],
      ...(own?.untold === undefined ? {} : { untold: own.untold }),
      told: mergeTold(parts),
      explanations: own?.explanations ?? [],
      years: wholeYears(
        own?.years ?? [],
        parts.filter((part) => part !== own).flatMap(({ years }) => years),
      ),
      // What a province sets its communes is told with them: here each unit is a province.
      targets: own?.targets.filter(({ unitId = province.id }) => unitId === province.id) ?? [],
      ...(own?.owed === undefined ? {} : { owed: own.owed }),
    };
  });
}
