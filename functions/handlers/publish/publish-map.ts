import { compareText, maxText } from '#domain/order.ts';
import { breaksUntil, landing, mapDay, onMap } from '#domain/publish/map.ts';
import type { LooseChild, NationMap } from '#domain/publish/map-schema.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import { childOf, withChild } from '#domain/publish/tree.ts';
import type { Unit, UnitId, UnitRegistry } from '#domain/units/unit.ts';
import type { SiteTree } from './site-tree.ts';

/** The root's children as they are now. */
interface Reported {
  readonly centre: Child | undefined;
  readonly provinces: readonly Child[];
}

/** What is public now, as far as the map needs it. */
interface Former {
  readonly map: NationMap;
  /** The units are the ones that it was drawn of: no import came since. */
  readonly sameUnits: boolean;
}

export interface PublishedMap {
  readonly map: NationMap;
  /** Units with books or with money on the map, as far as they were looked at. */
  readonly places: readonly Unit[];
  /** Everything was looked at. */
  readonly whole: boolean;
}

/**
 * Draws the map anew where it changes: every province of the map that holds something of the provinces touched, out of
 * the books of all provinces, as reported, that lie in it. All of it where the map's day or the units changed.
 * @param touched identities of provinces as reported whose books changed
 */
export async function publishMap(
  { centre, provinces: reported }: Reported,
  touched: ReadonlySet<UnitId>,
  former: Former | undefined,
  registry: UnitRegistry,
  tree: SiteTree,
): Promise<PublishedMap> {
  const all = centre === undefined ? reported : [centre, ...reported];
  const since = mapDay(registry, all.map(({ updatedAt }) => updatedAt).reduce(maxText));
  const kept = former?.sameUnits === true && former.map.since === since ? former.map : undefined;
  const lies = landing(registry, since);
  const liesIn = ({ unit }: Child): readonly UnitId[] => [...(lies.get(unit.id) ?? [])];
  const changed = kept === undefined ? reported : reported.filter(({ unit }) => touched.has(unit.id));
  const redrawn = new Set(changed.flatMap(liesIn));
  const looked = reported.filter(
    (child) => changed.includes(child) || liesIn(child).some((id) => redrawn.has(id)),
  );
  const books = (await Promise.all(looked.map((child) => booksOf(child, tree)))).flat();
  const drawn = onMap(registry, since, books);

  const places = [...all, ...books].map(({ unit }) => registry.byId(unit.id) ?? unit);
  let provinces = kept?.provinces ?? [];
  for (const node of drawn.provinces) {
    // A province looked at may have communes in one that did not change; that one is not whole here.
    if (!redrawn.has(node.unit.id)) continue;
    const before = former?.map.provinces.find(({ unit }) => unit.id === node.unit.id)?.object;
    provinces = withChild(provinces, childOf(node, await tree.write(node, before)));
    places.push(node.unit, ...node.communes.map(({ unit }) => unit));
  }
  const others =
    kept?.undetermined.filter((loose) => !looked.some(({ unit }) => unit.id === reportedIn(loose))) ?? [];
  const undetermined = [...others, ...drawn.undetermined].sort(byUnit);
  const breaks = breaksUntil(registry, since);
  return {
    map: { since, breaks, provinces: [...provinces], undetermined },
    places,
    whole: kept === undefined,
  };
}

/** A province's books as its node lists them: its own and those of its communes. */
async function booksOf(province: Child, tree: SiteTree): Promise<readonly Child[]> {
  const { own, communes } = await tree.province(province);
  return own === undefined ? communes : [own, ...communes];
}

const reportedIn = ({ child: { unit } }: LooseChild): UnitId => unit.provinceId ?? unit.id;

const byUnit = (a: LooseChild, b: LooseChild): number => compareText(a.child.unit.id, b.child.unit.id);
