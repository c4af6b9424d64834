import type { BookKind } from '../codes.ts';
import { headingKey, headingKeys } from './column.ts';
import { CONTRACT } from './contract.ts';
import { splitQuoted } from './tokenizer.ts';

export const DELIMITERS = [',', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const known = new Set(
  (Object.keys(CONTRACT) as BookKind[]).flatMap((kind) =>
    CONTRACT[kind].flatMap((column) => headingKeys(column)),
  ),
);

/**
 * The delimiter under which the line reads as most headings of the contract; a comma when neither does.
 * @param line the first line that has any text
 */
export function chooseDelimiter(line: string): Delimiter {
  const headings = (delimiter: Delimiter) =>
    splitQuoted(line, delimiter).cells.filter((cell) => known.has(headingKey(cell))).length;
  return headings(';') > headings(',') ? ';' : ',';
}
