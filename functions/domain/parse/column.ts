import { fold } from '../text.ts';

/**
 * What a cell of a column holds. `vnd`: whole đồng; `quantity`: decimal comma; `count`: whole number from 1;
 * `year`: of the calendar; `unit`: a code or name of an administrative unit; `words`: an amount written in words.
 */
export type CellType =
  | 'text'
  | 'date'
  | 'year'
  | 'vnd'
  | 'quantity'
  | 'count'
  | 'code'
  | 'yesNo'
  | 'unit'
  | 'words';

/** A column of the contract. The same data drives the reader, the published schema, the docs and the samples. */
export interface Column {
  /** English heading, and the name of the field in the published schema. */
  readonly name: string;
  /** Vietnamese heading, as the template prints it. */
  readonly title: string;
  /** Further headings that mean the same. Case, accents and punctuation do not count. */
  readonly also: readonly string[];
  /** Headings that mean this column only where the file has none of the above. */
  readonly otherwise?: readonly string[];
  readonly type: CellType;
  /** Codes with their labels, for type `code`. Both are accepted in a cell. */
  readonly codes?: Readonly<Record<string, string>>;
  /** A file without this column is refused. */
  readonly required?: true;
  /** A file with none of the columns that share this word is refused. */
  readonly requiredOneOf?: string;
  /** Its cells may be blank although the column is required. */
  readonly mayBeBlank?: true;
  /** Never on a public page, in no form. */
  readonly private?: true;
  /** What to write here, Vietnamese. */
  readonly description: string;
  readonly example: string;
}

/** A heading as a key: accents, case, punctuation and line breaks do not count. */
export const headingKey = (heading: string): string =>
  fold(heading)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Every heading by which a column is known, the English one first. */
export const headingsOf = (column: Column): string[] => [
  column.name,
  column.title,
  ...column.also,
  ...(column.otherwise ?? []),
];

/** Every key by which a column may be headed. */
export const headingKeys = (column: Column): string[] => [...new Set(headingsOf(column).map(headingKey))];
