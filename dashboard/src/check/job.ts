import { parseRate } from '#domain/check/rate-text.ts';
import type { TableKind } from '#domain/codes.ts';
import { type IsoDate, type Period, parseIsoDate } from '#domain/date.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import type { Currency } from './currencies.ts';
import type { CheckJob } from './protocol.ts';

/** The fields of the form as they stand; '' where nothing is said. */
export interface JobDraft {
  kind: TableKind | '';
  unit: string;
  from: string;
  to: string;
  /** Of the account that a statement is of, where it is not đồng. */
  currency: Currency | '';
  /** Đồng for one of it, as it was typed. */
  rate: string;
}

export const nothingSaid = (): JobDraft => ({ kind: '', unit: '', from: '', to: '', currency: '', rate: '' });

const UNIT_CODE = /^(TW|\d{2}|\d{5})$/;

export const unitOf = ({ unit }: JobDraft): UnitCode | undefined =>
  UNIT_CODE.test(unit) ? (unit as UnitCode) : undefined;

/** Half a period, or one that ends before it begins, is none. */
export function periodOf({ from, to }: JobDraft): Period | undefined {
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  return first !== undefined && last !== undefined && first <= last ? { from: first, to: last } : undefined;
}

/** Whether the file may be a statement: only of one a currency can be said. */
export const mayBeStatement = ({ kind }: JobDraft): boolean => kind === '' || kind === 'bankStatement';

/** The account's currency and its rate, as far as they are said. */
export function moneyOf(draft: JobDraft): Pick<CheckJob, 'currency' | 'rateMilli'> {
  if (draft.currency === '' || !mayBeStatement(draft)) return {};
  return { currency: draft.currency, rateMilli: parseRate(draft.rate) };
}

/** The days for which the unit's code is to be understood. */
export const unitPeriod = (draft: JobDraft, day: IsoDate): Period =>
  periodOf(draft) ?? { from: day, to: day };
