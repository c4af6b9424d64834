import type { IsoDate } from '../date.ts';
import { type Vnd, vnd } from '../money.ts';
import { type AccountFile, type BalanceBreak, type BankLine, movedBy } from './account-file.ts';
import { lineKey } from './line-slots.ts';
import { unlisted } from './path.ts';

/** A day as one file tells it. */
interface Telling {
  readonly file: number;
  /** The place of its first line in the file; the others stand behind it. */
  readonly at: number;
  readonly lines: readonly BankLine[];
  readonly breaks: readonly BalanceBreak[];
  /** Before its first line and after its last. */
  readonly openingVnd: Vnd;
  readonly closingVnd: Vnd;
}

/**
 * Sets the days that several files tell in one order. Some banks sort the lines of a day anew in every statement: then
 * the same line has another balance in each. That it is the same day the balances around it say: it begins with the
 * same balance, and with what one file has more it ends with the same. Parts of a day that follow each other begin with
 * different balances and stay as they are. Each telling of a day follows the one before that has fewer lines.
 */
export class DayOrders {
  /** By day and opening: the telling that a further one follows. */
  readonly #latest = new Map<string, Telling>();
  #files = 0;

  /** The first files, in one order. */
  addAll(files: readonly AccountFile[]): readonly AccountFile[] {
    const told = files.flatMap((file, i) => tellingsOf(file, this.#files + i));
    this.#files += files.length;
    const changed = [...Map.groupBy(told, keyOf).values()].flatMap((tellings) =>
      tellings
        .sort((a, b) => a.lines.length - b.lines.length || a.file - b.file)
        .flatMap((telling) => this.#follow(telling) ?? []),
    );
    const byFile = Map.groupBy(changed, ({ file }) => file);
    return files.map((file, i) => (byFile.get(i) ?? []).reduce(withDay, file));
  }

  /** A further file in the order of the others; undefined where these are to follow it, as it tells less of some day. */
  add(file: AccountFile): AccountFile | undefined {
    const told = tellingsOf(file, this.#files);
    const fewest = (telling: Telling) => this.#latest.get(keyOf(telling))?.lines.length ?? 0;
    if (told.some((telling) => telling.lines.length < fewest(telling))) return undefined;
    this.#files += 1;
    return told.flatMap((telling) => this.#follow(telling) ?? []).reduce(withDay, file);
  }

  /** The telling in the order of the one before, where it was in another. */
  #follow(telling: Telling): Telling | undefined {
    const key = keyOf(telling);
    const base = this.#latest.get(key);
    const other = base === undefined || holds(telling, base) ? undefined : inOrderOf(base, telling);
    this.#latest.set(key, other ?? telling);
    return other;
  }
}

/** The files with the days that several of them tell in one order. */
export const inOneOrder = (files: readonly AccountFile[]): readonly AccountFile[] =>
  new DayOrders().addAll(files);

const NONE: readonly BalanceBreak[] = [];

const keyOf = ({ lines, openingVnd }: Telling): string => `${lines[0]?.date} ${openingVnd}`;

/** The days of a file of which all lines stand together and print a balance. */
function tellingsOf(file: AccountFile, i: number): Telling[] {
  const found = new Map<IsoDate, Telling | undefined>();
  const { lines } = file;
  const breaks = Map.groupBy(file.breaks, ({ row }) => row);
  for (let at = 0, end = 0; at < lines.length; at = end) {
    const date = lines[at]?.date;
    while (end < lines.length && lines[end]?.date === date) end += 1;
    if (date === undefined) continue;
    const own = lines.slice(at, end);
    const openingVnd = at === 0 ? file.openingVnd : lines[at - 1]?.balanceVnd;
    const closingVnd = own.at(-1)?.balanceVnd;
    const whole = !found.has(date) && own.every(({ balanceVnd }) => balanceVnd !== undefined);
    const isTold = whole && openingVnd !== undefined && closingVnd !== undefined;
    const broken = breaks.size === 0 ? NONE : own.flatMap(({ row }) => breaks.get(row) ?? NONE);
    found.set(date, isTold ? { file: i, at, lines: own, breaks: broken, openingVnd, closingVnd } : undefined);
  }
  return [...found.values()].filter((telling) => telling !== undefined);
}

/** Whether every line of the base stands in the telling with its balance: mostly the telling begins with them. */
function holds({ lines }: Telling, base: Telling): boolean {
  if (base.lines.every((line, i) => isSame(line, lines[i]))) return true;
  const printed = Map.groupBy(lines, printKey);
  return [...Map.groupBy(base.lines, printKey)].every(
    ([key, own]) => own.length <= (printed.get(key)?.length ?? 0),
  );
}

const isSame = (a: BankLine, b: BankLine | undefined): boolean =>
  b !== undefined &&
  a.balanceVnd === b.balanceVnd &&
  a.creditVnd === b.creditVnd &&
  a.debitVnd === b.debitVnd &&
  a.reference === b.reference &&
  a.text === b.text;

const printKey = (line: BankLine): string => `${line.balanceVnd} ${lineKey(line)}`;

/** The telling as it would be had it sorted the base's lines as the base does; undefined where it is no such day. */
function inOrderOf(base: Telling, telling: Telling): Telling | undefined {
  const places = Map.groupBy(telling.lines.keys(), (i) => lineKey(telling.lines[i] as BankLine));
  for (const list of places.values()) list.reverse();
  const taken = base.lines.map((line) => places.get(lineKey(line))?.pop());
  if (taken.includes(undefined)) return undefined;
  const known = new Set(taken);
  const more = telling.lines.filter((_, i) => !known.has(i));
  const endVnd = more.reduce<number>((balance, line) => balance + movedBy(line), base.closingVnd);
  if (endVnd !== telling.closingVnd || unlisted(base.breaks) !== unlisted(telling.breaks)) return undefined;
  let balance: number = base.closingVnd;
  const first = base.lines.map(({ balanceVnd }, i): BankLine => {
    const line = telling.lines[taken[i] ?? -1];
    if (line === undefined) throw new Error('a line that was taken is not there');
    return { ...line, balanceVnd };
  });
  const rest = more.map((line): BankLine => {
    balance += movedBy(line);
    return { ...line, balanceVnd: vnd(balance) };
  });
  const rows = new Map(base.lines.map(({ row }, i) => [row, first[i]?.row]));
  const breaks = base.breaks.map((one) => ({ ...one, row: rows.get(one.row) ?? one.row }));
  return { ...telling, lines: [...first, ...rest], breaks };
}

function withDay(file: AccountFile, { at, lines, breaks }: Telling): AccountFile {
  const rows = new Set(lines.map(({ row }) => row));
  return {
    ...file,
    lines: file.lines.toSpliced(at, lines.length, ...lines),
    breaks: [...file.breaks.filter(({ row }) => !rows.has(row)), ...breaks],
  };
}
