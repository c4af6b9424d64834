import { EXTENTS, type Extent } from './change.ts';
import type { UnitCode } from './unit.ts';

/** Codes of communes are told by the difference from the one before; most lie three apart, which is left out. */
const USUAL_STEP = 3;

/** A kind of commune as one letter before the rest of its name; `o` where the name begins with none of them. */
const KINDS = [
  ['p', 'Phường '],
  ['x', 'Xã '],
  ['t', 'Thị trấn '],
  ['d', 'Đặc khu '],
  ['o', ''],
] as const;
export type KindLetter = (typeof KINDS)[number][0];

const PREFIX_OF = new Map<string, string>(KINDS);
const MARK_OF: Readonly<Record<Extent, string>> = { KEPT: '!', WHOLE: ',', PARTIAL: '*' };
const EXTENT_OF = new Map(EXTENTS.map((extent) => [MARK_OF[extent], extent]));
/** Stands for a row of a unit that was made of none. */
const OF_NONE = '.';

export const isCommuneCode = (code: UnitCode): boolean => code.length === 5;

/** A name as the letter of its kind and the rest of it. */
export function splitName(name: string): [KindLetter, string] {
  for (const [letter, prefix] of KINDS) {
    if (name.startsWith(prefix)) return [letter, name.slice(prefix.length)];
  }
  throw new Error('unreachable: every text begins with the empty one');
}

export const joinName = (letter: string, bare: string): string => `${PREFIX_OF.get(letter) ?? ''}${bare}`;

/** Tells codes of communes one after the other, each by its distance from the last. */
export class CodeSteps {
  #last = 0;

  write(code: UnitCode): string {
    const step = Number(code) - this.#last;
    this.#last = Number(code);
    return step === USUAL_STEP ? '' : String(step);
  }

  read(text: string): UnitCode {
    this.#last += text === '' ? USUAL_STEP : Number(text);
    if (!(this.#last >= 0 && this.#last <= 99_999)) throw new Error(`no code of a commune is ${this.#last}`);
    return String(this.#last).padStart(5, '0') as UnitCode;
  }
}

/**
 * The roll of the communes of which a change can tell, in order of code. Each is called by how many stand between it
 * and the one called before; those that went somewhere as a whole are struck off, as they are not called again.
 */
export class Roll {
  readonly #codes: readonly UnitCode[];
  readonly #struck: Uint8Array;
  #at = 0;

  /** Of codes in order. */
  constructor(codes: readonly UnitCode[]) {
    this.#codes = codes;
    this.#struck = new Uint8Array(codes.length);
  }

  #placeOf(code: UnitCode): number | undefined {
    let [low, high] = [0, this.#codes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#codes[middle] ?? '') < code) low = middle + 1;
      else high = middle;
    }
    return this.#codes[low] === code ? low : undefined;
  }

  /** The next one is called from this one, where it is on the roll. */
  from(code: UnitCode): void {
    this.#at = this.#placeOf(code) ?? this.#at;
  }

  write(code: UnitCode, extent: Extent): string {
    const place = this.#placeOf(code);
    if (place === undefined || this.#struck[place]) return `@${code}`;
    const [start, end] = [Math.min(this.#at, place), Math.max(this.#at, place)];
    let between = 0;
    for (let at = start; at < end; at += 1) if (!this.#struck[at]) between += 1;
    const step = place < this.#at ? -between : between;
    this.#called(place, extent);
    return step === 0 ? '' : String(step);
  }

  read(text: string, extent: Extent): UnitCode {
    if (text.startsWith('@')) return text.slice(1) as UnitCode;
    let left = Number(text);
    let at = this.#at;
    for (; left < 0; ) {
      at -= 1;
      if (at < 0) throw new Error('the roll of communes begins before that');
      if (!this.#struck[at]) left += 1;
    }
    for (; left > 0 || this.#struck[at]; at += 1) if (!this.#struck[at]) left -= 1;
    const code = this.#codes[at];
    if (code === undefined) throw new Error('the roll of communes ends before that');
    this.#called(at, extent);
    return code;
  }

  #called(place: number, extent: Extent): void {
    this.#at = place + 1;
    if (extent === 'WHOLE') this.#struck[place] = 1;
  }
}

export interface NamedCode {
  readonly code: UnitCode;
  readonly name: string;
}

const escaped = (text: string): string => text.replace(/[%|]/g, encodeURIComponent);
const unescaped = (text: string): string =>
  text.includes('%') ? text.replace(/%(25|7C)/g, (_, hex) => (hex === '25' ? '%' : '|')) : text;

/** Writes communes as `step kind name`, parted by `|`; a kind is left out where it is that of the one before. */
export function writeCommunes(communes: readonly NamedCode[], steps: CodeSteps): string {
  let kind: KindLetter = 'x';
  const texts = communes.map(({ code, name }) => {
    const step = steps.write(code);
    const [letter, bare] = splitName(name);
    const told = step !== '' || letter !== kind || /^[-\dpxtdo]/.test(bare);
    kind = letter;
    return `${step}${told ? letter : ''}${escaped(bare)}`;
  });
  return texts.join('|');
}

export function readCommunes(text: string, steps: CodeSteps): NamedCode[] {
  let kind = 'x';
  return text.split('|').map((unit) => {
    let at = 0;
    while (at < unit.length && '-0123456789'.includes(unit.charAt(at))) at += 1;
    const told = PREFIX_OF.has(unit.charAt(at));
    if (told) kind = unit.charAt(at);
    const bare = unit.slice(told ? at + 1 : at);
    return { code: steps.read(unit.slice(0, at)), name: joinName(kind, unescaped(bare)) };
  });
}

/** One thing that a unit was made of. */
export interface Origin {
  readonly formerCode?: UnitCode;
  readonly extent: Extent;
}

/** A unit after a change, and all that it was made of. */
export interface Target extends NamedCode {
  readonly origins: readonly Origin[];
}

export type NameOf = (code: UnitCode) => string | undefined;

/**
 * Writes a unit as `@code` (only where it is not the code of its first origin), then for each origin its step on the
 * roll, `'` where that one's name is the unit's own, and a mark for the extent; then the letter of the kind and the
 * name, if no origin has it. "2,'*x" is a xã coded after one commune and named after the next, of which it has a part.
 */
export function writeTarget({ code, name, origins }: Target, roll: Roll, nameOf: NameOf): string {
  const [letter, bare] = splitName(name);
  const namesake = origins.findIndex(({ formerCode }) => {
    const former = formerCode === undefined ? undefined : nameOf(formerCode);
    return former !== undefined && bare !== '' && splitName(former)[1] === bare;
  });
  const texts = origins.map(({ formerCode, extent }, at) => {
    const step = formerCode === undefined ? OF_NONE : roll.write(formerCode, extent);
    return `${step}${at === namesake ? "'" : ''}${MARK_OF[extent]}`;
  });
  roll.from(code);
  const told = origins[0]?.formerCode === code ? '' : `@${code} `;
  return `${told}${texts.join('')}${letter}${namesake < 0 ? bare : ''}`;
}

const TARGET = /^(?:@(\d{5}) )?((?:(?:\.|@\d{5}|-?\d{1,5})?'?[!,*])+)([pxtdo])(.*)$/s;

export function readTarget(text: string, roll: Roll, nameOf: NameOf): Target {
  const found = TARGET.exec(text);
  if (!found) throw new Error(`not a unit and what it was made of: ${JSON.stringify(text)}`);
  const [, told, texts = '', letter = '', explicit = ''] = found;
  const origins: Origin[] = [];
  let bare = explicit;
  let start = 0;
  for (let at = 0; at < texts.length; at += 1) {
    const extent = EXTENT_OF.get(texts.charAt(at));
    if (extent === undefined) continue;
    const named = texts.charAt(at - 1) === "'";
    const step = texts.slice(start, named ? at - 1 : at);
    start = at + 1;
    const formerCode = step === OF_NONE ? undefined : roll.read(step, extent);
    if (named && formerCode !== undefined) bare = splitName(nameOf(formerCode) ?? '')[1];
    origins.push(formerCode === undefined ? { extent } : { formerCode, extent });
  }
  const code = (told as UnitCode | undefined) ?? origins[0]?.formerCode;
  if (code === undefined || bare === '') throw new Error(`no code or no name in ${JSON.stringify(text)}`);
  roll.from(code);
  return { code, name: joinName(letter, bare), origins };
}
