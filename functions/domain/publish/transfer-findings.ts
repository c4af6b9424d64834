import type { IsoDate } from '../date.ts';
import { type Vnd, vnd } from '../money.ts';
import { compareText, maxText } from '../order.ts';
import { finding } from '../reconcile/make-finding.ts';
import { lateTransfers, takenBack } from '../transfer/clear.ts';
import { namesNobody, TRANSFER_DAYS, type TransferClearing, type TransferSide } from '../transfer/side.ts';
import type { Unit, UnitId, UnitRegistry } from '../units/unit.ts';
import { whereabouts } from '../units/whereabouts.ts';
import { lineId } from './across-lines.ts';
import type { BookPart } from './across-schema.ts';
import type { Told } from './across-told.ts';
import { calledFrom } from './other-ends.ts';

/**
 * What the clearing of one fund leaves open: amounts that differ, what is late, what was taken back, what came from nobody.
 * @param above the unit in whose name it is told; undefined for the centre with the provinces
 * @param asOf the day up to which the books of the fund tell of transfers
 */
export function transferFindings(
  clearing: TransferClearing,
  above: Unit | undefined,
  asOf: IsoDate,
  registry: UnitRegistry,
): Told[] {
  const { fund, pairs, unpaired } = clearing;
  const nameOf = ({ other: id, otherUnknown }: TransferSide): string => {
    if (id === undefined) return otherUnknown ? 'đơn vị ghi không rõ tên' : 'cấp dưới';
    const unit = registry.byId(id);
    if (unit === undefined) return id;
    const { name, province } = calledFrom(above, unit, registry);
    return province === undefined ? name : `${name}, ${province}`;
  };
  const place = ({ digest, row, date }: TransferSide) => ({ digest, rows: [row], date });
  const heirOf = (id: UnitId): readonly UnitId[] => {
    const unit = registry.byId(id);
    if (unit?.validTo === undefined || unit.validTo >= asOf) return [id];
    const heir = whereabouts(registry, unit, asOf);
    return 'unit' in heir ? [id, heir.unit.id] : [id];
  };
  /** Both ends, those that stand in for an end that went into them whole, and who could have sent what names nobody. */
  const partiesOf = (side: TransferSide, received: TransferSide | undefined): UnitId[] => {
    const unknownSender = side.direction === 'in' && namesNobody(side) ? [above?.id ?? ('TW' as UnitId)] : [];
    const ends = [side.unit.id, side.other, received?.unit.id].filter((id) => id !== undefined);
    return [...new Set([...ends.flatMap(heirOf), ...unknownSender])].sort(compareText);
  };
  const told = (found: Told['finding'], side: TransferSide, received?: TransferSide): Told => ({
    finding: found,
    fund,
    owner: side.unit,
    parties: partiesOf(side, received),
    sides: received === undefined ? [side] : [side, received],
    about: [lineId(side), ...(received === undefined ? [] : [lineId(received)])],
    since: received === undefined ? side.since : maxText(side.since, received.since),
  });
  return [
    ...pairs.flatMap(({ out: [sent], in: [received], differenceVnd }) =>
      differenceVnd === 0 || sent === undefined || received === undefined
        ? []
        : [told(differing(differenceVnd, sent, received), sent, received)],
    ),
    ...lateTransfers(clearing, asOf, TRANSFER_DAYS).map((side) =>
      told(
        finding('TRANSFER_NOT_RECEIVED', {
          ...place(side),
          actualVnd: side.amountVnd,
          params: { unit: side.unit.name, fund, other: nameOf(side), days: TRANSFER_DAYS },
        }),
        side,
      ),
    ),
    ...takenBack(clearing).map((side) =>
      told(
        finding('TRANSFER_TAKEN_BACK', {
          ...place(side),
          actualVnd: vnd(-side.amountVnd),
          params: { unit: side.unit.name, fund, other: nameOf(side) },
        }),
        side,
      ),
    ),
    ...unpaired
      .filter(({ direction }) => direction === 'in')
      .map((side) =>
        told(
          finding('TRANSFER_FROM_NOBODY', {
            ...place(side),
            actualVnd: side.amountVnd,
            params: { unit: side.unit.name, fund },
          }),
          side,
        ),
      ),
  ];

  function differing(differenceVnd: Vnd, sent: TransferSide, received: TransferSide) {
    return finding('TRANSFER_AMOUNTS_DIFFER', {
      ...place(sent),
      expectedVnd: sent.amountVnd,
      actualVnd: received.amountVnd,
      differenceVnd,
      params: { unit: sent.unit.name, fund, other: received.unit.name },
    });
  }
}

/** The day up to which a book tells of transfers. One that tells of its unit's last day has no more to tell after it. */
export const toldUntil = ({ unit, asOf, receivedOn = asOf }: BookPart): IsoDate =>
  unit.validTo !== undefined && unit.validTo <= asOf ? maxText(asOf, receivedOn) : asOf;

/** The day up to which the books of a fund tell of transfers. */
export const fundToldUntil = (books: readonly BookPart[], fund: string): IsoDate =>
  books
    .filter((book) => book.fund === fund)
    .map(toldUntil)
    .reduce<IsoDate>(maxText, '1900-01-01' as IsoDate);
