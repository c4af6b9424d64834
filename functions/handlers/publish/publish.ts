import * as v from 'valibot';
import type { Book, BookNote, LedgerTable, ObjectStore } from '#adapters/ports.ts';
import type { BookPart } from '#domain/publish/across-schema.ts';
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
import { publishAcross } from './publish-across.ts';
import { type PublishedMap, publishMap } from './publish-map.ts';
import { regroup } from './regroup.ts';
import { SiteTree } from './site-tree.ts';
import { Top } from './top.ts';

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
      for (const [unit, own] of units) {
        const { child, parts } = await publishUnit(unit, own, top.centre, tree, settled);
        top.centre = child;
        top.parts = [...top.parts, ...parts];
      }
    } else {
      touched.add(province.id);
      await publishProvince(province, units, top, tree, settled);
    }
  }
  const former = root && { map: root.map, sameUnits: root.gazetteer === gazetteer };
  const drawn = await publishMap(top, touched, former, registry, tree);
  const index = await publishIndex(root, drawn, tree);
  const names = { index, gazetteer };
  const { says } = await publishAcross(undefined, root?.across, top.parts, registry, tree, top.keeps);
  const campaigns = await campaignsOf(deps.table);
  await tree.pointTo(nationNode(top.centre, top.provinces, drawn.map, names, says, campaigns));
  return tree.objectsWritten;
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
  top: Top,
  tree: SiteTree,
  deps: Settled,
): Promise<void> {
  const former = top.province(province.id);
  const present: Province | undefined = former && (await tree.province(former));
  const changed: BookPart[] = [];
  let own = present?.own;
  let communes: readonly Child[] = present?.communes ?? [];
  for (const [unit, books] of units) {
    const isOwn = unit.id === province.id;
    const before = isOwn ? own : communes.find((commune) => commune.unit.id === unit.id);
    const { child, parts } = await publishUnit(unit, books, before, tree, deps);
    if (isOwn) own = child;
    else communes = withChild(communes, child);
    changed.push(...parts);
  }
  const across = await publishAcross(province, present?.across, changed, deps.registry, tree);
  const node = provinceNode(province, deps.registry, own, communes, across.says);
  top.setProvince(childOf(node, await tree.write(node, former?.object)));
  top.setProvinceBooks(province, across);
}

async function publishUnit(
  unit: Unit,
  books: readonly Book[],
  former: Child | undefined,
  tree: SiteTree,
  { ledger, table, registry }: Settled,
): Promise<{ readonly child: Child; readonly parts: readonly BookPart[] }> {
  const parts: BookPart[] = [];
  const present: UnitNode | undefined = former && (await tree.unit(former));
  const statements = new Map(present?.statements.map((ref) => [ref.fund, ref]));
  for (const book of books) {
    const pointer = await table.statement(book);
    if (pointer === undefined) throw new Error(`book ${book.unitId}/${book.fund} has no account yet`);
    const account = await readJson(ledger, pointer.key, AccountSchema);
    const former = statements.get(book.fund)?.object;
    statements.set(book.fund, await publishAccount(account, former, tree, ledger));
    parts.push(account.part);
  }
  const node = unitNode(unit, registry, [...statements.values()]);
  return { child: childOf(node, await tree.write(node, former?.object)), parts };
}

/** The index of all units that have books or money on the map, as they are called now. */
async function publishIndex(root: Nation | undefined, { places, whole }: PublishedMap, tree: SiteTree) {
  const known = root !== undefined && !whole ? (await tree.index(root.index)).units : [];
  return tree.write(unitIndex([...known, ...places]), root?.index);
}
