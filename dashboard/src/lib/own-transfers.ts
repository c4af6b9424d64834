/** One book's money between levels: what it sent and received, beside what the book at the other end says. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { compareText } from '#domain/order.ts';
import type { Across, AcrossFinding } from '#domain/publish/across-schema.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { type Side, sideReader } from './across.ts';

/** How a line stands to the other book: BACK is taken back in the same book; AWAITED stands in the other book alone. */
export type OwnState = 'MET' | 'DIFFERS' | 'BACK' | 'OPEN' | 'AWAITED';

export interface OwnTransfer extends Side {
  readonly key: string;
  readonly state: OwnState;
  /** Lines of the other book that it is one transfer with. */
  readonly met: readonly Side[];
  /** Received less sent, of the whole pair. */
  readonly differenceVnd: number;
}

const ORDER: Readonly<Record<OwnState, number>> = { DIFFERS: 0, OPEN: 1, AWAITED: 2, MET: 3, BACK: 4 };

/** What is not settled first; then the latest. Of the objects that tell of the book's transfers. */
export function ownTransfers(
  objects: readonly Across[],
  unit: UnitId,
  fund: FundCode,
): readonly OwnTransfer[] {
  return objects
    .flatMap((across, at) =>
      linesOf(across, unit, fund).map((line) => ({ ...line, key: `${at} ${line.key}` })),
    )
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || compareText(b.date, a.date));
}

function linesOf(across: Across, unit: UnitId, fund: FundCode): OwnTransfer[] {
  const read = sideReader(across);
  return across.clearing
    .filter((one) => one.fund === fund)
    .flatMap(({ pairing, open }) => [
      ...pairing.flatMap((pair) => {
        const [out, taken] = [pair.out.map(read), pair.in.map(read)];
        const { differenceVnd } = pair;
        const state =
          out.length === 0 || taken.length === 0 ? 'BACK' : differenceVnd === 0 ? 'MET' : 'DIFFERS';
        const lines = (own: readonly Side[], met: readonly Side[]): OwnTransfer[] =>
          own
            .filter((side) => side.unit.id === unit)
            .map((side) => ({ ...side, key: keyOf(side), state, met, differenceVnd }));
        return [...lines(out, taken), ...lines(taken, out)];
      }),
      ...open.map(read).flatMap((side): OwnTransfer[] => {
        const state = side.unit.id === unit ? 'OPEN' : side.other === unit ? 'AWAITED' : undefined;
        return state === undefined ? [] : [{ ...side, key: keyOf(side), state, met: [], differenceVnd: 0 }];
      }),
    ]);
}

const keyOf = ({ direction, unit, digest, row, date, amountVnd }: Side): string =>
  [direction, unit.id, digest, row, date, amountVnd].join(' ');

/** Findings that the book is party to, of those of several objects. */
export const ownFindings = (
  findings: readonly AcrossFinding[],
  unit: UnitId,
  fund: FundCode,
): readonly AcrossFinding[] =>
  findings.filter((one) => one.fund === fund && (one.unitId === unit || one.parties.includes(unit)));
