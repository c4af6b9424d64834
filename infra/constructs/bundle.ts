import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HANDLERS = join(ROOT, 'functions', 'handlers');

/**
 * One handler and all it imports as a single ES module, `index.mjs`, with its source map. Made in this process
 * by the esbuild of the lockfile: no container, no network. Named by the hash of what comes out.
 */
export const handlerCode = (handler: string): Code =>
  Code.fromAsset(HANDLERS, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Tells one handler's bundle from another's in the tool's own cache.
      command: [handler],
      // Never pulled: the local bundler below always does the work or throws.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (outputDir) => {
          writeBundle(handler, outputDir);
          return true;
        },
      },
    },
  });

function writeBundle(handler: string, outputDir: string): void {
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: { index: join('functions', 'handlers', handler, 'index.ts') },
    // Never written: it only fixes the paths in the source map, which must not depend on where this runs.
    outdir: join(ROOT, 'dist', handler),
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    // Some dependencies are CommonJS and ask for Node's own modules by require.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  mkdirSync(outputDir, { recursive: true });
  for (const file of outputFiles) writeFileSync(join(outputDir, basename(file.path)), file.contents);
}
