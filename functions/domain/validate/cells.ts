import type { BookKind } from '../codes.ts';
import type { Column } from '../parse/column.ts';
import { CONTRACT } from '../parse/contract.ts';
import type { Heading } from '../parse/heading.ts';
import { codeReader } from '../parse/values.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { clean } from '../text.ts';

/** A reason to set the row aside. */
export interface Fault {
  readonly rule: RuleId;
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly value?: string;
}

type CodeReader = (text: string) => string | undefined;

/** The cells of one row by the contract's names, and what is wrong with them so far. */
export class Cells {
  readonly #heading: Heading;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #readers: ReadonlyMap<string, CodeReader>;
  #cells: readonly string[] = [];
  faults: Fault[] = [];

  constructor(kind: BookKind, heading: Heading) {
    this.#heading = heading;
    this.#columns = new Map(CONTRACT[kind].map((column) => [column.name, column]));
    this.#readers = new Map(
      CONTRACT[kind].flatMap((column) =>
        column.codes ? [[column.name, codeReader(column.codes)] as const] : [],
      ),
    );
  }

  /** Turns to the next row. */
  turnTo(cells: readonly string[]): void {
    this.#cells = cells;
    this.faults = [];
  }

  /** The cleaned text of a cell; empty where the file has no such column. */
  text(name: string): string {
    const position = this.#heading.at[name];
    return position === undefined ? '' : clean(this.#cells[position] ?? '');
  }

  /** The text, or undefined when blank. */
  optional(name: string): string | undefined {
    const text = this.text(name);
    return text === '' ? undefined : text;
  }

  /** Reads a cell with `parse`; blank gives undefined, unreadable gives undefined and a fault. */
  read<T>(name: string, rule: RuleId, parse: (text: string) => T | undefined): T | undefined {
    const text = this.text(name);
    if (text === '') return undefined;
    const value = parse(text);
    if (value === undefined) this.fault(name, rule, text);
    return value;
  }

  /** Reads a code of the column's list. */
  code<T extends string>(name: string): T | undefined {
    const text = this.text(name);
    if (text === '') return undefined;
    const code = this.#readers.get(name)?.(text);
    if (code === undefined) this.fault(name, 'CODE_UNKNOWN', text, { codes: this.codesOf(name) });
    return code as T | undefined;
  }

  codesOf(name: string): string {
    return Object.keys(this.#columns.get(name)?.codes ?? {}).join(', ');
  }

  fault(name: string, rule: RuleId, value: string, params?: Readonly<Record<string, string | number>>): void {
    this.faults.push({ rule, column: this.title(name), value, ...(params === undefined ? {} : { params }) });
  }

  title(name: string): string {
    return this.#columns.get(name)?.title ?? name;
  }

  /** Cells under headings that the contract does not know; undefined when there are none with text. */
  extra(): Record<string, string> | undefined {
    let extra: Record<string, string> | undefined;
    for (const { position, heading } of this.#heading.unknown) {
      const text = clean(this.#cells[position] ?? '');
      if (text !== '') {
        extra ??= {};
        extra[heading] = text;
      }
    }
    return extra;
  }
}
