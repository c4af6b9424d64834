import type { IsoDate } from '../date.ts';
import { lowerName, splitKind } from '../units/name.ts';
import { calledOn, type Unit, type UnitCode, type UnitRegistry } from '../units/unit.ts';
import { type Whereabouts, whereabouts } from '../units/whereabouts.ts';
import type { CommuneArea } from './commune-area.ts';
import type { CommuneFault } from './commune-fault.ts';
import { NearCommunes } from './commune-near.ts';
import { CommuneProposals, type Once } from './commune-proposals.ts';
import { provinceInstead } from './commune-province.ts';
import { type CodedName, type CommuneSearch, codedName, codeIn } from './commune-search.ts';
import { placeText } from './commune-text.ts';
import { dayIn } from './unit-words.ts';

const UNKNOWN: CommuneFault = { fault: 'COMMUNE_UNKNOWN' };
/** Names of one book that are looked for on other days: more than the country has communes; garbage has more. */
const MAX_SOUGHT = 20_000;
const LOST_ZEROS = /^(?:[1-9]\d{0,3}|0\d{2,3}|0)$/;

/** Says what a cell that names no commune of the day may have meant. */
export class CommuneInstead {
  readonly #registry: UnitRegistry;
  readonly #area: CommuneArea;
  readonly #search: CommuneSearch;
  readonly #near: NearCommunes;
  readonly #proposals: CommuneProposals;
  #sought = 0;

  constructor(registry: UnitRegistry, area: CommuneArea, search: CommuneSearch) {
    this.#registry = registry;
    this.#area = area;
    this.#search = search;
    this.#near = new NearCommunes(registry, area);
    this.#proposals = new CommuneProposals(registry, search);
  }

  of(text: string, date: IsoDate): CommuneFault {
    const zeros = LOST_ZEROS.test(text) ? this.#withZeros(text, date) : undefined;
    if (zeros !== undefined) return zeros;
    const code = codeIn(text);
    if (code !== undefined) return this.#ofCode(code, date);
    const coded = codedName(text);
    return coded === undefined ? this.#ofName(text, date) : this.#ofCodedName(coded, date);
  }

  /** Spreadsheets take a number's leading zeros: "4" was 00004, if the holder's province has or had that. */
  #withZeros(digits: string, date: IsoDate): CommuneFault | undefined {
    const code = digits.padStart(5, '0') as UnitCode;
    const isOwn = ({ provinceId }: Unit, day: IsoDate): boolean =>
      provinceId !== undefined && this.#area.provinces(day, date).includes(provinceId);
    const unit = this.#registry.at(code, date);
    if (unit !== undefined)
      return isOwn(unit, date) ? { fault: 'COMMUNE_UNKNOWN', suggestions: [code] } : undefined;
    const once = this.#bearers(code, date).filter((one) => isOwn(one.unit, one.day));
    return once.length > 0 ? this.#proposals.otherDate(once, date) : undefined;
  }

  #ofCode(code: UnitCode, date: IsoDate): CommuneFault {
    const once = this.#bearers(code, date);
    if (once.length > 0) return this.#proposals.otherDate(once, date);
    const province = this.#registry.at(code, date) ?? this.#registry.versions(code).at(-1);
    if (province?.level === 'TINH') return provinceInstead(this.#registry, province, date) ?? UNKNOWN;
    return this.#proposals.alike(this.#near.byCode(code, date), date);
  }

  /** Of a code that nobody bears on the day. */
  #bearers(code: UnitCode, date: IsoDate): readonly Once[] {
    return this.#search.bearers(code, date).map((unit) => ({ unit, day: dayIn(unit, date) }));
  }

  /** A code and a name of which not both are of one commune of the day. */
  #ofCodedName(coded: CodedName, date: IsoDate): CommuneFault {
    const both = this.#onOtherDays(date, (day) => this.#search.bearersNamed(coded, day, date));
    if (both.length > 0) return this.#proposals.otherDate(both, date);
    const unit = this.#registry.at(coded.code, date);
    if (unit !== undefined) {
      return this.#proposals.alike(this.#near.isNearly(coded.name, unit, date) ? [unit] : [], date);
    }
    const once = this.#bearers(coded.code, date);
    if (once.length > 0) return this.#proposals.otherDate(once, date);
    const named = this.#search.named(coded.name, date);
    return named.length > 0 ? this.#proposals.alike(named, date) : this.#ofName(coded.name, date);
  }

  #ofName(text: string, date: IsoDate): CommuneFault {
    if (this.#sought >= MAX_SOUGHT) return UNKNOWN;
    this.#sought += 1;
    const province = this.#area.provinceIn(text, date);
    const inPlace = province && provinceInstead(this.#registry, province, date);
    if (inPlace !== undefined) return inPlace;
    const once = this.#onOtherDays(date, (day) => this.#search.named(text, day, date));
    const ours = once.filter(({ unit, day }) => this.#concerns(unit, day, date));
    if (ours.length > 0) return this.#proposals.otherDate(ours, date);
    // Somebody's name, though of no commune that ever was the holder's business: no slip of another.
    if (once.length > 0) return UNKNOWN;
    const { kind, bare } = splitKind(lowerName(text));
    const ofKind = kind === undefined ? [] : this.#area.named(bare, this.#area.provinces(date), date);
    if (ofKind.length > 0) return this.#proposals.alike(ofKind, date);
    return this.#proposals.alike(this.#nearlyNamed(text, date), date);
  }

  /** Those nearly of that name which the names around it do not contradict. */
  #nearlyNamed(text: string, date: IsoDate): readonly Unit[] {
    const { communes, around } = placeText(text, false);
    const [place, ...others] = communes;
    if (place === undefined || place.former || others.length > 0) return [];
    return this.#near.byName(place.name, date).filter((unit) => {
      const meant = [calledOn(unit, date).name, ...around].join(', ');
      return around.length === 0 || this.#search.find(meant, date).includes(unit);
    });
  }

  #onOtherDays(date: IsoDate, find: (day: IsoDate) => readonly Unit[]): readonly Once[] {
    const found = new Map<string, Once>();
    for (const day of this.#area.otherDays(date)) {
      for (const unit of find(day)) {
        const own = dayIn(unit, day);
        const key = `${unit.id} ${calledOn(unit, own).name}`;
        if (!found.has(key)) found.set(key, { unit, day: own });
      }
    }
    return [...found.values()];
  }

  /** A province that took in another is no reason to name the other's communes to the first. */
  #concerns(unit: Unit, day: IsoDate, date: IsoDate): boolean {
    const own = this.#area.provinces(date);
    if (unit.provinceId === undefined || !this.#area.provinces(day, date).includes(unit.provinceId))
      return true;
    const place = whereabouts(this.#registry, unit, date);
    const units = unitsOf(place);
    return (
      units.length === 0 ||
      units.some(({ provinceId }) => provinceId !== undefined && own.includes(provinceId))
    );
  }
}

const unitsOf = (place: Whereabouts): readonly Unit[] => ('unit' in place ? [place.unit] : place.among);
