import type { Book, BookNote, LedgerTable, ObjectStore } from '#adapters/ports.ts';
import type { Child, Nation, Province, UnitNode } from '#domain/publish/schema.ts';
import { childOf, nationNode, provinceNode, unitIndex, unitNode, withChild } from '#domain/publish/tree.ts';
import { AccountSchema } from '#domain/reconcile/account.ts';
import type { Unit, UnitId, UnitRegistry } from '#domain/units/unit.ts';
import { campaignsOf } from '../campaigns-in-force.ts';
import type { Counts } from '../shell/queue-function.ts';
import { readJson } from '../shell/read-json.ts';
import { publishAccount } from './publish-account.ts';
import { SiteTree } from './site-tree.ts';

export interface PublishDeps {
  readonly ledger: ObjectStore;
  readonly site: ObjectStore;
  readonly table: LedgerTable;
  readonly registry: UnitRegistry;
}

export async function publishNote({ book }: BookNote, deps: PublishDeps): Promise<Counts> {
  return { objects: await publishBooks(book === undefined ? [] : [book], deps, 'onto what is public') };
}

/**
 * Publishes the present accounts of some books: their leaves, then each path up to the root once, then the
 * pointer. Objects on other paths are not touched. Started `from nothing` with all books it gives the same
 * bytes. Returns how many objects were written.
 */
export async function publishBooks(
  books: readonly Book[],
  deps: PublishDeps,
  start: 'onto what is public' | 'from nothing',
): Promise<number> {
  const tree = new SiteTree(deps.site);
  const root = start === 'from nothing' ? undefined : await tree.root();
  const top = new Top(root);
  for (const [province, units] of byProvince(books, deps.registry)) {
    if (province === undefined) {
      for (const [unit, own] of units) top.centre = await publishUnit(unit, own, top.centre, tree, deps);
    } else {
      top.setProvince(await publishProvince(province, units, top.province(province.id), tree, deps));
    }
  }
  if (top.isEmpty) return 0;
  const index = await publishIndex(root, books, tree, deps.registry);
  await tree.pointTo(nationNode(top.centre, top.provinces, index, await campaignsOf(deps.table)));
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

  get isEmpty(): boolean {
    return this.centre === undefined && this.provinces.length === 0;
  }

  province = (id: UnitId): Child | undefined => this.provinces.find(({ unit }) => unit.id === id);

  setProvince(child: Child): void {
    this.provinces = withChild(this.provinces, child);
  }
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
  deps: PublishDeps,
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
  { ledger, table, registry }: PublishDeps,
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

/** The index of all units; read and written anew only to hold the units of these books. */
async function publishIndex(
  root: Nation | undefined,
  books: readonly Book[],
  tree: SiteTree,
  registry: UnitRegistry,
) {
  const known = root && (await tree.index(root.index));
  const touched = books.flatMap(({ unitId }) => {
    const unit = registry.byId(unitId);
    const province = unit?.provinceId === undefined ? undefined : registry.byId(unit.provinceId);
    return [unit, province].filter((found) => found !== undefined);
  });
  return tree.write(unitIndex([...(known?.units ?? []), ...touched]), root?.index);
}
