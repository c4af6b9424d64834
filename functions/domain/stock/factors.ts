import { compareText, inKeyOrder, minText } from '../order.ts';
import {
  OTHER_GOODS,
  OTHER_UNIT_OF_MEASURE,
  publicItem,
  publicUnitOfMeasure,
} from '../publish/public-text/label.ts';
import type { Milli } from '../quantity.ts';
import { accentedKey } from '../text.ts';
import { dividedBy, isSame, ONE, type Ratio, ratio, times } from './ratio.ts';
import type { FactorFault } from './stock-schema.ts';

/** A recorded factor: of this item, 1 of `from` is `factorMilli` thousandths of `to`. */
export interface Factor {
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly factorMilli: Milli;
  /** Where it is written. Free text of a person: it stays with the decision. */
  readonly basis?: string | undefined;
}

/** A factor with its keys and with labels that may be printed. */
interface Edge {
  readonly itemKey: string;
  readonly fromKey: string;
  readonly toKey: string;
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly factorMilli: Milli;
}

/** Units of measure of one item that recorded factors make comparable. */
export interface UnitGroup {
  readonly itemKey: string;
  readonly item: string;
  /** By key: the label, and what 1 of it is worth, measured by one of the group. */
  readonly units: ReadonlyMap<string, { readonly label: string; readonly worth: Ratio }>;
  readonly factors: readonly Pick<Factor, 'from' | 'to' | 'factorMilli'>[];
}

/** No goods come in more kinds of packages; each further one makes exact ratios longer. */
const MAX_UNITS = 50;

/**
 * The groups of units that factors make comparable, and why others are not followed: a factor that says nothing, and
 * all factors of a group in which they lead back to their beginning or contradict each other.
 */
export function unitGroups(factors: readonly Factor[]): { groups: UnitGroup[]; faults: FactorFault[] } {
  const groups: UnitGroup[] = [];
  const faults: FactorFault[] = [];
  const sound = new Map<string, Edge>();
  for (const edge of factors.map(edgeOf).sort(byKeys)) {
    const fault = faultOf(edge);
    if (fault === undefined) {
      const key = JSON.stringify([edge.itemKey, edge.fromKey, edge.toKey, edge.factorMilli]);
      if (!sound.has(key)) sound.set(key, edge);
    } else {
      faults.push({ item: edge.item, units: [edge.from, edge.to], fault });
    }
  }
  for (const edges of inKeyOrder(Map.groupBy(sound.values(), ({ itemKey }) => itemKey))) {
    for (const joined of joinedEdges(edges)) {
      const group = groupOf(joined);
      if (typeof group === 'object') groups.push(group);
      else faults.push({ item: joined[0].item, units: [...labelsOf(joined).values()], fault: group });
    }
  }
  return { groups, faults };
}

/** By what a factor finds its goods. */
export const itemKeyOf = ({ item }: Pick<Factor, 'item'>): string => accentedKey(publicItem(item));

function edgeOf(factor: Factor): Edge {
  const item = publicItem(factor.item);
  const from = publicUnitOfMeasure(factor.from);
  const to = publicUnitOfMeasure(factor.to);
  const keys = { itemKey: accentedKey(item), fromKey: accentedKey(from), toKey: accentedKey(to) };
  return { ...keys, item, from, to, factorMilli: factor.factorMilli };
}

const byKeys = (a: Edge, b: Edge): number =>
  compareText(a.itemKey, b.itemKey) ||
  compareText(a.fromKey, b.fromKey) ||
  compareText(a.toKey, b.toKey) ||
  a.factorMilli - b.factorMilli ||
  compareText(a.item, b.item) ||
  compareText(a.from, b.from) ||
  compareText(a.to, b.to);

/** Labels in whose place a text stood that is not shown: many kinds of goods, or of units, behind one word. */
const UNNAMED_ITEM = accentedKey(OTHER_GOODS);
const UNNAMED_UNIT = accentedKey(OTHER_UNIT_OF_MEASURE);

function faultOf({ itemKey, fromKey, toKey, factorMilli }: Edge): FactorFault['fault'] | undefined {
  if (itemKey === UNNAMED_ITEM || fromKey === UNNAMED_UNIT || toKey === UNNAMED_UNIT) return 'UNNAMED';
  if (fromKey === toKey) return 'SAME_UNIT';
  return factorMilli > 0 ? undefined : 'NOT_POSITIVE';
}

type Edges = readonly [Edge, ...Edge[]];

/** The factors of one item, those together that hang together. */
function joinedEdges(edges: readonly Edge[]): Edges[] {
  const groupOfUnit = new Map<string, string>();
  const find = (unit: string): string => {
    let at = unit;
    for (let up = groupOfUnit.get(at); up !== undefined; up = groupOfUnit.get(at)) {
      // Shortens the way for those who ask next: long chains stay quick.
      groupOfUnit.set(at, groupOfUnit.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { fromKey, toKey } of edges) {
    const [a, b] = [find(fromKey), find(toKey)];
    if (a !== b) groupOfUnit.set(a, b);
  }
  const joined = Map.groupBy(edges, ({ fromKey }) => find(fromKey));
  return [...joined.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

/** By key in order; of several ways of writing one unit, the first in order. */
function labelsOf(edges: Edges): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { fromKey, from, toKey, to } of edges) {
    labels.set(fromKey, minText(labels.get(fromKey) ?? from, from));
    labels.set(toKey, minText(labels.get(toKey) ?? to, to));
  }
  return new Map([...labels].sort(([a], [b]) => compareText(a, b)));
}

function groupOf(edges: Edges): UnitGroup | FactorFault['fault'] {
  const labels = labelsOf(edges);
  if (labels.size > MAX_UNITS) return 'TOO_MANY';
  if (leadsBack(edges)) return 'CYCLE';
  const worth = worthOf(edges);
  if (worth === undefined) return 'CONTRADICTION';
  const units = new Map([...labels].map(([key, label]) => [key, { label, worth: worth.get(key) ?? ONE }]));
  const factors = edges.map(({ from, to, factorMilli }) => ({ from, to, factorMilli }));
  return { itemKey: edges[0].itemKey, item: edges[0].item, units, factors };
}

/** Whether some unit turns into itself. Takes away units that turn into nothing more, until none is left. */
function leadsBack(edges: Edges): boolean {
  let left: readonly Edge[] = edges;
  for (;;) {
    const turning = new Set(left.map(({ fromKey }) => fromKey));
    const next = left.filter(({ toKey }) => turning.has(toKey));
    if (next.length === left.length) return left.length > 0;
    left = next;
  }
}

/** What each unit is worth, measured by the first; undefined where two ways lead to different answers. */
function worthOf(edges: Edges): ReadonlyMap<string, Ratio> | undefined {
  const worth = new Map<string, Ratio>([[edges[0].fromKey, ONE]]);
  for (let known = 0; known < worth.size; ) {
    known = worth.size;
    for (const { fromKey, toKey, factorMilli } of edges) {
      const factor = ratio(BigInt(factorMilli), 1000n);
      const [from, to] = [worth.get(fromKey), worth.get(toKey)];
      if (from !== undefined && to === undefined) worth.set(toKey, dividedBy(from, factor));
      else if (to !== undefined && from === undefined) worth.set(fromKey, times(to, factor));
      else if (from !== undefined && to !== undefined && !isSame(from, times(to, factor))) return undefined;
    }
  }
  return worth;
}
