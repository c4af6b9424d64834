import { dayBefore, type IsoDate } from '../date.ts';
import { addDays, daysOf } from '../days.ts';
import { type Vnd, vnd } from '../money.ts';
import type { Sha256 } from '../sha256.ts';
import type { AccountFile } from './account-file.ts';
import { type Joint, join } from './join.ts';
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

/** Files of the same first day whose order the balances may tell; beyond so many the order of receipt stands. */
const MAX_TRIED = 10;

/** Joins files of one account, in their order, to one path. Undefined where there are none. */
export function walk(files: readonly SlottedFile[]): { path: Path; gaps: Gap[] } | undefined {
  const once = new Set<number>();
  const shared = new Set<number>();
  for (const { slots } of files) for (const slot of slots) (once.has(slot) ? shared : once).add(slot);
  const isShared = (slot: number) => shared.has(slot);
  const [first, ...open] = files.map(({ file, slots }) => pathOf(file, slots, isShared));
  if (first === undefined) return undefined;
  let path = first;
  const gaps: Gap[] = [];
  while (open.length > 0) {
    const { at, next, joint } = nextOf(path, open);
    const gap = gapOf(path, next, joint);
    if (gap !== undefined) gaps.push(gap);
    path = joint.path;
    open.splice(at, 1);
  }
  return { path, gaps };
}

interface Next {
  readonly at: number;
  readonly next: Path;
  readonly joint: Joint;
}

/** The next file; of several of the same first day the first one that goes on from the balance reached. */
function nextOf(path: Path, open: readonly Path[]): Next {
  let first: Next | undefined;
  for (const [at, next] of open.slice(0, MAX_TRIED).entries()) {
    if (first !== undefined && next.period.from !== first.next.period.from) break;
    const tried = { at, next, joint: join(path, next) };
    if (!tried.joint.differenceVnd) return tried;
    first ??= tried;
  }
  if (first === undefined) throw new Error('no file is left');
  return first;
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
