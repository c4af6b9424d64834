import type { TRANSFER_RULES } from '../book/transfer.ts';
import type { English } from './english.ts';

export const TRANSFER_ENGLISH: English<typeof TRANSFER_RULES> = {
  TRANSFER_NOT_RECEIVED: {
    title: 'A transfer was not received',
    what: '{unit} sent {actual} on {date} (book {fund}) to {other}; after {days} days nobody has entered it.',
    expected: 'an inflow of {actual} in the lower unit',
    fix: 'The receiver enters it as money from above; or the sender corrects amount or receiver.',
  },
  TRANSFER_TAKEN_BACK: {
    title: 'Taken back by the sender alone',
    what: '{unit} took back {actual} on {date} (book {fund}) of what it had sent to {other}; the receiver did not.',
    expected: 'an entry of the receiver that takes off {actual}',
    fix: 'If it gave the money back, the receiver enters it as negative; if not, the sender drops its entry.',
  },
  TRANSFER_FROM_NOBODY: {
    title: 'Money from above that nobody sent',
    what: '{unit} received {actual} on {date} (book {fund}); no book above has a transfer of that amount.',
    expected: 'a transfer of {actual} above',
    fix: 'The unit above enters the transfer; if it is no money from above, correct the channel.',
  },
  TRANSFER_AMOUNTS_DIFFER: {
    title: 'Sent and received differ',
    what: '{unit} sent {expected} on {date} (book {fund}), {other} received {actual}, a difference of {difference}.',
    expected: 'the same amount in both books',
    fix: 'Both units compare their papers; whoever is wrong submits its file again.',
  },
  TRANSFER_EXPLANATION_UNKNOWN: {
    title: 'An explanation names no finding between units',
    what: '{unit} (book {fund}) explains {count} marks of no finding, now or before, about transfers at this level that it is party to ({places}).',
    expected: 'the mark of a finding between two units',
    fix: 'Copy the mark again from the page; when the amount of a finding changes, so does its mark.',
  },
};
