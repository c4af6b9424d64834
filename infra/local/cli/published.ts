import type { ObjectStore } from '#adapters/ports.ts';
import type { Submission } from '#domain/submission.ts';
import type { Unit } from '#domain/units/unit.ts';
import { SiteTree } from '#handlers/publish/site-tree.ts';

/** Whether a reader who starts at the pointer comes to this file. */
export async function isPublished(
  site: ObjectStore,
  unit: Unit,
  { digest, declaration: { kind, fund } }: Submission,
): Promise<boolean> {
  const tree = new SiteTree(site);
  const nation = await tree.root();
  if (nation === undefined) return false;
  const provinceId = unit.level === 'TINH' ? unit.id : unit.provinceId;
  const part = nation.provinces.find((child) => child.unit.id === provinceId);
  const province = part && (await tree.province(part));
  const own = unit.level === 'TW' ? nation.centre : province?.own;
  const child =
    own?.unit.id === unit.id ? own : province?.communes.find((commune) => commune.unit.id === unit.id);
  const statements = child === undefined ? [] : (await tree.unit(child)).statements;
  const statement = statements.find((ref) => ref.fund === fund);
  if (statement === undefined) return false;
  const { submissions } = await tree.statement(statement.object);
  return submissions.some((line) => line.digest === digest && line.kind === kind);
}
