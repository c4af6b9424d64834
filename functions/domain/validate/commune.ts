import type { IsoDate } from '../date.ts';
import type { Unit, UnitId, UnitRegistry } from '../units/unit.ts';
import { CommuneArea } from './commune-area.ts';
import type { CommuneFault } from './commune-fault.ts';
import { CommuneInstead } from './commune-instead.ts';
import { CommuneSearch } from './commune-search.ts';
import { listed, nameAndCode, nameInFull } from './unit-words.ts';

/** What is known of the commune in a cell. */
export type CommuneFound = { readonly id: UnitId } | CommuneFault;

/** Answers kept: more than a book has communes and days, few enough not to grow with a column of garbage. */
const MAX_KNOWN = 20_000;
/** Longer texts are stories, not places. */
const MAX_LENGTH = 200;
const MAX_CANDIDATES = 5;

/**
 * Finds the place where money was used, as the holder of the book wrote it: a code, or a name within the
 * holder's province on that day, with or without district and province. "Xã Tam Thăng cũ" is looked up in the
 * divisions before. A commune that writes nothing means itself. Never picks among several.
 */
export class CommuneFinder {
  readonly #holder: Unit | undefined;
  readonly #area: CommuneArea;
  readonly #search: CommuneSearch;
  readonly #instead: CommuneInstead;
  readonly #known = new Map<string, CommuneFound>();

  constructor(registry: UnitRegistry, holder: Unit | undefined) {
    this.#holder = holder;
    this.#area = new CommuneArea(registry, holder);
    this.#search = new CommuneSearch(registry, this.#area);
    this.#instead = new CommuneInstead(registry, this.#area, this.#search);
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
    if (text.length > MAX_LENGTH) return { fault: 'COMMUNE_UNKNOWN' };
    const [unit, ...others] = new Set(this.#search.find(text, date));
    if (unit === undefined) return this.#instead.of(text, date);
    const province = this.#orProvince(text, date);
    if (others.length === 0 && (province === undefined || unit === this.#holder)) return { id: unit.id };
    const candidates = [unit, ...others].map((one) => nameInFull(one, date));
    if (province !== undefined) candidates.push(nameAndCode(province, date));
    return { fault: 'COMMUNE_AMBIGUOUS', params: { candidates: listed(candidates, '; ', MAX_CANDIDATES) } };
  }

  /** The holder's province where a commune's bare name is its name, too: Phường Bắc Giang lies in what was Bắc Giang. */
  #orProvince(text: string, date: IsoDate): Unit | undefined {
    const province = this.#area.provinceIn(text, date);
    return province !== undefined && this.#area.isOwn(province, date) ? province : undefined;
  }
}
