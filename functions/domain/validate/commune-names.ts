import type { IsoDate } from '../date.ts';
import { fold } from '../text.ts';
import { lowerName, splitKind } from '../units/name.ts';
import { spelledAlike } from '../units/name-index.ts';
import { calledOn, type Unit, type UnitId, validOn } from '../units/unit.ts';
import type { CommuneArea } from './commune-area.ts';
import { aroundName, bareKey, type PlaceName, placeText } from './commune-text.ts';

/** The provinces in which a name is looked for, by day: a former name is looked for on a former day. */
export type Where = (day: IsoDate) => readonly UnitId[];

interface Scope {
  readonly day: IsoDate;
  readonly where: Where;
  /** A district behind a name must be one of that day's division. */
  readonly inItsOwn?: boolean;
}

const FORMER_UNACCENTED = /^([ -~]+?) \(?cu\)?$/i;

const inDistrict = (units: readonly Unit[], keys: readonly string[]): Unit[] =>
  units.filter(({ district }) => district !== undefined && keys.includes(bareKey(district)));

/** Finds every commune that a text with a name in it may mean on a day, and none that it does not. */
export class CommuneNames {
  readonly #area: CommuneArea;

  constructor(area: CommuneArea) {
    this.#area = area;
  }

  /** The communes that a text with a name in it may mean: the whole as a name, else its parts. */
  resolve(text: string, date: IsoDate, where: Where): readonly Unit[] {
    const whole = this.#called(text, where, date);
    if (whole.length > 0) return whole;
    const former = FORMER_UNACCENTED.exec(text)?.[1];
    const written = former === undefined ? text : `${former} cũ`;
    const coarse = this.#place(written, false, date, where);
    return coarse.length > 0 ? coarse : this.#place(written, true, date, where);
  }

  /**
   * Communes of that name on a day. A name with its accents that is one only without them is nobody's where a commune
   * of another day bore it to the accent: "Xã Tân Thành" until 2025 is not "Xã Tân Thanh" since.
   */
  #called(name: string, where: Where, day: IsoDate): readonly Unit[] {
    const on = (other: IsoDate): readonly Unit[] => this.#area.named(name, where(other), other);
    const found = on(day);
    const lower = lowerName(name);
    const isAlike = (unit: Unit, other: IsoDate): boolean => spelledAlike(name, calledOn(unit, other).name);
    if (found.length === 0 || fold(lower) === lower || found.some((unit) => isAlike(unit, day))) return found;
    return this.#area.otherDays(day).some((other) => on(other).some((unit) => isAlike(unit, other)))
      ? []
      : found;
  }

  #place(text: string, finely: boolean, date: IsoDate, where: Where): Unit[] {
    const { communes, around } = placeText(text, finely);
    return communes.flatMap((commune) => this.#within(commune, around, date, where));
  }

  /** What is called former is looked for in the divisions before, the newest first: there, who is called so no more. */
  #within(place: PlaceName, around: readonly string[], date: IsoDate, where: Where): readonly Unit[] {
    const days = place.former ? this.#area.formerDays(date) : [];
    if (days.length === 0) return this.#joined(place.name, around, { day: date, where });
    const told = splitKind(lowerName(place.name)).kind !== undefined;
    const said = (unit: Unit, day: IsoDate): string => {
      const { name } = calledOn(unit, day);
      return told ? name : splitKind(lowerName(name)).bare;
    };
    const stillCalled = (unit: Unit, day: IsoDate): boolean =>
      validOn(unit, date) && said(unit, date) === said(unit, day);
    let unchanged: readonly Unit[] = [];
    // A district behind the name tells the division, if that had it; else it may be said of a later one.
    for (const inItsOwn of around.length > 0 ? [true, false] : [false]) {
      for (const day of days) {
        const found = this.#joined(place.name, around, { day, where, inItsOwn });
        const gone = found.filter((unit) => !stillCalled(unit, day));
        if (gone.length > 0) return gone;
        if (unchanged.length === 0) unchanged = found;
      }
    }
    return unchanged;
  }

  #joined(name: string, around: readonly string[], scope: Scope): readonly Unit[] {
    const found = this.#among(name, around, scope);
    const [next, ...rest] = around;
    if (found.length > 0 || next === undefined) return found;
    // "Phường Văn Miếu - Quốc Tử Giám" is one name.
    return this.#among(`${name} - ${next}`, rest, scope);
  }

  #among(name: string, around: readonly string[], scope: Scope): readonly Unit[] {
    let found = this.#called(name, scope.where, scope.day);
    // The widest name stands last, and must be known before a district within it can tell anything.
    for (const text of around.toReversed()) found = this.#narrow(found, name, text, scope);
    return found;
  }

  /** What is left of the communes found when a name stands behind them: a district, a province, or anything. */
  #narrow(
    found: readonly Unit[],
    name: string,
    text: string,
    { day, where, inItsOwn }: Scope,
  ): readonly Unit[] {
    const { kind, keys } = aroundName(text);
    const near = kind === 'province' ? [] : inDistrict(found, keys);
    if (near.length > 0) return near;
    const province = kind === 'district' ? undefined : this.#area.provinceNamed(keys, day);
    if (province !== undefined) {
      if (where(day).includes(province)) return found.filter(({ provinceId }) => provinceId === province);
      return this.#area.named(name, [province], day);
    }
    const district = this.#area.hadDistrict(keys);
    if (kind === undefined && !district) {
      return found.length === 0 ? found : [...found, ...this.#area.named(text, where(day), day)];
    }
    // On a day that has districts, the communes found lie in another one.
    const districtsAreKnown = found.every((unit) => unit.district !== undefined);
    if (!district || districtsAreKnown) return kind === undefined ? found : [];
    if (inItsOwn) return [];
    // A former district behind a present name: whoever wrote it may mean the former commune of that name.
    const former = this.#area.formerDays(day).flatMap((last) => this.#area.named(name, where(last), last));
    return [...new Set([...found, ...inDistrict(former, keys)])];
  }
}
