import type { BESIDE_RULES } from '../book/beside.ts';
import type { English } from './english.ts';

export const BESIDE_ENGLISH: English<typeof BESIDE_RULES> = {
  ALLOCATED_MORE_THAN_RECEIVED: {
    title: 'More allocated than received',
    what: 'Allocated {actual}, more than was received and carried forward ({expected}): {difference}.',
    expected: 'no more than was received and carried forward',
    fix: 'Check the table of allocations; where a balance carried forward was used, declare the opening balance.',
  },
  ROUND_SENT_DIFFERS: {
    title: 'A round of allocation was sent otherwise than decided',
    what: 'Round “{round}”: allocated {expected}, sent {actual}, a difference of {difference}.',
    expected: 'as much as was allocated: {expected}',
    fix: 'Check the column of the round; while a round is still being sent the difference shrinks to zero.',
  },
  EARMARK_SPENT_ELSEWHERE: {
    title: 'Earmarked money was spent elsewhere',
    what: 'Still to be kept for {communes}: at least {expected}; left in the fund: {actual}. At least {short}\u00a0VND went elsewhere.',
    expected: 'at least {expected} left',
    fix: 'Name the commune in payments for the places that were named; otherwise explain.',
  },
  FACTOR_NOT_FOLLOWED: {
    title: 'Conversion factors not followed',
    what: '{item}: the factors between {units} cannot be followed ({why}); these units of measure stay apart.',
    expected: 'factors above zero that do not contradict each other',
    fix: 'Correct the rows of conversion for these goods in the table of confirmations.',
  },
  GOODS_BEFORE_RECEIPT: {
    title: 'Goods handed out before they were received',
    what: '{item}: by the end of {date} more was handed out than received, by {quantity}; it was received after that day.',
    expected: 'goods received before, or in the month in which they are handed out',
    fix: 'Check the dates of both tables; goods handed out first and entered later: correct the date of receipt by its minutes, or explain.',
  },
  FINDINGS_NOT_LISTED: {
    title: 'Not all findings are listed',
    what: 'Beyond those listed there are more findings “{title}”: {count}.',
    fix: 'Correct those that are listed and submit again: the others will then be shown.',
  },
  HOUSE_AMOUNT_REPEATED: {
    title: 'The same amount for a house again',
    what: 'Rows that name the same amount of the same funder for the same house again: {count}, {actual} in all ({places}).',
    fix: 'If it is one gift told twice, leave the amount of the repeating row blank and submit the register of houses again.',
  },
  TARGET_STATED_DIFFERS: {
    title: 'Stated as reached otherwise than in the books',
    what: '{indicator}, {year}: the table of targets states {stated} as reached, the books show {reached} ({places}).',
    expected: 'as in the books: {reached}',
    fix: 'Submit what is not in the books yet, or correct the column “Đã đạt (theo báo cáo)” and submit the table of targets again.',
  },
};
