import {
  HANDOVER_IN,
  HANDOVER_OUT,
  isUse,
  OTHER_INFLOWS,
  type Source,
  TRANSFER_IN,
  TRANSFER_OUT,
} from '../codes.ts';
import type { Contribution, Disbursement, Entry } from '../entry.ts';
import { addVnd, type Vnd, ZERO_VND } from '../money.ts';
import { compareText, inKeyOrder } from '../order.ts';
import { publicRound } from '../publish/public-text/reason.ts';
import type { UnitId } from '../units/unit.ts';
import { CampaignLines } from './campaign-lines.ts';
import {
  at,
  type FlowLines,
  type Line,
  linesOf,
  noLines,
  purposeIn,
  sourceIn,
  tally,
  together,
} from './flow-lines.ts';
import { GoodsLines } from './goods-lines.ts';
import { OrganisationLines } from './organisation-lines.ts';
import type { Sums } from './summary.ts';

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

interface Month extends FlowLines {
  readonly month: string;
}

/** Adds entries up, one at a time; memory grows with days, codes, communes and kinds of goods, not with rows. */
export class SummaryBuilder {
  readonly #days = new Map<string, Line<'days'>>();
  readonly #communes = new Map<string, Line<'byCommune'>>();
  readonly #goods = new GoodsLines();
  readonly #handovers = new Map<string, Line<'handovers'>>();
  readonly #transfers = new Map<string, Line<'transfers'>>();
  readonly #months = new Map<string, Month>();
  readonly #earmarked = new Map<string, Line<'earmarked'>>();
  readonly #campaigns = new CampaignLines();
  readonly #organisations = new OrganisationLines();
  #late: { amountVnd: Vnd; entries: number; households: number } | undefined;

  #lastDay: Line<'days'> | undefined;
  #lastMonth: Month | undefined;

  get kindsOfGoods(): number {
    return this.#goods.kinds;
  }

  add(entry: Entry): void {
    if (entry.amountVnd !== undefined) this.#addMoney(entry, entry.amountVnd);
    if (entry.goods) this.#goods.add(entry, entry.goods);
    if (entry.direction === 'out') this.#addHelp(entry);
  }

  #addHelp(entry: Disbursement): void {
    const households =
      entry.households !== undefined && isReversal(entry) ? -entry.households : entry.households;
    this.#organisations.add(entry, households);
    if (households === undefined) return;
    purposeIn(this.#month(entry.date), entry.purpose).households += households;
    const campaign = this.#campaigns.of(entry);
    if (campaign !== undefined) purposeIn(campaign, entry.purpose).households += households;
    if (entry.late && isUse(entry.purpose)) this.#lateness().households += households;
  }

  #addMoney(entry: Entry, amountVnd: Vnd): void {
    const day = this.#day(entry.date);
    const campaign = this.#campaigns.of(entry);
    if (entry.direction === 'in') {
      day.inVnd = addVnd(day.inVnd, amountVnd);
      const source = sourceOf(entry);
      tally(sourceIn(this.#month(entry.date), source), amountVnd);
      if (campaign !== undefined) tally(sourceIn(campaign, source), amountVnd);
      if (source === HANDOVER_IN) this.#addHandover(entry, amountVnd);
      else if (source === TRANSFER_IN) this.#addTransfer(entry, amountVnd);
      if (entry.earmarkId !== undefined) this.#addEarmarked(entry.earmarkId, amountVnd);
      return;
    }
    day.outVnd = addVnd(day.outVnd, amountVnd);
    tally(purposeIn(this.#month(entry.date), entry.purpose), amountVnd);
    if (campaign !== undefined) tally(purposeIn(campaign, entry.purpose), amountVnd);
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
      this.#lastMonth = at(this.#months, month, () => ({ month, ...noLines() }));
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

  #addTransfer(entry: Entry, amountVnd: Vnd): void {
    const { direction, date, row, otherUnitId, round } = entry;
    const unknown = otherUnitId === undefined && entry.otherUnitText !== undefined;
    const few = this.#transfers.size < MAX_SINGLE_TRANSFERS;
    const place = few
      ? String(row).padStart(8, '0')
      : `${otherUnitId ?? (unknown ? '?' : '')} ${round ?? ''}`;
    const line = at(this.#transfers, `${date} ${direction} ${place}`, () => ({
      direction,
      date,
      amountVnd: ZERO_VND,
      row,
      ...(otherUnitId === undefined ? {} : { other: otherUnitId }),
      ...(unknown ? { otherUnknown: true as const } : {}),
      ...(round === undefined ? {} : { round: publicRound(round) }),
    }));
    line.amountVnd = addVnd(line.amountVnd, amountVnd);
  }

  sums(): Sums {
    const months = inKeyOrder(this.#months);
    return {
      days: inOrderOfDate(this.#days.values()),
      ...linesOf(together(months)),
      byCommune: inKeyOrder(this.#communes),
      ...this.#goods.sums(),
      handovers: inKeyOrder(this.#handovers),
      months: months.map((one) => ({ month: one.month, ...linesOf(one) })),
      campaigns: this.#campaigns.sums(),
      transfers: inKeyOrder(this.#transfers),
      ...(this.#late === undefined ? {} : { late: this.#late }),
      ...this.#organisations.sums(),
      earmarked: inKeyOrder(this.#earmarked),
    };
  }
}

/** As by their keys, without the keys: a book may have a line for each day of years. */
const inOrderOfDate = <D extends Line<'days'>>(days: Iterable<D>): D[] =>
  [...days].sort((a, b) => compareText(a.date, b.date));
