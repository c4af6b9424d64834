/**
 * Labels of goods: free text of a treasurer, printed only where nothing in it points to a person. When in
 * doubt the label is general; the quantity and the source row stay what they are.
 */
import { fold } from '#domain/text.ts';
import { namesContacts } from './contacts.ts';
import { namesIn } from './names.ts';
import { remember } from './remember.ts';
import { pointsToPerson } from './titles.ts';
import { readWords } from './words.ts';
import { hasLongNumber, tidy } from './written.ts';

export const OTHER_GOODS = 'Hiện vật khác';
export const OTHER_UNIT_OF_MEASURE = 'đơn vị';

/** In UTF-16 units, composed. A longer text is a story, and stories have people in them. */
const MAX_LABEL_LENGTH = 60;

/** Letters outside a–z and đ once accents are gone: lookalikes of other scripts would pass every list. */
const FOREIGN_LETTER = /(?![a-z])\p{L}/u;

function isFitToPrint(label: string): boolean {
  // Decomposed letters take up to three units each; what is longer still is not worth reading.
  if (label.length > 3 * MAX_LABEL_LENGTH) return false;
  const text = readWords(label);
  const { plain } = text;
  if (plain.length > MAX_LABEL_LENGTH || hasLongNumber(plain) || FOREIGN_LETTER.test(fold(plain)))
    return false;
  return !namesContacts(text) && !pointsToPerson(text) && namesIn(text, false).length === 0;
}

const guarded = (instead: string) =>
  remember((text) => {
    const label = tidy(text);
    return label === '' || isFitToPrint(label) ? label : instead;
  });

/** The name of goods as it may be printed; "Hiện vật khác" in place of one that may name somebody. */
export const publicItem = guarded(OTHER_GOODS);

/** The unit of measure as it may be printed; "đơn vị" in place of one that may name somebody. */
export const publicUnitOfMeasure = guarded(OTHER_UNIT_OF_MEASURE);
