import { hashText } from '#adapters/sha256.ts';
import { acrossOf } from '#domain/publish/across.ts';
import type { BookPart } from '#domain/publish/across-schema.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import type { Province } from '#domain/publish/schema.ts';
import { childOf, provinceNode } from '#domain/publish/tree.ts';
import type { Unit, UnitId, UnitRegistry } from '#domain/units/unit.ts';
import { writeAcross } from './publish-across.ts';
import type { SiteTree } from './site-tree.ts';
import type { Top } from './top.ts';

/** After a change of units a commune may belong to another province: each is put where the registry has it now. */
export async function regroup(top: Top, tree: SiteTree, registry: UnitRegistry): Promise<void> {
  const nodes = await Promise.all(top.provinces.map((child) => tree.province(child)));
  const belongs = ({ unit }: { readonly unit: Unit }): UnitId | undefined => {
    const known = registry.byId(unit.id) ?? unit;
    return known.level === 'TINH' ? known.id : known.provinceId;
  };
  const strays = nodes.flatMap(({ unit, communes }) =>
    communes.filter((child) => belongs(child) !== unit.id),
  );
  if (strays.length === 0) return;
  const parts = (await Promise.all(nodes.map((node) => partsOf(node, tree)))).flat();
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
    const own = parts.filter((part) => belongs(part) === id);
    const across = await writeAcross(acrossOf(unit, own, registry, hashText), node?.across, tree);
    top.setProvinceBooks(unit, across);
    if (communes.length === 0 && node?.own === undefined) continue;
    const regrouped = provinceNode(unit, registry, node?.own, communes, across.says);
    provinces.push(childOf(regrouped, await tree.write(regrouped)));
  }
  top.provinces = provinces;
}

const partsOf = async ({ across }: Province, tree: SiteTree): Promise<readonly BookPart[]> =>
  across === undefined ? [] : (await tree.across(across)).books;
