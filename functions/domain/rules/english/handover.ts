import type { HANDOVER_RULES } from '../book/handover.ts';
import type { English } from './english.ts';

export const HANDOVER_ENGLISH: English<typeof HANDOVER_RULES> = {
  BALANCE_NOT_HANDED_OVER: {
    title: 'A unit ended with money left',
    what: 'At the end of {date}, the last day of the unit, {actual} is left that was not handed over.',
    expected: 'a balance of 0 after the handover',
    fix: 'Enter “Bàn giao số dư” (handover) in the disbursements of the former unit, and “Nhận bàn giao số dư” in the contributions of the new one.',
  },
  OPENING_OF_NEW_UNIT: {
    title: 'A new unit declares an opening balance',
    what: 'The unit began on {date}, and its book declares an opening balance of {actual} on that very day.',
    expected: 'an opening balance of 0, and a balance taken over',
    fix: 'Submit the file again with an opening balance of 0, and enter “Nhận bàn giao số dư” in the contributions.',
  },
  HANDOVER_NOT_TAKEN: {
    title: 'A balance handed over that nobody took over',
    what: '{unit} handed over {actual} on {date} (book {fund}); no unit that came out of it took over that amount.',
    expected: 'a taking over of {actual} by a new unit',
    fix: 'Enter “Nhận bàn giao số dư” in the contributions of the new unit, or correct the amount on the wrong side.',
  },
  HANDOVER_FROM_NOBODY: {
    title: 'A balance taken over from nobody',
    what: '{unit} took over {actual} on {date} (book {fund}); no unit that it was made of handed over that amount.',
    expected: 'a handover of {actual} by a former unit',
    fix: 'Enter “Bàn giao số dư” in the disbursements of the former unit, or correct the amount on the wrong side.',
  },
};
