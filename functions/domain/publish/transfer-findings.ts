import type { IsoDate } from '../date.ts';
import type { Finding } from '../finding.ts';
import { type Vnd, vnd } from '../money.ts';
import { maxText } from '../order.ts';
import { finding } from '../reconcile/make-finding.ts';
import { lateTransfers, takenBack } from '../transfer/clear.ts';
import type { TransferClearing, TransferSide } from '../transfer/side.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import type { BookPart } from './across-schema.ts';
import { calledFrom } from './other-ends.ts';

/** Money sent is to be entered by its receiver within so many days; then it is named. Practice, not law. */
export const TRANSFER_DAYS = 30;

/**
 * What the clearing of one fund leaves open: amounts that differ, what is late, what was taken back, what came from nobody.
 * @param above the unit in whose name it is told; undefined for the centre with the provinces
 */
export function transferFindings(
  clearing: TransferClearing,
  above: Unit | undefined,
  books: readonly BookPart[],
  registry: UnitRegistry,
): Finding[] {
  const { fund, pairs, unpaired } = clearing;
  const asOf = books
    .filter((book) => book.fund === fund)
    .map(toldUntil)
    .reduce<IsoDate>(maxText, '1900-01-01' as IsoDate);
  const nameOf = ({ other: id, otherUnknown }: TransferSide): string => {
    if (id === undefined) return otherUnknown ? 'đơn vị ghi không rõ tên' : 'cấp dưới';
    const unit = registry.byId(id);
    if (unit === undefined) return id;
    const { name, province } = calledFrom(above, unit, registry);
    return province === undefined ? name : `${name}, ${province}`;
  };
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
        params: { unit: side.unit.name, fund, other: nameOf(side), days: TRANSFER_DAYS },
      }),
    ),
    ...takenBack(clearing).map((side) =>
      finding('TRANSFER_TAKEN_BACK', {
        ...place(side),
        actualVnd: vnd(-side.amountVnd),
        params: { unit: side.unit.name, fund, other: nameOf(side) },
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

/** The day up to which a book tells of transfers. One that tells of its unit's last day has no more to tell after it. */
const toldUntil = ({ unit, asOf, receivedOn = asOf }: BookPart): IsoDate =>
  unit.validTo !== undefined && unit.validTo <= asOf ? maxText(asOf, receivedOn) : asOf;

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
