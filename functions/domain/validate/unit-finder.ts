import type { Level } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import { fold } from '../text.ts';
import { type Unit, type UnitId, type UnitRegistry, validOn } from '../units/unit.ts';
import { CommuneFinder, type CommuneFound } from './commune.ts';
import { CommuneArea } from './commune-area.ts';
import type { CommuneFault } from './commune-fault.ts';
import { codeIn } from './commune-search.ts';

/** The unit in a cell; where it cannot be told, what may have been meant, if that is safe to say. */
export type UnitFound = { readonly id: UnitId } | { readonly suggestions?: readonly string[] };

/** Where the unit stands as seen from the holder of the book: a transfer comes from above and goes below. */
export type Toward = 'above' | 'below';

/** Answers kept; a column of garbage must not grow without end. */
const MAX_KNOWN = 20_000;
/** Longer texts are stories, not units. */
const MAX_LENGTH = 200;

const RANKS: Readonly<Record<Level, number>> = { TW: 0, TINH: 1, HUYEN: 2, XA: 3 };

/** Folded: how the centre is written, with the body that holds its money or alone. */
const CENTRE =
  /^(?:cap )?(?:tw|trung uong)$|^(?:ub|uy ban )?(?:tw|trung uong) (?:mttq|mat tran(?: to quoc)?)(?: ?(?:viet nam|vn))?$|^mttq ?(?:viet nam|vn)$|^(?:ban van dong |quy )(?:.{0,30} )?(?:tw|trung uong)$/;
/** "UBMTTQ Việt Nam tỉnh …", "Ban vận động Quỹ “Vì người nghèo” xã …": the body, whose unit stands behind. */
const BODY =
  /^(?:(?:ủy|uỷ|uy) ban |ub ?)?(?:mttq|mặt trận(?: tổ quốc)?|mat tran(?: to quoc)?) ?(?:việt nam |viet nam |vn )?(?=\S)/iu;
const BOARD =
  /^(?:ban vận động|ban van dong|bvđ|bvd) (?:quỹ |quy )?(?:["“]?(?:vì người nghèo|vi nguoi ngheo|vnn)["”]? )?(?=\S)/iu;
const CODED = /^(\d{2})(?!\d)[\s\-–—:.,;()]*(\D.+)$/u;

/**
 * Finds the unit that a cell names on a day: the centre, a province or a commune, by its code or by its name, with or
 * without the body that keeps its fund. Communes are sought as in the column of communes. Never picks among several.
 */
export class UnitFinder {
  readonly #registry: UnitRegistry;
  readonly #holder: Unit | undefined;
  readonly #area: CommuneArea;
  readonly #communes: CommuneFinder;
  readonly #known = new Map<string, UnitFound>();

  constructor(registry: UnitRegistry, holder: Unit | undefined) {
    this.#registry = registry;
    this.#holder = holder;
    this.#area = new CommuneArea(registry, holder);
    this.#communes = new CommuneFinder(registry, holder);
  }

  /** @param toward settles a name that a province and a commune share */
  look(text: string, day: IsoDate, toward?: Toward): UnitFound {
    const key = `${toward}\n${day}\n${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    const found = this.#look(text, day, toward);
    this.#known.set(key, found);
    return found;
  }

  /** The unit at the other end of a transfer: never the holder itself. */
  other(text: string, day: IsoDate, toward: Toward): UnitFound {
    const found = this.look(text, day, toward);
    return 'id' in found && found.id === this.#holder?.id ? {} : found;
  }

  #look(written: string, day: IsoDate, toward: Toward | undefined): UnitFound {
    if (written.length > MAX_LENGTH) return {};
    if (CENTRE.test(fold(written))) return idOf(this.#registry.at(CENTRE_CODE, day));
    const text = written.replace(BODY, '').replace(BOARD, '');
    const code = codeIn(text.toUpperCase());
    if (code !== undefined && code.length === 2) return idOf(this.#registry.at(code, day));
    const province = this.#province(text, day);
    const commune: CommuneFound = this.#communes.look(text, day) ?? NO_COMMUNE;
    if (province === undefined) return 'id' in commune ? commune : suggestionsOf(commune);
    if (!('id' in commune)) return this.#mayBeCommune(commune, toward) ? {} : idOf(province);
    const candidates = [province, this.#registry.byId(commune.id)].filter((unit) => unit !== undefined);
    const [only, ...others] = candidates.filter((unit) => this.#lies(unit, toward));
    return only !== undefined && others.length === 0 ? { id: only.id } : {};
  }

  /** A province that exists on the day: by its name, or by its code and its name. */
  #province(text: string, day: IsoDate): Unit | undefined {
    const coded = CODED.exec(text);
    const unit = this.#area.provinceIn(coded?.[2]?.replace(/\)$/u, '') ?? text, day);
    if (unit === undefined || !validOn(unit, day)) return undefined;
    return coded === null || coded[1] === unit.code ? unit : undefined;
  }

  /** A commune of the name exists, too, and nothing tells the two apart. */
  #mayBeCommune(found: CommuneFault, toward: Toward | undefined): boolean {
    return found.fault === 'COMMUNE_AMBIGUOUS' && toward !== 'above';
  }

  #lies({ level }: Unit, toward: Toward | undefined): boolean {
    if (toward === undefined || this.#holder === undefined) return true;
    const own = RANKS[this.#holder.level];
    return toward === 'above' ? RANKS[level] < own : RANKS[level] > own;
  }
}

const NO_COMMUNE: CommuneFault = { fault: 'COMMUNE_UNKNOWN' };

const suggestionsOf = ({ suggestions }: CommuneFault): UnitFound =>
  suggestions === undefined ? {} : { suggestions };

const CENTRE_CODE = 'TW' as Unit['code'];

const idOf = (unit: Unit | undefined): UnitFound => (unit === undefined ? {} : { id: unit.id });
