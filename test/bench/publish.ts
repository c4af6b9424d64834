import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book, ObjectStore } from '#adapters/ports.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { publishBooks } from '#handlers/publish/publish.ts';
import { SiteTree } from '#handlers/publish/site-tree.ts';
import { mapLimited } from '#handlers/shell/limit.ts';
import { writeCommuneBooks, writeLargeBook } from '#infra/local/sample-books/scale.ts';
import { startTestEngines } from '#test/support/engines.ts';
import {
  makePipeline,
  type Pipeline,
  runIngest,
  runPublish,
  runReconcile,
  upload,
} from '#test/support/pipeline.ts';
import { type Bench, inTempDir, timed } from './bench.ts';
import { declarationOf } from './declared.ts';
import { mebibytes, seconds, table, whole } from './table.ts';

const ROWS_EACH = 12;
const FILES_UNDER_WAY = 4;

/** A store that counts what is written to it. */
class Counted {
  objects = 0;
  bytes = 0;
  readonly store: ObjectStore;

  constructor(store: ObjectStore) {
    this.store = {
      ...store,
      writeText: (key, text, options) => {
        this.objects += 1;
        this.bytes += Buffer.byteLength(text);
        return store.writeText(key, text, options);
      },
    };
  }
}

/** Takes one file from the inbox to its book's account. */
async function enter(pipeline: Pipeline, unit: string, file: string, receivedAt?: string): Promise<Book> {
  const declaration = declarationOf(unit, receivedAt);
  await runIngest(pipeline, await upload(pipeline, readFileSync(file), declaration));
  const unitId = shippedRegistry().at(declaration.unit, declaration.period.to)?.id;
  if (unitId === undefined) throw new Error(`no unit has the code ${unit}`);
  const book = { unitId, fund: declaration.fund };
  await runReconcile(pipeline, { book });
  return book;
}

/** The first of so many communes hands in a corrected file: what does making that public cost? */
async function correct(pipeline: Pipeline, dir: string, unit: string, communes: number) {
  const file = join(dir, 'corrected.csv');
  writeLargeBook(ROWS_EACH, file, `corrected among ${communes}`);
  const book = await enter(pipeline, unit, file, `2026-02-0${String(communes).length}T02:00:00Z`);
  const counted = new Counted(pipeline.site);
  const { ms } = await timed(() => runPublish(pipeline, { book }, { ...pipeline, site: counted.store }));
  return { objects: counted.objects, bytes: counted.bytes, ms };
}

async function run(quick: boolean): Promise<void> {
  const sizes = quick ? [34, 340] : [34, 340, 3321];
  const engines = await startTestEngines();
  try {
    const lines = await inTempDir(async (dir) => {
      const pipeline = await makePipeline(engines);
      const deps = { ...pipeline, units: async () => shippedRegistry() };
      const made = writeCommuneBooks(dir, ROWS_EACH, sizes.at(-1));
      const measured: string[][] = [];
      for (const [i, size] of sizes.entries()) {
        const more = made.slice(sizes[i - 1] ?? 0, size);
        const books = await mapLimited(more, FILES_UNDER_WAY, ({ unit, file }) =>
          enter(pipeline, unit, join(dir, file)),
        );
        const counted = new Counted(pipeline.site);
        const root = await new SiteTree(pipeline.site).root();
        if (root === 'outdated') throw new Error('the snapshot is of another release');
        const all = await timed(() => publishBooks(books, { ...deps, site: counted.store }, root));
        const one = await correct(pipeline, dir, made[0]?.unit ?? '', size);
        measured.push([
          whole(size),
          whole(one.objects),
          whole(one.bytes),
          seconds(one.ms),
          whole(counted.objects),
          mebibytes(counted.bytes),
          seconds(all.ms),
        ]);
      }
      return measured;
    });
    const headings = ['communes', 'objects', 'bytes', 's', 'all new: objects', 'MiB', 's'];
    console.log(table(headings, lines));
  } finally {
    await engines.stop();
  }
}

export const publish: Bench = {
  name: 'publish',
  about: 'one commune corrects its file among 34, 340 and 3,321: what is written to the site',
  run,
};
