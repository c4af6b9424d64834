import * as v from 'valibot';
import type { IsoDate } from '../date.ts';
import { LAST_FORMER_DAY } from '../units/former-provinces.ts';
import { lowerName, splitKind } from '../units/name.ts';
import { type Unit, type UnitCode, UnitCodeSchema, type UnitId, type UnitRegistry } from '../units/unit.ts';
import { CommuneArea } from './commune-area.ts';
import { aroundName, bareKey, type PlaceName, placeText } from './commune-text.ts';

/** What is known of the commune in a cell. `suggestion`, where there is one, is found when it is written there. */
export type CommuneFound =
  | { readonly id: UnitId }
  | { readonly fault: 'COMMUNE_UNKNOWN'; readonly suggestion?: string }
  /** Names with districts and codes, at most five. */
  | { readonly fault: 'COMMUNE_AMBIGUOUS'; readonly candidates: string };

/** Answers kept: more than a book has communes and days, few enough not to grow with a column of garbage. */
const MAX_KNOWN = 20_000;
/** Longer texts are stories, not places. */
const MAX_LENGTH = 200;
const MAX_CANDIDATES = 5;

const UNKNOWN: CommuneFound = { fault: 'COMMUNE_UNKNOWN' };
const LOST_ZEROS = /^\d{1,4}$/;
const CODE_FIRST = /^(\d{5})(?!\d)[\s\-–—:.,;()]*(.+)$/u;
const CODE_LAST = /^(.+?)[\s\-–—:.,;()]*(?<!\d)(\d{5})\)?$/u;
const FORMER_UNACCENTED = /^([ -~]+?) \(?cu\)?$/i;

const unknown = (suggestion: string | undefined): CommuneFound =>
  suggestion === undefined ? UNKNOWN : { fault: 'COMMUNE_UNKNOWN', suggestion };

const withCode = ({ name, district, code }: Unit): string =>
  `${name}${district === undefined ? '' : `, ${district}`} (${code})`;

function oneOf(units: readonly Unit[]): CommuneFound {
  const [unit, ...others] = new Set(units);
  if (unit === undefined) return UNKNOWN;
  if (others.length === 0) return { id: unit.id };
  const shown = [unit, ...others].slice(0, MAX_CANDIDATES).map(withCode).join('; ');
  return { fault: 'COMMUNE_AMBIGUOUS', candidates: others.length < MAX_CANDIDATES ? shown : `${shown}; …` };
}

const inDistrict = (units: readonly Unit[], keys: readonly string[]): Unit[] =>
  units.filter(({ district }) => district !== undefined && keys.includes(bareKey(district)));

/**
 * Finds the place where money was used, as the holder of the book wrote it: a code, or a name within the
 * holder's province on that day, with or without district and province. "Xã Tam Thăng cũ" is looked up on the last
 * day of the former division. A commune that writes nothing means itself. Never picks among several.
 */
export class CommuneFinder {
  readonly #registry: UnitRegistry;
  readonly #holder: Unit | undefined;
  readonly #area: CommuneArea;
  readonly #known = new Map<string, CommuneFound>();

  constructor(registry: UnitRegistry, holder: Unit | undefined) {
    this.#registry = registry;
    this.#holder = holder;
    this.#area = new CommuneArea(registry, holder);
  }

  /** Undefined where nothing is written, and the holder is no commune itself. */
  look(text: string | undefined, date: IsoDate): CommuneFound | undefined {
    if (text === undefined) return this.#holder?.level === 'XA' ? { id: this.#holder.id } : undefined;
    const key = `${date}\n${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    const found = this.#look(text, date);
    this.#known.set(key, found);
    return found;
  }

  #look(text: string, date: IsoDate): CommuneFound {
    if (text.length > MAX_LENGTH) return UNKNOWN;
    const code = v.safeParse(UnitCodeSchema, text);
    const unit = code.success ? this.#registry.at(code.output, date) : undefined;
    if (unit !== undefined) return { id: unit.id };
    if (LOST_ZEROS.test(text)) return unknown(this.#withZeros(text, date));
    if (code.success) return UNKNOWN;
    const first = CODE_FIRST.exec(text);
    if (first?.[1] && first[2]) return this.#coded(first[1], first[2], date);
    const last = CODE_LAST.exec(text);
    if (last?.[1] && last[2]) return this.#coded(last[2], last[1], date);
    return this.#named(text, date);
  }

  /** Spreadsheets take a number's leading zeros: "4" was 00004, if the holder's province has that. */
  #withZeros(digits: string, date: IsoDate): string | undefined {
    const code = digits.padStart(5, '0') as UnitCode;
    const unit = this.#registry.at(code, date);
    const own = unit?.provinceId !== undefined && this.#area.provinces(date).includes(unit.provinceId);
    return own ? code : undefined;
  }

  /** A code and a name must mean one commune; what a former one was called may come with its former code. */
  #coded(code: string, name: string, date: IsoDate): CommuneFound {
    const unit = this.#registry.at(code as UnitCode, date);
    const former = this.#registry.at(code as UnitCode, LAST_FORMER_DAY);
    const provinces = [unit ?? former].flatMap((known) => known?.provinceId ?? []);
    const named = this.#resolve(name, date, provinces);
    const meant = named.find((one) => one === unit || one === former);
    if (meant !== undefined) return { id: meant.id };
    if (unit === undefined || named.length === 0) return UNKNOWN;
    return oneOf([unit, ...named]);
  }

  #named(text: string, date: IsoDate): CommuneFound {
    const found = this.#resolve(text, date, this.#area.provinces(date));
    return found.length > 0 ? oneOf(found) : unknown(this.#instead(text, date));
  }

  /** The communes that a text with a name in it may mean: the whole as a name, else its parts. */
  #resolve(text: string, date: IsoDate, provinces: readonly UnitId[]): Unit[] {
    const whole = this.#area.named(text, provinces, date);
    if (whole.length > 0) return whole;
    const former = FORMER_UNACCENTED.exec(text)?.[1];
    const written = former === undefined ? text : `${former} cũ`;
    const coarse = this.#place(written, false, date, provinces);
    return coarse.length > 0 ? coarse : this.#place(written, true, date, provinces);
  }

  #place(text: string, finely: boolean, date: IsoDate, provinces: readonly UnitId[]): Unit[] {
    const { communes, around } = placeText(text, finely);
    return communes.flatMap((commune) => this.#within(commune, around, date, provinces));
  }

  #within(place: PlaceName, around: readonly string[], date: IsoDate, own: readonly UnitId[]): Unit[] {
    const day = place.former && date > LAST_FORMER_DAY ? LAST_FORMER_DAY : date;
    const among = day === date ? own : this.#area.provinces(day);
    const found = this.#among(place.name, around, day, among);
    const [next, ...rest] = around;
    if (found.length > 0 || next === undefined) return found;
    // "Phường Văn Miếu - Quốc Tử Giám" is one name.
    return this.#among(`${place.name} - ${next}`, rest, day, among);
  }

  #among(name: string, around: readonly string[], day: IsoDate, among: readonly UnitId[]): Unit[] {
    let found = this.#area.named(name, among, day);
    // The widest name stands last, and must be known before a district within it can tell anything.
    for (const text of around.toReversed()) found = this.#narrow(found, name, text, day, among);
    return found;
  }

  /** What is left of the communes found when a name stands behind them: a district, a province, or anything. */
  #narrow(found: Unit[], name: string, text: string, day: IsoDate, among: readonly UnitId[]): Unit[] {
    const { kind, keys } = aroundName(text);
    const near = kind === 'province' ? [] : inDistrict(found, keys);
    if (near.length > 0) return near;
    const province = kind === 'district' ? undefined : this.#area.provinceNamed(keys, day);
    if (province !== undefined) {
      if (among.includes(province)) return found.filter(({ provinceId }) => provinceId === province);
      return this.#area.named(name, [province], day);
    }
    const district = this.#area.hadDistrict(keys);
    if (kind === undefined && !district) {
      return found.length === 0 ? found : [...found, ...this.#area.named(text, among, day)];
    }
    if (day <= LAST_FORMER_DAY || !district) return kind === undefined ? found : [];
    // A former district behind a present name: whoever wrote it may mean the former commune of that name.
    const former = this.#area.named(name, this.#area.provinces(LAST_FORMER_DAY), LAST_FORMER_DAY);
    return found.length === 0 ? found : [...found, ...inDistrict(former, keys)];
  }

  /** One commune that the writer may have meant: of another kind, or of the former division. */
  #instead(text: string, date: IsoDate): string | undefined {
    const own = this.#area.provinces(date);
    const { kind, bare } = splitKind(lowerName(text));
    const alike = kind === undefined ? [] : this.#area.named(bare, own, date);
    if (alike.length > 0) return this.#only(alike, '', date);
    if (date <= LAST_FORMER_DAY) return undefined;
    const former = this.#area.provinces(LAST_FORMER_DAY);
    return this.#only(this.#area.named(text, former, LAST_FORMER_DAY), ' cũ', date);
  }

  /** The name of the only unit, if writing it would find that. */
  #only(units: readonly Unit[], mark: string, date: IsoDate): string | undefined {
    const [unit] = units;
    if (unit === undefined || units.length > 1) return undefined;
    const text = `${unit.name}${mark}`;
    const found = this.#resolve(text, date, this.#area.provinces(date));
    return found.length === 1 && found[0] === unit ? text : undefined;
  }
}
