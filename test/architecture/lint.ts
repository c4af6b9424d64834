import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
/** All that the lint settings are made of. */
const SETTINGS = ['.biome.json', '.gitignore', 'test/architecture/repeatable.grit'];

/** A file that might be written, by its path in the repository. */
export interface Example {
  readonly path: string;
  readonly text: string;
}

const ReportSchema = v.object({
  diagnostics: v.array(v.object({ category: v.string(), location: v.object({ path: v.string() }) })),
});

/** Rules that examples break under the repository's own settings, by path; an example without fault is absent. */
export function lint(examples: readonly Example[]): ReadonlyMap<string, ReadonlySet<string>> {
  const dir = mkdtempSync(join(tmpdir(), 'architecture-'));
  try {
    for (const file of SETTINGS) cpSync(join(ROOT, file), join(dir, file));
    for (const { path, text } of examples) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    const args = [BIOME, 'lint', '--reporter=json', '--max-diagnostics=none'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8' });
    if (!stdout.startsWith('{')) throw new Error(`biome did not report: ${stdout}${stderr}`);
    const { diagnostics } = v.parse(ReportSchema, JSON.parse(stdout));
    const broken = new Map<string, Set<string>>();
    for (const { category, location } of diagnostics) {
      broken.set(location.path, (broken.get(location.path) ?? new Set()).add(category));
    }
    return broken;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
