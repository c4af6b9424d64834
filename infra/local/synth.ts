import { join } from 'node:path';
import { builtOnce } from './built-once.ts';
import { contentHash } from './content-hash.ts';
import { CACHE_DIR, ROOT } from './paths.ts';
import { runTool } from './run-tool.ts';

/** What the template and the bundles are made of; `infra/local` reads them and is no part of them. */
const SOURCES = ['infra', 'functions', 'cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json'];
const LEFT_OUT = ['infra/local/'];

/** The synthesized application, made when its sources have changed. Throws with the tool's words when it fails. */
export const synthesize = (): Promise<{ readonly dir: string; readonly built: boolean }> =>
  builtOnce(join(CACHE_DIR, 'synth'), contentHash(ROOT, SOURCES, LEFT_OUT), (dir) =>
    runTool(['infra/bin/app.ts'], { CDK_OUTDIR: dir }),
  );
