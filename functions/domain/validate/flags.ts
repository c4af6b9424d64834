import type { FundCode } from '../campaigns/campaign.ts';
import { FUND_KINDS, PURPOSES, type Purpose } from '../codes.ts';
import { inPeriod } from '../date.ts';
import type { Entry } from '../entry.ts';
import { formatDate } from '../format.ts';
import { ZERO_VND } from '../money.ts';
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

const purposeNotAllowed: Flag = (entry, { fundKind }, collector) => {
  if (entry.direction === 'in' || fundKind === undefined || purposeAllowed(fundKind, entry.purpose)) return;
  const params = { purpose: PURPOSES[entry.purpose as Purpose], fundKind: FUND_KINDS[fundKind] };
  collector.add('PURPOSE_NOT_ALLOWED', { row: entry.row, params, amountVnd: entry.amountVnd ?? ZERO_VND });
};

const campaignUnknown: Flag = (entry, { campaigns }, collector) => {
  if (entry.campaign === undefined || campaigns === undefined) return;
  if (campaigns.has(entry.campaign as FundCode)) return;
  collector.add('CAMPAIGN_UNKNOWN', { row: entry.row, column: 'Đợt vận động', value: entry.campaign });
};

const reversal: Flag = ({ row, amountVnd }, _context, collector) => {
  if (amountVnd !== undefined && amountVnd < 0) collector.add('REVERSAL', { row, amountVnd });
};

const FLAGS: readonly Flag[] = [flagDate, documentMissing, purposeNotAllowed, campaignUnknown, reversal];

/** Runs every flag over an accepted row; what belongs to the row and not to a movement is looked at once. */
export function flagRow(
  first: Entry,
  context: RowContext,
  collector: Collector,
  shape: DateShape | undefined,
): void {
  for (const flag of FLAGS) flag(first, context, collector, shape);
}
