import type { CommuneKind } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import { accentedKey } from '../text.ts';
import { foldedKey, lowerName, splitKind } from './name.ts';
import { type Called, calledOn, type Unit, validOn } from './unit.ts';

/** Who writes the kind without its accent writes the name without, too. */
const UNACCENTED_KIND = /^(?:xa|phuong|thi tran|dac khu) /;
/** "Mĩ" and "Mỹ" are one spelling with two fashions, as "quí" and "quý" are; "tai" and "tay" are two words. */
const iForY = (key: string): string => key.replace(/(?<=^|[ bcdđghklmnprstvx]|qu)y/g, 'i');

type Spelling = (lower: string) => string;
const accented: Spelling = (lower) => iForY(accentedKey(lower));
const folded: Spelling = (lower) => iForY(foldedKey(lower));

/** Whether two names are written alike to the accent, whatever the kinds before them. */
export const spelledAlike = (a: string, b: string): boolean => bareSpelling(a) === bareSpelling(b);
const bareSpelling = (name: string): string => accented(splitKind(lowerName(name)).bare);

/** A unit under one of the names that it bore. */
interface Named {
  readonly unit: Unit;
  readonly called: Called;
}

type Index = ReadonlyMap<string, readonly Named[]>;

/** The communes of one province by every name that they bore, in the spelling with accents and in that without. */
export class NameIndex {
  readonly #accented: Index;
  readonly #folded: Index;

  constructor(communes: readonly Unit[]) {
    const named = communes.flatMap((unit) =>
      [unit, ...(unit.formerNames ?? [])].map((called) => ({ unit, called })),
    );
    this.#accented = indexOf(named, accented);
    this.#folded = indexOf(named, folded);
  }

  /** Accented spelling first; the folded one only where nothing has the accented. A kind that is told must be theirs. */
  find({ accented: exact, folded: plain, kind }: NameKeys, day: IsoDate): readonly Unit[] {
    const found = exact === undefined ? [] : lookUp(this.#accented, exact, kind, day);
    return found.length > 0 ? found : lookUp(this.#folded, plain, kind, day);
  }
}

/** The keys of a name as it is written, and of what follows the kind that its first word tells. */
interface Keys {
  readonly whole: string;
  readonly bare: string;
}

/** What a name is looked up by. */
export interface NameKeys {
  readonly kind?: CommuneKind | undefined;
  /** Absent for who writes without accents. */
  readonly accented?: Keys;
  readonly folded: Keys;
}

function nameKeys(name: string): NameKeys {
  const lower = lowerName(name);
  const { kind, bare } = splitKind(lower);
  const keys = (spelling: Spelling): Keys => ({ whole: spelling(lower), bare: spelling(bare) });
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(UNACCENTED_KIND.test(lower) ? {} : { accented: keys(accented) }),
    folded: keys(folded),
  };
}

/** Keys kept: of the names within one cell, which are looked for in several provinces on several days. */
const MAX_KEPT = 64;

/** Makes the keys of names, and remembers the last of them. */
export function nameKeysReader(): (name: string) => NameKeys {
  const kept = new Map<string, NameKeys>();
  return (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (kept.size >= MAX_KEPT) kept.clear();
    const made = nameKeys(name);
    kept.set(name, made);
    return made;
  };
}

const indexOf = (named: readonly Named[], spelling: Spelling): Index =>
  Map.groupBy(named, ({ called }) => spelling(splitKind(lowerName(called.name)).bare));

/** Communes by whole text as a bare name ("Xa Dung"), else with the kind that its first word tells. */
function lookUp(index: Index, { whole, bare }: Keys, kind: CommuneKind | undefined, day: IsoDate): Unit[] {
  const onDay = (key: string) =>
    (index.get(key) ?? []).filter(({ unit, called }) => validOn(unit, day) && calledOn(unit, day) === called);
  const named = onDay(whole);
  const found =
    named.length > 0 || kind === undefined ? named : onDay(bare).filter(({ called }) => called.kind === kind);
  return found.map(({ unit }) => unit);
}
