/**
 * The crash test: for every call that the pipeline makes on the world, the process dies just before it, the
 * message is delivered again, and in the end the public bytes are those of a run that was never disturbed.
 * (Dying after a call is dying before the next one: nothing changes in between.)
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookNote } from '#adapters/ports.ts';
import type { Upload } from '#handlers/ingest/event.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { Crash, faulty } from '#test/support/faults.ts';
import {
  each,
  makePipeline,
  type Pipeline,
  type Ports,
  runIngest,
  runPublish,
  runReconcile,
  upload,
} from '#test/support/pipeline.ts';
import { type SampleFile, sampleFiles } from '#test/support/sample-books.ts';

/** Every file is run as often as there are calls, so time grows with the square of their number. */
const MOST_FILES = 4;

/** Of a book with more files the first of each kind: further ones of a kind go the same way. */
function fewOf(files: readonly SampleFile[]): readonly SampleFile[] {
  if (files.length <= MOST_FILES) return files;
  return files.filter(({ book }, i) => files.findIndex((one) => one.book.kind === book.kind) === i);
}

/** Books meet only in the nodes above them, so each is run by itself: the number of runs is that of all calls. */
const books = Object.entries(Object.groupBy(sampleFiles(), ({ book }) => `${book.unit} ${book.fund}`)).map(
  ([name, files]) => [name, fewOf(files ?? [])] as const,
);

/** Kinds of the files that it goes through, in all books together. */
export const kindsMet = (): ReadonlySet<string> =>
  new Set(books.flatMap(([, files]) => files.map(({ book }) => book.kind)));

/** Two test files run side by side, each with every other book. */
export function dying(half: 0 | 1): void {
  describe('dying before any one call and trying again', () => {
    let engines: TestEngines;
    // Fresh engines for each book: they keep everything of all runs in memory.
    beforeEach(async () => {
      engines = await startTestEngines({ tableEngine: 'dynalite' });
    });
    afterEach(() => engines.stop());

    it.each(books.filter((_, at) => at % 2 === half))(
      'gives the same public bytes: %s',
      async (_name, files) => {
        const undisturbed = await run(engines, files);
        expect(undisturbed.calls).toBeGreaterThan(0);
        for (let call = 1; call <= undisturbed.calls; call += 1) {
          const disturbed = await run(engines, files, call);
          expect(disturbed.crashes, `call ${call} was reached`).toBe(1);
          expect(disturbed.pointer, `after dying before call ${call}`).toBe(undisturbed.pointer);
          expect(undisturbed.keys.filter((key) => !disturbed.keys.includes(key))).toEqual([]);
        }
      },
      600_000,
    );
  });
}

interface Run {
  readonly calls: number;
  readonly crashes: number;
  /** Names the root by its hash, and so every public byte below. */
  readonly pointer: string | undefined;
  readonly keys: readonly string[];
}

async function run(engines: TestEngines, files: readonly SampleFile[], dieBefore = 0): Promise<Run> {
  const pipeline = await makePipeline(engines);
  const events: Upload[] = [];
  for (const { bytes, declaration } of files) events.push(await upload(pipeline, bytes, declaration));
  const faults = faulty(pipeline);
  faults.dieBefore(dieBefore);
  let crashes = 0;
  /** At least once: a message whose handling died is delivered again. */
  const deliver = async (handle: () => Promise<unknown>): Promise<void> => {
    try {
      await handle();
    } catch (cause) {
      if (!(cause instanceof Crash)) throw cause;
      crashes += 1;
      await handle();
    }
  };
  for (const event of events) {
    await deliver(() => runIngest(pipeline, event, faults.ports));
    await drainDelivering(engines, pipeline, faults.ports, deliver);
  }
  const keys: string[] = [];
  for await (const key of pipeline.site.keys('')) keys.push(key);
  return { calls: faults.calls, crashes, pointer: await pipeline.site.readText('data/latest.json'), keys };
}

async function drainDelivering(
  engines: TestEngines,
  pipeline: Pipeline,
  ports: Ports,
  deliver: (handle: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const reconcile = (note: BookNote) => deliver(() => runReconcile(pipeline, note, ports));
  const publish = (note: BookNote) => deliver(() => runPublish(pipeline, note, ports));
  while (
    (await each(engines, pipeline.reconcileQueue, reconcile)) +
      (await each(engines, pipeline.publishQueue, publish)) >
    0
  );
}
