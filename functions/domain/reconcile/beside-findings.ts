import { type Finding, MAX_PLACES } from '../finding.ts';
import { vnd } from '../money.ts';
import type { Earmarks } from '../norms/earmarks.ts';
import { listed } from '../validate/unit-words.ts';
import type { BesideView } from './beside-sums.ts';
import type { Book } from './book.ts';
import { factorFindings } from './goods-findings.ts';
import { finding } from './make-finding.ts';
import { targetFindings } from './target-findings.ts';

/** What stands beside a book's movements and does not go with them. */
export const besideFindings = ({ shown, stock, earmarks }: BesideView, book: Book): Finding[] => [
  ...ofFunnel(shown.funnel),
  ...ofEarmarks(earmarks, book),
  ...factorFindings(stock.faults, book),
  ...housesRepeated(shown.houses, book),
  ...targetFindings(shown, book),
];

/** More names than these nobody reads in a sentence. */
const MAX_NAMES = 5;

function ofEarmarks({ owedVnd, shortfallVnd, communes }: Earmarks, { registry }: Book): Finding[] {
  if (shortfallVnd === 0) return [];
  const names = communes.map((id) => registry.byId(id)?.name ?? id);
  return [
    finding('EARMARK_SPENT_ELSEWHERE', {
      expectedVnd: owedVnd,
      actualVnd: vnd(owedVnd - shortfallVnd),
      differenceVnd: vnd(-shortfallVnd),
      params: { communes: listed(names, ', ', MAX_NAMES), short: shortfallVnd },
    }),
  ];
}

function ofFunnel(funnel: BesideView['shown']['funnel']): Finding[] {
  if (funnel === undefined) return [];
  const { allocatedVnd, overAllocatedVnd, rounds } = funnel;
  return [
    ...(overAllocatedVnd === undefined || allocatedVnd === undefined
      ? []
      : [
          finding('ALLOCATED_MORE_THAN_RECEIVED', {
            expectedVnd: vnd(allocatedVnd - overAllocatedVnd),
            actualVnd: allocatedVnd,
            differenceVnd: overAllocatedVnd,
          }),
        ]),
    ...rounds
      .filter(({ differenceVnd }) => differenceVnd !== 0)
      .map(({ round, date, allocatedVnd: expectedVnd, sentVnd: actualVnd, differenceVnd }) =>
        finding('ROUND_SENT_DIFFERS', { date, expectedVnd, actualVnd, differenceVnd, params: { round } }),
      ),
  ];
}

/** By file where one holds them all: rows of several files cannot be told apart by their numbers. */
function housesRepeated(houses: BesideView['shown']['houses'], { beside }: Book): Finding[] {
  if (houses === undefined || houses.repeats.length === 0) return [];
  const digests = new Set(beside.houses.map(({ digest }) => digest));
  const [digest] = digests;
  const rows = houses.repeats.map(({ row }) => row);
  return [
    finding('HOUSE_AMOUNT_REPEATED', {
      count: rows.length,
      actualVnd: vnd(houses.repeats.reduce((sum, { amountVnd }) => sum + amountVnd, 0)),
      ...(digests.size === 1 && digest !== undefined
        ? { digest, rows: rows.slice(0, MAX_PLACES) }
        : { params: { places: 'SEVERAL_FILES' } }),
    }),
  ];
}
