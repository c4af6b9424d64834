import { BENEFICIARY_CLASSES, CHANNELS, DONOR_CLASSES, PURPOSES } from './codes.ts';
import { parseIsoDate } from './date.ts';
import type { Contribution, Disbursement, Entry } from './entry.ts';

/** An object that may be a T: whatever it has, of whatever type. */
type Maybe<T> = { readonly [K in keyof T]?: unknown };
type Goods = NonNullable<Entry['goods']>;
type Foreign = NonNullable<Entry['foreign']>;

const setOf = (labels: Record<string, string>): ReadonlySet<unknown> => new Set(Object.keys(labels));
const CHANNEL_CODES = setOf(CHANNELS);
const DONOR_CODES = setOf(DONOR_CLASSES);
const PURPOSE_CODES = setOf(PURPOSES);
const BENEFICIARY_CODES = setOf(BENEFICIARY_CLASSES);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1;
const isDate = (value: unknown): boolean => typeof value === 'string' && parseIsoDate(value) !== undefined;
const mayBeText = (value: unknown): boolean => value === undefined || typeof value === 'string';
const mayBeWhole = (value: unknown): boolean => value === undefined || Number.isSafeInteger(value);
const mayBeCount = (value: unknown): boolean => value === undefined || isCount(value);
const mayBeCode = (codes: ReadonlySet<unknown>, value: unknown): boolean =>
  value === undefined || codes.has(value);
const mayBeUnit = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && /^(TW|\d{2}|\d{5})(@\d{4}-\d{2}-\d{2})?$/.test(value));

const isGoods = (value: Maybe<Goods>): boolean =>
  typeof value.item === 'string' &&
  typeof value.unitOfMeasure === 'string' &&
  Number.isSafeInteger(value.quantityMilli) &&
  mayBeWhole(value.statedValueVnd) &&
  mayBeText(value.valueBasis);

const isForeign = (value: Maybe<Foreign>): boolean =>
  typeof value.currency === 'string' &&
  Number.isSafeInteger(value.amountMilli) &&
  Number.isSafeInteger(value.rateMilli) &&
  isDate(value.rateDate);

const isCommon = (value: Maybe<Entry>): boolean =>
  isCount(value.row) &&
  isDate(value.date) &&
  mayBeWhole(value.amountVnd) &&
  (value.goods === undefined || (isObject(value.goods) && isGoods(value.goods))) &&
  (value.foreign === undefined || (isObject(value.foreign) && isForeign(value.foreign))) &&
  mayBeText(value.documentNo) &&
  mayBeText(value.campaign) &&
  mayBeText(value.note) &&
  mayBeUnit(value.otherUnitId) &&
  mayBeText(value.otherUnitText) &&
  mayBeText(value.round) &&
  (value.extra === undefined ||
    (isObject(value.extra) && Object.values(value.extra).every((cell) => typeof cell === 'string')));

const isContribution = (value: Maybe<Contribution>): boolean =>
  value.direction === 'in' &&
  mayBeCode(CHANNEL_CODES, value.channel) &&
  mayBeText(value.donor) &&
  DONOR_CODES.has(value.donorClass) &&
  typeof value.publishName === 'boolean' &&
  mayBeText(value.earmark) &&
  mayBeUnit(value.earmarkId);

const isDisbursement = (value: Maybe<Disbursement>): boolean =>
  value.direction === 'out' &&
  PURPOSE_CODES.has(value.purpose) &&
  mayBeText(value.decisionNo) &&
  mayBeUnit(value.communeId) &&
  mayBeText(value.communeText) &&
  mayBeText(value.hamlet) &&
  mayBeCode(BENEFICIARY_CODES, value.beneficiaryClass) &&
  mayBeCount(value.households) &&
  mayBeCount(value.persons) &&
  mayBeText(value.beneficiaryRef) &&
  mayBeText(value.organisation) &&
  typeof value.late === 'boolean';

/**
 * Whether `EntrySchema` takes it, written out: some five times as fast, for lines of the ledger that are read by
 * the hundred thousand. It says no more than yes or no; ask the schema what is wrong.
 */
export const isEntry = (value: unknown): value is Entry =>
  isObject(value) && isCommon(value) && (isContribution(value) || isDisbursement(value));
