import {
  HANDOVER_IN,
  HANDOVER_OUT,
  isUse,
  OTHER_INFLOWS,
  type Purpose,
  type Source,
  TRANSFER_IN,
  TRANSFER_OUT,
} from '../codes.ts';
import type { Contribution, Disbursement, Entry } from '../entry.ts';
import { addVnd, type Vnd, vnd, ZERO_VND } from '../money.ts';
import { compareText, inKeyOrder } from '../order.ts';
import { publicItem, publicUnitOfMeasure } from '../publish/public-text/label.ts';
import { publicRound } from '../publish/public-text/reason.ts';
import { addMilli, milli } from '../quantity.ts';
import type { UnitId } from '../units/unit.ts';
import { goodsKey, type Sums } from './summary.ts';

const NO_GIFTS: ReadonlySet<string> = new Set(Object.keys(OTHER_INFLOWS));

/** Where a contribution came from: the kind of inflow when it is no donation, else the class of the donor. */
const sourceOf = (entry: Contribution): Source =>
  entry.channel !== undefined && NO_GIFTS.has(entry.channel) ? (entry.channel as Source) : entry.donorClass;

/** Takes back what was given before. */
const isReversal = ({ amountVnd, goods }: Disbursement): boolean =>
  (amountVnd ?? goods?.quantityMilli ?? 0) < 0;

/** A unit hands over to a few others, seldom to more than ten; beyond this the lines of a day are one. */
const MAX_SINGLE_HANDOVERS = 200;
/** A province sends to some 150 communes, a few times a year. */
const MAX_SINGLE_TRANSFERS = 2_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Line<K extends ListOf> = Mutable<NonNullable<Sums[K]>[number]>;
type ListOf = Exclude<keyof Sums, 'late' | 'bank'>;

interface Month {
  readonly month: string;
  readonly sources: Map<string, Line<'bySource'>>;
  readonly purposes: Map<string, Line<'byPurpose'>>;
}

const sourceIn = (lines: Map<string, Line<'bySource'>>, source: Source): Line<'bySource'> =>
  at(lines, source, () => ({ source, amountVnd: ZERO_VND, entries: 0 }));

const purposeIn = (lines: Map<string, Line<'byPurpose'>>, purpose: Purpose): Line<'byPurpose'> =>
  at(lines, purpose, () => ({ purpose, amountVnd: ZERO_VND, entries: 0, households: 0 }));

/** Adds entries up, one at a time; memory grows with days, codes, communes and kinds of goods, not with rows. */
export class SummaryBuilder {
  readonly #days = new Map<string, Line<'days'>>();
  readonly #communes = new Map<string, Line<'byCommune'>>();
  readonly #goods = new Map<string, Line<'goods'>>();
  readonly #handovers = new Map<string, Line<'handovers'>>();
  readonly #transfers = new Map<string, Line<'transfers'>>();
  readonly #months = new Map<string, Month>();
  readonly #earmarked = new Map<string, Line<'earmarked'>>();
  #late: { amountVnd: Vnd; entries: number; households: number } | undefined;

  #lastDay: Line<'days'> | undefined;
  #lastMonth: Month | undefined;

  get kindsOfGoods(): number {
    return this.#goods.size;
  }

  add(entry: Entry): void {
    if (entry.amountVnd !== undefined) this.#addMoney(entry, entry.amountVnd);
    if (entry.goods) this.#addGoods(entry, entry.goods);
    if (entry.direction === 'out' && entry.households !== undefined) {
      const households = isReversal(entry) ? -entry.households : entry.households;
      purposeIn(this.#month(entry.date).purposes, entry.purpose).households += households;
      if (entry.late && isUse(entry.purpose)) this.#lateness().households += households;
    }
  }

  #addMoney(entry: Entry, amountVnd: Vnd): void {
    const day = this.#day(entry.date);
    if (entry.direction === 'in') {
      day.inVnd = addVnd(day.inVnd, amountVnd);
      const source = sourceOf(entry);
      tally(sourceIn(this.#month(entry.date).sources, source), amountVnd);
      if (source === HANDOVER_IN) this.#addHandover(entry, amountVnd);
      else if (source === TRANSFER_IN) this.#addTransfer(entry, amountVnd);
      if (entry.earmarkId !== undefined) this.#addEarmarked(entry.earmarkId, amountVnd);
      return;
    }
    day.outVnd = addVnd(day.outVnd, amountVnd);
    tally(purposeIn(this.#month(entry.date).purposes, entry.purpose), amountVnd);
    if (entry.purpose === HANDOVER_OUT) this.#addHandover(entry, amountVnd);
    else if (entry.purpose === TRANSFER_OUT) this.#addTransfer(entry, amountVnd);
    else if (isUse(entry.purpose)) this.#addUse(entry, amountVnd);
    if (entry.late && isUse(entry.purpose)) tally(this.#lateness(), amountVnd);
  }

  #lateness() {
    this.#late ??= { amountVnd: ZERO_VND, entries: 0, households: 0 };
    return this.#late;
  }

  #month(date: Entry['date']): Month {
    if (this.#lastMonth === undefined || !date.startsWith(this.#lastMonth.month)) {
      const month = date.slice(0, 7);
      this.#lastMonth = at(this.#months, month, () => ({ month, sources: new Map(), purposes: new Map() }));
    }
    return this.#lastMonth;
  }

  #addEarmarked(communeId: UnitId, amountVnd: Vnd): void {
    const line = at(this.#earmarked, communeId, () => ({ communeId, amountVnd: ZERO_VND }));
    line.amountVnd = addVnd(line.amountVnd, amountVnd);
  }

  /** Books are kept in order: mostly it is the day of the entry before. */
  #day(date: Entry['date']): Line<'days'> {
    if (this.#lastDay?.date !== date) {
      this.#lastDay = at(this.#days, date, () => ({ date, inVnd: ZERO_VND, outVnd: ZERO_VND }));
    }
    return this.#lastDay;
  }

  #addUse(entry: Disbursement, amountVnd: Vnd): void {
    const communeId = entry.communeId ?? '';
    tally(
      at(this.#communes, communeId, () => ({ communeId, amountVnd: ZERO_VND, entries: 0 })),
      amountVnd,
    );
  }

  #addHandover({ direction, date, row }: Entry, amountVnd: Vnd): void {
    const few = this.#handovers.size < MAX_SINGLE_HANDOVERS;
    const key = `${date} ${direction}${few ? ` ${String(row).padStart(8, '0')}` : ''}`;
    const line = at(this.#handovers, key, () => ({ direction, date, amountVnd: ZERO_VND, row }));
    line.amountVnd = addVnd(line.amountVnd, amountVnd);
  }

  #addTransfer({ direction, date, row, otherUnitId, round }: Entry, amountVnd: Vnd): void {
    const few = this.#transfers.size < MAX_SINGLE_TRANSFERS;
    const place = few ? String(row).padStart(8, '0') : `${otherUnitId ?? ''} ${round ?? ''}`;
    const line = at(this.#transfers, `${date} ${direction} ${place}`, () => ({
      direction,
      date,
      amountVnd: ZERO_VND,
      row,
      ...(otherUnitId === undefined ? {} : { other: otherUnitId }),
      ...(round === undefined ? {} : { round: publicRound(round) }),
    }));
    line.amountVnd = addVnd(line.amountVnd, amountVnd);
  }

  #addGoods(entry: Entry, goods: NonNullable<Entry['goods']>): void {
    // Free text may name somebody, and these lines are published: only labels that are fit to print come in.
    const item = publicItem(goods.item);
    const unitOfMeasure = publicUnitOfMeasure(goods.unitOfMeasure);
    const { quantityMilli } = goods;
    const stated = goods.statedValueVnd ?? ZERO_VND;
    const line = at(this.#goods, goodsKey(item, unitOfMeasure), () => ({
      item,
      unitOfMeasure,
      inMilli: milli(0),
      outMilli: milli(0),
      inStatedVnd: ZERO_VND,
      outStatedVnd: ZERO_VND,
    }));
    if (entry.direction === 'in') {
      line.inMilli = addMilli(line.inMilli, quantityMilli);
      line.inStatedVnd = addVnd(line.inStatedVnd, stated);
    } else {
      line.outMilli = addMilli(line.outMilli, quantityMilli);
      line.outStatedVnd = addVnd(line.outStatedVnd, stated);
    }
  }

  sums(): Sums {
    const months = inKeyOrder(this.#months);
    return {
      days: inOrderOfDate(this.#days.values()),
      bySource: inKeyOrder(allSources(months)),
      byPurpose: inKeyOrder(allPurposes(months)),
      byCommune: inKeyOrder(this.#communes),
      goods: inKeyOrder(this.#goods),
      handovers: inKeyOrder(this.#handovers),
      months: months.map(({ month, sources, purposes }) => ({
        month,
        bySource: inKeyOrder(sources),
        byPurpose: inKeyOrder(purposes),
      })),
      transfers: inKeyOrder(this.#transfers),
      ...(this.#late === undefined ? {} : { late: this.#late }),
      earmarked: inKeyOrder(this.#earmarked),
    };
  }
}

/** The months together. */
function allSources(months: readonly Month[]): Map<string, Line<'bySource'>> {
  const all = new Map<string, Line<'bySource'>>();
  for (const { source, amountVnd, entries } of months.flatMap(({ sources }) => [...sources.values()])) {
    const line = sourceIn(all, source);
    line.amountVnd = addVnd(line.amountVnd, amountVnd);
    line.entries += entries;
  }
  return all;
}

function allPurposes(months: readonly Month[]): Map<string, Line<'byPurpose'>> {
  const all = new Map<string, Line<'byPurpose'>>();
  for (const part of months.flatMap(({ purposes }) => [...purposes.values()])) {
    const line = purposeIn(all, part.purpose);
    line.amountVnd = addVnd(line.amountVnd, part.amountVnd);
    line.entries += part.entries;
    line.households += part.households;
  }
  return all;
}

/** As by their keys, without the keys: a book may have a line for each day of years. */
const inOrderOfDate = <D extends Line<'days'>>(days: Iterable<D>): D[] =>
  [...days].sort((a, b) => compareText(a.date, b.date));

function at<V>(map: Map<string, V>, key: string, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
}

function tally(line: { amountVnd: Vnd; entries: number }, amountVnd: Vnd): void {
  line.amountVnd = vnd(line.amountVnd + amountVnd);
  line.entries += 1;
}
