import { accentedKey, fold } from '#domain/text.ts';
import data from './words.data.json' with { type: 'json' };
import { phraseAt, phrases, saysOrganisation, type Text, type Word } from './words.ts';

const OF_ANYBODY = phrases(data.titlesOfAnybody);
const BEFORE_NAMES = phrases(data.titlesBeforeNames);
const AT_START = phrases(data.titlesAtStart);
const LEADS = phrases(data.leads);
const NOT_TITLES = phrases(data.notTitles);
const HOUSEHOLDS = phrases(data.households);
const NOT_HOUSEHOLDS = new Set(data.notHouseholds.map(accentedKey));
const AFTER_HOUSEHOLDS = new Set(data.afterHouseholds.map(accentedKey));
const PLACES = phrases(data.placesWithTitles);
const BARE = phrases(data.titlesUnaccented);
const BARE_ANYWHERE = phrases(data.titlesUnaccentedAnywhere);
const BARE_LEADS = phrases(data.leads, fold);

/** "G/đ", "Ô. An", "A.Hùng", "a Hùng". */
const ABBREVIATED = [
  /(?<![\p{L}\p{Nd}])(?:g\s?[/.]\s?đ|g\/d|gđ)(?!\p{L})/iu,
  /^gd(?!\p{L})/iu,
  /(?<![\p{L}\p{Nd}])(?:[ÔBACE]\s?\.|[ôbace]\s?\.)\s?\p{Lu}\p{L}/u,
  /(?<![\p{L}\p{Nd}])[ôace] \p{Lu}\p{Ll}/u,
  /(?<![\p{L}\p{Nd}])ô(?:ng)?\s?[/.]\s?b(?:à)?(?!\p{L})/iu,
];

/** Whether a text holds a word that points to a person or to a household: "ông", "Linh mục", "của cô", "G/đ". */
export const pointsToPerson = (text: Text): boolean =>
  pointsToPersonInProse(text) || [...text.words.keys()].some((at) => isHousehold(text, at));

/** As `pointsToPerson` of a text in sentences, which speak of households all the time. */
export const pointsToPersonInProse = (text: Text): boolean =>
  ABBREVIATED.some((shape) => shape.test(text.plain)) ||
  [...text.words.keys()].some((at) => isTitle(text, at));

function isTitle(text: Text, at: number): boolean {
  const { words } = text;
  if (isOrdinaryWord(text, at) || isPlace(text, at)) return false;
  // A title that ends the text has nobody behind it: "quà cho các cháu".
  const behind = (length: number): Word | undefined => (length > 0 ? words[at + length] : undefined);
  if (behind(phraseAt(words, at, OF_ANYBODY)) !== undefined) return true;
  const named = phraseAt(words, at, BEFORE_NAMES);
  if (isName(text, at, named)) return true;
  const starts = at === 0 || endsLead(text, at);
  if (starts && behind(phraseAt(words, at, AT_START)) !== undefined) return true;
  if (!text.isBare) return false;
  return (
    behind(phraseAt(words, at, BARE_ANYWHERE)) !== undefined ||
    (starts && behind(phraseAt(words, at, BARE)) !== undefined)
  );
}

/** "bà con" are everybody; "anh Em" would be somebody. */
const isOrdinaryWord = ({ words, isUpper }: Text, at: number): boolean =>
  phraseAt(words, at, NOT_TITLES) > 0 && (isUpper || words[at + 1]?.isCapital !== true);

/** A capitalised word behind a title in small letters, or behind one that opens the text: "chị Lan", "Thầy Minh". */
function isName(text: Text, at: number, length: number): boolean {
  const title = text.words[at];
  const name = text.words[at + length];
  if (length === 0 || !title || !name || name.isNumber || text.known.has(at + length)) return false;
  // "Ban Giám đốc Công ty …" names a body.
  if (saysOrganisation(text, at + length)) return false;
  const opens =
    at === 0 || length > 1 || /[^ ]/.test(title.gap) || !title.isCapital || IS_FOREIGN.has(title.key);
  return opens && name.isCapital && !text.isUpper ? true : text.isUpper && (at === 0 || length > 1);
}
const IS_FOREIGN = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'bs', 'ths', 'ts', 'gs', accentedKey('thầy')]);

/** Whether the words just before are "của", "cho", "nhóm" … */
function endsLead({ words, isBare }: Text, at: number): boolean {
  return [1, 2].some(
    (back) =>
      at >= back &&
      (isBare
        ? phraseAt(words, at - back, BARE_LEADS, (word) => word.folded)
        : phraseAt(words, at - back, LEADS)) === back,
  );
}

/** "hộ Lò Pánh"; but not "ủng hộ", nor "hộ nghèo" where nobody is named. */
function isHousehold(text: Text, at: number): boolean {
  const { words } = text;
  if (isOrdinaryWord(text, at) || isPlace(text, at)) return false;
  const length = phraseAt(words, at, HOUSEHOLDS);
  if (length === 0 || NOT_HOUSEHOLDS.has(words[at - 1]?.key ?? '')) return false;
  return !words
    .slice(at + length)
    .every((word) => AFTER_HOUSEHOLDS.has(word.key) && (!word.isCapital || at === 0));
}

/** "Hai Bà Trưng", "Bà Rịa": the word belongs to a place, unless a name goes on behind it. */
function isPlace(text: Text, at: number): boolean {
  return [0, 1].some((back) => {
    const from = at - back;
    const length = from < 0 ? 0 : phraseAt(text.words, from, PLACES);
    const after = text.words[from + length];
    const isCapital = text.words[at]?.isCapital === true;
    return length > back && isCapital && (text.isUpper || !after?.isCapital || after.gap !== ' ');
  });
}
