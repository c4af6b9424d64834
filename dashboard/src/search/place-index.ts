/** Places by every word that may be typed to find them. Made once; each search is a look into it. */
import { COMMUNE_KINDS, type CommuneKind } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import { compareText } from '#domain/order.ts';
import type { Unit, UnitCode, UnitRegistry } from '#domain/units/unit.ts';
import { type Place, placesOn } from './places.ts';
import { type Spelling, spellingOf, wordsOf } from './words.ts';

/**
 * Where a word stands: in the name itself, in that of the district, before that ("Thị xã"), or in the unit's own kind
 * or a province's name.
 */
export const STANDS = { name: 1, district: 2, districtKind: 4, beside: 8 } as const;
/** A posting is the number of an entry and how the word stands in it. */
export const entryOf = (posting: number): number => posting >> 4;
export const standsOf = (posting: number): number => posting & 15;

/** The words of a place as numbers, in their order. */
export interface Entry {
  readonly place: Place;
  readonly kind: CommuneKind | undefined;
  /** Of the name without its kind. */
  readonly name: readonly number[];
  /** All words, those of the name too. */
  readonly all: readonly number[];
}

export interface PlaceIndex {
  /** Words by number, in order of their folded spelling. */
  readonly words: readonly Spelling[];
  readonly entries: readonly Entry[];
  /** For each word: where it stands. */
  readonly postings: readonly (readonly number[])[];
  /** Units of a code, the one valid today first. */
  readonly byCode: (code: UnitCode) => readonly Unit[];
  readonly provinceOf: (unit: Unit) => Unit | undefined;
  readonly today: IsoDate;
}

/** Kinds before the names of provinces and districts. */
const AREA_KIND = /^(?:Thành phố|Thị xã|Tỉnh|Quận|Huyện)(?= )/i;

export function placeIndex(registry: UnitRegistry, today: IsoDate): PlaceIndex {
  const read = remembering(wordsOf);
  const texts = placesOn(registry, today).map((place) => textsOf(place, read));
  const spelled = spellings(texts.flatMap(({ lists }) => lists.flatMap(([words]) => words)));
  const numbers = new Map(spelled.map(([text], number) => [text, number]));
  const postings: number[][] = spelled.map(() => []);
  const entries = texts.map(({ place, kind, lists }, entry): Entry => {
    const numbered = lists.map(([words, stands]) =>
      words.flatMap((word) => {
        const number = numbers.get(word);
        if (number === undefined) return [];
        postings[number]?.push((entry << 4) | stands);
        return [number];
      }),
    );
    return { place, kind, name: numbered[0] ?? [], all: numbered.flat() };
  });
  return {
    words: spelled.map(([, spelling]) => spelling),
    entries,
    postings,
    byCode: (code) => registry.versions(code),
    provinceOf: ({ provinceId }) => (provinceId === undefined ? undefined : registry.byId(provinceId)),
    today,
  };
}

function spellings(words: readonly string[]): (readonly [string, Spelling])[] {
  const spelled = [...new Set(words)].map((word) => [word, spellingOf(word)] as const);
  return spelled.sort(([, a], [, b]) => compareText(a.folded, b.folded));
}

type Words = readonly string[];

/** The words of a place with where they stand, those of the name first. Most texts come again and again: read once. */
function textsOf(place: Place, read: (text: string) => Words) {
  const { name, bearer, provinces } = place;
  const { kind } = [bearer, ...(bearer.formerNames ?? [])].find((called) => called.name === name) ?? bearer;
  const [kindText, bare] = cut(name, kind === undefined ? AREA_KIND.exec(name)?.[0] : COMMUNE_KINDS[kind]);
  const [districtKind, district] = cut(bearer.district ?? '', AREA_KIND.exec(bearer.district ?? '')?.[0]);
  const beside = new Set([kindText, ...provinces.map((province) => province.name)].flatMap(read));
  const lists: readonly (readonly [Words, number])[] = [
    [wordsOf(bare), STANDS.name],
    [read(district), STANDS.district],
    [read(districtKind), STANDS.districtKind],
    [[...beside], STANDS.beside],
  ];
  return { place, kind, lists };
}

const cut = (text: string, start = ''): readonly [string, string] => [start, text.slice(start.length)];

function remembering(read: (text: string) => Words): (text: string) => Words {
  const known = new Map<string, Words>();
  return (text) => {
    const words = known.get(text) ?? read(text);
    known.set(text, words);
    return words;
  };
}
