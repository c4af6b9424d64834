import type { IsoDate } from '../date.ts';
import { accentedKey } from '../text.ts';
import { foldedKey, lowerName, type SplitName, splitKind } from './name.ts';
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
  find(name: string, day: IsoDate): readonly Unit[] {
    const lower = lowerName(name);
    if (lower === '') return [];
    const split = splitKind(lower);
    const exact = UNACCENTED_KIND.test(lower) ? [] : lookUp(this.#accented, accented, lower, split, day);
    return exact.length > 0 ? exact : lookUp(this.#folded, folded, lower, split, day);
  }
}

const indexOf = (named: readonly Named[], spelling: Spelling): Index =>
  Map.groupBy(named, ({ called }) => spelling(splitKind(lowerName(called.name)).bare));

/** Communes by whole text as a bare name ("Xa Dung"), else with the kind that its first word tells. */
function lookUp(index: Index, spelling: Spelling, lower: string, split: SplitName, day: IsoDate): Unit[] {
  const onDay = (key: string) =>
    (index.get(key) ?? []).filter(({ unit, called }) => validOn(unit, day) && calledOn(unit, day) === called);
  const whole = onDay(spelling(lower));
  const found =
    whole.length > 0 || split.kind === undefined
      ? whole
      : onDay(spelling(split.bare)).filter(({ called }) => called.kind === split.kind);
  return found.map(({ unit }) => unit);
}
