/** All that is found between the books of one object, and what has become of it. */
import type { FundCode } from '../campaigns/campaign.ts';
import type { IsoDate } from '../date.ts';
import type { Severity } from '../finding.ts';
import type { HashText } from '../sha256.ts';
import { type ClearOptions, clearTransfers } from '../transfer/clear.ts';
import type { TransferClearing, TransferSide } from '../transfer/side.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import { AcrossHistory } from './across-history.ts';
import { byReceiver } from './across-lines.ts';
import { marksAcross, transferLetter } from './across-marks.ts';
import { type Across, type BookPart, MAX_RETRACTED } from './across-schema.ts';
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

/** Beyond this nobody reads on; the sums of the clearing tell the whole. */
const MAX_FINDINGS = 500;

export function findingsAcross(parts: Parts): Pick<Across, 'findings' | 'resolved' | 'findingCounts'> {
  const { above, books, upper, clearing, registry, hash } = parts;
  const letter = transferLetter(above);
  const open: Open = (of, asOf) => marksAcross(letter, transferFindings(of, above, asOf, registry), hash);
  const stands = new Map(
    clearing.map((one) => [one.fund, open(one, fundToldUntil(books, one.fund))] as const),
  );
  const histories = historiesOf(stands, parts, open);
  const explanations = new Explanations(books, upper);
  const met = (fund: FundCode): ReadonlySet<string> | undefined => {
    const history = histories.get(fund);
    const known = books.every((book) => book.fund !== fund || book.retracted.length < MAX_RETRACTED);
    return history === undefined ? new Set() : history.whole && known ? history.met : undefined;
  };
  const all = new Map([
    ...[...stands.values()].flatMap((now) => [...now]),
    ...marksAcross('k', statedFindings(books, upper, registry), hash),
    ...marksAcross(letter, explanations.inVain(letter, met), hash),
  ]);
  const since = new Map([...histories.values()].flatMap((history) => [...history.since]));
  const gravest = [...all].toSorted(([, a], [, b]) => gravity(a) - gravity(b)).slice(0, MAX_FINDINGS);
  return {
    findings: standing(new Map(gravest), since, explanations),
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
  const history = (fund: FundCode, lines: readonly TransferSide[]) =>
    new AcrossHistory(byReceiver(lines, options.madeOf ?? (() => [])), stands.get(fund) ?? new Map(), {
      told: mergeTold(books.filter((book) => book.fund === fund)),
      clear: (some) => clearTransfers(some, options)[0],
      findings: open,
    });
  return new Map([...funds].map(([fund, lines]) => [fund, history(fund, lines)]));
}

const severe = (all: ReadonlyMap<string, Told>, severity: Severity): number =>
  [...all.values()].filter(({ finding }) => finding.severity === severity).length;

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;
const gravity = ({ finding }: Told): number => GRAVITY[finding.severity];
