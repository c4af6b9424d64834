import * as v from 'valibot';
import {
  codesOf,
  HANDOVER_IN,
  HANDOVER_OUT,
  OTHER_INFLOWS,
  PURPOSES,
  type Purpose,
  SOURCES,
  type Source,
  TRANSFER_OUT,
} from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import type { Contribution, Disbursement, Entry } from '../entry.ts';
import { addVnd, type Vnd, VndSchema, vnd, ZERO_VND } from '../money.ts';
import { inKeyOrder } from '../order.ts';
import { publicItem, publicUnitOfMeasure } from '../publish/public-text/label.ts';
import { addMilli, MilliSchema, milli } from '../quantity.ts';
import { Sha256Schema } from '../sha256.ts';
import { accentedKey } from '../text.ts';
import { UnitIdSchema } from '../units/unit.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What one accepted file adds to its book, small enough to reconcile from: everything a statement shows, and
 * nothing of any person. Lists are sorted, so the same file gives the same bytes.
 */
export const SummarySchema = v.object({
  days: v.array(v.object({ date: IsoDateSchema, inVnd: VndSchema, outVnd: VndSchema })),
  bySource: v.array(v.object({ source: v.picklist(codesOf(SOURCES)), amountVnd: VndSchema, entries: count })),
  byPurpose: v.array(
    v.object({
      purpose: v.picklist(codesOf(PURPOSES)),
      amountVnd: VndSchema,
      entries: count,
      /** Signed: the households of a reversed payment are taken off again. */
      households: v.pipe(v.number(), v.integer()),
    }),
  ),
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
  /** Pages of public rows, in the order of the file. */
  pages: v.array(v.object({ object: Sha256Schema, firstRow: count, lastRow: count, entries: count })),
});
export type Summary = v.InferOutput<typeof SummarySchema>;
export type Sums = Omit<Summary, 'pages'>;

/** Goods are the same when item and unit of measure read the same: accents tell things apart, case does not. */
export const goodsKey = (item: string, unitOfMeasure: string): string =>
  `${accentedKey(item)}\n${accentedKey(unitOfMeasure)}`;

/** Where a contribution came from: the kind of inflow when it is no donation, else the class of the donor. */
const sourceOf = (entry: Contribution): Source =>
  entry.channel !== undefined && entry.channel in OTHER_INFLOWS
    ? (entry.channel as Source)
    : entry.donorClass;

/** Takes back what was given before. */
const isReversal = ({ amountVnd, goods }: Disbursement): boolean =>
  (amountVnd ?? goods?.quantityMilli ?? 0) < 0;

/** A unit hands over to a few others, seldom to more than ten; beyond this the lines of a day are one. */
const MAX_SINGLE_HANDOVERS = 200;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Line<K extends keyof Sums> = Mutable<Sums[K][number]>;

/** Adds entries up, one at a time; memory grows with days, codes, communes and kinds of goods, not with rows. */
export class SummaryBuilder {
  readonly #days = new Map<string, Line<'days'>>();
  readonly #sources = new Map<string, Line<'bySource'>>();
  readonly #purposes = new Map<string, Line<'byPurpose'>>();
  readonly #communes = new Map<string, Line<'byCommune'>>();
  readonly #goods = new Map<string, Line<'goods'>>();
  readonly #handovers = new Map<string, Line<'handovers'>>();

  #lastDay: Line<'days'> | undefined;
  #lastSource: Line<'bySource'> | undefined;

  get kindsOfGoods(): number {
    return this.#goods.size;
  }

  add(entry: Entry): void {
    if (entry.amountVnd !== undefined) this.#addMoney(entry, entry.amountVnd);
    if (entry.goods) this.#addGoods(entry, entry.goods);
    if (entry.direction === 'out' && entry.households !== undefined) {
      this.#purpose(entry.purpose).households += isReversal(entry) ? -entry.households : entry.households;
    }
  }

  #addMoney(entry: Entry, amountVnd: Vnd): void {
    const day = this.#day(entry.date);
    if (entry.direction === 'in') {
      day.inVnd = addVnd(day.inVnd, amountVnd);
      const source = sourceOf(entry);
      tally(this.#source(source), amountVnd);
      if (source === HANDOVER_IN) this.#addHandover(entry, amountVnd);
      return;
    }
    day.outVnd = addVnd(day.outVnd, amountVnd);
    tally(this.#purpose(entry.purpose), amountVnd);
    if (entry.purpose === HANDOVER_OUT) this.#addHandover(entry, amountVnd);
    else if (entry.purpose !== TRANSFER_OUT) this.#addUse(entry, amountVnd);
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
      this.#lastSource = at(this.#sources, source, () => ({ source, amountVnd: ZERO_VND, entries: 0 }));
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

  #purpose(purpose: Purpose): Line<'byPurpose'> {
    return at(this.#purposes, purpose, () => ({ purpose, amountVnd: ZERO_VND, entries: 0, households: 0 }));
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
      days: inKeyOrder(this.#days),
      bySource: inKeyOrder(this.#sources),
      byPurpose: inKeyOrder(this.#purposes),
      byCommune: inKeyOrder(this.#communes),
      goods: inKeyOrder(this.#goods),
      handovers: inKeyOrder(this.#handovers),
    };
  }
}

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
