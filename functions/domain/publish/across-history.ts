/** Since when findings between units stand, and with which file others were gone: from when lines came and went. */
import type { Instant, IsoDate } from '../date.ts';
import { compareText, maxText } from '../order.ts';
import type { Sha256 } from '../sha256.ts';
import type { TransferClearing, TransferPair, TransferSide } from '../transfer/side.ts';
import { TRANSFER_DAYS } from '../transfer/side.ts';
import type { UnitId } from '../units/unit.ts';
import { lineId, standsAt } from './across-lines.ts';
import type { Told } from './across-told.ts';
import { type ToldSteps, toldAt, toldBeyond } from './told-steps.ts';

/** So many sides are cleared anew for all earlier states of one fund, the latest states first. */
const WORK_SIDES = 100_000;

/** How a fund is judged. */
interface Judging {
  readonly told: ToldSteps;
  /** Of earlier times not every line is known. */
  readonly knownFrom: Instant | undefined;
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
  /** Who may explain what ever stood, by mark, as far as states were looked at. */
  readonly met = new Map<string, ReadonlySet<UnitId>>();
  /** Every state was looked at. */
  whole = true;
  readonly #judging: Judging;
  /** Lines by what a correction leaves as it was: whose book, direction, amount, and when they came. */
  readonly #came: ReadonlySet<string>;
  #work = WORK_SIDES;

  /** @param now what stands, by mark */
  constructor(
    groups: readonly (readonly TransferSide[])[],
    now: ReadonlyMap<string, Told>,
    judging: Judging,
  ) {
    this.#judging = judging;
    this.#came = new Set(groups.flat().map((side) => cameKey(side, side.since)));
    for (const [mark, told] of now) this.#meet(mark, told);
    const open = new Set<TransferSide>([...now.values()].flatMap(({ sides }) => sides));
    for (const group of groups)
      if (group.some((side) => open.has(side) || side.until !== undefined) || this.#wasOpen(group))
        this.#follow(group, now);
  }

  #meet(mark: string, { parties }: Told): void {
    this.met.set(mark, new Set([...(this.met.get(mark) ?? []), ...parties]));
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
        pair.out.length + pair.in.length > 2 ||
        pair.out.length === 0 ||
        pair.in.length === 0 ||
        pair.out.some(({ amountVnd }) => amountVnd < 0) ||
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
    const all = this.#timesOf(group);
    const { knownFrom = '' } = this.#judging;
    const known = all.filter((at) => at >= knownFrom);
    const times = known.slice(-Math.max(1, Math.floor(this.#work / group.length)));
    this.#work = Math.max(0, this.#work - times.length * group.length);
    const isFromStart = times.length === all.length;
    if (!isFromStart) this.whole = false;
    let standing = new Map<string, Standing>();
    for (const [i, at] of times.entries()) {
      const asOf = toldAt(this.#judging.told, at);
      if (asOf === undefined) continue;
      const clearing = this.#judging.clear(group.filter((side) => standsAt(side, at)));
      const found = clearing === undefined ? NONE : this.#judging.findings(clearing, asOf);
      const isFirstSeen = i === 0 && !isFromStart;
      standing = this.#step(
        standing,
        found,
        isFirstSeen,
        at,
        new Closing(group, clearing?.pairs ?? [], at),
        now,
      );
    }
    for (const [mark, { since }] of standing) this.since.set(mark, since);
  }

  /** From one state to the next: what is there still, what came, what is gone. */
  #step(
    before: ReadonlyMap<string, Standing>,
    found: ReadonlyMap<string, Told>,
    isFirstSeen: boolean,
    at: Instant,
    closing: Closing,
    now: ReadonlyMap<string, Told>,
  ): Map<string, Standing> {
    const open = new Set([...found.values()].flatMap(({ sides }) => sides.map(lineId)));
    const moved = new Map<string, Instant>();
    for (const [mark, { told, since }] of before) {
      if (found.has(mark)) continue;
      if (told.sides.some((side) => open.has(lineId(side))) || this.#isCorrected(told, at)) {
        moved.set(matterOf(told), since);
        continue;
      }
      const by = closing.of(told);
      if (by !== undefined && !now.has(mark)) this.gone.push({ mark, told, since, until: at, ...by });
    }
    return new Map(
      [...found].map(([mark, told]) => {
        this.#meet(mark, told);
        const known = before.get(mark)?.since ?? moved.get(matterOf(told));
        return [mark, { told, since: known ?? (isFirstSeen ? this.#earliest(told) : at) }];
      }),
    );
  }

  /** Its line was taken back by a file that brings the same money, of another day or for another unit. */
  #isCorrected = ({ sides }: Told, at: Instant): boolean =>
    sides.some((side) => side.until === at && this.#came.has(cameKey(side, at)));

  /** As old as it can be. */
  #earliest({ since, sides: [side] }: Told): Instant {
    const late = side === undefined ? undefined : this.#lateFrom(side);
    return late === undefined ? since : maxText(late, since);
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

interface Standing {
  readonly told: Told;
  readonly since: Instant;
}

const cameKey = ({ unit, direction, amountVnd }: TransferSide, at: Instant): string =>
  [unit.id, direction, amountVnd, at].join('\t');

/** The same matter under another mark: of one rule, in one book, about as much money. */
const matterOf = ({ finding: { rule, actualVnd, expectedVnd }, owner }: Told): string =>
  [rule, owner.id, expectedVnd ?? actualVnd].join('\t');

/** Which file of a time closed what. */
class Closing {
  readonly #group: readonly TransferSide[];
  readonly #at: Instant;
  readonly #pairs = new Map<string, TransferPair>();

  constructor(group: readonly TransferSide[], pairs: readonly TransferPair[], at: Instant) {
    this.#group = group;
    this.#at = at;
    for (const pair of pairs)
      for (const side of [...pair.out, ...pair.in]) this.#pairs.set(lineId(side), pair);
  }

  /**
   * The file with which a finding was gone: the one that took its line back, or brought what its line is paired with;
   * else any that came to these lines.
   */
  of({ sides }: Told): Pick<GoneAcross, 'digest' | 'unitId'> | undefined {
    const own = sides.find(({ until }) => until === this.#at);
    if (own?.by !== undefined) return { digest: own.by, unitId: own.unit.id };
    const near = sides.flatMap((side) => {
      const pair = this.#pairs.get(lineId(side));
      return pair === undefined ? [] : [...pair.out, ...pair.in];
    });
    const came = near.find(({ since }) => since === this.#at);
    const by = came ?? this.#group.find(({ since, until }) => since === this.#at || until === this.#at);
    if (by === undefined) return undefined;
    const { digest, first = digest } = by;
    return { digest: by.until === this.#at && by.by !== undefined ? by.by : first, unitId: by.unit.id };
  }
}
