import * as v from 'valibot';
import {
  codesOf,
  HANDOVER_IN,
  HANDOVER_OUT,
  isUse,
  OTHER_INFLOWS,
  PURPOSES,
  type Purpose,
  SOURCES,
  type Source,
  TRANSFER_IN,
  TRANSFER_OUT,
} from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import type { Contribution, Disbursement, Entry } from '../entry.ts';
import { addVnd, type Vnd, VndSchema, vnd, ZERO_VND } from '../money.ts';
import { compareText, inKeyOrder } from '../order.ts';
import { publicItem, publicUnitOfMeasure } from '../publish/public-text/label.ts';
import { publicRound } from '../publish/public-text/reason.ts';
import { addMilli, MilliSchema, milli } from '../quantity.ts';
import { Sha256Schema } from '../sha256.ts';
import { accentedKey } from '../text.ts';
import { type UnitId, UnitIdSchema } from '../units/unit.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const bySource = v.array(
  v.object({ source: v.picklist(codesOf(SOURCES)), amountVnd: VndSchema, entries: count }),
);
const byPurpose = v.array(
  v.object({
    purpose: v.picklist(codesOf(PURPOSES)),
    amountVnd: VndSchema,
    entries: count,
    /** Signed: the households of a reversed payment are taken off again. */
    households: v.pipe(v.number(), v.integer()),
  }),
);

/**
 * What one accepted file adds to its book, small enough to reconcile from: everything a statement shows, and
 * nothing of any person. Lists are sorted, so the same file gives the same bytes.
 */
export const SummarySchema = v.object({
  days: v.array(v.object({ date: IsoDateSchema, inVnd: VndSchema, outVnd: VndSchema })),
  bySource,
  byPurpose,
  /** The same by calendar month, in order. Absent in summaries of an earlier release, which are summed anew. */
  months: v.optional(v.array(v.object({ month: v.string(), bySource, byPurpose }))),
  /** Uses only, by commune of use; "" where none is known. */
  byCommune: v.array(
    v.object({ communeId: v.union([UnitIdSchema, v.literal('')]), amountVnd: VndSchema, entries: count }),
  ),
  goods: v.array(
    v.object({
      item: v.string(),
      unitOfMeasure: v.string(),
      inMilli: MilliSchema,
      outMilli: MilliSchema,
      inStatedVnd: VndSchema,
      outStatedVnd: VndSchema,
    }),
  ),
  /** Balances handed over (out) or taken over (in), a line each; very many of one day are one line, by its first row. */
  handovers: v.optional(
    v.array(
      v.object({
        direction: v.picklist(['in', 'out']),
        date: IsoDateSchema,
        amountVnd: VndSchema,
        row: count,
      }),
    ),
    [],
  ),
  /** Money from a higher level (in) or to a lower one (out), as the handovers above. */
  transfers: v.optional(
    v.array(
      v.object({
        direction: v.picklist(['in', 'out']),
        date: IsoDateSchema,
        amountVnd: VndSchema,
        row: count,
        other: v.optional(UnitIdSchema),
        round: v.optional(v.string()),
      }),
    ),
    [],
  ),
  /** Uses for households left out before (chi bổ sung); only where there are any. */
  late: v.optional(
    v.object({ amountVnd: VndSchema, entries: count, households: v.pipe(v.number(), v.integer()) }),
  ),
  /** Gifts in cash: no bank shows them. */
  cashInVnd: v.optional(VndSchema, ZERO_VND),
  /** Gifts meant for a commune, by commune. */
  earmarked: v.optional(v.array(v.object({ communeId: UnitIdSchema, amountVnd: VndSchema })), []),
  /** Of a bank's statement: balances before its first line and after its last, and where they do not follow. */
  bank: v.optional(
    v.object({
      openingVnd: v.optional(VndSchema),
      closingVnd: v.optional(VndSchema),
      breaks: v.array(
        v.object({
          row: count,
          date: v.optional(IsoDateSchema),
          expectedVnd: VndSchema,
          actualVnd: VndSchema,
          differenceVnd: VndSchema,
        }),
      ),
    }),
  ),
  /** Pages of public rows, in the order of the file. */
  pages: v.array(v.object({ object: Sha256Schema, firstRow: count, lastRow: count, entries: count })),
});
export type Summary = v.InferOutput<typeof SummarySchema>;
export type Sums = Omit<Summary, 'pages'>;

/** Goods are the same when item and unit of measure read the same: accents tell things apart, case does not. */
export const goodsKey = (item: string, unitOfMeasure: string): string =>
  `${accentedKey(item)}\n${accentedKey(unitOfMeasure)}`;

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
type ListOf = Exclude<keyof Sums, 'late' | 'cashInVnd' | 'bank'>;

interface Month {
  readonly month: string;
  readonly sources: Map<string, Line<'bySource'>>;
  readonly purposes: Map<string, Line<'byPurpose'>>;
}

const sourceIn = (lines: Map<string, Line<'bySource'>>, source: Source): Line<'bySource'> =>
  at(lines, source, () => ({ source, amountVnd: ZERO_VND, entries: 0 }));

const purposeIn = (lines: Map<string, Line<'byPurpose'>>, purpose: Purpose): Line<'byPurpose'> =>
  at(lines, purpose, () => ({ purpose, amountVnd: ZERO_VND, entries: 0, households: 0 }));

/** What a file without movements adds to its book: a bank's statement, a register. */
export const NO_SUMS: Sums = {
  days: [],
  bySource: [],
  byPurpose: [],
  months: [],
  byCommune: [],
  goods: [],
  handovers: [],
  transfers: [],
  cashInVnd: ZERO_VND,
  earmarked: [],
};

/** Adds entries up, one at a time; memory grows with days, codes, communes and kinds of goods, not with rows. */
export class SummaryBuilder {
  readonly #days = new Map<string, Line<'days'>>();
  readonly #sources = new Map<string, Line<'bySource'>>();
  readonly #purposes = new Map<string, Line<'byPurpose'>>();
  readonly #communes = new Map<string, Line<'byCommune'>>();
  readonly #goods = new Map<string, Line<'goods'>>();
  readonly #handovers = new Map<string, Line<'handovers'>>();
  readonly #transfers = new Map<string, Line<'transfers'>>();
  readonly #months = new Map<string, Month>();
  readonly #earmarked = new Map<string, Line<'earmarked'>>();
  #cashInVnd = ZERO_VND;
  #late: { amountVnd: Vnd; entries: number; households: number } | undefined;

  #lastDay: Line<'days'> | undefined;
  #lastSource: Line<'bySource'> | undefined;
  #lastMonth: Month | undefined;

  get kindsOfGoods(): number {
    return this.#goods.size;
  }

  add(entry: Entry): void {
    if (entry.amountVnd !== undefined) this.#addMoney(entry, entry.amountVnd);
    if (entry.goods) this.#addGoods(entry, entry.goods);
    if (entry.direction === 'out' && entry.households !== undefined) {
      const households = isReversal(entry) ? -entry.households : entry.households;
      this.#purpose(entry.purpose).households += households;
      purposeIn(this.#month(entry.date).purposes, entry.purpose).households += households;
      if (entry.late && isUse(entry.purpose)) this.#lateness().households += households;
    }
  }

  #addMoney(entry: Entry, amountVnd: Vnd): void {
    const day = this.#day(entry.date);
    if (entry.direction === 'in') {
      day.inVnd = addVnd(day.inVnd, amountVnd);
      const source = sourceOf(entry);
      tally(this.#source(source), amountVnd);
      tally(sourceIn(this.#month(entry.date).sources, source), amountVnd);
      if (source === HANDOVER_IN) this.#addHandover(entry, amountVnd);
      else if (source === TRANSFER_IN) this.#addTransfer(entry, amountVnd);
      if (entry.channel === 'TIEN_MAT') this.#cashInVnd = addVnd(this.#cashInVnd, amountVnd);
      if (entry.earmarkId !== undefined) this.#addEarmarked(entry.earmarkId, amountVnd);
      return;
    }
    day.outVnd = addVnd(day.outVnd, amountVnd);
    tally(this.#purpose(entry.purpose), amountVnd);
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

  #source(source: Source): Line<'bySource'> {
    if (this.#lastSource?.source !== source) {
      this.#lastSource = sourceIn(this.#sources, source);
    }
    return this.#lastSource;
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

  #purpose(purpose: Purpose): Line<'byPurpose'> {
    return purposeIn(this.#purposes, purpose);
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
    return {
      days: inOrderOfDate(this.#days.values()),
      bySource: inKeyOrder(this.#sources),
      byPurpose: inKeyOrder(this.#purposes),
      byCommune: inKeyOrder(this.#communes),
      goods: inKeyOrder(this.#goods),
      handovers: inKeyOrder(this.#handovers),
      months: inKeyOrder(this.#months).map(({ month, sources, purposes }) => ({
        month,
        bySource: inKeyOrder(sources),
        byPurpose: inKeyOrder(purposes),
      })),
      transfers: inKeyOrder(this.#transfers),
      ...(this.#late === undefined ? {} : { late: this.#late }),
      cashInVnd: this.#cashInVnd,
      earmarked: inKeyOrder(this.#earmarked),
    };
  }
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
