import * as v from 'valibot';
import type { IsoDate } from '../date.ts';
import { type Unit, UnitCodeSchema, type UnitId, type UnitRegistry } from '../units/unit.ts';

/** Answers kept: more than a book has communes and days, few enough not to grow with a column of garbage. */
const MAX_KNOWN = 20_000;

/**
 * Finds the place where money was used, as the holder of the book wrote it: a code, or a name within the
 * holder's province on that day. A commune that writes nothing means itself. Never picks among several.
 */
export class CommuneFinder {
  readonly #registry: UnitRegistry;
  readonly #holder: Unit;
  readonly #known = new Map<string, UnitId | undefined>();

  constructor(registry: UnitRegistry, holder: Unit) {
    this.#registry = registry;
    this.#holder = holder;
  }

  find(text: string | undefined, date: IsoDate): UnitId | undefined {
    if (text === undefined) return this.#holder.level === 'XA' ? this.#holder.id : undefined;
    const key = `${date}\n${text}`;
    if (!this.#known.has(key)) {
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      this.#known.set(key, this.#look(text, date));
    }
    return this.#known.get(key);
  }

  #look(text: string, date: IsoDate): UnitId | undefined {
    const code = v.safeParse(UnitCodeSchema, text);
    if (code.success) return this.#registry.at(code.output, date)?.id;
    const provinceId = this.#holder.level === 'TINH' ? this.#holder.id : this.#holder.provinceId;
    if (provinceId === undefined) return undefined;
    const found = this.#registry.communesByName(text, provinceId, date);
    return found.length === 1 ? found[0]?.id : undefined;
  }
}
