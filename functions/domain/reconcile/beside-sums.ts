import { type Indicator, TRANSFER_OUT } from '../codes.ts';
import { addVnd, sumVnd, type Vnd, vnd } from '../money.ts';
import { type Earmarks, earmarkShortfall } from '../norms/earmarks.ts';
import type { Year } from '../publish/across-schema.ts';
import { publicItem, publicUnitOfMeasure } from '../publish/public-text/label.ts';
import { publicRound } from '../publish/public-text/reason.ts';
import type { Statement } from '../publish/schema.ts';
import { figureOf } from '../publish/years.ts';
import { type EarlyIssue, issuedEarly } from '../stock/early.ts';
import { stockOf } from '../stock/stock.ts';
import type { Stock } from '../stock/stock-schema.ts';
import { housesFundedBy } from '../targets/funded-by.ts';
import { householdsHelpedBy } from '../targets/helped-by.ts';
import type { Houses } from '../targets/houses-schema.ts';
import { countsHouses } from '../targets/in-force.ts';
import { progressOf, type ReachedBy } from '../targets/progress.ts';
import { funnelOf } from '../transfer/funnel.ts';
import type { UnitId } from '../units/unit.ts';
import type { Book } from './book.ts';
import { movementsHeldUntil } from './book-days.ts';
import { openingVndOf } from './equalities.ts';
import { closingOf, donationsOf, type Flows, named, usesOf } from './flows.ts';
import { housesOfBook } from './houses.ts';
import { goodsByMonth, mergeCommunes, mergeGoods } from './merge.ts';

/** What stands beside a book's movements, and what of it the statement shows. */
export interface BesideView {
  readonly shown: Pick<Statement, 'late' | 'funnel' | 'houses' | 'targets' | 'stock'>;
  readonly stock: Stock;
  /** Goods issued before they were received, by the ends of months. */
  readonly early: readonly EarlyIssue[];
  readonly earmarks: Earmarks;
}

export function besideOf(book: Book, flows: Flows, years: readonly Year[]): BesideView {
  const summaries = book.live.map(({ summary }) => summary);
  const factors = factorsOf(book);
  const stock = stockOf(mergeGoods(summaries), factors);
  const houses = housesOfBook(book);
  return {
    stock,
    early: issuedEarly(goodsByMonth(summaries) ?? [], factors),
    earmarks: earmarksOf(book, flows),
    shown: {
      ...lateOf(book),
      ...funnelPart(book, flows),
      ...(houses === undefined ? {} : { houses }),
      ...targetsPart(book, years, houses),
      ...(factors.length === 0 ? {} : { stock }),
    },
  };
}

const factorsOf = ({ beside }: Book) =>
  beside.decisions.flatMap((row) =>
    row.action === 'QUY_DOI'
      ? [
          {
            item: publicItem(row.item),
            from: publicUnitOfMeasure(row.from),
            to: publicUnitOfMeasure(row.to),
            factorMilli: row.factorMilli,
          },
        ]
      : [],
  );

function lateOf({ live }: Book): Pick<Statement, 'late'> {
  const parts = live.flatMap(({ summary: { late } }) => (late === undefined ? [] : [late]));
  if (parts.length === 0) return {};
  const late = parts.reduce((a, b) => ({
    amountVnd: addVnd(a.amountVnd, b.amountVnd),
    entries: a.entries + b.entries,
    households: a.households + b.households,
  }));
  return { late };
}

/** Only where somebody handed in what was pledged or allotted: else two of the four stages are in the account already. */
function funnelPart({ beside, live }: Book, flows: Flows): Pick<Statement, 'funnel'> {
  if (beside.allocations.length === 0) return {};
  const lines = beside.allocations.map(({ stage, date, amountVnd, round, toId, digest, row }) => ({
    stage,
    date,
    amountVnd,
    ...(round === undefined ? {} : { round: publicRound(round) }),
    ...(toId === undefined ? {} : { to: toId }),
    digest,
    row,
  }));
  const sentInRounds = live
    .flatMap(({ summary }) => summary.transfers)
    .flatMap(({ direction, round, amountVnd }) =>
      direction === 'out' && round !== undefined ? [{ round, amountVnd }] : [],
    );
  const { rounds, sentUnallocated, ...stages } = funnelOf(lines, {
    receivedVnd: donationsOf(flows),
    fromAboveVnd: named(flows).transfersInVnd,
    openingVnd: openingVndOf(live),
    usesVnd: usesOf(flows),
    transfersOutVnd: sumVnd(
      flows.byPurpose.filter(({ purpose }) => purpose === TRANSFER_OUT).map(({ amountVnd }) => amountVnd),
    ),
    sentInRounds,
    heldUntil: movementsHeldUntil(live),
  });
  return { funnel: { ...stages, rounds: [...rounds], sentUnallocated: [...sentUnallocated] } };
}

/** Targets beside what this very book reached; what other units reached is told across units. */
function targetsPart(
  { beside, live, unit, registry }: Book,
  years: readonly Year[],
  houses: Houses | undefined,
): Pick<Statement, 'targets'> {
  if (beside.targets.length === 0) return {};
  const reached = (year: number, indicator: Indicator, unitId: UnitId | undefined) => {
    const own = years.find((one) => one.year === String(year));
    return unitId === undefined && own !== undefined ? figureOf(own, indicator) : undefined;
  };
  const summaries = live.map(({ summary }) => summary);
  // Houses by the register where there is one, as the book's own figure of them is.
  const reachedBy: ReachedBy = (year, indicator, unitId, organisation) => {
    if (reached(year, indicator, unitId) === undefined) return undefined;
    return houses !== undefined && countsHouses(indicator)
      ? housesFundedBy(houses, year, indicator, organisation)
      : householdsHelpedBy(summaries, year, indicator, organisation);
  };
  const targets = progressOf(beside.targets, reached, { own: unit.id, reachedBy }).map((line) => {
    const name = line.unitId && registry.byId(line.unitId)?.name;
    return name === undefined ? line : { ...line, unitName: name };
  });
  return { targets };
}

/** What was given for named communes against what reached them. */
function earmarksOf(book: Book, flows: Flows): Earmarks {
  const { live, registry } = book;
  const summaries = live.map(({ summary }) => summary);
  const earmarked = new Map<UnitId, Vnd>();
  const byCommune = new Map<UnitId, Vnd>();
  const add = (map: Map<UnitId, Vnd>, id: UnitId, amountVnd: number) =>
    map.set(id, vnd((map.get(id) ?? 0) + amountVnd));
  const { handoversOutVnd, refundsOutVnd } = named(flows);
  let anywhere = Math.max(0, handoversOutVnd) + Math.max(0, refundsOutVnd);
  for (const { communeId, amountVnd } of summaries.flatMap((summary) => summary.earmarked))
    add(earmarked, communeId, amountVnd);
  for (const { direction, other, amountVnd } of summaries.flatMap(({ transfers }) => transfers)) {
    if (direction !== 'out') continue;
    if (other !== undefined && registry.byId(other)?.level === 'XA') add(byCommune, other, amountVnd);
    else anywhere += Math.max(0, amountVnd);
  }
  for (const { communeId, amountVnd } of mergeCommunes(summaries)) {
    if (communeId !== '') add(byCommune, communeId, amountVnd);
    else anywhere += Math.max(0, amountVnd);
  }
  const reached = { byCommune, anywhereVnd: vnd(anywhere) };
  return earmarkShortfall(earmarked, reached, closingOf(openingVndOf(live), flows), registry);
}
