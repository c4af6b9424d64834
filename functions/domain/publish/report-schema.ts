/**
 * The report of a book by calendar periods: what an auditor downloads. The same figures as CSV beside it. Every line
 * of a period adds up: opening + in − out = closing, and the closing of a period is the opening of the next.
 */
import * as v from 'valibot';
import { FUND_FOR_THE_POOR, type FundCode, FundCodeSchema } from '../campaigns/campaign.ts';
import { codesOf, PURPOSES, SOURCES } from '../codes.ts';
import { PeriodSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { UnitSchema } from '../units/unit.ts';
import { count, dates, version } from './node-parts.ts';
import { EqualitySchema } from './schema.ts';

export const REPORT_PERIODS = {
  THANG: 'Tháng',
  QUY: 'Quý',
  SAU_THANG: '6 tháng',
  NAM: 'Năm',
  TOAN_BO: 'Cả sổ',
} as const;
export type ReportPeriod = keyof typeof REPORT_PERIODS;

/** How a kind of period is called in a book: one that is kept for a campaign is, as a whole, the campaign. */
export const periodLabel = (kind: ReportPeriod, fund: FundCode): string =>
  kind === 'TOAN_BO' && fund !== FUND_FOR_THE_POOR ? 'Cả đợt vận động' : REPORT_PERIODS[kind];

/** What is called a drive: a campaign within the standing fund, without a book of its own. */
export const DRIVE_LABEL = 'Đợt vận động';

/** What a part of a report must meet beside the rules of the catalogue, as people read it. */
export const REPORT_EQUALITIES = {
  PERIOD_OPENING: 'Số dư đầu kỳ phải bằng số dư cuối của kỳ trước.',
  PERIOD_CLOSING: 'Số dư đầu kỳ + thu − chi phải bằng số dư của sổ vào cuối kỳ, cộng từng ngày.',
  MONTH_END_BANK:
    'Cuối tháng, số dư của sổ phải bằng số dư các tài khoản ngân hàng cộng tiền mặt tồn quỹ đã khai.',
} as const;
export type ReportEquality = keyof typeof REPORT_EQUALITIES;

const flows = {
  in: v.array(v.object({ source: v.picklist(codesOf(SOURCES)), amountVnd: VndSchema, entries: count })),
  out: v.array(
    v.object({
      purpose: v.picklist(codesOf(PURPOSES)),
      amountVnd: VndSchema,
      entries: count,
      households: v.pipe(v.number(), v.integer()),
    }),
  ),
};

export const ReportPartSchema = v.object({
  kind: v.picklist(codesOf(REPORT_PERIODS)),
  /** "2025-03", "2025-Q1", "2025-H1", "2025", or "" for the whole book. */
  name: v.string(),
  period: PeriodSchema,
  /** Both kinds of movements are handed in for all of its days; otherwise it is still open, or days are missing. */
  complete: v.boolean(),
  openingVnd: VndSchema,
  inVnd: VndSchema,
  outVnd: VndSchema,
  closingVnd: VndSchema,
  ...flows,
  /**
   * Its own, then those of the statement that are of one of its days, and the book against the bank at the ends of its
   * months. The whole book has all of the statement.
   */
  equalities: v.optional(v.array(EqualitySchema), []),
});
export type ReportPart = v.InferOutput<typeof ReportPartSchema>;

/** What rows of the standing fund say is of a drive within it. A drive has no balance of its own. */
export const DriveSchema = v.object({
  campaign: FundCodeSchema,
  name: v.string(),
  /** From the first day of its rows to the last. */
  period: PeriodSchema,
  inVnd: VndSchema,
  outVnd: VndSchema,
  ...flows,
});
export type Drive = v.InferOutput<typeof DriveSchema>;

export const ReportSchema = v.object({
  type: v.literal('report'),
  version,
  unit: UnitSchema,
  fund: FundCodeSchema,
  ...dates,
  parts: v.array(ReportPartSchema),
  /** Of the standing fund, by code; each is a part of what the periods have, never added to them. */
  drives: v.optional(v.array(DriveSchema), []),
});
export type Report = v.InferOutput<typeof ReportSchema>;
