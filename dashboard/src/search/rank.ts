/** Which of the places found come first. */
import type { CommuneKind } from '#domain/codes.ts';
import { type Meetings, matchAt } from './meetings.ts';
import type { Entry } from './place-index.ts';
import { isAccented, isWhole } from './words.ts';

/** What was typed, as it is compared with each place. */
export interface Sought {
  readonly meets: readonly Meetings[];
  readonly accents: boolean;
  readonly kind: CommuneKind | undefined;
}

/**
 * Accented before folded; then the whole name, its words in any order, its beginning, some words of it, none; then the
 * kind that was typed before another. Who types no accents means none by it: then they only decide between equals.
 * Lower is better.
 */
export function rankOf(entry: Entry, { meets, accents, kind }: Sought): number {
  const accented = meets.every((meet) => isAccented(bestIn(entry.name, meet) || bestIn(entry.all, meet)));
  const [spelling, close] = [accented ? 0 : 1, closeness(entry.name, meets)];
  const otherKind = kind !== undefined && entry.kind !== kind;
  return (accents ? spelling * 5 + close : close * 2 + spelling) * 2 + (otherKind ? 1 : 0);
}

const bestIn = (words: readonly number[], meet: Meetings): number =>
  words.reduce((best, word) => Math.max(best, matchAt(meet, word)), 0);

function closeness(name: readonly number[], meets: readonly Meetings[]): number {
  const whole = (meet: Meetings | undefined, word: number) =>
    meet !== undefined && isWhole(matchAt(meet, word));
  if (meets.some((_, from) => name.every((word, place) => whole(meets[from + place], word)))) return 0;
  if (name.every((word) => meets.some((meet) => whole(meet, word)))) return 1;
  if (meets.some((_, from) => begins(name, meets, from))) return 2;
  return meets.some((meet) => bestIn(name, meet) > 0) ? 3 : 4;
}

/** Whether the typed words from one on are the beginning of the name: its first words, the last perhaps only begun. */
function begins(name: readonly number[], meets: readonly Meetings[], from: number): boolean {
  const typed = meets.slice(from, from + name.length);
  return typed.every((meet, place) => matchAt(meet, name[place] ?? -1) > 0);
}
