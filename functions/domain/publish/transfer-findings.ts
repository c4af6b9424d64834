import type { IsoDate } from '../date.ts';
import type { Finding } from '../finding.ts';
import type { Vnd } from '../money.ts';
import { maxText } from '../order.ts';
import { finding } from '../reconcile/make-finding.ts';
import { lateTransfers } from '../transfer/clear.ts';
import type { TransferClearing, TransferSide } from '../transfer/side.ts';
import type { UnitId, UnitRegistry } from '../units/unit.ts';
import type { BookPart } from './across-schema.ts';

/** Money sent is to be entered by its receiver within so many days; then it is named. Practice, not law. */
export const TRANSFER_DAYS = 30;

/** What the clearing of one fund leaves open: amounts that differ, what is late, what came from nobody. */
export function transferFindings(
  clearing: TransferClearing,
  books: readonly BookPart[],
  registry: UnitRegistry,
): Finding[] {
  const { fund, pairs, unpaired } = clearing;
  const asOf = books
    .filter((book) => book.fund === fund)
    .map((book) => book.asOf)
    .reduce<IsoDate>(maxText, '1900-01-01' as IsoDate);
  const nameOf = (id: UnitId | undefined) =>
    id === undefined ? 'cấp dưới' : (registry.byId(id)?.name ?? id);
  const place = ({ digest, row, date }: TransferSide) => ({ digest, rows: [row], date });
  return [
    ...pairs.flatMap(({ out: [sent], in: [received], differenceVnd }) =>
      differenceVnd === 0 || sent === undefined || received === undefined
        ? []
        : [differing(differenceVnd, sent, received, place(sent))],
    ),
    ...lateTransfers(clearing, asOf, TRANSFER_DAYS).map((side) =>
      finding('TRANSFER_NOT_RECEIVED', {
        ...place(side),
        actualVnd: side.amountVnd,
        params: { unit: side.unit.name, fund, other: nameOf(side.other), days: TRANSFER_DAYS },
      }),
    ),
    ...unpaired
      .filter(({ direction }) => direction === 'in')
      .map((side) =>
        finding('TRANSFER_FROM_NOBODY', {
          ...place(side),
          actualVnd: side.amountVnd,
          params: { unit: side.unit.name, fund },
        }),
      ),
  ];
}

const differing = (
  differenceVnd: Vnd,
  sent: TransferSide,
  received: TransferSide,
  place: Partial<Finding>,
): Finding =>
  finding('TRANSFER_AMOUNTS_DIFFER', {
    ...place,
    expectedVnd: sent.amountVnd,
    actualVnd: received.amountVnd,
    differenceVnd,
    params: { unit: sent.unit.name, fund: sent.fund, other: received.unit.name },
  });
