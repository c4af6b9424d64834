import { clean } from '#domain/text.ts';
import { headingKey } from '../column.ts';
import { currencyAtEnd, type HeadingCurrency, type HeadingUnit, unitAtEnd } from './unit.ts';

/** A heading taken apart, whatever the kind of table. */
export interface HeadingText {
  readonly text: string;
  readonly key: string;
  /** The key without the mark of a footnote glued to a word: "Ngày1". */
  readonly unmarked: string;
  /** What stands between strokes, brackets and line breaks and may name something. */
  readonly parts: readonly string[];
  readonly unit: HeadingUnit | undefined;
  readonly currency: HeadingCurrency | undefined;
}

const FOOTNOTE = /\b([a-z]{2,})\d\b/g;
const PARTS = /[/\n(),;|[\]:]| [-–] /u;
/** What a part may say without naming anything. */
const SAYS_NOTHING = new Set([
  'vnd',
  'dong',
  'd',
  'dd',
  'mm',
  'yyyy',
  'yy',
  'dd mm yyyy',
  'bang so',
  'neu co',
]);

/** Takes headings apart, each once. */
export class HeadingReader {
  readonly #read = new Map<string, HeadingText>();

  text(heading: string): HeadingText {
    const known = this.#read.get(heading);
    if (known !== undefined) return known;
    const text = clean(heading);
    const key = headingKey(text);
    const parts = text.split(PARTS).filter((part) => {
      const own = headingKey(part);
      return own !== '' && !SAYS_NOTHING.has(own);
    });
    const read = {
      text,
      key,
      unmarked: key.replace(FOOTNOTE, '$1'),
      parts,
      unit: unitAtEnd(text),
      currency: currencyAtEnd(text),
    };
    this.#read.set(heading, read);
    return read;
  }
}
