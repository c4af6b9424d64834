import type { FundCode } from '../campaigns/campaign.ts';
import { FUND_KINDS, PURPOSES, type Purpose } from '../codes.ts';
import { inPeriod } from '../date.ts';
import type { Entry } from '../entry.ts';
import { formatDate } from '../format.ts';
import { ZERO_VND } from '../money.ts';
import { judgeByNorms } from '../norms/judge.ts';
import { campaignAllows } from '../norms/norm.ts';
import { type FigureTexts, toldNorm } from '../norms/told.ts';
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
function flagNorms(
  entries: readonly Entry[],
  { campaign, campaigns }: RowContext,
  collector: Collector,
  texts: FigureTexts,
): void {
  const [first] = entries;
  if (first === undefined || first.direction === 'in') return;
  const drive = first.campaign === undefined ? undefined : campaigns?.get(first.campaign as FundCode);
  const terms = [...(campaign?.norms ?? []), ...(drive === campaign ? [] : (drive?.norms ?? []))];
  if (terms.length === 0) return;
  const { households, persons } = first;
  for (const entry of entries) {
    if (entry.direction === 'in') continue;
    // What is given with the money is given to the same people, though they are counted once.
    for (const fault of judgeByNorms({ ...entry, households, persons }, terms).faults) {
      const { rule, ...told } = toldNorm(entry, fault, texts);
      collector.add(rule, { row: entry.row, ...told });
    }
  }
}

const reversal: Flag = ({ row, amountVnd }, _context, collector) => {
  if (amountVnd !== undefined && amountVnd < 0) collector.add('REVERSAL', { row, amountVnd });
};

const FLAGS: readonly Flag[] = [flagDate, documentMissing, purposeNotAllowed, campaignUnknown, reversal];

/**
 * Runs every flag over an accepted row; what belongs to the row and not to a movement is looked at once.
 * @param entries of the row: money, goods or both
 * @param texts its cells of figures as they stand
 */
export function flagRow(
  entries: readonly Entry[],
  context: RowContext,
  collector: Collector,
  shape: DateShape | undefined,
  texts: FigureTexts,
): void {
  const [first] = entries;
  if (first === undefined) return;
  for (const flag of FLAGS) flag(first, context, collector, shape);
  flagNorms(entries, context, collector, texts);
}
