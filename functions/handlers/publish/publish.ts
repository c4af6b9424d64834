import * as v from 'valibot';
import type { Book, BookNote, LedgerTable, ObjectStore } from '#adapters/ports.ts';
import { gazetteerOf } from '#domain/publish/gazetteer.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import type { Nation, Province, UnitNode } from '#domain/publish/schema.ts';
import { childOf, nationNode, provinceNode, unitIndex, unitNode, withChild } from '#domain/publish/tree.ts';
import { AccountSchema } from '#domain/reconcile/account.ts';
import type { Unit, UnitId, UnitRegistry } from '#domain/units/unit.ts';
import { campaignsOf } from '../campaigns-in-force.ts';
import type { Counts } from '../shell/queue-function.ts';
import { readJson } from '../shell/read-json.ts';
import type { UnitsInForce } from '../units-in-force.ts';
import { publishAccount } from './publish-account.ts';
import { type PublishedMap, publishMap } from './publish-map.ts';
import { SiteTree } from './site-tree.ts';

export interface PublishDeps {
  readonly ledger: ObjectStore;
  readonly site: ObjectStore;
  readonly table: LedgerTable;
  readonly units: UnitsInForce;
}

/** With the registry that one publication goes by. */
type Settled = PublishDeps & { readonly registry: UnitRegistry };

export async function publishNote({ book }: BookNote, deps: PublishDeps): Promise<Counts> {
  const root = await new SiteTree(deps.site).root();
  if (root === 'outdated') return renew(deps);
  return { objects: await publishBooks(book === undefined ? [] : [book], deps, root) };
}

/**
 * What an earlier release made public stays as it is until every book has an account of this release; then all of it
 * is published anew. So readers never see a part of the nation as the whole.
 */
async function renew(deps: PublishDeps): Promise<Counts> {
  const books: Book[] = [];
  let waiting = 0;
  for await (const { unitId, fund, key } of deps.table.statements()) {
    const text = await deps.ledger.readText(key);
    const present = text !== undefined && v.safeParse(AccountSchema, JSON.parse(text)).success;
    if (present) books.push({ unitId, fund });
    else waiting += 1;
  }
  return waiting > 0 ? { waiting } : { objects: await publishBooks(books, deps, undefined) };
}

/**
 * Publishes the present accounts of some books: their leaves, then each path up to the root once, then the
 * pointer. Objects on other paths are not touched. Started from nothing with all books it gives the same bytes.
 * Returns how many objects were written.
 * @param root what is public now; undefined to start from nothing
 */
export async function publishBooks(
  books: readonly Book[],
  deps: PublishDeps,
  root: Nation | undefined,
): Promise<number> {
  if (root === undefined && books.length === 0) return 0;
  const tree = new SiteTree(deps.site);
  const registry = await deps.units();
  const settled = { ...deps, registry };
  const top = new Top(root);
  const gazetteer = await tree.write(gazetteerOf(registry), root?.gazetteer);
  if (root !== undefined && root.gazetteer !== gazetteer) await regroup(top, tree, registry);
  const touched = new Set<UnitId>();
  for (const [province, units] of byProvince(books, registry)) {
    if (province === undefined) {
      for (const [unit, own] of units) top.centre = await publishUnit(unit, own, top.centre, tree, settled);
    } else {
      touched.add(province.id);
      top.setProvince(await publishProvince(province, units, top.province(province.id), tree, settled));
    }
  }
  const former = root && { map: root.map, sameUnits: root.gazetteer === gazetteer };
  const drawn = await publishMap(top, touched, former, registry, tree);
  const index = await publishIndex(root, drawn, tree);
  const names = { index, gazetteer };
  await tree.pointTo(nationNode(top.centre, top.provinces, drawn.map, names, await campaignsOf(deps.table)));
  return tree.objectsWritten;
}

/** The root's children while they change. */
class Top {
  centre: Child | undefined;
  provinces: readonly Child[];

  constructor(root: Nation | undefined) {
    this.centre = root?.centre;
    this.provinces = root?.provinces ?? [];
  }

  province = (id: UnitId): Child | undefined => this.provinces.find(({ unit }) => unit.id === id);

  setProvince(child: Child): void {
    this.provinces = withChild(this.provinces, child);
  }
}

/** After a change of units a commune may belong to another province: each is put where the registry has it now. */
async function regroup(top: Top, tree: SiteTree, registry: UnitRegistry): Promise<void> {
  const nodes = await Promise.all(top.provinces.map((child) => tree.province(child)));
  const belongs = ({ unit }: Child): UnitId | undefined => (registry.byId(unit.id) ?? unit).provinceId;
  const strays = nodes.flatMap(({ unit, communes }) =>
    communes.filter((child) => belongs(child) !== unit.id),
  );
  if (strays.length === 0) return;
  const ids = new Set([
    ...nodes.map(({ unit }) => unit.id),
    ...strays.flatMap((child) => belongs(child) ?? []),
  ]);
  const provinces: Child[] = [];
  for (const id of ids) {
    const node = nodes.find(({ unit }) => unit.id === id);
    const unit = registry.byId(id) ?? node?.unit;
    if (unit === undefined) throw new Error(`unit ${id} is not in the registry`);
    const staying = node?.communes.filter((child) => belongs(child) === id) ?? [];
    const communes = [...staying, ...strays.filter((child) => belongs(child) === id)];
    if (communes.length === 0 && node?.own === undefined) continue;
    const regrouped = provinceNode(unit, registry, node?.own, communes);
    provinces.push(childOf(regrouped, await tree.write(regrouped)));
  }
  top.provinces = provinces;
}

type Units = Map<Unit, Book[]>;

/** Books under their unit, units under their province; the centre under none. */
function byProvince(books: readonly Book[], registry: UnitRegistry): Map<Unit | undefined, Units> {
  const known = (id: UnitId): Unit => {
    const unit = registry.byId(id);
    if (unit === undefined) throw new Error(`unit ${id} is not in the registry`);
    return unit;
  };
  const groups = new Map<Unit | undefined, Units>();
  for (const book of books) {
    const unit = known(book.unitId);
    const province = unit.level === 'TW' ? undefined : unit.level === 'TINH' ? unit : provinceOf(unit, known);
    const units = groups.get(province) ?? new Map();
    groups.set(province, units.set(unit, [...(units.get(unit) ?? []), book]));
  }
  return groups;
}

function provinceOf(unit: Unit, known: (id: UnitId) => Unit): Unit {
  if (unit.provinceId === undefined) throw new Error(`unit ${unit.id} belongs to no province`);
  return known(unit.provinceId);
}

async function publishProvince(
  province: Unit,
  units: Units,
  former: Child | undefined,
  tree: SiteTree,
  deps: Settled,
): Promise<Child> {
  const present: Province | undefined = former && (await tree.province(former));
  let own = present?.own;
  let communes: readonly Child[] = present?.communes ?? [];
  for (const [unit, books] of units) {
    if (unit.id === province.id) {
      own = await publishUnit(unit, books, own, tree, deps);
    } else {
      const child = communes.find((commune) => commune.unit.id === unit.id);
      communes = withChild(communes, await publishUnit(unit, books, child, tree, deps));
    }
  }
  const node = provinceNode(province, deps.registry, own, communes);
  return childOf(node, await tree.write(node, former?.object));
}

async function publishUnit(
  unit: Unit,
  books: readonly Book[],
  former: Child | undefined,
  tree: SiteTree,
  { ledger, table, registry }: Settled,
): Promise<Child> {
  const present: UnitNode | undefined = former && (await tree.unit(former));
  const statements = new Map(present?.statements.map((ref) => [ref.fund, ref]));
  for (const book of books) {
    const pointer = await table.statement(book);
    if (pointer === undefined) throw new Error(`book ${book.unitId}/${book.fund} has no account yet`);
    const account = await readJson(ledger, pointer.key, AccountSchema);
    const former = statements.get(book.fund)?.object;
    statements.set(book.fund, await publishAccount(account, former, tree, ledger));
  }
  const node = unitNode(unit, registry, [...statements.values()]);
  return childOf(node, await tree.write(node, former?.object));
}

/** The index of all units that have books or money on the map, as they are called now. */
async function publishIndex(root: Nation | undefined, { places, whole }: PublishedMap, tree: SiteTree) {
  const known = root !== undefined && !whole ? (await tree.index(root.index)).units : [];
  return tree.write(unitIndex([...known, ...places]), root?.index);
}
