/** Since when findings between units stand, and with which file others were gone: from when lines came and went. */
import type { Instant, IsoDate } from '../date.ts';
import { compareText, maxText } from '../order.ts';
import type { Sha256 } from '../sha256.ts';
import type { TransferClearing, TransferPair, TransferSide } from '../transfer/side.ts';
import { TRANSFER_DAYS } from '../transfer/side.ts';
import type { UnitId } from '../units/unit.ts';
import { standsAt } from './across-lines.ts';
import { placeKey } from './across-marks.ts';
import type { Told } from './across-told.ts';
import { type ToldSteps, toldAt, toldBeyond } from './told-steps.ts';

/** So many sides are cleared anew for all earlier states of one fund, the latest states first. */
const WORK_SIDES = 100_000;

/** How a fund is judged. */
interface Judging {
  readonly told: ToldSteps;
  readonly clear: (sides: readonly TransferSide[]) => TransferClearing | undefined;
  /** What a clearing leaves open where the books tell up to a day, by mark. */
  readonly findings: (clearing: TransferClearing, asOf: IsoDate) => ReadonlyMap<string, Told>;
}

/** A finding that is gone, with the file that did it and the unit in whose book that is. */
export interface GoneAcross {
  readonly mark: string;
  readonly told: Told;
  readonly since: Instant;
  readonly until: Instant;
  readonly digest: Sha256;
  readonly unitId: UnitId;
}

/**
 * The states of one fund, by group of lines that have nothing to do with each other: one for each time at which a line
 * came, went or became late. Groups in which nothing was ever open are not looked at; of states that would be too much
 * work nothing is claimed.
 */
export class AcrossHistory {
  readonly since = new Map<string, Instant>();
  readonly gone: GoneAcross[] = [];
  /** Marks of all that ever stood, as far as states were looked at. */
  readonly met = new Set<string>();
  /** Every state was looked at. */
  whole = true;
  readonly #judging: Judging;
  #work = WORK_SIDES;

  /** @param now what stands, by mark */
  constructor(
    groups: readonly (readonly TransferSide[])[],
    now: ReadonlyMap<string, Told>,
    judging: Judging,
  ) {
    this.#judging = judging;
    for (const mark of now.keys()) this.met.add(mark);
    const open = new Set<TransferSide>([...now.values()].flatMap(({ sides }) => sides));
    for (const group of groups)
      if (group.some((side) => open.has(side) || side.until !== undefined) || this.#wasOpen(group))
        this.#follow(group, now);
  }

  /** Whether a line waited for another in a way that was told, though none does any more. */
  #wasOpen(group: readonly TransferSide[]): boolean {
    const { pairs = [] } = this.#judging.clear(group) ?? {};
    return pairs.some((pair) => {
      const [sent, received] = [pair.out.map(sinceOf), pair.in.map(sinceOf)];
      const [first, ...others] = [...sent, ...received];
      if (first === undefined || others.every((at) => at === first)) return false;
      const [lastSent, lastReceived] = [sent, received].map((all) => all.reduce(maxText, first));
      return (
        pair.out.length === 0 ||
        pair.in.length === 0 ||
        received.some((at) => at < (lastSent ?? at)) ||
        pair.out.some((side) => (this.#lateFrom(side) ?? NEVER) < (lastReceived ?? ''))
      );
    });
  }

  #lateFrom = (side: TransferSide): Instant | undefined =>
    side.direction === 'out' && side.amountVnd > 0
      ? toldBeyond(this.#judging.told, side.date, TRANSFER_DAYS)
      : undefined;

  #follow(group: readonly TransferSide[], now: ReadonlyMap<string, Told>): void {
    const times = this.#timesOf(group);
    const first = Math.max(0, times.length - Math.floor(this.#work / group.length));
    this.#work -= (times.length - first) * group.length;
    if (first > 0) this.whole = false;
    const standing = new Map<string, { readonly told: Told; readonly since: Instant }>();
    for (const at of times.slice(first)) {
      const asOf = toldAt(this.#judging.told, at);
      if (asOf === undefined) continue;
      const clearing = this.#judging.clear(group.filter((side) => standsAt(side, at)));
      const found = clearing === undefined ? NONE : this.#judging.findings(clearing, asOf);
      const places = new Set([...found.values()].map(placeKey));
      for (const [mark, { told, since }] of standing) {
        if (found.has(mark)) continue;
        standing.delete(mark);
        const by = places.has(placeKey(told)) ? undefined : closedBy(told, group, clearing?.pairs ?? [], at);
        if (by !== undefined && !now.has(mark)) this.gone.push({ mark, told, since, until: at, ...by });
      }
      for (const [mark, told] of found) {
        this.met.add(mark);
        if (!standing.has(mark)) standing.set(mark, { told, since: at });
      }
    }
    for (const [mark, { since }] of standing) this.since.set(mark, since);
  }

  #timesOf(group: readonly TransferSide[]): Instant[] {
    const times = group.flatMap((side) => {
      const late = this.#lateFrom(side);
      return [side.since, side.until ?? [], late === undefined ? [] : maxText(late, side.since)].flat();
    });
    return [...new Set(times)].sort(compareText);
  }
}

/** After any time. */
const NEVER = '9999';
const NONE: ReadonlyMap<string, Told> = new Map();
const sinceOf = ({ since }: TransferSide): Instant => since;

/**
 * The file of that time with which a finding was gone: the one that took its line back, or brought what its line is
 * paired with; else any that came to these lines.
 */
function closedBy(
  { sides }: Told,
  group: readonly TransferSide[],
  pairs: readonly TransferPair[],
  at: Instant,
): Pick<GoneAcross, 'digest' | 'unitId'> | undefined {
  const places = new Set(sides.map(nameOf));
  const own = group.find((side) => side.until === at && places.has(nameOf(side)));
  if (own?.by !== undefined) return { digest: own.by, unitId: own.unit.id };
  const pair = pairs.find((one) => [...one.out, ...one.in].some((side) => places.has(nameOf(side))));
  const near = new Set(pair === undefined ? [] : [...pair.out, ...pair.in]);
  const came = group.filter(({ since }) => since === at);
  const by = came.find((side) => near.has(side)) ?? came[0] ?? group.find(({ until }) => until === at);
  if (by === undefined) return undefined;
  return {
    digest: by.until === at && by.by !== undefined ? by.by : (by.first ?? by.digest),
    unitId: by.unit.id,
  };
}

const nameOf = ({ unit, digest, row, date, amountVnd }: TransferSide): string =>
  [unit.id, digest, row, date, amountVnd].join('\t');
