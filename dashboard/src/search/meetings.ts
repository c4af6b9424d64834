/** Where typed words meet the words of places. */
import { entryOf, type PlaceIndex, STANDS, standsOf } from './place-index.ts';
import { match, type Spelling } from './words.ts';

/** One typed word against all written ones: those that it begins stand together. */
export interface Meetings {
  readonly first: number;
  readonly end: number;
  readonly matches: Uint8Array;
}

export function meetingsOf({ words }: PlaceIndex, typed: Spelling): Meetings {
  const first = firstAtLeast(words, typed.folded);
  // No folded word has a letter beyond this one.
  const end = firstAtLeast(words, `${typed.folded}\uffff`);
  const matches = Uint8Array.from(words.slice(first, end), (word) => match(typed, word));
  return { first, end, matches };
}

function firstAtLeast(words: readonly Spelling[], folded: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.folded ?? '') < folded) low = middle + 1;
    else high = middle;
  }
  return low;
}

const DISTRICT = STANDS.district | STANDS.districtKind;

/** Numbers of entries that every typed word meets, one of them in the name, or all of them in that of the district. */
export function candidates({ entries, postings }: PlaceIndex, meets: readonly Meetings[]): number[] {
  // Per entry: how many typed words met it so far, whether all did so in its district, where any did, where this one does.
  const met = new Uint8Array(entries.length);
  const inDistrict = new Uint8Array(entries.length).fill(1);
  const ever = new Uint8Array(entries.length);
  const here = new Uint8Array(entries.length);
  for (const { first, end } of meets) {
    here.fill(0);
    for (let word = first; word < end; word++) {
      for (const posting of postings[word] ?? [])
        here[entryOf(posting)] = at(here, entryOf(posting)) | standsOf(posting);
    }
    for (let entry = 0; entry < here.length; entry++) {
      const stands = at(here, entry);
      if (stands !== 0) met[entry] = at(met, entry) + 1;
      if ((stands & DISTRICT) === 0) inDistrict[entry] = 0;
      ever[entry] = at(ever, entry) | stands;
    }
  }
  const found: number[] = [];
  for (let entry = 0; entry < entries.length; entry++) {
    if (met[entry] !== meets.length) continue;
    const where = at(ever, entry);
    const named = (where & STANDS.name) !== 0;
    if (named || (inDistrict[entry] === 1 && (where & STANDS.district) !== 0)) found.push(entry);
  }
  return found;
}

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

/** How well a typed word meets one word of a place, by its number. */
export const matchAt = ({ first, end, matches }: Meetings, word: number): number =>
  word >= first && word < end ? at(matches, word - first) : 0;
