/** What can be answered where a file is read wrongly, in words for the select boxes. */
import type { CheckReport } from '#domain/check/report.ts';
import type { TableKind } from '#domain/codes.ts';
import type { Column } from '#domain/parse/column.ts';
import { CONTRACT } from '#domain/parse/contract.ts';
import {
  DATE_ORDERS,
  type Delimiter,
  ENCODINGS,
  FONTS,
  type Multiplier,
  NUMBER_STYLES,
} from '#domain/parse/reading.ts';

export type Choices = readonly (readonly [value: string, text: string])[];

export const ENCODING_CHOICES: Choices = Object.entries(ENCODINGS);
export const FONT_CHOICES: Choices = Object.entries(FONTS);
export const DATE_CHOICES: Choices = Object.entries(DATE_ORDERS);
export const NUMBER_CHOICES: Choices = Object.entries(NUMBER_STYLES).map(([code, name]) => [
  code,
  `dấu ${name}`,
]);
const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'dấu phẩy ,',
  ';': 'dấu chấm phẩy ;',
  '\t': 'dấu TAB',
  '|': 'gạch đứng |',
};
export const DELIMITER_CHOICES: Choices = Object.entries(DELIMITER_NAMES);
const MULTIPLIER_NAMES: Readonly<Record<`${Multiplier}`, string>> = {
  '1': 'đồng',
  '1000': 'nghìn đồng',
  '1000000': 'triệu đồng',
  '1000000000': 'tỷ đồng',
};
export const MULTIPLIER_CHOICES: Choices = Object.entries(MULTIPLIER_NAMES);

const textIn = (choices: Choices, value: string | undefined): string | undefined =>
  choices.find(([code]) => code === value)?.[1];

type Inferences = CheckReport['inferred'];
type What = Inferences[number]['what'];

/** The reading of one thing as it stands: by its code, as the report concluded it. */
export const concluded = (inferred: Inferences, what: What, column?: string): string | undefined =>
  inferred.find((one) => one.what === what && (column === undefined || one.column === column))?.value;

export const concludedText = (
  choices: Choices,
  inferred: Inferences,
  what: What,
  column?: string,
): string | undefined => textIn(choices, concluded(inferred, what, column));

/** A column of the contract and the heading of the file under which it is read. */
export interface ColumnLine {
  readonly column: Column;
  readonly heading: string | undefined;
}

/** Columns that are read, or without which a file goes back; then the others. Of a file that was not read: all. */
export function columnLines(
  kind: TableKind,
  { columns }: CheckReport['preview'],
): { readonly main: readonly ColumnLine[]; readonly other: readonly ColumnLine[] } {
  const lines = CONTRACT[kind].map((column) => ({
    column,
    heading: columns.find(({ name }) => name === column.name)?.heading,
  }));
  const isMain = ({ column, heading }: ColumnLine) =>
    columns.length === 0 ||
    heading !== undefined ||
    column.required === true ||
    column.requiredOneOf !== undefined;
  return { main: lines.filter(isMain), other: lines.filter((line) => !isMain(line)) };
}

/** Columns whose figures may be written in two styles, and in thousands or millions. */
export const figureLines = (lines: readonly ColumnLine[]): readonly ColumnLine[] =>
  lines.filter(
    ({ column: { type }, heading }) => heading !== undefined && (type === 'vnd' || type === 'quantity'),
  );
