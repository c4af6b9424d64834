import type { REGISTER_RULES } from '../row/register.ts';
import type { English } from './english.ts';

export const REGISTER_ENGLISH: English<typeof REGISTER_RULES> = {
  FIELD_MISSING: {
    title: 'Required cell left blank',
    what: 'Rows that leave “{column}” blank: {count} ({places}).',
    expected: 'a value in the column “{column}”',
    fix: 'Fill in the column “{column}” and submit the file again.',
  },
  NEGATIVE_NOT_ALLOWED: {
    title: 'Negative where nothing can be negative',
    what: 'Rows whose “{column}” is negative: {count} ({places}).',
    expected: 'a number not below zero',
    fix: 'Remove the minus if it is a slip; if less was decided than before, write the new figure and submit the table in place of the former one.',
  },
  TARGET_UNIT_UNKNOWN: {
    title: 'Target for a unit that did not exist in that year',
    what: 'Targets for a unit that did not exist, or cannot be told, in {year}: {count} ({places}).',
    expected: 'the code (province 2 digits, commune 5 digits) or full name of a unit of {year}',
    fix: 'Write the code or full name of the unit by the boundaries of {year}; if the year is wrong, correct “Năm”; leave it blank for the unit that submits the file.',
  },
  TARGET_UNIT_OUTSIDE: {
    title: 'Target for a unit outside the area',
    what: 'Targets of {year} for a unit outside the area of the unit that submits the file: {count} ({places}).',
    expected: 'the unit that submits the file, or a commune of its province in {year}',
    fix: 'Correct the code or name if it is a slip; leave out the target of another unit, which that unit or the one above it submits.',
  },
  TARGET_YEAR_UNREADABLE: {
    title: 'Year unreadable',
    what: 'Targets without a year, or with one that cannot be read: {count} ({places}).',
    expected: 'a year of four digits, such as 2026',
    fix: 'Write the year in four digits, such as 2026.',
  },
  TARGET_MISSING: {
    title: 'Target without a figure',
    what: 'Targets with neither a figure to reach nor one reached: {count} ({places}).',
    expected: 'the figure to reach, or the one reached',
    fix: 'Enter the figure to reach: đồng for money raised, a number of houses or households otherwise.',
  },
  TARGET_COUNT_UNREADABLE: {
    title: 'Number of houses or households unreadable',
    what: 'Rows whose “{column}” is no whole number from 0: {count} ({places}).',
    expected: 'a whole number from 0, such as 12',
    fix: 'Write a whole number, such as 12; for an amount of money choose the indicator VAN_DONG.',
  },
  TARGET_TWICE: {
    title: 'Target set twice',
    what: 'Rows that repeat unit, year, indicator and organisation of one above: {count} ({places}).',
    expected: 'one row for each unit, year, indicator and organisation',
    fix: 'Keep one row with the final figure and submit the file again; for two organisations fill in “Tổ chức đảm nhận”.',
  },
  ALLOCATION_UNIT_UNKNOWN: {
    title: 'Allotted to a unit that cannot be told',
    what: 'Allotments to a unit that cannot be told: {count}, {actual} in all ({places}).',
    expected: 'the code (province 2 digits, commune 5 digits) or full name of the receiving unit',
    fix: 'Write the code or full name of the receiving unit, by the boundaries on that day, and submit the file again.',
  },
  HOUSE_STATUS_BACK: {
    title: 'Status of a house goes backwards',
    what: 'Rows whose status lies before that of an earlier day of the same house: {count} ({places}).',
    expected: 'a status not before that of an earlier day',
    fix: 'Look at the papers of the house: correct the day or the status; two houses need two codes.',
  },
  DECISION_INCOMPLETE: {
    title: 'Decision incomplete',
    what: 'Rows that lack {missing}: {count} ({places}).',
    expected: 'all cells that this action needs: {missing}',
    fix: 'Fill in what is missing: {missing}.',
  },
  DECISION_SOURCE_UNREADABLE: {
    title: 'Code of a file or number of a row unreadable',
    what: 'Rows whose “{column}” cannot be read: {count} ({places}).',
    expected: 'at least the first 8 characters of the digest (0-9, a-f), or a row number from 1',
    fix: 'Copy the code of the file and the number of the row as the report prints them; in Excel format the column as Text, so that no character is lost.',
  },
  DECISION_MARK_UNREADABLE: {
    title: 'Mark of a finding is malformed',
    what: 'Rows of explanations with a malformed mark: {count} ({places}).',
    expected: 'a mark of 10 characters, such as 3f0a91c2d4, or x3f0a91c2d4',
    fix: 'Copy the mark from the page of the book; in Excel set the cell to Text, so that no zero at its beginning is lost.',
  },
  REASON_NOT_PRINTED: {
    title: 'Explanation that is not printed',
    what: 'Cells of “{column}” that may speak of a person, so the public page does not print them: {count} ({places}).',
    fix: 'To have it printed, submit a further table of decisions with the same mark, worded without names of people, homes or account numbers: the later row holds.',
  },
  FACTOR_NOT_POSITIVE: {
    title: 'Conversion factor not above zero',
    what: 'Rows whose conversion factor is unreadable or not above zero: {count} ({places}).',
    expected: 'a number above zero, such as 30 or 0,5',
    fix: 'Write a number above zero; where 1 box is 30 packets, write 30.',
  },
  TRANSFER_UNIT_UNKNOWN: {
    title: 'Other end of a transfer unknown',
    what: 'Transfers between levels whose “{column}” cannot be told: {count} ({places}).',
    expected: 'the code (TW, province 2 digits, commune 5 digits) or full name of the unit',
    fix: 'Write the code or full name of the unit, by the boundaries on the day of the transfer, and submit the file again: only then can both ends be paired.',
  },
};
