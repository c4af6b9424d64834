import type { IsoDate } from '../date.ts';
import type { Entry } from '../entry.ts';
import type { UnitId } from '../units/unit.ts';
import type { Cells } from './cells.ts';
import type { Movement } from './movement.ts';
import { TextColumn } from './text-column.ts';
import type { Toward, UnitFinder } from './unit-finder.ts';

/**
 * The column of the unit at the other end of a transfer between levels. Holds the last row read. What stands there in
 * rows that are no transfers says nothing of the movement; it is kept beside it as a cell of no known column is.
 */
export class OtherUnit {
  readonly #cells: Cells;
  readonly #name: string;
  readonly #toward: Toward;
  readonly #units: UnitFinder;
  readonly #column: TextColumn;
  #transfer = false;
  #own: string | undefined;
  text: string | undefined;
  id: UnitId | undefined;

  constructor(cells: Cells, name: 'from_unit' | 'to_unit', toward: Toward, units: UnitFinder) {
    this.#cells = cells;
    this.#name = name;
    this.#toward = toward;
    this.#units = units;
    this.#column = new TextColumn(cells, name, 'name');
  }

  /** @param instead the text that names the unit where the column does not; its own column tells what is wrong with it */
  read(day: IsoDate, transfer: boolean, instead?: string): void {
    this.#own = this.#column.read();
    this.#transfer = transfer;
    this.text = transfer ? (this.#own ?? instead) : undefined;
    this.id = undefined;
    if (this.text === undefined) return;
    const found = this.#units.other(this.text, day, this.#toward);
    if ('id' in found) this.id = found.id;
    else if (this.#own !== undefined) {
      const { suggestions } = found;
      const more = suggestions === undefined ? undefined : { suggestion: suggestions.join(' hoặc ') };
      this.#cells.note(this.#name, 'TRANSFER_UNIT_UNKNOWN', this.#own, more);
    }
  }

  /** The round, of a transfer. */
  round({ round }: Movement): string | undefined {
    return this.#transfer ? round : undefined;
  }

  /** Cells beside the movement, with what says nothing of it. */
  extra({ round, extra }: Movement): Entry['extra'] {
    if (this.#transfer || (this.#own === undefined && round === undefined)) return extra;
    return {
      ...extra,
      ...(this.#own === undefined ? {} : { [this.#cells.title(this.#name)]: this.#own }),
      ...(round === undefined ? {} : { [this.#cells.title('round')]: round }),
    };
  }
}
