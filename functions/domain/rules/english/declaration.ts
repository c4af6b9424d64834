import type { DECLARATION_RULES } from '../file/declaration.ts';
import type { English } from './english.ts';

export const DECLARATION_ENGLISH: English<typeof DECLARATION_RULES> = {
  KIND_UNCLEAR: {
    title: 'Kind of table unclear',
    what: 'The headings do not tell for sure which of the seven kinds of table this is: {kinds}.',
    expected: 'headings of one kind of table',
    fix: 'Say which kind it is and check again (the field “Loại bảng” on the page, --kind at the command line); or name the columns as the template does.',
  },
  DECLARATION_INVALID: {
    title: 'Declaration unreadable',
    what: 'The declaration with the file is missing or wrong in: {fields}.',
    fix: 'Submit the file again by the command “submit” or the upload page; do not copy files into the store.',
  },
  UNITS_INVALID: {
    title: 'Changes of administrative units cannot be taken',
    what: 'What is wrong in the table of changes: {fields}.',
    fix: 'Correct these places and load the whole table again by “units import”.',
  },
  UNIT_UNKNOWN: {
    title: 'No such unit',
    what: 'The unit code {unit} is not in the register.',
    expected: 'TW, a province code of 2 digits or a commune code of 5 digits',
    fix: 'Check the code: TW, a province code of 2 digits or a commune code of 5 digits, such as {candidates}.',
  },
  UNIT_NOT_IN_PERIOD: {
    title: 'Unit does not exist for the whole period',
    what: 'Between {from} and {to}, the code {unit} does not stand for one and the same unit ({versions}).',
    expected: 'a unit that exists from {from} to {to}',
    fix: 'If the period spans a reform of units (such as that of 2025-07-01), split it there into two files, each with the code of the unit of that time.',
  },
  FUND_UNKNOWN: {
    title: 'No such fund or campaign',
    what: 'The fund code {fund} has not been registered.',
    expected: 'QVNN or the code of a registered campaign',
    fix: 'Use QVNN for the Fund for the Poor, or register the campaign by “campaigns import” and submit the file again.',
  },
  FUND_IS_A_DRIVE: {
    title: 'This drive has no book of its own',
    what: '{fund} is a drive of the Fund for the Poor and has no book of its own.',
    expected: 'the fund QVNN, with the drive in the column “Đợt vận động”',
    fix: 'Submit under the fund QVNN and write {fund} in the column “Đợt vận động”.',
  },
  FUND_NOT_AT_LEVEL: {
    title: 'Campaign not open at this level',
    what: 'The campaign {fund} keeps no books at the level “{level}”.',
    fix: 'Check the codes of the unit and of the campaign; if it is open at that level, update the list of campaigns.',
  },
  PERIOD_REVERSED: {
    title: 'Period reversed',
    what: 'The declared period runs from {from} to {to}: it starts after its end.',
    expected: 'a first day not after the last day',
    fix: 'Swap the two dates and submit the file again.',
  },
  PERIOD_TOO_LONG: {
    title: 'Period too long',
    what: 'The declared period from {from} to {to} is longer than {years} years.',
    expected: 'a period of no more than {years} years',
    fix: 'Check the years of the first and the last day, then submit again.',
  },
  PERIOD_TOO_EARLY: {
    title: 'Period too far in the past',
    what: 'The declared period starts on {from}, before {day}.',
    expected: 'a period that starts on {day} or later',
    fix: 'Check the years of the first and the last day, then submit again.',
  },
  BALANCE_TOO_LARGE: {
    title: 'Declared balance too large',
    what: 'The declaration has too large an amount in: {fields}; the most is {limitVnd}.',
    expected: 'no more than {limitVnd}',
    fix: 'Check the declared figures (in đồng, not in thousands or millions of đồng) and submit the file again.',
  },
  CASH_NEGATIVE: {
    title: 'Negative cash in hand',
    what: 'The declaration says {actual} of cash in hand.',
    expected: 'cash in hand of 0 or more',
    fix: 'Declare the cash as counted at the end of the period (at the command line --cash; 0 where there is none) and submit the file again.',
  },
  RECEIVED_IN_FUTURE: {
    title: 'Submitted in the future',
    what: 'The declaration says submitted on {declared}, but the store received the file on {received}.',
    expected: 'not after {received}',
    fix: 'Set the clock of the submitting machine and submit the file again.',
  },
  PERIOD_IN_FUTURE: {
    title: 'Period not yet begun',
    what: 'The declared period starts on {from}, after the day of submission {day}.',
    expected: 'a period that starts not after {day}',
    fix: 'Check year and month of the period and submit the file again.',
  },
  NOTHING_ACCEPTED: {
    title: 'No row can be entered',
    what: 'All {count} rows of data have errors; none can be entered.',
    expected: 'at least one row without errors',
    fix: 'See the errors of the rows below, correct them as told and submit the file again.',
  },
  CAMPAIGNS_INVALID: {
    title: 'List of campaigns invalid',
    what: 'The list is wrong in: {fields}.',
    fix: 'Correct these places as docs/campaigns.md describes and import the list again.',
  },
};
