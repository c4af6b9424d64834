import type { IsoDate } from '../date.ts';
import { foldedKey, lowerName, splitKind } from '../units/name.ts';
import { calledOn, type Unit, type UnitCode, type UnitRegistry } from '../units/unit.ts';
import type { CommuneArea } from './commune-area.ts';
import { codeSlips, nameSlipsWithin, slipsWithin } from './slips.ts';

/** Longer names are stories. The longest of the registry has 30 letters. */
const MAX_NAME_LENGTH = 40;
/** Texts of one book for which likeness is sought: more than a book has communes, few enough for a column of garbage. */
const MAX_SOUGHT = 2_000;

/** How many slips a name may have. Two make another one of a short name. */
const farthest = (length: number): number => (length < 4 ? 0 : length < 9 ? 1 : 2);

/** A name without its kind, with and without accents. */
interface Spelling {
  readonly bare: string;
  readonly folded: string;
}

const spelt = (name: string): Spelling => {
  const { bare } = splitKind(lowerName(name));
  return { bare, folded: foldedKey(bare) };
};

interface Spelt extends Spelling {
  readonly unit: Unit;
}

/** Those with the least distance, if that is within the limit. */
function nearest(
  all: readonly Spelt[],
  limit: number,
  distanceTo: (one: Spelt, limit: number) => number | undefined,
): readonly Spelt[] {
  let found: Spelt[] = [];
  let least = limit;
  for (const one of all) {
    const distance = distanceTo(one, least);
    if (distance === undefined) continue;
    if (distance < least) found = [];
    least = distance;
    found.push(one);
  }
  return found;
}

/** Communes of the holder's province whose code or name is one slip of the pen away. */
export class NearCommunes {
  readonly #registry: UnitRegistry;
  readonly #area: CommuneArea;
  readonly #spelt = new Map<readonly Unit[], readonly Spelt[]>();
  #sought = 0;

  constructor(registry: UnitRegistry, area: CommuneArea) {
    this.#registry = registry;
    this.#area = area;
  }

  byCode(code: UnitCode, day: IsoDate): readonly Unit[] {
    const provinces = this.#area.provinces(day);
    const units = codeSlips(code)
      .flatMap((slip) => this.#registry.at(slip as UnitCode, day) ?? [])
      .filter(({ provinceId }) => provinceId !== undefined && provinces.includes(provinceId));
    return [...new Set(units)];
  }

  byName(name: string, day: IsoDate): readonly Unit[] {
    if (this.#sought >= MAX_SOUGHT) return [];
    this.#sought += 1;
    return this.#alike(name, this.#area.communes(day), day);
  }

  /** Whether a name is, or nearly is, that of one commune. */
  isNearly(name: string, unit: Unit, day: IsoDate): boolean {
    return this.#alike(name, [unit], day).length > 0;
  }

  #alike(name: string, communes: readonly Unit[], day: IsoDate): readonly Unit[] {
    const written = spelt(name);
    // "Phường 13" is not nearly "Phường 12".
    if (written.folded.length > MAX_NAME_LENGTH || /\d/.test(written.folded)) return [];
    const limit = farthest(written.folded.length);
    const alike = nearest(this.#speltOn(communes, day), limit, ({ folded }, max) =>
      nameSlipsWithin(written.folded, folded, max),
    );
    // Of several that are as near without accents, the nearest with them.
    const most = limit + MAX_NAME_LENGTH;
    return nearest(alike, most, ({ bare }, max) => slipsWithin(written.bare, bare, max)).map(
      ({ unit }) => unit,
    );
  }

  #speltOn(communes: readonly Unit[], day: IsoDate): readonly Spelt[] {
    const known = this.#spelt.get(communes);
    if (known !== undefined) return known;
    const made = communes.map((unit) => ({ unit, ...spelt(calledOn(unit, day).name) }));
    if (communes.length > 1) this.#spelt.set(communes, made);
    return made;
  }
}
