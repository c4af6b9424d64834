import { compareText } from '../order.ts';
import type { Board } from './board.ts';
import type { MatchDecision, SourceRef } from './match.ts';
import { locator } from './side.ts';

interface Placed {
  readonly decision: MatchDecision;
  readonly line: number;
  readonly entry: number;
}

/**
 * Does as people decided. Confirmed pairs that share a row make one match, whatever its sums. Of a pair that is both
 * confirmed and broken neither holds; a pair that is broken and yet tied together by other confirmed pairs stays
 * together, and the break is idle.
 *
 * Throws RangeError when two lines, or two entries, stand in one place.
 *
 * @returns the decisions without effect, in order of their action, line and entry
 */
export function decide(board: Board, decisions: readonly MatchDecision[]): MatchDecision[] {
  const idle: MatchDecision[] = [];
  const placed: Placed[] = [];
  const [findLine, findEntry] = [locator(board.lines.rows), locator(board.entries.rows)];
  for (const decision of decisions) {
    const [line, entry] = [findLine(decision.line), findEntry(decision.entry)];
    if (line === undefined || entry === undefined) idle.push(decision);
    else placed.push({ decision, line, entry });
  }
  const pairOf = ({ line, entry }: Placed): string => `${line} ${entry}`;
  const withAction = (action: MatchDecision['action']) =>
    placed.filter(({ decision }) => decision.action === action);
  const [confirms, breaks] = [withAction('CONFIRM'), withAction('BREAK')];
  const confirmed = new Set(confirms.map(pairOf));
  const broken = new Set(breaks.map(pairOf));
  const held = confirms.filter((one) => !broken.has(pairOf(one)));
  const groups = new Groups();
  for (const { line, entry } of held) groups.join(lineNode(line), entryNode(entry));
  for (const one of breaks) {
    const tied = groups.together(lineNode(one.line), entryNode(one.entry));
    if (confirmed.has(pairOf(one)) || tied) idle.push(one.decision);
    else board.forbid(one.line, one.entry);
  }
  for (const one of confirms) if (broken.has(pairOf(one))) idle.push(one.decision);
  for (const members of groups.all()) {
    const lines = members.filter((node) => node % 2 === 0).map((node) => node / 2);
    const entries = members.filter((node) => node % 2 === 1).map((node) => (node - 1) / 2);
    board.match(lines, entries, { level: 'CONFIRMED', confidence: 100, because: 'CONFIRMED_BY_PERSON' });
  }
  return idle.sort(byPlace);
}

/** Lines and entries as one set of numbers. */
const lineNode = (line: number): number => line * 2;
const entryNode = (entry: number): number => entry * 2 + 1;

const byRef = (a: SourceRef, b: SourceRef): number => compareText(a.digest, b.digest) || a.row - b.row;
const byPlace = (a: MatchDecision, b: MatchDecision): number =>
  compareText(a.action, b.action) || byRef(a.line, b.line) || byRef(a.entry, b.entry);

/** Which nodes hang together (union by path halving). */
class Groups {
  readonly #parents = new Map<number, number>();

  #root(node: number): number {
    let at = node;
    for (let up = this.#up(at); up !== at; up = this.#up(at)) {
      this.#parents.set(at, this.#up(up));
      at = this.#up(at);
    }
    return at;
  }

  #up(node: number): number {
    return this.#parents.get(node) ?? node;
  }

  join(a: number, b: number): void {
    const [from, to] = [this.#root(a), this.#root(b)];
    this.#parents.set(from, to);
    this.#parents.set(to, to);
  }

  together(a: number, b: number): boolean {
    return this.#parents.has(a) && this.#parents.has(b) && this.#root(a) === this.#root(b);
  }

  all(): number[][] {
    const groups = Map.groupBy([...this.#parents.keys()], (node) => this.#root(node));
    return [...groups.values()];
  }
}
