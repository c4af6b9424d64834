import { dutiesOf } from '../calendar/duties.ts';
import { isTableKind } from '../codes.ts';
import type { IsoDate, Period } from '../date.ts';
import type { Statement } from '../publish/schema.ts';
import type { Book } from './book.ts';

/** What a book owes of reports and reconciliations by its last day, and what of it was done. */
export function dutiesOfBook({ campaign, live }: Book, period: Period, asOf: IsoDate): Statement['duties'] {
  const fund = {
    kind: campaign?.fundKind ?? ('QUY_VNN' as const),
    ...(campaign === undefined ? {} : { from: campaign.from, to: campaign.to }),
    receiptEnd: campaign?.receiptTo,
    distributionEnd: campaign?.distributionTo,
  };
  const handedIn = live.flatMap(({ submission: { declaration } }) =>
    isTableKind(declaration.kind)
      ? [{ kind: declaration.kind, period: declaration.period, receivedAt: declaration.receivedAt }]
      : [],
  );
  return [...dutiesOf(fund, { period, handedIn, asOf })];
}
