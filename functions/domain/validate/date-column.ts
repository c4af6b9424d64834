import type { IsoDate, Period } from '../date.ts';
import { type DateReading, type DateShape, readDate } from '../parse/values/date.ts';
import { isDitto } from '../parse/values/ditto.ts';
import type { Cells } from './cells.ts';
import { formulaFault } from './text-column.ts';

/** How the days of a column are written, counted over the whole file. */
export type DateEvidence = Record<DateShape, number>;

export const noDates = (): DateEvidence => ({ dmy: 0, mdy: 0, either: 0, iso: 0, serial: 0, noYear: 0 });

/** A column of days. Books are kept in order, so most cells say what the cell above says. */
export class DateColumn {
  readonly name: string;
  readonly evidence = noDates();
  readonly #cells: Cells;
  readonly #position: number;
  readonly #period: Period | undefined;
  #text = '';
  #reading: DateReading | undefined;

  constructor(cells: Cells, name: string, period: Period | undefined) {
    this.name = name;
    this.#cells = cells;
    this.#position = cells.position(name);
    this.#period = period;
  }

  /** The cell's text of the last row read. */
  get text(): string {
    return this.#text;
  }

  /** How the last day read was written. */
  get shape(): DateShape | undefined {
    return this.#reading?.shape;
  }

  /** The day; undefined when blank, or with a fault when it cannot be read. */
  read(): IsoDate | undefined {
    const text = this.#cells.at(this.#position);
    if (text === '') return undefined;
    if (text !== this.#text && !isDitto(text)) {
      this.#text = text;
      this.#reading = readDate(text, this.#cells.plan.dates, this.#period);
    }
    const reading = this.#reading;
    if (reading === undefined) {
      this.#cells.fault(this.name, 'DITTO_NOTHING_ABOVE', text);
      return undefined;
    }
    if (reading.shape !== undefined) this.evidence[reading.shape] += 1;
    if ('date' in reading) return reading.date;
    const { fault, suggestion } = reading;
    const rule = formulaFault(text) ?? fault;
    this.#cells.fault(this.name, rule, text, suggestion === undefined ? undefined : { suggestion });
    return undefined;
  }
}
