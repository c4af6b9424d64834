import type { BESIDE_RULES } from '../book/beside.ts';
import type { English } from './english.ts';

export const BESIDE_ENGLISH: English<typeof BESIDE_RULES> = {
  ALLOCATED_MORE_THAN_RECEIVED: {
    title: 'More allocated than received',
    what: 'Allocated {actual}, more than was received ({expected}): {difference}.',
    expected: 'no more than was received and carried forward',
    fix: 'Check the table of allocations; where a balance carried forward was used, explain it.',
  },
  ROUND_SENT_DIFFERS: {
    title: 'A round of allocation was sent otherwise than decided',
    what: 'Round “{round}”: allocated {expected}, sent {actual}, a difference of {difference}.',
    expected: 'as much as was allocated: {expected}',
    fix: 'Check the column of the round; while a round is still being sent the difference shrinks to zero.',
  },
  EARMARK_SPENT_ELSEWHERE: {
    title: 'Earmarked money was spent elsewhere',
    what: 'Still to be kept for the places named: {expected}; left in the fund: {actual}. At least {difference} went elsewhere.',
    expected: 'at least {expected} left',
    fix: 'Name the commune in payments for the places that were named; otherwise explain.',
  },
  FACTOR_NOT_FOLLOWED: {
    title: 'Conversion factors not followed',
    what: 'Conversion factors that could not be followed: {count}; their units of measure stay apart.',
    expected: 'factors above zero that do not contradict each other',
    fix: 'Correct the rows of conversion in the table of confirmations.',
  },
  HOUSE_AMOUNT_REPEATED: {
    title: 'The same amount for a house again',
    what: 'Rows that name the same amount of the same funder for the same house again: {count}, {actual} in all.',
    fix: 'If it is one gift told twice, leave the amount of the later row blank.',
  },
};
