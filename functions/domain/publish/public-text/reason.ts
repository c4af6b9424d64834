/** What a unit says to a finding. People write prose there, and prose has people in it: printed only where it names nobody. */
import { namesContacts } from './contacts.ts';
import { namesIn } from './names.ts';
import { remember } from './remember.ts';
import { pointsToPerson } from './titles.ts';
import { readWords } from './words.ts';
import { masked } from './written.ts';

export const HIDDEN_REASON = 'Đã giải trình; nội dung có thể nhắc đến cá nhân nên không công khai.';
export const HIDDEN_OFFICE = 'Người phụ trách';

const guarded = (instead: string) =>
  remember((text) => {
    const shown = masked(text);
    const read = readWords(shown);
    return namesContacts(read) || pointsToPerson(read) || namesIn(read, false).length > 0 ? instead : shown;
  });

export const publicReason = guarded(HIDDEN_REASON);
export const publicOffice = guarded(HIDDEN_OFFICE);

export const HIDDEN_ROUND = 'Đợt (tên không công khai)';
/** The name of a round of allocation. */
export const publicRound = guarded(HIDDEN_ROUND);
