import { type Indicator, TRANSFER_OUT } from '../codes.ts';
import { addVnd, sumVnd, type Vnd, vnd, ZERO_VND } from '../money.ts';
import { type Earmarks, earmarkShortfall } from '../norms/earmarks.ts';
import type { Year } from '../publish/across-schema.ts';
import { publicItem } from '../publish/public-text/label.ts';
import { publicRound } from '../publish/public-text/reason.ts';
import type { Statement } from '../publish/schema.ts';
import { figureOf } from '../publish/years.ts';
import { stockOf } from '../stock/stock.ts';
import type { Stock } from '../stock/stock-schema.ts';
import { housesOf } from '../targets/houses.ts';
import { progressOf } from '../targets/progress.ts';
import { funnelOf } from '../transfer/funnel.ts';
import type { UnitId } from '../units/unit.ts';
import type { Book } from './book.ts';
import { openingVndOf } from './equalities.ts';
import { closingOf, donationsOf, type Flows, named, usesOf } from './flows.ts';
import { mergeCommunes, mergeGoods } from './merge.ts';

/** What stands beside a book's movements, and what of it the statement shows. */
export interface BesideView {
  readonly shown: Pick<Statement, 'late' | 'funnel' | 'houses' | 'targets' | 'stock'>;
  readonly stock: Stock;
  readonly earmarks: Earmarks;
}

export function besideOf(book: Book, flows: Flows, years: readonly Year[]): BesideView {
  const summaries = book.live.map(({ summary }) => summary);
  const stock = stockOf(mergeGoods(summaries), factorsOf(book));
  return {
    stock,
    earmarks: earmarksOf(book, flows),
    shown: {
      ...lateOf(book),
      ...funnelPart(book, flows),
      ...housesPart(book),
      ...targetsPart(book, years),
      ...(factorsOf(book).length === 0 ? {} : { stock }),
    },
  };
}

const factorsOf = ({ beside }: Book) =>
  beside.decisions.flatMap((row) =>
    row.action === 'QUY_DOI'
      ? [
          {
            item: publicItem(row.item),
            from: publicItem(row.from),
            to: publicItem(row.to),
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
  const sent = new Map<string, Vnd>();
  for (const { direction, round, amountVnd } of live.flatMap(({ summary }) => summary.transfers)) {
    if (direction === 'out' && round !== undefined)
      sent.set(round, addVnd(sent.get(round) ?? ZERO_VND, amountVnd));
  }
  const { rounds, sentUnallocated, ...stages } = funnelOf(lines, {
    receivedVnd: donationsOf(flows),
    fromAboveVnd: named(flows).transfersInVnd,
    usesVnd: usesOf(flows),
    transfersOutVnd: sumVnd(
      flows.byPurpose.filter(({ purpose }) => purpose === TRANSFER_OUT).map(({ amountVnd }) => amountVnd),
    ),
    sentByRound: sent,
  });
  return { funnel: { ...stages, rounds: [...rounds], sentUnallocated: [...sentUnallocated] } };
}

function housesPart({ beside, live }: Book): Pick<Statement, 'houses'> {
  if (beside.houses.length === 0) return {};
  const last = live.map(({ submission }) => submission.declaration.period.to).sort();
  const asOf = last.at(-1);
  return asOf === undefined ? {} : { houses: housesOf(beside.houses, asOf) };
}

/** Targets beside what this very book reached; what other units reached is told across units. */
function targetsPart({ beside, unit }: Book, years: readonly Year[]): Pick<Statement, 'targets'> {
  if (beside.targets.length === 0) return {};
  const reached = (year: number, indicator: Indicator, unitId: UnitId | undefined) => {
    const own = years.find((one) => one.year === String(year));
    return unitId === undefined && own !== undefined ? figureOf(own, indicator) : undefined;
  };
  return { targets: [...progressOf(beside.targets, reached, { own: unit.id })] };
}

/** What was given for named communes against what reached them. */
function earmarksOf(book: Book, flows: Flows): Earmarks {
  const { live } = book;
  const earmarked = new Map<UnitId, Vnd>();
  const reached = new Map<UnitId, Vnd>();
  const add = (map: Map<UnitId, Vnd>, id: UnitId, amountVnd: number) =>
    map.set(id, vnd((map.get(id) ?? 0) + amountVnd));
  for (const { earmarked: lines, transfers } of live.map(({ summary }) => summary)) {
    for (const { communeId, amountVnd } of lines) add(earmarked, communeId, amountVnd);
    for (const { direction, other, amountVnd } of transfers)
      if (direction === 'out' && other !== undefined) add(reached, other, amountVnd);
  }
  for (const { communeId, amountVnd } of mergeCommunes(live.map(({ summary }) => summary)))
    if (communeId !== '') add(reached, communeId, amountVnd);
  return earmarkShortfall(earmarked, reached, closingOf(openingVndOf(live), flows));
}
