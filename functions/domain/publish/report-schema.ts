/**
 * The report of a book by calendar periods: what an auditor downloads. The same figures as CSV beside it. Every line
 * of a period adds up: opening + in − out = closing, and the closing of a period is the opening of the next.
 */
import * as v from 'valibot';
import { FundCodeSchema } from '../campaigns/campaign.ts';
import { codesOf, PURPOSES, SOURCES } from '../codes.ts';
import { PeriodSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { UnitSchema } from '../units/unit.ts';
import { count, dates, version } from './node-parts.ts';

export const REPORT_PERIODS = {
  THANG: 'Tháng',
  QUY: 'Quý',
  SAU_THANG: '6 tháng',
  NAM: 'Năm',
  TOAN_BO: 'Cả sổ',
} as const;
export type ReportPeriod = keyof typeof REPORT_PERIODS;

export const ReportPartSchema = v.object({
  kind: v.picklist(codesOf(REPORT_PERIODS)),
  /** "2025-03", "2025-Q1", "2025-H1", "2025", or "" for the whole book. */
  name: v.string(),
  period: PeriodSchema,
  /** Movements on all of its days are handed in; otherwise the period is still open, or days are missing. */
  complete: v.boolean(),
  openingVnd: VndSchema,
  inVnd: VndSchema,
  outVnd: VndSchema,
  closingVnd: VndSchema,
  in: v.array(v.object({ source: v.picklist(codesOf(SOURCES)), amountVnd: VndSchema, entries: count })),
  out: v.array(
    v.object({
      purpose: v.picklist(codesOf(PURPOSES)),
      amountVnd: VndSchema,
      entries: count,
      households: v.pipe(v.number(), v.integer()),
    }),
  ),
});
export type ReportPart = v.InferOutput<typeof ReportPartSchema>;

export const ReportSchema = v.object({
  type: v.literal('report'),
  version,
  unit: UnitSchema,
  fund: FundCodeSchema,
  ...dates,
  parts: v.array(ReportPartSchema),
});
export type Report = v.InferOutput<typeof ReportSchema>;
