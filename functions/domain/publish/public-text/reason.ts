/** What a unit says to a finding. People write prose there, and prose has people in it: printed only where it names nobody. */
import { namesContacts } from './contacts.ts';
import { namesGiven } from './given-names.ts';
import { namesIn } from './names.ts';
import { namesContactsInProse } from './prose-contacts.ts';
import { remember } from './remember.ts';
import { pointsToPerson, pointsToPersonInProse } from './titles.ts';
import { readWords } from './words.ts';
import { masked, maskedProse } from './written.ts';

export const HIDDEN_REASON = 'Đã giải trình; nội dung có thể nhắc đến cá nhân nên không công khai.';
export const HIDDEN_OFFICE = 'Người phụ trách';

/**
 * A reason in sentences as it may be printed: what could be somebody's name, title or number hides the whole of it.
 * Names all in small letters or all in capitals, without surname or title, pass: `REASON_NOT_PRINTED` and the
 * instructions tell treasurers to name nobody.
 */
export const publicReason = remember((text) => {
  const shown = maskedProse(text);
  const read = readWords(shown);
  const names =
    namesContactsInProse(read) ||
    pointsToPersonInProse(read) ||
    namesIn(read, false).length > 0 ||
    namesGiven(read);
  return names ? HIDDEN_REASON : shown;
});

const guarded = (instead: string) =>
  remember((text) => {
    const shown = masked(text);
    const read = readWords(shown);
    return namesContacts(read) || pointsToPerson(read) || namesIn(read, false).length > 0 ? instead : shown;
  });

export const publicOffice = guarded(HIDDEN_OFFICE);

export const HIDDEN_ROUND = 'Đợt (tên không công khai)';
/** The name of a round of allocation. */
export const publicRound = guarded(HIDDEN_ROUND);
