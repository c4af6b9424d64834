import * as v from 'valibot';
import type { IsoDate } from '../date.ts';
import { type Unit, type UnitCode, UnitCodeSchema, type UnitRegistry, validOn } from '../units/unit.ts';
import type { CommuneArea } from './commune-area.ts';
import { CommuneNames, type Where } from './commune-names.ts';

/** A code and a name in one cell. */
export interface CodedName {
  readonly code: UnitCode;
  readonly name: string;
}

const CODE_FIRST = /^(\d{5})(?!\d)[\s\-–—:.,;()]*(.+)$/u;
const CODE_LAST = /^(.+?)[\s\-–—:.,;()]*(?<!\d)(\d{5})\)?$/u;

/** "20362 - Xã Tam Thăng", "Xã Tam Thăng (20362)". */
export function codedName(text: string): CodedName | undefined {
  const first = CODE_FIRST.exec(text);
  if (first?.[1] && first[2]) return { code: first[1] as UnitCode, name: first[2] };
  const last = CODE_LAST.exec(text);
  return last?.[1] && last[2] ? { code: last[2] as UnitCode, name: last[1] } : undefined;
}

export const codeIn = (text: string): UnitCode | undefined => {
  const read = v.safeParse(UnitCodeSchema, text);
  return read.success ? read.output : undefined;
};

const isCommune = ({ level }: Unit): boolean => level === 'XA';

/** Finds every commune that a text may mean on a day, and none that it does not. */
export class CommuneSearch {
  readonly #registry: UnitRegistry;
  readonly #area: CommuneArea;
  readonly #names: CommuneNames;

  constructor(registry: UnitRegistry, area: CommuneArea) {
    this.#registry = registry;
    this.#area = area;
    this.#names = new CommuneNames(area);
  }

  find(text: string, date: IsoDate): readonly Unit[] {
    const code = codeIn(text);
    if (code !== undefined) return [this.#registry.at(code, date) ?? []].flat().filter(isCommune);
    const coded = codedName(text);
    return coded === undefined ? this.named(text, date) : this.#coded(coded, date);
  }

  /** Those of a name alone, in the provinces that were the holder's as seen from another day. */
  named(text: string, date: IsoDate, seenFrom: IsoDate = date): readonly Unit[] {
    return this.#names.resolve(text, date, (day) => this.#area.provinces(day, seenFrom));
  }

  /** Every commune that ever bore a code, the oldest first; also the one to which another source gives it on a day. */
  bearers(code: UnitCode, day: IsoDate): readonly Unit[] {
    const all = [...this.#registry.versions(code), this.#registry.at(code, day) ?? []].flat();
    return [...new Set(all)].filter(isCommune);
  }

  /** Those that bore both the code and the name, on a day or on any other. */
  bearersNamed({ code, name }: CodedName, day: IsoDate, seenFrom: IsoDate = day): readonly Unit[] {
    const bearers = this.bearers(code, seenFrom);
    const named = this.#names.resolve(name, day, this.#provincesOf(bearers, seenFrom));
    return bearers.filter((unit) => named.includes(unit));
  }

  /** A code and a name must mean one commune; what a former one was called may come with its former code. */
  #coded(coded: CodedName, date: IsoDate): readonly Unit[] {
    const both = this.bearersNamed(coded, date);
    const meant = both.find((unit) => validOn(unit, date)) ?? both[0];
    if (meant !== undefined) return [meant];
    const unit = this.bearers(coded.code, date).find((one) => validOn(one, date));
    if (unit === undefined) return [];
    const named = this.#names.resolve(coded.name, date, this.#provincesOf([unit], date));
    return named.length === 0 ? [] : [unit, ...named];
  }

  /** The provinces of some communes on the days on which there are any; the holder's on others. */
  #provincesOf(units: readonly Unit[], seenFrom: IsoDate): Where {
    return (day) => {
      const own = units.filter((unit) => validOn(unit, day)).flatMap(({ provinceId }) => provinceId ?? []);
      return own.length > 0 ? own : this.#area.provinces(day, seenFrom);
    };
  }
}
