/** All that is found between the books of one object, and what has become of it. */
import type { FundCode } from '../campaigns/campaign.ts';
import type { Instant, IsoDate } from '../date.ts';
import type { Severity } from '../finding.ts';
import { compareText, maxText } from '../order.ts';
import type { HashText } from '../sha256.ts';
import { type ClearOptions, clearTransfers } from '../transfer/clear.ts';
import type { TransferClearing, TransferSide } from '../transfer/side.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import { AcrossHistory } from './across-history.ts';
import { byReceiver } from './across-lines.ts';
import { marksAcross, transferLetter } from './across-marks.ts';
import type { Across, BookPart } from './across-schema.ts';
import type { Sides } from './across-sides.ts';
import type { Told } from './across-told.ts';
import { Explanations, resolvedOf, standing } from './across-tracked.ts';
import { statedFindings } from './plans.ts';
import { mergeTold } from './told-steps.ts';
import { fundToldUntil, transferFindings } from './transfer-findings.ts';

interface Parts {
  readonly above: Unit | undefined;
  readonly books: readonly BookPart[];
  readonly upper: (unit: Unit) => boolean;
  readonly clearing: readonly TransferClearing[];
  readonly sides: Sides;
  readonly options: ClearOptions;
  readonly registry: UnitRegistry;
  readonly hash: HashText;
}

/** Of one fund. Beyond this nobody reads on; the sums of the clearing tell the whole. */
const MAX_FINDINGS = 500;

export function findingsAcross(
  parts: Parts,
): Pick<Across, 'findings' | 'unlisted' | 'resolved' | 'findingCounts'> {
  const { above, books, upper, clearing, registry, hash } = parts;
  const letter = transferLetter(above);
  const open: Open = (of, asOf) => marksAcross(letter, transferFindings(of, above, asOf, registry), hash);
  const stands = new Map(
    clearing.map((one) => [one.fund, open(one, fundToldUntil(books, one.fund))] as const),
  );
  const histories = historiesOf(stands, parts, open);
  const explanations = new Explanations(books);
  const met = (fund: FundCode) => {
    const history = histories.get(fund);
    return history === undefined ? new Map() : history.whole ? history.met : undefined;
  };
  const all = new Map([
    ...[...stands.values()].flatMap((now) => [...now]),
    ...marksAcross('k', statedFindings(books, upper, registry), hash),
    // Of a letter that no explanation is asked about: one of these would be in vain again.
    ...marksAcross('k', explanations.inVain(letter, met), hash),
  ]);
  const since = new Map([...histories.values()].flatMap((history) => [...history.since]));
  const funds = [...Map.groupBy(all, ([, { fund }]) => fund)].sort(([a], [b]) => compareText(a, b));
  const listed = funds.flatMap(([, own]) =>
    own.toSorted(([, a], [, b]) => byWeight(a, b)).slice(0, MAX_FINDINGS),
  );
  const unlisted = funds.flatMap(([fund, { length }]) =>
    length > MAX_FINDINGS ? [{ fund, count: length - MAX_FINDINGS }] : [],
  );
  return {
    findings: standing(new Map(listed), since, explanations),
    ...(unlisted.length === 0 ? {} : { unlisted }),
    resolved: resolvedOf([...histories.values()], explanations),
    findingCounts: {
      error: severe(all, 'error'),
      warning: severe(all, 'warning'),
      info: severe(all, 'info'),
    },
  };
}

type Open = (of: TransferClearing, asOf: IsoDate) => ReadonlyMap<string, Told>;

/** The history of each fund that has or had transfers. */
function historiesOf(
  stands: ReadonlyMap<FundCode, ReadonlyMap<string, Told>>,
  { books, sides, options }: Parts,
  open: Open,
): ReadonlyMap<FundCode, AcrossHistory> {
  const funds = Map.groupBy([...sides.all, ...sides.retracted], ({ fund }) => fund);
  const ofFund = (fund: FundCode) => books.filter((book) => book.fund === fund);
  const history = (fund: FundCode, lines: readonly TransferSide[]) =>
    new AcrossHistory(byReceiver(lines, options.madeOf ?? (() => [])), stands.get(fund) ?? new Map(), {
      told: mergeTold(ofFund(fund)),
      knownFrom: ofFund(fund)
        .flatMap(({ untold }) => untold ?? [])
        .reduce<Instant | undefined>((a, b) => (a === undefined ? b : maxText(a, b)), undefined),
      clear: (some) => clearTransfers(some, options)[0],
      findings: open,
    });
  return new Map([...funds].map(([fund, lines]) => [fund, history(fund, lines)]));
}

const severe = (all: ReadonlyMap<string, Told>, severity: Severity): number =>
  [...all.values()].filter(({ finding }) => finding.severity === severity).length;

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** The gravest first; of one weight the greatest amount. */
const byWeight = ({ finding: a }: Told, { finding: b }: Told): number =>
  GRAVITY[a.severity] - GRAVITY[b.severity] || amountOf(b) - amountOf(a);

const amountOf = ({ differenceVnd, actualVnd }: Told['finding']): number =>
  Math.abs(differenceVnd ?? actualVnd ?? 0);
