import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Our program and all it imports as one module, by the options of the functions' bundles. Gives its path. */
export function bundleOurs(dir: string): string {
  const outfile = join(dir, 'ours.mjs');
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: [join('test', 'bench', 'reconcile', 'ours.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outfile;
}
