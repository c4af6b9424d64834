import { dayBefore, type IsoDate } from '../date.ts';
import { addDays, daysOf } from '../days.ts';
import { type Vnd, vnd } from '../money.ts';
import type { Sha256 } from '../sha256.ts';
import type { AccountFile } from './account-file.ts';
import { type Joint, join } from './join.ts';
import type { IsShared } from './meeting.ts';
import { type Path, pathOf } from './path.ts';

/** Days without a statement between two files, or a jump of the balance from one file to the next. */
export interface Gap {
  /** The missing days. Of a jump without missing days both are the first day of the later file. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** 0 of a jump without missing days. */
  readonly days: number;
  readonly before: Sha256;
  readonly after: Sha256;
  /** Opening of the later − balance of the earlier there: what the missing days hid. Absent without balances. */
  readonly differenceVnd?: Vnd;
  /** Of a jump: the balance with which the later file begins. */
  readonly openingVnd?: Vnd;
}

/** A file with the slots of its lines. */
export interface SlottedFile {
  readonly file: AccountFile;
  readonly slots: readonly number[];
}

/** The way through all files of an account. */
export interface Walked {
  readonly path: Path;
  readonly gaps: readonly Gap[];
}

/** Files of the same first day whose order the balances may tell; beyond so many the order of receipt stands. */
const MAX_TRIED = 10;

/** Joins files of one account, in their order, to one path: as far as no further file can change, once and for all. */
export class Walk {
  readonly #isShared: IsShared;
  #path: Path | undefined;
  readonly #gaps: Gap[] = [];
  readonly #open: Path[] = [];

  constructor(isShared: IsShared) {
    this.#isShared = isShared;
  }

  add({ file, slots }: SlottedFile): void {
    const own = pathOf(file, slots);
    if (this.#path === undefined) this.#path = own;
    else this.#open.push(own);
  }

  /** Through the files so far. Undefined where there are none. */
  walked(): Walked | undefined {
    if (this.#path === undefined) return undefined;
    this.#path = joinOpen(this.#path, this.#open, this.#gaps, this.#isShared, ({ isSettled }) => isSettled);
    const gaps = [...this.#gaps];
    return { path: joinOpen(this.#path, [...this.#open], gaps, this.#isShared, () => true), gaps };
  }
}

/** Joins as many of the open files as may be, takes them out of these, and notes the gaps before them. */
function joinOpen(
  first: Path,
  open: Path[],
  gaps: Gap[],
  isShared: IsShared,
  mayJoin: (next: Next) => boolean,
): Path {
  let path = first;
  while (open.length > 0) {
    const next = nextOf(path, open, isShared);
    if (!mayJoin(next)) break;
    const gap = gapOf(path, next.next, next.joint);
    if (gap !== undefined) gaps.push(gap);
    path = next.joint.path;
    open.splice(next.at, 1);
  }
  return path;
}

interface Next {
  readonly at: number;
  readonly next: Path;
  readonly joint: Joint;
  /** Whether it stays the next one whatever files come behind these. */
  readonly isSettled: boolean;
}

/** The next file; of several of the same first day the first one that goes on from the balance reached. */
function nextOf(path: Path, open: readonly Path[], isShared: IsShared): Next {
  let first: Omit<Next, 'isSettled'> | undefined;
  let isSettled = open.length >= MAX_TRIED;
  for (const [at, next] of open.slice(0, MAX_TRIED).entries()) {
    if (first !== undefined && next.period.from !== first.next.period.from) {
      isSettled = true;
      break;
    }
    const tried = { at, next, joint: join(path, next, isShared) };
    if (!tried.joint.differenceVnd) return { ...tried, isSettled: true };
    first ??= tried;
  }
  if (first === undefined) throw new Error('no file is left');
  return { ...first, isSettled };
}

function gapOf(former: Path, later: Path, { differenceVnd }: Joint): Gap | undefined {
  const [from, to] = [addDays(former.period.to, 1), dayBefore(later.period.from)];
  const days = daysOf({ from, to });
  if (days === 0 && !differenceVnd) return undefined;
  const between = { before: former.last, after: later.first };
  const hidden = differenceVnd === undefined ? {} : { differenceVnd: vnd(differenceVnd) };
  if (days > 0) return { from, to, days, ...between, ...hidden };
  const opening = later.openingVnd === undefined ? {} : { openingVnd: later.openingVnd };
  return { from: later.period.from, to: later.period.from, days, ...between, ...hidden, ...opening };
}
