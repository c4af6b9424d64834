import { codeReader } from '../parse/values/codes.ts';
import { parseYesNo } from '../parse/values/yes-no.ts';
import type { Cells } from './cells.ts';
import { TextColumn } from './text-column.ts';

/** A column of codes of a list. Most files say the same thing many times running. */
export class CodeColumn<T extends string> {
  readonly #text: TextColumn;
  readonly #cells: Cells;
  readonly #read: (text: string) => string | undefined;
  #last: string | undefined;
  #lastCode: string | undefined;
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
    const text = this.#text.read();
    if (text === undefined) return undefined;
    if (text !== this.#last) {
      this.#lastCode = this.#read(text);
      this.#last = text;
    }
    if (this.#lastCode === undefined) {
      this.#cells.fault(this.#text.name, 'CODE_UNKNOWN', text, { params: { codes: this.list } });
    }
    return this.#lastCode as T | undefined;
  }
}

/** A column of yes and no; blank is no. */
export class YesNoColumn {
  readonly #text: TextColumn;
  readonly #cells: Cells;
  #last: string | undefined;
  #lastSaid: boolean | undefined;

  constructor(cells: Cells, name: string) {
    this.#cells = cells;
    this.#text = new TextColumn(cells, name);
  }

  read(): boolean {
    const text = this.#text.read();
    if (text === undefined) return false;
    if (text !== this.#last) {
      this.#lastSaid = parseYesNo(text);
      this.#last = text;
    }
    const said = this.#lastSaid;
    if (said === undefined) this.#cells.fault(this.#text.name, 'YES_NO_UNREADABLE', text);
    return said ?? false;
  }
}
