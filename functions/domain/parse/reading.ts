import * as v from 'valibot';
import { codesOf } from '../codes.ts';

/** How bytes stand for characters. windows-1252 carries the two legacy fonts; nothing else is read with it. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1258': 'windows-1258',
  'windows-1252': 'windows-1252',
} as const;
export type Encoding = keyof typeof ENCODINGS;

/** What characters stand for: themselves, or shapes of a font of the nineties. */
export const FONTS = { unicode: 'Unicode', tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } as const;
export type Font = keyof typeof FONTS;

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Which sign groups thousands; the other one is the decimal sign. */
export const NUMBER_STYLES = { dot: 'chấm ngăn hàng nghìn', comma: 'phẩy ngăn hàng nghìn' } as const;
export type NumberStyle = keyof typeof NUMBER_STYLES;

export const DATE_ORDERS = { dmy: 'ngày/tháng/năm', mdy: 'tháng/ngày/năm' } as const;
export type DateOrder = keyof typeof DATE_ORDERS;

/** What one of a column's figures stands for, in đồng. */
export const MULTIPLIERS = [1, 1_000, 1_000_000, 1_000_000_000] as const;
export type Multiplier = (typeof MULTIPLIERS)[number];

const name = v.pipe(v.string(), v.maxLength(60));

/**
 * What a person says of a file where the inference is wrong, or should not be asked again. Columns go by the
 * contract's English names. What is not said is inferred.
 */
export const OverridesSchema = v.object({
  encoding: v.optional(v.picklist(codesOf(ENCODINGS))),
  font: v.optional(v.picklist(codesOf(FONTS))),
  delimiter: v.optional(v.picklist(DELIMITERS)),
  /** Name of the sheet of a workbook. */
  sheet: v.optional(v.pipe(v.string(), v.maxLength(31))),
  /** Row of the (first line of the) heading, as a spreadsheet counts. */
  headingRow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Contract name → heading as it stands in the file; "" for "this file has no such column". */
  columns: v.optional(v.record(name, v.pipe(v.string(), v.maxLength(200)))),
  numbers: v.optional(v.record(name, v.picklist(codesOf(NUMBER_STYLES)))),
  multipliers: v.optional(v.record(name, v.picklist(MULTIPLIERS))),
  dates: v.optional(v.picklist(codesOf(DATE_ORDERS))),
});
export type Overrides = v.InferOutput<typeof OverridesSchema>;

/** What an inference is about. */
export const INFERRED = [
  'kind',
  'encoding',
  'font',
  'delimiter',
  'sheet',
  'heading',
  'column',
  'numbers',
  'multiplier',
  'dates',
] as const;

/**
 * One thing that was concluded about a file and not said by anybody, with its evidence. `value` is a code of the
 * lists above (for `column`: the contract's name; for `heading`: the row). Safe to show to whoever has the file.
 */
export const InferenceSchema = v.object({
  what: v.picklist(INFERRED),
  value: v.string(),
  /** Contract name of the column that it is about. */
  column: v.optional(v.string()),
  /** The column's heading as it stands in the file. */
  heading: v.optional(v.string()),
  /** Cells, words or lines that agree, of those that say anything. */
  agreeing: v.optional(v.number()),
  of: v.optional(v.number()),
  /** Row where the evidence stands, where it is one row. */
  row: v.optional(v.number()),
  /** 0 to 1. */
  confidence: v.number(),
  /** A person said so. */
  overridden: v.boolean(),
});
export type Inference = v.InferOutput<typeof InferenceSchema>;
