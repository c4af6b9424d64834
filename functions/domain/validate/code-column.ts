import { codeReader } from '../parse/values/codes.ts';
import { parseYesNo } from '../parse/values/yes-no.ts';
import type { Cells } from './cells.ts';
import { TextColumn } from './text-column.ts';

/** A column of codes of a list. Most files say the same thing many times running. */
export class CodeColumn<T extends string> {
  readonly #text: TextColumn;
  readonly #cells: Cells;
  readonly #read: (text: string) => string | undefined;
  /** The cell that was read last without fault, and what it says. */
  #raw: string | undefined;
  #code: T | undefined;
  readonly list: string;

  constructor(cells: Cells, name: string) {
    const codes = cells.codes(name);
    this.#cells = cells;
    this.#text = new TextColumn(cells, name);
    this.#read = codeReader(codes);
    this.list = Object.keys(codes).join(', ');
  }

  /** The code; undefined when blank, or with a fault when it is none of the list. */
  read(): T | undefined {
    const { raw } = this.#text;
    if (raw === this.#raw) return this.#code;
    const text = this.#text.read();
    if (text === undefined) return undefined;
    const code = this.#read(text) as T | undefined;
    if (code === undefined) {
      // The next ditto mark stands for this text, so the next cell must be read whatever it says.
      this.#raw = undefined;
      this.#cells.fault(this.#text.name, 'CODE_UNKNOWN', text, { params: { codes: this.list } });
      return undefined;
    }
    this.#raw = raw;
    this.#code = code;
    return code;
  }
}

/** A column of yes and no; blank is no. */
export class YesNoColumn {
  readonly #text: TextColumn;
  readonly #cells: Cells;
  #raw: string | undefined;
  #said = false;

  constructor(cells: Cells, name: string) {
    this.#cells = cells;
    this.#text = new TextColumn(cells, name);
  }

  read(): boolean {
    const { raw } = this.#text;
    if (raw === this.#raw) return this.#said;
    const text = this.#text.read();
    if (text === undefined) return false;
    const said = parseYesNo(text);
    if (said === undefined) {
      this.#raw = undefined;
      this.#cells.fault(this.#text.name, 'YES_NO_UNREADABLE', text);
      return false;
    }
    this.#raw = raw;
    this.#said = said;
    return said;
  }
}
