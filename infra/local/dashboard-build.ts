import { join } from 'node:path';
import { builtOnce } from './built-once.ts';
import { contentHash } from './content-hash.ts';
import { CACHE_DIR, ROOT } from './paths.ts';
import { runTool } from './run-tool.ts';

const SOURCES = ['dashboard', 'functions/domain', 'package-lock.json', 'tsconfig.json'];

/** The dashboard's pages, built when their sources have changed. Throws with the tool's words when it fails. */
export const buildDashboard = (): Promise<{ readonly dir: string; readonly built: boolean }> =>
  builtOnce(join(CACHE_DIR, 'dashboard'), contentHash(ROOT, SOURCES), (dir) =>
    runTool(
      [
        'node_modules/vite/bin/vite.js',
        'build',
        '--config',
        'dashboard/vite.config.ts',
        '--outDir',
        dir,
        '--emptyOutDir',
        '--logLevel',
        'warn',
      ],
      // Whoever builds it, a test too, gets the same bytes: they are kept for the next.
      { NODE_ENV: 'production' },
    ),
  );
