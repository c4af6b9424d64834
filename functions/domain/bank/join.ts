import { type Vnd, vnd } from '../money.ts';
import { maxText, minText } from '../order.ts';
import { type Anchor, anchorsOf, commonOf, type IsShared, type Meeting, meet } from './meeting.ts';
import {
  breaksOf,
  type FileBreak,
  isBalanced,
  moved,
  openingStep,
  type Path,
  type Step,
  unlisted,
} from './path.ts';

export interface Joint {
  readonly path: Path;
  /** What the later's opening does not follow from; undefined where a balance is not known. */
  readonly differenceVnd: Vnd | undefined;
}

/**
 * Joins a file's path to that of the files before it. Every movement of either is in it once. Between two
 * movements that stand in both, what is unlisted is what neither lists: a line of one fills the break of the other.
 */
export function join(former: Path, later: Path, isShared: IsShared): Joint {
  const common = commonOf(former.steps, later.steps, isShared);
  const anchors = anchorsOf(common);
  const meeting = meet(former, later, anchors);
  if (meeting.differenceVnd !== undefined && meeting.differenceVnd !== 0 && mayComeFirst(former, later)) {
    // Of two files of the same first day the balance says which comes first.
    const turned = anchors.map(([i, j]): Anchor => [j, i]);
    const other = meet(later, former, turned);
    const known = new Set(common.map(([i]) => i));
    if (other.differenceVnd === 0) return joined(later, former, turned, other, known);
  }
  return joined(former, later, anchors, meeting, new Set(common.map(([, j]) => j)));
}

const mayComeFirst = (former: Path, later: Path): boolean => former.period.from === later.period.from;

/** @param known places in the later of what the former has too */
function joined(
  former: Path,
  later: Path,
  anchors: readonly Anchor[],
  meeting: Meeting,
  known: ReadonlySet<number>,
): Joint {
  const steps: Step[] = former.steps.slice(0, meeting.at);
  const fresh = (from: number, to?: number) =>
    later.steps.slice(from, to).filter((_, at) => !known.has(from + at));
  let [i, j] = [meeting.at, 0];
  for (const [n, [nextI, nextJ]] of anchors.entries()) {
    const [here, there] = [former.steps[nextI], later.steps[nextJ]];
    if (here === undefined || there === undefined) throw new Error('an anchor that is not there');
    if (n > 0 && nextI === i && nextJ === j) {
      // Neither has anything between this movement and the one before.
      steps.push(here);
      [i, j] = [nextI + 1, nextJ + 1];
      continue;
    }
    const stretch = {
      former: former.steps.slice(i, nextI),
      later: later.steps.slice(j, nextJ),
      fresh: fresh(j, nextJ),
      here,
      there,
      shared: new Set(later.steps.slice(j, nextJ).map(({ slot }) => slot)),
      balanced: isBalanced(former) && isBalanced(later),
    };
    for (const step of n === 0 ? opened(stretch, meeting) : between(stretch)) steps.push(step);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  const tail = former.steps.slice(i);
  if (anchors.length === 0 && tail.length === 0) steps.push(...openingOf(former, later));
  const ends = endsOf(former, later, tail, fresh(j));
  for (const step of ends.steps) steps.push(step);
  const { differenceVnd } = meeting;
  return {
    path: {
      ...ends,
      steps,
      stray: [...former.stray, ...later.stray],
      openingVnd: former.openingVnd,
      first: former.first,
    },
    differenceVnd: differenceVnd === undefined ? undefined : vnd(differenceVnd),
  };
}

/** The balance that a file behind the others begins with, where it does not follow from their last movement. */
function openingOf({ steps }: Path, { openingVnd, first, period }: Path): Step[] {
  if (openingVnd === undefined || openingVnd === steps.at(-1)?.balanceVnd) return [];
  return [openingStep(openingVnd, first, period.from)];
}

/** Steps up to a movement that stands in both, and this movement itself as each has it. */
interface Stretch {
  readonly former: readonly Step[];
  readonly later: readonly Step[];
  /** Those of the later that the former has nowhere. */
  readonly fresh: readonly Step[];
  readonly here: Step;
  readonly there: Step;
  /** Slots of the later's steps. */
  readonly shared: ReadonlySet<number>;
  readonly balanced: boolean;
}

/** The first stretch: the way from where the later begins. */
function opened(stretch: Stretch, { behindBreaks, differenceVnd }: Meeting): Step[] {
  if (behindBreaks) {
    const [first = stretch.here, ...others] = stretch.former;
    const own = stretch.former.length === 0;
    const seen = own
      ? { ...stretch, here: bareOf(first) }
      : { ...stretch, former: [bareOf(first), ...others] };
    const [next = first, ...rest] = between(seen);
    return [{ ...next, breaks: [...first.breaks, ...next.breaks] }, ...rest];
  }
  // From an opening that does not follow, only the later's own breaks lead to the common balance.
  if (differenceVnd !== undefined && differenceVnd !== 0) return asLater(stretch);
  return between(stretch);
}

function between(stretch: Stretch): Step[] {
  const { former, fresh, here, shared, balanced } = stretch;
  if (fresh.length === 0) return [...former, here];
  if (balanced && former.every(({ slot }) => shared.has(slot))) return asLater(stretch);
  const breaks = [...breaksOf(former), ...here.breaks];
  const openVnd = unlisted(breaks) - moved(fresh);
  if (openVnd === 0 || (balanced && here.balanceVnd !== undefined)) {
    return [...bare(former), ...bare(fresh), { ...here, breaks: remainder(openVnd, here) }];
  }
  // Without balances nothing says that the lines of one fill a break of the other.
  return [...former, ...bare(fresh), here];
}

/** The breaks as the later has them. */
const asLater = (stretch: Stretch): Step[] => [
  ...bare(stretch.former),
  ...bare(stretch.fresh),
  { ...stretch.here, breaks: laterBreaks(stretch) },
];

const laterBreaks = ({ later, there }: Stretch): FileBreak[] => [...breaksOf(later), ...there.breaks];

const bare = (steps: readonly Step[]): Step[] =>
  steps.map((step) => (step.breaks.length === 0 ? step : bareOf(step)));

const bareOf = (step: Step): Step => ({ ...step, breaks: [] });

/** What is left unlisted after the lines of both, told at the movement by which the balance shows it. */
function remainder(openVnd: number, { digest, row, date, balanceVnd }: Step): FileBreak[] {
  if (openVnd === 0 || balanceVnd === undefined) return [];
  const [expectedVnd, differenceVnd] = [vnd(balanceVnd - openVnd), vnd(openVnd)];
  return [{ digest, row, date, expectedVnd, actualVnd: balanceVnd, differenceVnd }];
}

/** Behind the last movement that stands in both: the path ends with the file that reaches further. */
function endsOf(
  former: Path,
  later: Path,
  formerTail: readonly Step[],
  laterTail: readonly Step[],
): Omit<Path, 'stray' | 'openingVnd' | 'first'> {
  const sameDay = former.period.to === later.period.to;
  const goesOn = sameDay ? isBehind(laterTail, formerTail) : later.period.to > former.period.to;
  const [lead, leadTail, side, sideTail] = goesOn
    ? [later, laterTail, former, formerTail]
    : [former, formerTail, later, laterTail];
  const steps = [...sideTail, ...without(leadTail, sumOf(sideTail))];
  const followsVnd = former.endVnd === undefined ? undefined : vnd(former.endVnd + moved(laterTail));
  return {
    steps,
    period: {
      from: minText(former.period.from, later.period.from),
      to: maxText(former.period.to, later.period.to),
    },
    closingVnd: lead.closingVnd ?? (sameDay && leadTail.length === 0 ? side.closingVnd : undefined),
    endVnd: goesOn && !isBalanced(later) ? followsVnd : lead.endVnd,
    last: sameDay ? later.last : lead.last,
  };
}

/**
 * Of two files that end on one day: whether the later's last lines are the last of the day. They are, unless those of
 * the former stand behind a break that the later's fill: then the later stops short of them.
 */
function isBehind(laterTail: readonly Step[], formerTail: readonly Step[]): boolean {
  if (laterTail.length === 0 || formerTail.length === 0) return formerTail.length === 0;
  return filledBy(laterTail, sumOf(formerTail)) !== undefined || !filledBy(formerTail, sumOf(laterTail));
}

/** The steps without the break that lines of the other file fill exactly. */
function without(steps: readonly Step[], filledVnd: number): Step[] {
  const filled = filledBy(steps, filledVnd);
  if (filled === undefined) return [...steps];
  return steps.map((step) =>
    step.breaks.includes(filled) ? { ...step, breaks: step.breaks.filter((one) => one !== filled) } : step,
  );
}

const filledBy = (steps: readonly Step[], filledVnd: number): FileBreak | undefined =>
  filledVnd === 0 ? undefined : breaksOf(steps).find(({ differenceVnd }) => differenceVnd === filledVnd);

/** What a file's balance did over its last steps, listed or not. */
const sumOf = (steps: readonly Step[]): number => moved(steps) + unlisted(breaksOf(steps));
