/** Given names within sentences: no list has them all, but a capital in the middle of a sentence asks for its reason. */
import { belongsToBody, saysPlace } from './bodies.ts';
import { couldBeSyllable } from './names.ts';
import data from './prose.data.json' with { type: 'json' };
import { phraseAt, phrases, saysOrganisation, type Text, type Word } from './words.ts';

const USUAL = phrases(data.capitalsInProse);
/** A sentence begins behind it, or something that is written like one. */
const OPENS = /[.!?;:\n"“]\s*$|^\s*[-–+*]\s*$/u;

/**
 * Whether a capitalised word within a sentence has no reason to be one but that it is a name: "đã trao cho Lan",
 * "Sếp Tuấn duyệt". Names of places and bodies, of papers, feasts and peoples have their reasons. In a text all in
 * capitals they tell nothing, and nothing is found.
 */
export function namesGiven(text: Text): boolean {
  const { words, isUpper } = text;
  if (isUpper) return false;
  const excused = excusedIn(text);
  let begin = 0;
  return words.some((word, at) => {
    if (!word.isCapital || word.gap !== ' ' || !words[at - 1]?.isCapital) begin = at;
    if (!couldBeName(word) || excused.has(at) || opens(words, at)) return false;
    return !belongs(text, begin, at);
  });
}

/** "quý III". */
const ROMAN = /^[IVX]+$/;

const couldBeName = ({ isCapital, isNumber, text, folded }: Word): boolean =>
  isCapital && !isNumber && text.length > 1 && !ROMAN.test(text) && couldBeSyllable(folded);

const opens = (words: readonly Word[], at: number): boolean => at === 0 || OPENS.test(words[at]?.gap ?? '');

/** Positions of words that are capitalised for another reason. */
function excusedIn({ words, known }: Text): ReadonlySet<number> {
  const excused = new Set(known);
  for (const at of words.keys()) {
    const length = phraseAt(words, at, USUAL);
    for (let i = at; i < at + length; i += 1) excused.add(i);
  }
  return excused;
}

/** Whether the run of capitalised words that begins there names a body or a place up to this word. */
function belongs(text: Text, begin: number, at: number): boolean {
  // "Thủ quỹ xã (Hạnh)" names no commune.
  if (text.words[begin]?.gap === ' ' && belongsToBody(text, begin)) return true;
  for (let i = begin; i <= at; i += 1) if (saysOrganisation(text, i) || saysPlace(text, i)) return true;
  return false;
}
