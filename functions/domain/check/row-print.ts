import type { IsoDate } from '../date.ts';
import type { Entry } from '../entry.ts';

/** What of a row is compared, in the order in which it is told. */
export const FIELDS = ['date', 'amount', 'document', 'person', 'goods', 'note', 'other'] as const;
export type Field = (typeof FIELDS)[number];

/** The fields of text, which are compared by their hashes. */
const TEXTS = FIELDS.length - 2;
/** Five of them fit into one exact number. Nought is a blank text. */
const BITS = 10;
const MASK = (1 << BITS) - 1;

/** Two starting values and two multipliers: those of MurmurHash3's 32-bit finaliser. */
const SEEDS = [0xdeadbeef, 0x41c6ce57] as const;
const MULTIPLY_HIGH = 0x85ebca6b;
const MULTIPLY_LOW = 0xc2b2ae35;

/** 53 bits of a text, evenly spread. */
export function hash53(text: string): number {
  let high: number = SEEDS[0];
  let low: number = SEEDS[1];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, MULTIPLY_HIGH);
    low = Math.imul(low ^ unit, MULTIPLY_LOW);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (high >>> 16), MULTIPLY_HIGH) ^ (low >>> 13);
  low = Math.imul(low ^ (low >>> 16), MULTIPLY_LOW) ^ (high >>> 13);
  return (low >>> 0) * 2 ** 21 + (high >>> 11);
}

/** What is left of a row's text to know it again by. */
export class RowPrint {
  readonly row: number;
  readonly date: IsoDate;
  amountVnd = 0;
  readonly #texts: string[] = new Array<string>(TEXTS).fill('');
  #document: string | undefined;

  constructor(entry: Entry) {
    this.row = entry.row;
    this.date = entry.date;
    this.add(entry);
  }

  /** A row with money and goods gives two entries. */
  add(entry: Entry): void {
    this.amountVnd += entry.amountVnd ?? 0;
    this.#document = entry.documentNo;
    for (const [i, text] of textsOf(entry).entries()) {
      const known = this.#texts[i] ?? '';
      if (text !== '' && text !== known) this.#texts[i] = known === '' ? text : known + APART + text;
    }
  }

  /** Of all that is compared. */
  get hash(): number {
    return hash53(this.date + APART + this.amountVnd + APART + this.#texts.join(BETWEEN));
  }

  /** Of document number and day; −1 where there is no number. */
  get key(): number {
    return this.#document === undefined ? -1 : hash53(this.#document + APART + this.date);
  }

  /** The texts, each in a few bits. */
  get texts(): number {
    let packed = 0;
    for (const text of this.#texts)
      packed = packed * (MASK + 1) + (text === '' ? 0 : 1 + (hash53(text) % MASK));
    return packed;
  }
}

/** The bits of one text; 0 when it is blank. @param field its place in FIELDS */
export const bitsOf = (packed: number, field: number): number =>
  Math.floor(packed / (MASK + 1) ** (FIELDS.length - 1 - field)) % (MASK + 1);

/** Signs that no cell holds. */
const APART = '\u0001';
const BETWEEN = '\u0002';

/** Cells of columns that the contract does not know are left out: they are no figures, and come and go. */
function textsOf(entry: Entry): string[] {
  const { goods, documentNo = '', note = '', campaign = '' } = entry;
  const things =
    goods === undefined
      ? ''
      : joined(goods.item, goods.unitOfMeasure, goods.quantityMilli, goods.statedValueVnd, goods.valueBasis);
  if (entry.direction === 'in') {
    const { donor = '', donorClass, channel, publishName, earmark } = entry;
    return [documentNo, donor, things, note, joined(donorClass, channel, publishName, earmark, campaign)];
  }
  const { beneficiaryRef, communeText, hamlet, purpose, decisionNo, beneficiaryClass, late, organisation } =
    entry;
  const helped = joined(entry.households, entry.persons);
  return [
    documentNo,
    joined(beneficiaryRef, communeText, hamlet),
    things,
    note,
    joined(purpose, decisionNo, beneficiaryClass, late, campaign, helped, organisation),
  ];
}

const joined = (...parts: readonly (string | number | boolean | undefined)[]): string => {
  const text = parts.join(APART);
  return text.length < parts.length ? '' : text;
};
