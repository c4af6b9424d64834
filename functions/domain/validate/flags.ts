import type { FundCode } from '../campaigns/campaign.ts';
import { FUND_KINDS, PURPOSES, type Purpose } from '../codes.ts';
import { inPeriod } from '../date.ts';
import type { Entry } from '../entry.ts';
import { ZERO_VND } from '../money.ts';
import { purposeAllowed } from './allowed-purposes.ts';
import type { Collector } from './collector.ts';
import type { BookContext } from './context.ts';

/** One look at an accepted row. Flags never change what is entered. */
type Flag = (entry: Entry, context: BookContext, collector: Collector) => void;

const dateOutsidePeriod: Flag = ({ row, date, amountVnd }, { declaration: { period } }, collector) => {
  if (inPeriod(date, period)) return;
  collector.add('DATE_OUTSIDE_PERIOD', {
    row,
    column: 'Ngày',
    params: { ...period },
    amountVnd: amountVnd ?? ZERO_VND,
    value: date,
  });
};

const documentMissing: Flag = (entry, _context, collector) => {
  if (entry.direction === 'in' || entry.documentNo !== undefined || entry.decisionNo !== undefined) return;
  collector.add('DOCUMENT_MISSING', { row: entry.row, amountVnd: entry.amountVnd ?? ZERO_VND });
};

const purposeNotAllowed: Flag = (entry, { fundKind }, collector) => {
  if (entry.direction === 'in' || purposeAllowed(fundKind, entry.purpose)) return;
  const params = { purpose: PURPOSES[entry.purpose as Purpose], fundKind: FUND_KINDS[fundKind] };
  collector.add('PURPOSE_NOT_ALLOWED', { row: entry.row, params, amountVnd: entry.amountVnd ?? ZERO_VND });
};

const communeUnknown: Flag = (entry, _context, collector) => {
  if (entry.direction === 'in' || entry.communeText === undefined || entry.communeId !== undefined) return;
  collector.add('COMMUNE_UNKNOWN', { row: entry.row, column: 'Xã/phường', value: entry.communeText });
};

const campaignUnknown: Flag = (entry, { campaigns }, collector) => {
  if (entry.campaign === undefined || campaigns.has(entry.campaign as FundCode)) return;
  collector.add('CAMPAIGN_UNKNOWN', { row: entry.row, column: 'Đợt vận động', value: entry.campaign });
};

const reversal: Flag = ({ row, amountVnd }, _context, collector) => {
  if (amountVnd !== undefined && amountVnd < 0) collector.add('REVERSAL', { row, amountVnd });
};

const FLAGS: readonly Flag[] = [
  dateOutsidePeriod,
  documentMissing,
  purposeNotAllowed,
  communeUnknown,
  campaignUnknown,
  reversal,
];

/** Runs every flag over an accepted row; what belongs to the row and not to a movement is looked at once. */
export function flagRow(entries: readonly Entry[], context: BookContext, collector: Collector): void {
  const [first] = entries;
  if (first) for (const flag of FLAGS) flag(first, context, collector);
}
