import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { ObjectStore } from '#adapters/ports.ts';
import { CHECK, METHOD } from '#dashboard/src/routes.ts';
import { POINTER_KEY } from '#domain/publish/schema.ts';
import { readSnapshot } from './snapshot-walk.ts';

/** What was written: objects of the snapshot, addresses of pages, files in all. */
export interface StaticSite {
  readonly objects: number;
  readonly pages: number;
  readonly files: number;
}

/** The directory holds something else than a site of ours. */
export class ForeignDirectory extends Error {}

/** There is no snapshot yet. */
export class NothingPublished extends Error {}

/**
 * Writes a complete site for a host that knows nothing of routes: the dashboard, every object that can be
 * reached from the pointer, and the dashboard's page once for every address. Same snapshot, same bytes. The
 * pointer comes last and what no longer belongs goes after it, so a host may serve the directory meanwhile.
 */
export async function writeStaticSite(
  site: ObjectStore,
  buildDir: string,
  out: string,
  options: { readonly force: boolean },
): Promise<StaticSite> {
  const pointer = await site.readText(POINTER_KEY);
  if (pointer === undefined) throw new NothingPublished();
  const ours = isEmptyOrOurs(out);
  if (!ours && !options.force) throw new ForeignDirectory(out);
  const written = new Set<string>();
  const write = (path: string, text: string | Uint8Array): void => {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written.add(path);
  };

  let objects = 0;
  const addresses = new Set<string>();
  for await (const { key, text, addresses: shown } of readSnapshot(site, pointer)) {
    write(key, text);
    objects += 1;
    for (const address of shown) addresses.add(address);
  }
  for (const address of bareAddresses(addresses)) addresses.add(address);
  const shell = copyBuild(buildDir, out, written);
  for (const address of [METHOD, CHECK, ...addresses]) write(`${address.slice(1)}/index.html`, shell);
  write('404.html', shell);
  write(POINTER_KEY, pointer);
  // What somebody else put there is theirs, also when we were told to write over it.
  if (ours) dropOthers(out, written);
  return { objects, pages: addresses.size + 3, files: written.size };
}

/** A directory that is missing, empty, or a site written by an earlier run. */
const isEmptyOrOurs = (out: string): boolean =>
  !existsSync(out) ||
  readdirSync(out).length === 0 ||
  (existsSync(join(out, POINTER_KEY)) && existsSync(join(out, 'index.html')));

/** Copies the dashboard's build; returns its one page. */
function copyBuild(buildDir: string, out: string, written: Set<string>): Uint8Array {
  cpSync(buildDir, out, { recursive: true });
  for (const path of filesIn(buildDir)) written.add(path);
  return readFileSync(join(buildDir, 'index.html'));
}

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));

function dropOthers(out: string, written: ReadonlySet<string>): void {
  for (const path of filesIn(out)) if (!written.has(path)) rmSync(join(out, path));
  const directories = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  // Deepest first, so that a directory emptied by this goes too.
  for (const { parentPath, name } of directories.reverse()) {
    const dir = join(parentPath, name);
    if (readdirSync(dir).length === 0) rmdirSync(dir);
  }
}

/** People write a bare code also for a unit that has ended ("/xa/20356"); the page then says which it shows. */
export const bareAddresses = (addresses: ReadonlySet<string>): string[] =>
  [...addresses]
    .map((address) => address.replace(/~\d{4}-\d{2}-\d{2}/, ''))
    .filter((address) => !addresses.has(address));
