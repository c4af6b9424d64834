import type { ObjectStore } from '#adapters/ports.ts';
import type { Statement } from '#domain/publish/schema.ts';
import type { Submission } from '#domain/submission.ts';
import type { Unit } from '#domain/units/unit.ts';
import { SiteTree } from '#handlers/publish/site-tree.ts';

/** The statement by which a reader who starts at the pointer comes to this file; undefined when none does. */
export async function publishedStatement(
  site: ObjectStore,
  unit: Unit,
  { digest, declaration: { kind, fund } }: Submission,
): Promise<Statement | undefined> {
  const tree = new SiteTree(site);
  const nation = await tree.root();
  if (nation === undefined || nation === 'outdated') return undefined;
  const provinceId = unit.level === 'TINH' ? unit.id : unit.provinceId;
  const part = nation.provinces.find((child) => child.unit.id === provinceId);
  const province = part && (await tree.province(part));
  const own = unit.level === 'TW' ? nation.centre : province?.own;
  const child =
    own?.unit.id === unit.id ? own : province?.communes.find((commune) => commune.unit.id === unit.id);
  const statements = child === undefined ? [] : (await tree.unit(child)).statements;
  const ref = statements.find((one) => one.fund === fund);
  const statement = ref && (await tree.statement(ref.object));
  return statement?.submissions.some((line) => line.digest === digest && line.kind === kind)
    ? statement
    : undefined;
}
