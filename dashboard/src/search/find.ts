/** Answers one search: every typed word must begin a word of the place. */
import type { CommuneKind } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import { lowerName, splitKind } from '#domain/units/name.ts';
import { type Unit, type UnitCode, validOn } from '#domain/units/unit.ts';
import { candidates, meetingsOf } from './meetings.ts';
import type { Entry, PlaceIndex } from './place-index.ts';
import { rankOf } from './rank.ts';
import { hasAccents, type Spelling, typedWords } from './words.ts';

/** A place that was found. */
export interface Hit {
  /** The unit whose page it leads to. */
  readonly unit: Unit;
  readonly province?: string;
  /** Another name by which it was found: "Xã Tam Thăng, Thành phố Tam Kỳ". */
  readonly formerly?: string;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** How many more there are than are shown. */
  readonly more: number;
  /** So little was typed that nothing was sought. */
  readonly tooShort?: true;
}

export const MAX_HITS = 20;
const MIN_LETTERS = 2;
const CODE = /^(?:\d{2}|\d{5})$/;

export function findPlaces(index: PlaceIndex, text: string): Found {
  const typed = typedWords(text);
  const letters = typed.reduce((sum, { folded }) => sum + folded.length, 0);
  const coded = CODE.test(text.trim()) ? byCode(index, text.trim() as UnitCode) : [];
  if (letters < MIN_LETTERS) {
    // Of a code like 00004 hardly a digit is left as a word.
    return coded.length > 0 ? { hits: coded, more: 0 } : { hits: [], more: 0, tooShort: true };
  }
  const shown = new Set(coded.map(({ unit }) => unit.id));
  const named = byName(index, typed, splitKind(lowerName(text)).kind).filter(
    ({ place }) => !shown.has(place.target.id),
  );
  const hits = [...coded, ...named.slice(0, MAX_HITS).map((entry) => hitOf(entry, index.today))];
  return { hits: hits.slice(0, MAX_HITS), more: Math.max(0, coded.length + named.length - MAX_HITS) };
}

/** Every unit that bears or bore a code: today's first, then the latest that ended. */
function byCode({ byCode: bearers, provinceOf, today }: PlaceIndex, code: UnitCode): Hit[] {
  const age = (unit: Unit) => (validOn(unit, today) ? '9' : (unit.validFrom ?? ''));
  return [...bearers(code)]
    .filter(({ level }) => level !== 'TW')
    .sort((a, b) => (age(a) < age(b) ? 1 : -1))
    .map((unit) => withProvince(unit, provinceOf(unit)));
}

const withProvince = (unit: Unit, province: Unit | undefined): Hit =>
  province === undefined ? { unit } : { unit, province: province.name };

function hitOf({ place: { target, province, bearer, name } }: Entry, today: IsoDate): Hit {
  const hit = withProvince(target, province);
  if (bearer.id === target.id && (name === target.name || !validOn(target, today))) return hit;
  return { ...hit, formerly: [name, ...(bearer.district === undefined ? [] : [bearer.district])].join(', ') };
}

/** The best entry of each place that is found, the best place first. */
function byName(index: PlaceIndex, typed: readonly Spelling[], kind: CommuneKind | undefined): Entry[] {
  const meets = typed.map((word) => meetingsOf(index, word));
  const sought = { meets, accents: typed.some(hasAccents), kind };
  const best = new Map<Unit['id'], number>();
  for (const number of candidates(index, meets)) {
    const entry = index.entries[number];
    if (entry === undefined) continue;
    // Entries stand in the order that decides between equals, so their number does.
    const key = rankOf(entry, sought) * index.entries.length + number;
    const { id } = entry.place.target;
    if (key < (best.get(id) ?? Number.POSITIVE_INFINITY)) best.set(id, key);
  }
  return [...best.values()]
    .sort((a, b) => a - b)
    .flatMap((key) => index.entries[key % index.entries.length] ?? []);
}
