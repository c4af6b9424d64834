import { isDitto } from '../parse/values/ditto.ts';
import { damageOf, isENotation } from '../parse/values/text-damage.ts';
import type { Cells } from './cells.ts';

/** What may befall a text. `name`: letters may have been lost; `number`: digits may have been. */
export type TextKind = 'plain' | 'name' | 'number';

const HASH = 35;
const EQUALS = 61;
const AT = 64;
const FORMULA_ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!']);

/** What a workbook's reader gives for a formula whose value was never stored. */
const NOT_CALCULATED = '#CHƯA TÍNH';

/**
 * What stands in a cell instead of a value: an error of a formula. A fault of the row wherever it is, as the
 * value is lost.
 */
export function formulaFault(text: string): 'FORMULA_ERROR' | 'FORMULA_NOT_CALCULATED' | undefined {
  if (text.charCodeAt(0) !== HASH) return undefined;
  if (text === NOT_CALCULATED) return 'FORMULA_NOT_CALCULATED';
  return FORMULA_ERRORS.has(text.toUpperCase()) ? 'FORMULA_ERROR' : undefined;
}

/** A column of text: a ditto mark stands for the text above it. */
export class TextColumn {
  readonly name: string;
  readonly #cells: Cells;
  readonly #position: number;
  readonly #kind: TextKind;
  #above = '';

  constructor(cells: Cells, name: string, kind: TextKind = 'plain') {
    this.name = name;
    this.#cells = cells;
    this.#position = cells.position(name);
    this.#kind = kind;
  }

  /** The cell as it stands in the file. */
  get raw(): string {
    return this.#cells.raw(this.#position);
  }

  /** The text, or undefined when blank. Asked once for every row, or ditto marks lose their place. */
  read(): string | undefined {
    if (this.#position < 0) return undefined;
    const text = this.#cells.at(this.#position);
    if (text === '') return undefined;
    if (isDitto(text)) return this.#repeat(text);
    this.#look(text);
    this.#above = text;
    return text;
  }

  #repeat(text: string): string | undefined {
    if (this.#above !== '') return this.#above;
    this.#cells.fault(this.name, 'DITTO_NOTHING_ABOVE', text);
    return undefined;
  }

  #look(text: string): void {
    const first = text.charCodeAt(0);
    const broken = first === HASH ? formulaFault(text) : undefined;
    if (broken !== undefined) this.#cells.fault(this.name, broken, text);
    if (first === EQUALS || first === AT) this.#cells.note(this.name, 'FORMULA_AS_TEXT', text);
    if (this.#kind === 'name') this.#lookForDamage(text);
    else if (this.#kind === 'number' && isENotation(text)) {
      this.#cells.fault(this.name, 'TEXT_E_NOTATION', text);
    }
  }

  #lookForDamage(text: string): void {
    if (!this.#cells.sound && damageOf(text) !== undefined) this.#cells.fault(this.name, 'TEXT_LOSSY', text);
  }
}
