import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { drain, makePipeline, type Pipeline, recordOf, runIngest, upload } from '#test/support/pipeline.ts';
import { sampleFiles } from '#test/support/sample-books.ts';

const files = sampleFiles();

describe('the sample books through the whole pipeline', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  const keys: string[] = [];

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    for (const { bytes, declaration } of files) {
      const event = await upload(pipeline, bytes, declaration);
      keys.push(event.key);
      await runIngest(pipeline, event);
    }
    await drain(engines, pipeline);
  });
  afterAll(() => engines.stop());

  it.each(
    files.map(
      (file, i) => [`${file.book.file} as ${file.book.kind} at ${file.book.receivedAt}`, i, file] as const,
    ),
  )('%s ends as its author intended', async (_name, index, { book, declaration }) => {
    const record = await recordOf(pipeline, keys[index] ?? '');
    const steps = record?.history.filter(({ at }) => at === declaration.receivedAt).map(({ state }) => state);
    const entered = book.expect.state === 'SUPERSEDED' ? 'ACCEPTED' : book.expect.state;
    expect(steps).toEqual(['RECEIVED', entered]);
    if (book.expect.state === 'DUPLICATE') return;
    expect([...new Set(record?.findings.map(({ rule }) => rule))].sort()).toEqual(
      [...book.expect.rules].sort(),
    );
    if (book.expect.state === 'REJECTED') return;
    const slot = await pipeline.table.slot(record?.seq ?? 0);
    if (slot?.type !== 'submission') throw new Error('not entered');
    const { rows, acceptedVnd, quarantinedVnd } = slot.submission;
    expect({ rows: rows.total, ...rows, acceptedVnd, quarantinedVnd }).toMatchObject({
      accepted: book.expect.accepted,
      quarantined: book.expect.quarantined,
      ignored: book.expect.ignored,
      acceptedVnd: book.expect.acceptedVnd,
      quarantinedVnd: book.expect.quarantinedVnd,
    });
    expect(rows.total).toBe(book.expect.rows);
  });
});
