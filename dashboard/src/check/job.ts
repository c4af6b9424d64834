import type { TableKind } from '#domain/codes.ts';
import { type IsoDate, type Period, parseIsoDate } from '#domain/date.ts';
import type { UnitCode } from '#domain/units/unit.ts';

/** The fields of the form as they stand; '' where nothing is said. */
export interface JobDraft {
  kind: TableKind | '';
  unit: string;
  from: string;
  to: string;
}

export const nothingSaid = (): JobDraft => ({ kind: '', unit: '', from: '', to: '' });

const UNIT_CODE = /^(TW|\d{2}|\d{5})$/;

export const unitOf = ({ unit }: JobDraft): UnitCode | undefined =>
  UNIT_CODE.test(unit) ? (unit as UnitCode) : undefined;

/** Half a period, or one that ends before it begins, is none. */
export function periodOf({ from, to }: JobDraft): Period | undefined {
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  return first !== undefined && last !== undefined && first <= last ? { from: first, to: last } : undefined;
}

/** The days for which the unit's code is to be understood. */
export const unitPeriod = (draft: JobDraft, day: IsoDate): Period =>
  periodOf(draft) ?? { from: day, to: day };
