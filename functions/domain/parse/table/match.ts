import type { TableKind } from '#domain/codes.ts';
import { accentedKey } from '#domain/text.ts';
import { type Column, headingKey, headingsOf } from '../column.ts';
import { CONTRACT } from '../contract.ts';
import type { Multiplier } from '../reading.ts';
import { HeadingReader, type HeadingText } from './heading-text.ts';
import type { HeadingCurrency } from './unit.ts';

/** Which column a heading is taken for. */
export interface Match {
  readonly column: Column;
  /** 0 to 1. */
  readonly confidence: number;
  readonly multiplier?: Multiplier;
  /** Three letters of the money that the heading names; of a bank's statement only. */
  readonly currency?: string;
  readonly alsoDocumentNo?: true;
}

/** From here on a heading says by itself which column it is; below, it only holds words of its name. */
export const STRONG = 0.8;
/** From here on it is the name of the column itself. */
export const CLEARLY = 0.95;
const EXACT = 1;
const BY_ALL_PARTS = 0.97;
const OTHERWISE = 0.9;
const BY_A_PART = 0.85;

/** Longer texts are prose. */
const MAX_HEADING = 120;

/** Words that make another thing of what stands beside them: pledged is not received, dollars are not đồng. */
const CHANGING = [
  ...['dang ky', 'ke hoach', 'chi tieu', 'phan bo', 'con lai', 'luy ke', 'du kien', 'cam ket', 'bang chu'],
  ...[
    'ngoai te',
    'nguyen te',
    'quy doi',
    'usd',
    'eur',
    'jpy',
    'gbp',
    'aud',
    'cad',
    'sgd',
    'krw',
    'cny',
    'rmb',
    'twd',
    'thb',
    'chf',
    'lak',
    'kip',
    'ty gia',
    'ty le',
    'sinh',
    'so du',
    'ton',
    'thieu',
  ],
  ...['truoc', 'chua', 'hien vat', 'tai khoan', 'dien thoai', 'cong van', 'thu chi'],
].map((words) => ` ${words} `);

/** "Số tiền/hộ": what each one gets is not what was paid. */
const FOR_EACH =
  /\/\s*(?:1\s*|một\s+|mỗi\s+)?(?:hộ|người|khẩu|suất|nhà|căn|em|cháu|học sinh|tháng)(?!\p{L})/iu;

const TOTAL = /^(tong|cong)\b|\b(tong cong|tong so)\b/;
interface Known {
  readonly key: string;
  readonly column: Column;
  readonly written: string;
  readonly confidence: number;
}

const bare = (text: string): string => accentedKey(text.replace(/[^\p{L}\p{M}\d]+/gu, ' '));

function knownOf(column: Column): Known[] {
  const lesser = new Set(column.otherwise ?? []);
  return headingsOf(column).map((heading) => ({
    key: headingKey(heading),
    column,
    written: bare(heading),
    // Of several sums the one that says it is the total is meant.
    confidence: lesser.has(heading) ? OTHERWISE + (TOTAL.test(headingKey(heading)) ? 0.05 : 0) : EXACT,
  }));
}

interface Names {
  readonly byKey: ReadonlyMap<string, readonly Known[]>;
  /** Names of two words and more by their first word: only they are looked for inside other texts. */
  readonly byFirstWord: ReadonlyMap<string, readonly Known[]>;
}

function namesOf(columns: readonly Column[]): Names {
  const byKey = new Map<string, Known[]>();
  const byFirstWord = new Map<string, Known[]>();
  for (const known of columns.flatMap(knownOf)) {
    push(byKey, known.key, known);
    const space = known.key.indexOf(' ');
    if (space > 0) push(byFirstWord, known.key.slice(0, space), known);
  }
  return { byKey, byFirstWord };
}

const NAMES: Readonly<Record<TableKind, Names>> = {
  contributions: namesOf(CONTRACT.contributions),
  disbursements: namesOf(CONTRACT.disbursements),
  bankStatement: namesOf(CONTRACT.bankStatement),
  allocations: namesOf(CONTRACT.allocations),
  targets: namesOf(CONTRACT.targets),
  houses: namesOf(CONTRACT.houses),
  decisions: namesOf(CONTRACT.decisions),
};

/** Finds the column that a heading of one kind of table names. Remembers what it was asked. */
export class Matcher {
  readonly #names: Names;
  readonly #ofAccount: boolean;
  readonly #read: HeadingReader;
  readonly #asked = new Map<string, Match | undefined>();

  /** Matchers of several kinds may share a reader, so that no text is taken apart twice. */
  constructor(kind: TableKind, read: HeadingReader = new HeadingReader()) {
    this.#names = NAMES[kind];
    this.#ofAccount = kind === 'bankStatement';
    this.#read = read;
  }

  match(heading: string): Match | undefined {
    if (heading === '' || heading.length > MAX_HEADING) return undefined;
    if (this.#asked.has(heading)) return this.#asked.get(heading);
    const match = this.#find(heading);
    this.#asked.set(heading, match);
    return match;
  }

  /** A heading of two lines: the upper one may be a group's, and then it may change what the lower one means. */
  matchUnder(upper: string, lower: string): Match | undefined {
    const { currency } = this.#read.text(upper);
    if (this.#ofAccount && currency && currency.currency !== 'VND') {
      const found = this.matchUnder(currency.rest, lower);
      return found?.column.type === 'vnd' ? { ...found, currency: currency.currency } : found;
    }
    const joined = this.match(joinLines(upper, lower));
    const alone = this.match(lower);
    if (alone === undefined) return joined;
    if (alone.column.type === 'vnd' && isChanged(headingKey(upper), headingKey(lower))) return joined;
    if (joined !== undefined && joined.confidence >= alone.confidence) return joined;
    const multiplier = alone.multiplier ?? this.#read.text(upper).unit?.multiplier;
    return alone.column.type !== 'vnd' || multiplier === undefined ? alone : { ...alone, multiplier };
  }

  #find(heading: string): Match | undefined {
    const text = this.#read.text(heading);
    const plain = this.#findPlain(text, heading);
    return this.#ofAccount && text.currency ? this.#inCurrency(text.currency, plain) : plain;
  }

  /**
   * "Ghi nợ (USD)": an account is kept in one money, which the declaration must name too. In a book the same words
   * are another column than its đồng. A column in đồng beside it is the better one.
   */
  #inCurrency({ currency, rest }: HeadingCurrency, plain: Match | undefined): Match | undefined {
    const inDong = currency === 'VND';
    const found = inDong ? plain : this.#findPlain(this.#read.text(rest), rest);
    if (found?.column.type !== 'vnd') return plain;
    return { ...found, confidence: Math.min(inDong ? EXACT : OTHERWISE, found.confidence), currency };
  }

  #findPlain(text: HeadingText, heading: string): Match | undefined {
    const exact = this.#exact(text);
    // A heading of the contract may end with a unit itself: "Số tiền (đồng)".
    const { unit } = text;
    const found =
      exact ??
      (unit && this.#exact(this.#read.text(unit.rest))) ??
      this.#byParts(text) ??
      this.#byWords(text);
    if (found === undefined || (found.column.type === 'vnd' && FOR_EACH.test(heading))) return undefined;
    return unit !== undefined && found.column.type === 'vnd'
      ? { ...found, multiplier: unit.multiplier }
      : found;
  }

  #exact({ key, unmarked, text }: HeadingText): Match | undefined {
    const all = this.#names.byKey.get(key) ?? this.#names.byKey.get(unmarked) ?? [];
    // "No." and "Nợ" are told apart by their accents only.
    const known = all.length > 1 ? (all.find(({ written }) => written === bare(text)) ?? all[0]) : all[0];
    return known && { column: known.column, confidence: known.confidence };
  }

  /** "Ghi nợ/ Debit", "Họ tên (đơn vị)": the parts may not name two columns, unless it is one cell for both. */
  #byParts({ key, parts }: HeadingText): Match | undefined {
    const found = parts.flatMap((part) => this.#exact(this.#read.text(part)) ?? []);
    const [first] = found;
    if (first === undefined) return undefined;
    const others = found.filter(({ column }) => column !== first.column);
    if (others.length > 0) return dateWithDocument(found);
    if (found.length < parts.length && isChanged(key, '')) return undefined;
    const confidence = found.length === parts.length ? BY_ALL_PARTS : BY_A_PART;
    return { column: first.column, confidence: Math.min(confidence, ...found.map((one) => one.confidence)) };
  }

  /** The longest name of a column that stands in the heading, if it makes up half of it. */
  #byWords({ unmarked: key }: HeadingText): Match | undefined {
    const words = key.split(' ');
    if (words.length > 14) return undefined;
    let best: Known | undefined;
    for (const word of words) {
      for (const known of this.#names.byFirstWord.get(word) ?? []) {
        if (known.key.length > (best?.key.length ?? 0) && ` ${key} `.includes(` ${known.key} `)) best = known;
      }
    }
    if (best === undefined || isChanged(key, best.key)) return undefined;
    const share = best.key.split(' ').length / words.length;
    if (share < 0.5) return undefined;
    const total = TOTAL.test(key) ? 0.05 : 0;
    return { column: best.column, confidence: 0.4 + 0.3 * share + total };
  }
}

/** How a heading of two lines is shown and may be named in a mapping. */
export const joinLines = (upper: string, lower: string): string =>
  upper === '' ? lower : lower === '' || upper === lower ? upper : `${upper} / ${lower}`;

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [known]);
  // Two spellings of one column make one key.
  else if (!list.some(({ column, written }) => column === known.column && written === known.written))
    list.push(known);
}

const isChanged = (key: string, name: string): boolean =>
  CHANGING.some((words) => ` ${key} `.includes(words) && !` ${name} `.includes(words));

/** Vietcombank prints the day and the document number in one cell, one below the other. */
function dateWithDocument(found: readonly Match[]): Match | undefined {
  const date = found.find(({ column }) => column.name === 'date');
  const onlyBoth = found.every(({ column }) => column.name === 'date' || column.name === 'document_no');
  return date && onlyBoth
    ? { column: date.column, confidence: BY_ALL_PARTS, alsoDocumentNo: true }
    : undefined;
}
