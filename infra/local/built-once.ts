import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A process that runs may still read what was built for it; older than that nobody does. */
const KEPT = 3;

/**
 * A directory named by what it was built from: built when it is missing, found when it is there. It appears
 * whole or not at all, also when two processes build it at once or one is killed on the way.
 */
export async function builtOnce(
  parent: string,
  hash: string,
  build: (dir: string) => Promise<void>,
): Promise<{ readonly dir: string; readonly built: boolean }> {
  const dir = join(parent, hash);
  if (existsSync(dir)) return { dir, built: false };
  mkdirSync(parent, { recursive: true });
  const draft = join(parent, `.draft-${process.pid}-${hash}`);
  rmSync(draft, { recursive: true, force: true });
  try {
    await build(draft);
    if (!existsSync(dir)) renameSync(draft, dir);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  dropOlder(parent);
  return { dir, built: true };
}

function dropOlder(parent: string): void {
  const dirs = readdirSync(parent)
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({ path: join(parent, name), at: statSync(join(parent, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of dirs.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
