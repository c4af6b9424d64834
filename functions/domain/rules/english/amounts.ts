import type { AMOUNT_RULES } from '../cell/amounts.ts';
import type { English } from './english.ts';

export const AMOUNT_ENGLISH: English<typeof AMOUNT_RULES> = {
  AMOUNT_UNREADABLE: {
    title: 'Amount unreadable',
    what: 'Rows whose “{column}” cannot be read as an amount of đồng: {count} ({places}).',
    expected: 'a whole number of đồng, such as 1500000 or 1.500.000',
    fix: 'Write a whole number of đồng, such as 1500000 or 1.500.000; keep remarks out of the amount.',
  },
  AMOUNT_FRACTION: {
    title: 'Fraction of a đồng',
    what: 'Rows whose “{column}” holds a fraction of a đồng: {count} ({places}).',
    expected: 'a whole number of đồng, such as 1.500.000',
    fix: 'Look at the voucher and write whole đồng. For foreign currency use its own columns; if the column is in thousands or millions, say so in its heading.',
  },
  AMOUNT_E_NOTATION: {
    title: 'Amount shortened by Excel',
    what: 'Rows whose “{column}” was shortened by Excel to the form 1.5E+10, which loses digits: {count} ({places}).',
    expected: 'all digits, such as 15.000.000.000',
    fix: 'In the original select the column → Format Cells → Number, 0 decimals, widen it until all digits show, save and submit it again.',
  },
  AMOUNT_DITTO: {
    title: 'Ditto mark for an amount',
    what: 'Rows with a ditto mark in “{column}” in place of a figure: {count} ({places}).',
    expected: 'a whole number of đồng, even where it equals the one above',
    fix: 'Write the amount in full in each row and submit the file again.',
  },
  AMOUNT_FOREIGN: {
    title: 'Foreign currency in the column of đồng',
    what: 'Rows with foreign currency (USD, EUR …) in “{column}”: {count} ({places}).',
    expected: 'a whole number of đồng',
    fix: 'Write the amount converted into đồng here. In contributions and disbursements the foreign one goes under “Loại tiền”, “Số tiền ngoại tệ”, “Tỷ giá”, “Ngày tỷ giá”; of a statement in another currency declare the currency and its rate with the file.',
  },
  AMOUNT_OUTLIER: {
    title: 'Amount far from the others',
    what: 'Rows whose “{column}” is over a thousand times larger or smaller than nearly all others: {count} ({places}).',
    expected: 'an amount in the same unit as the other rows',
    fix: 'Look at their vouchers: if right, nothing has to be done; if the unit or the zeros are wrong, correct them and submit the file again.',
  },
  REVERSAL: {
    title: 'Reversal',
    what: 'Rows that reverse a movement: {count}, {actual} in all ({places}).',
    expected: 'a negative amount only to take back a movement',
    fix: 'Nothing has to be done if it is meant so; otherwise correct the sign of the amount.',
  },
  QUANTITY_UNREADABLE: {
    title: 'Quantity unreadable',
    what: 'Rows with an unreadable quantity of goods: {count} ({places}).',
    expected: 'a number not below zero, such as 120 or 70,1',
    fix: 'Write the quantity in digits, such as 120 or 70,1; the unit of measure has a column of its own.',
  },
  QUANTITY_NEGATIVE: {
    title: 'Negative quantity of goods',
    what: 'Rows with a negative quantity of goods: {count} ({places}).',
    expected: 'a quantity of zero or more, in the table of the right direction',
    fix: 'Goods handed out and brought back: a positive quantity among the contributions, as “Hoàn trả”. Goods given back to the donor: a positive quantity among the disbursements, as “Hoàn trả người ủng hộ”. If only the sign is wrong, delete it.',
  },
  COUNT_UNREADABLE: {
    title: 'Number of households or people unreadable',
    what: 'Rows whose “{column}” is no whole number from 1: {count} ({places}).',
    expected: 'a whole number from 1, or blank',
    fix: 'Write a whole number, such as 12; leave it blank if the movement is not counted by households.',
  },
};
