import type { FundCode } from '#domain/campaigns/campaign.ts';
import { FUND_FOR_THE_POOR } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { ZERO_VND } from '#domain/money.ts';
import type { FundTotals, Totals } from '#domain/publish/node-parts.ts';

const NO_TOTALS: Totals = {
  openingVnd: ZERO_VND,
  donationsVnd: ZERO_VND,
  transfersInVnd: ZERO_VND,
  handoversInVnd: ZERO_VND,
  interestVnd: ZERO_VND,
  refundsInVnd: ZERO_VND,
  usesVnd: ZERO_VND,
  transfersOutVnd: ZERO_VND,
  handoversOutVnd: ZERO_VND,
  refundsOutVnd: ZERO_VND,
  feesVnd: ZERO_VND,
  closingVnd: ZERO_VND,
  entries: 0,
  submissions: 0,
  samples: 0,
  quarantinedRows: 0,
  quarantinedVnd: ZERO_VND,
  statements: 0,
  reconciled: 0,
  variances: 0,
  varianceVnd: ZERO_VND,
  errors: 0,
  warnings: 0,
};

/** The sums of one fund. A fund that is not there sums to nothing; funds are never added to each other. */
export const totalsOf = (funds: readonly FundTotals[], fund: FundCode): Totals =>
  funds.find((line) => line.fund === fund)?.totals ?? NO_TOTALS;

/** The fund to show: the one asked for, else the standing fund for the poor, else the first there is. */
export function shownFund(funds: readonly FundTotals[], asked: FundCode | undefined): FundCode {
  const standing = FUND_FOR_THE_POOR as FundCode;
  if (asked !== undefined) return asked;
  return funds.some(({ fund }) => fund === standing) ? standing : (funds[0]?.fund ?? standing);
}

/** The day up to which one fund's figures go here. */
export const asOfFund = (funds: readonly FundTotals[], fund: FundCode): IsoDate | undefined =>
  funds.find((line) => line.fund === fund)?.asOf;

/** Everything that came into one book: donations, transfers from above, handovers, interest, what came back. */
export const inflowVnd = (totals: Totals): number =>
  totals.donationsVnd +
  totals.transfersInVnd +
  totals.handoversInVnd +
  totals.interestVnd +
  totals.refundsInVnd;

/** Everything that went out of one book: uses, transfers to lower levels, handovers, what was given back, fees. */
export const outflowVnd = (totals: Totals): number =>
  totals.usesVnd + totals.transfersOutVnd + totals.handoversOutVnd + totals.refundsOutVnd + totals.feesVnd;

/** What the account leaves open: opening + in − out − closing. Zero, unless figures were changed on the way. */
export const unclosedVnd = (totals: Totals): number =>
  totals.openingVnd + inflowVnd(totals) - outflowVnd(totals) - totals.closingVnd;

/** One line of an account. */
export interface AccountLine {
  readonly sign: '' | '+' | '−';
  readonly label: string;
  readonly amountVnd: number;
}

/** Happens seldom in the life of a book: no line where nothing was. */
const seldom = (line: AccountLine): readonly AccountLine[] => (line.amountVnd === 0 ? [] : [line]);

/** The lines above the double rule. `openingDeclared` false: nobody stated what was there at the start. */
export const accountLines = (totals: Totals, openingDeclared = true): readonly AccountLine[] => [
  {
    sign: '',
    label: openingDeclared ? 'Số dư đầu kỳ' : 'Số dư đầu kỳ (chưa khai, tính từ 0)',
    amountVnd: totals.openingVnd,
  },
  { sign: '+', label: 'Ủng hộ', amountVnd: totals.donationsVnd },
  { sign: '+', label: 'Cấp trên chuyển về', amountVnd: totals.transfersInVnd },
  ...seldom({ sign: '+', label: 'Nhận bàn giao số dư', amountVnd: totals.handoversInVnd }),
  ...seldom({ sign: '+', label: 'Lãi tiền gửi', amountVnd: totals.interestVnd }),
  ...seldom({ sign: '+', label: 'Hoàn trả về quỹ', amountVnd: totals.refundsInVnd }),
  { sign: '−', label: 'Đã dùng cho người dân', amountVnd: totals.usesVnd },
  { sign: '−', label: 'Chuyển cấp dưới', amountVnd: totals.transfersOutVnd },
  ...seldom({ sign: '−', label: 'Bàn giao số dư', amountVnd: totals.handoversOutVnd }),
  ...seldom({ sign: '−', label: 'Hoàn trả người ủng hộ', amountVnd: totals.refundsOutVnd }),
  ...seldom({ sign: '−', label: 'Phí ngân hàng', amountVnd: totals.feesVnd }),
];
