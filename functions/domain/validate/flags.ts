import type { FundCode } from '../campaigns/campaign.ts';
import { FUND_KINDS, PURPOSES, type Purpose } from '../codes.ts';
import { inPeriod } from '../date.ts';
import type { Disbursement, Entry } from '../entry.ts';
import { formatDate, formatMilli, formatVnd } from '../format.ts';
import { ZERO_VND } from '../money.ts';
import { judgeByNorms, type NormFault } from '../norms/judge.ts';
import { campaignAllows } from '../norms/norm.ts';
import { type DateShape, swapped } from '../parse/values/date.ts';
import { purposeAllowed } from './allowed-purposes.ts';
import type { Collector } from './collector.ts';
import type { RowContext } from './context.ts';

/** One look at an accepted row. Flags never change what is entered. */
type Flag = (entry: Entry, context: RowContext, collector: Collector, shape: DateShape | undefined) => void;

/** A day out of the period; and whether it lies within when day and month change places, as Excel often has it. */
export function flagDate(
  { row, date, amountVnd }: Pick<Entry, 'row' | 'date' | 'amountVnd'>,
  { period }: RowContext,
  collector: Collector,
  shape: DateShape | undefined,
): void {
  if (period === undefined || inPeriod(date, period)) return;
  const other = shape === 'dmy' || shape === 'mdy' ? undefined : swapped(date);
  const column = 'Ngày';
  if (other !== undefined && inPeriod(other, period)) {
    const params = { from: period.from, to: period.to };
    collector.add('DATE_SWAPPED', {
      row,
      column,
      params,
      value: formatDate(date),
      suggestion: formatDate(other),
    });
    return;
  }
  collector.add('DATE_OUTSIDE_PERIOD', {
    row,
    column,
    params: { from: period.from, to: period.to },
    amountVnd: amountVnd ?? ZERO_VND,
    value: formatDate(date),
  });
}

const documentMissing: Flag = (entry, _context, collector) => {
  if (entry.direction === 'in' || entry.documentNo !== undefined || entry.decisionNo !== undefined) return;
  collector.add('DOCUMENT_MISSING', { row: entry.row, amountVnd: entry.amountVnd ?? ZERO_VND });
};

const purposeNotAllowed: Flag = (entry, { fundKind, campaign }, collector) => {
  if (entry.direction === 'in' || fundKind === undefined) return;
  const byCampaign = !campaignAllows(campaign?.allowedPurposes, entry.purpose);
  if (!byCampaign && purposeAllowed(fundKind, entry.purpose)) return;
  const whose = byCampaign && campaign !== undefined ? campaign.name : FUND_KINDS[fundKind];
  const params = { purpose: PURPOSES[entry.purpose as Purpose], fundKind: whose };
  collector.add('PURPOSE_NOT_ALLOWED', { row: entry.row, params, amountVnd: entry.amountVnd ?? ZERO_VND });
};

const campaignUnknown: Flag = (entry, { campaigns }, collector) => {
  if (entry.campaign === undefined || campaigns === undefined) return;
  if (campaigns.has(entry.campaign as FundCode)) return;
  collector.add('CAMPAIGN_UNKNOWN', { row: entry.row, column: 'Đợt vận động', value: entry.campaign });
};

/** By the rates of the fund's campaign, and of the drive that the row names. */
const norms: Flag = (entry, { campaign, campaigns }, collector) => {
  if (entry.direction === 'in') return;
  const drive = entry.campaign === undefined ? undefined : campaigns?.get(entry.campaign as FundCode);
  const terms = [...(campaign?.norms ?? []), ...(drive === campaign ? [] : (drive?.norms ?? []))];
  if (terms.length === 0) return;
  for (const fault of judgeByNorms(entry, terms).faults) tellNorm(entry, fault, collector);
};

function tellNorm(entry: Disbursement, fault: NormFault, collector: Collector): void {
  const { row, purpose, amountVnd = ZERO_VND } = entry;
  if ('amountVnd' in fault) {
    const params = { purpose: PURPOSES[purpose], limit: fault.norm.amountVnd, source: fault.norm.source };
    const id = fault.norm.bound === 'MIN' ? 'NORM_BELOW_MIN' : 'NORM_ABOVE_MAX';
    collector.add(id, { row, params, amountVnd, value: formatVnd(fault.perOneVnd) });
    return;
  }
  const { item, unitOfMeasure, quantityMilli, source } = fault.norm;
  const limit = `${formatMilli(quantityMilli)} ${unitOfMeasure}`;
  collector.add('NORM_OF_GOODS', {
    row,
    params: { item, limit, source },
    value: formatMilli(fault.perOneMilli),
  });
}

const reversal: Flag = ({ row, amountVnd }, _context, collector) => {
  if (amountVnd !== undefined && amountVnd < 0) collector.add('REVERSAL', { row, amountVnd });
};

const FLAGS: readonly Flag[] = [
  flagDate,
  documentMissing,
  purposeNotAllowed,
  norms,
  campaignUnknown,
  reversal,
];

/** Runs every flag over an accepted row; what belongs to the row and not to a movement is looked at once. */
export function flagRow(
  first: Entry,
  context: RowContext,
  collector: Collector,
  shape: DateShape | undefined,
): void {
  for (const flag of FLAGS) flag(first, context, collector, shape);
}
