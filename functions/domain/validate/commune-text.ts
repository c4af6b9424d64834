import { fold } from '../text.ts';
import { lowerName, splitKind } from '../units/name.ts';

/** A name in a cell that tells a place, and whether it is called "cũ": of the division that ended on 30/6/2025. */
export interface PlaceName {
  readonly name: string;
  readonly former: boolean;
}

/** What a cell says of a place: one commune as a rule, and names around it that may tell it from others. */
export interface PlaceText {
  readonly communes: readonly PlaceName[];
  readonly around: readonly string[];
}

const NOW_CALLED = /\(\s*nay (?:là|thuộc|la|thuoc) [^)]*\)|[,;]? nay (?:là|thuộc|la|thuoc) .*$/iu;
/** "(cũ)", "(xã cũ)", "(tên cũ)" say it of the name before; any other name within is the former one of it. */
const MARKED_FORMER = /\((?:(?:xã|phường|thị trấn|tên|địa giới) )?cũ\)/iu;
const CALLED_BEFORE = /\((?:trước[^)]*|[^)]* cũ)\)/iu;
const FORMER_WORD = /(?<!\p{L})cũ(?!\p{L})/iu;

function placeName(part: string): PlaceName {
  const name = part.replace(FORMER_WORD, ' ');
  return { name: tidy(name), former: name !== part };
}

const tidy = (text: string): string =>
  text
    .replace(/[\s:()[\]]+/gu, ' ')
    .replace(/^[ .\-–—]+|[ .\-–—]+$/gu, '')
    .trim();

const STRONG = /[,;\n()[\]]+/u;
const WEAK =
  /[,;\n/()[\]]+|\s[-–—]\s|\s(?=(?:huyện|quận|thị xã|thành phố|tỉnh|tx\.?|tp\.?|h\.|q\.|t\.) ?[\p{L}\d])/iu;

const KINDS: readonly (readonly ['district' | 'city' | 'province', RegExp])[] = [
  ['district', /^(?:huyện|quận|thị xã|tx|h\.|q\.)[. ]*(?=\S)/],
  ['city', /^(?:thành phố|tp)[. ]*(?=\S)/],
  ['province', /^(?:tỉnh|t\.(?!t\b)) *(?=\S)/],
];
/** Without accents the kind may be the name's own first word: "Quan Hoa" is a district in Thanh Hóa. */
const UNACCENTED_KIND = /^(?:huyen|quan|thi xa|thanh pho|tinh) (?=\S)/;

/** What the words around a commune tell: of which kind a place is, and the folded names that it may have. */
export interface AroundName {
  readonly kind?: 'district' | 'city' | 'province';
  readonly keys: readonly string[];
}

/** "TP. Tam Kỳ" → a city, "tam ky". */
export function aroundName(text: string): AroundName {
  const lower = lowerName(text);
  for (const [kind, word] of KINDS) {
    if (word.test(lower)) return { kind, keys: [fold(lower.replace(word, ''))] };
  }
  const key = fold(lower);
  return { keys: UNACCENTED_KIND.test(lower) ? [key.replace(UNACCENTED_KIND, ''), key] : [key] };
}

/** The bare name of a province or district of the registry, folded. */
export const bareKey = (name: string): string => aroundName(name).keys[0] ?? '';

const HAMLET =
  /^(?:thôn|thon|bản|ấp|khối|khoi|tổ|khu|kdc|tdp|xóm|xom|làng|buôn|buon|số nhà|đường|duong)[ .]/iu;
/** More names than this are a story, not a place. */
const MAX_NAMES = 8;

const namesCommune = (part: string): boolean =>
  aroundName(part).kind === undefined && splitKind(lowerName(part)).kind !== undefined;

/**
 * Takes a cell apart: "Thôn 3, xã Tam Thăng, TP. Tam Kỳ" → the commune and the city. Parts before the commune are
 * hamlets. `finely` also parts at hyphens and slashes, which some names have in them.
 */
export function placeText(text: string, finely: boolean): PlaceText {
  const names = text
    .replace(NOW_CALLED, ' cũ ')
    .replace(MARKED_FORMER, ' cũ ')
    .replace(CALLED_BEFORE, ' ')
    .split(finely ? WEAK : STRONG)
    .map(placeName)
    .filter(({ name }) => name !== '' && !HAMLET.test(name));
  if (names.length > MAX_NAMES) return { communes: [], around: [] };
  const told = names.filter(({ name }) => namesCommune(name));
  const communes = told.length > 0 ? told : names.slice(0, 1);
  const last = names.findLastIndex((name) => communes.includes(name));
  return { communes, around: names.slice(last + 1).map(({ name }) => name) };
}
