import { type Finding, MAX_PLACES } from '../finding.ts';
import { vnd } from '../money.ts';
import type { BesideView } from './beside-sums.ts';
import type { Book } from './book.ts';
import { finding } from './make-finding.ts';

/** What stands beside a book's movements and does not go with them. */
export const besideFindings = ({ shown, stock, earmarks }: BesideView, book: Book): Finding[] => [
  ...ofFunnel(shown.funnel),
  ...(earmarks.shortfallVnd === 0
    ? []
    : [
        finding('EARMARK_SPENT_ELSEWHERE', {
          expectedVnd: earmarks.owedVnd,
          actualVnd: vnd(earmarks.owedVnd - earmarks.shortfallVnd),
          differenceVnd: vnd(-earmarks.shortfallVnd),
        }),
      ]),
  ...(stock.faults.length === 0 ? [] : [finding('FACTOR_NOT_FOLLOWED', { count: stock.faults.length })]),
  ...housesRepeated(shown.houses, book),
];

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
      ...(digests.size === 1 && digest !== undefined ? { digest, rows: rows.slice(0, MAX_PLACES) } : {}),
    }),
  ];
}
