import type { MEANING_RULES } from '../row/meaning.ts';
import type { English } from './english.ts';

export const MEANING_ENGLISH: English<typeof MEANING_RULES> = {
  AMOUNT_MISSING: {
    title: 'Neither money nor goods',
    what: 'Rows with neither an amount nor goods: {count} ({places}).',
    expected: 'an amount, or goods and their quantity',
    fix: 'Enter the amount in đồng, or the goods and their quantity.',
  },
  AMOUNT_WORDS_DIFFER: {
    title: 'Amount in words differs from amount in digits',
    what: 'Rows whose amount in words differs from that in digits, by {difference}: {count} ({places}).',
    expected: 'the same amount in words and in digits',
    fix: 'Look at the original voucher, correct the wrong one and submit the file again.',
  },
  FOREIGN_INCOMPLETE: {
    title: 'Foreign currency incomplete',
    what: 'Rows in foreign currency without currency, amount, rate or date of the rate: {count} ({places}).',
    expected: 'currency, foreign amount, rate and date of the rate',
    fix: 'Fill in “Loại tiền”, “Số tiền ngoại tệ”, “Tỷ giá”, “Ngày tỷ giá”; leave all four blank if the movement is in đồng.',
  },
  FOREIGN_DIFFERS: {
    title: 'Amount is not foreign amount times rate',
    what: 'Rows whose amount in đồng differs from foreign amount × rate, by {difference}: {count} ({places}).',
    expected: 'foreign amount times rate, rounded to the đồng',
    fix: 'Compare foreign amount, rate and amount with the credit advice of the bank; correct the wrong cell and submit the file again.',
  },
  GOODS_AS_MONEY: {
    title: 'Goods or labour entered as money',
    what: 'Rows given as goods or days of labour that hold an amount of money: {count} ({places}).',
    expected: 'the value of goods or labour in “Trị giá quy đổi (đồng)”',
    fix: 'For goods or labour, move the figure to “Trị giá quy đổi (đồng)”; for money, correct “Hình thức”.',
  },
  GOODS_INCOMPLETE: {
    title: 'Goods incomplete',
    what: 'Rows of goods without name, quantity, unit of measure or basis of the value: {count} ({places}).',
    expected: 'name, quantity, unit of measure; a basis where a value is stated',
    fix: 'Add name, quantity and unit of measure (such as instant noodles, 120 boxes), and the basis of the value (invoice, quotation).',
  },
  DOCUMENT_MISSING: {
    title: 'Disbursement without voucher or decision',
    what: 'Disbursements with neither a voucher number nor a decision number: {count}, {actual} in all ({places}).',
    expected: 'the number of a voucher or of a decision',
    fix: 'Add the number of the voucher or of the decision and submit the file again.',
  },
  PURPOSE_NOT_ALLOWED: {
    title: 'Purpose not one of this fund',
    what: 'Spent on “{purpose}”, which is no purpose of “{fundKind}”: {count}, {actual} in all ({places}).',
    expected: 'a purpose of “{fundKind}”',
    fix: 'Check the classification; if the wrong fund paid, make a correcting entry and submit the file again.',
  },
  NORM_BELOW_MIN: {
    title: 'Paid less than the least rate',
    what: 'Payments for “{purpose}”: {count}, {actual} in all ({places}); the lowest gives {perOne}\u00a0VND for each {per}, less than the rate of {limit}\u00a0VND; {basis} {source}.',
    expected: 'at least {limit}\u00a0VND for each {per}',
    fix: 'Check the amount and for how many it is ({per}) in these rows; if each {per} is paid in parts there is nothing to do.',
  },
  NORM_ABOVE_MAX: {
    title: 'Paid more than the highest rate',
    what: 'Payments for “{purpose}”: {count}, {actual} in all ({places}); the highest gives {perOne}\u00a0VND for each {per}, more than the rate of {limit}\u00a0VND; {basis} {source}.',
    expected: 'at most {limit}\u00a0VND for each {per}',
    fix: 'Check the amount and for how many it is ({per}) in these rows; more than the rate needs a decision of its own, and an explanation.',
  },
  NORM_OF_GOODS: {
    title: 'Goods given otherwise than by the rate',
    what: 'Rows that give {item}, {bound}: {count} ({places}); the furthest off gives {perOne} for each {per}, where the rate is {limit}; {basis} {source}.',
    expected: 'the rate of {limit} for each {per}',
    fix: 'Check the quantity and for how many it is ({per}) in these rows; goods given in parts, or by a decision of its own, are explained.',
  },
  POSSIBLE_DUPLICATE: {
    title: 'Possible duplicate',
    what: 'Rows with the same date, amount, document number, person and note as one above: {count}, {actual} in all ({places}).',
    fix: 'Look at these rows; if entered twice by mistake, delete one and submit the file again; if they are two movements, nothing has to be done.',
  },
};
