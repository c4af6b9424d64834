import type { DATE_RULES } from '../cell/dates.ts';
import type { English } from './english.ts';

export const DATE_ENGLISH: English<typeof DATE_RULES> = {
  DATE_UNREADABLE: {
    title: 'Date unreadable or not in the calendar',
    what: 'Rows whose date is blank, unreadable or not in the calendar: {count} ({places}).',
    expected: 'a date of the calendar as day/month/year, such as 25/12/2024',
    fix: 'Write the date as 25/12/2024.',
  },
  DATE_NO_YEAR: {
    title: 'Date without a year',
    what: 'Rows whose date has no year: {count} ({places}).',
    expected: 'a date with its year, such as 15/09/2024',
    fix: 'Add the year, such as 15/09/2024, and submit the file again.',
  },
  DATE_FUTURE: {
    title: 'Date after the day of submission',
    what: 'Rows dated after the day of submission: {count} ({places}).',
    expected: 'a date not after the day of submission',
    fix: 'Check the year, and whether day and month were swapped.',
  },
  DATE_OUTSIDE_PERIOD: {
    title: 'Date outside the declared period',
    what: 'Rows dated outside {from}–{to}: {count}, {actual} in all ({places}).',
    expected: 'a date from {from} to {to}',
    fix: 'If the date is wrong (day and month swapped, wrong year), correct it; if the declared period is wrong, submit the file again with the right one.',
  },
  DATE_SWAPPED: {
    title: 'Day and month may be swapped',
    what: 'Rows dated outside {from}–{to}, but inside it with day and month swapped: {count} ({places}).',
    expected: 'a date from {from} to {to}, as day/month/year',
    fix: 'Excel often swaps them. Look at the vouchers; if so, write the dates as day/month/year and submit the file again.',
  },
  VALUE_DATE_SWAPPED: {
    title: 'Transaction date may be swapped',
    what: 'Rows whose transaction date is their value date with day and month swapped: {count} ({places}).',
    expected: 'the transaction date of the original statement, as day/month/year',
    fix: 'Compare with the bank’s original; Excel often swaps day and month. If so, write the date as day/month/year.',
  },
};
