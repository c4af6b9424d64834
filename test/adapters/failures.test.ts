import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Failure, LedgerTable } from '#adapters/ports.ts';
import { dynoxideBinary } from '#infra/local/engines/dynoxide.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { BOOK, collect, record, submissionContent, submissionSlot } from './samples.ts';

const ENGINES =
  dynoxideBinary() === undefined ? (['dynalite'] as const) : (['dynoxide', 'dynalite'] as const);

const failure = (messageId: string, reason = 'Error: object is gone', queue = 'ingest'): Failure => ({
  queue,
  messageId,
  reason,
});

describe.each(ENGINES)('the reasons of failures on %s', (tableEngine) => {
  let engines: TestEngines;
  let ledger: LedgerTable;

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine });
  });
  beforeEach(async () => {
    ({ ledger } = await engines.table());
  });
  afterAll(() => engines.stop());

  const kept = async (): Promise<Failure[]> =>
    (await collect(ledger.failures())).toSorted((a, b) =>
      `${a.queue} ${a.messageId}`.localeCompare(`${b.queue} ${b.messageId}`),
    );

  it('are none at first', async () => {
    expect(await kept()).toEqual([]);
  });

  it('come back as noted, Vietnamese and line breaks included', async () => {
    const noted = failure('a', 'TypeError: tệp “thu.csv” hỏng\n\tở dòng 7');
    await ledger.noteFailure(noted);
    expect(await kept()).toEqual([noted]);
  });

  it('are one per message: the last time it was tried', async () => {
    await ledger.noteFailure(failure('a', 'first'));
    await ledger.noteFailure(failure('a', 'second'));
    expect(await kept()).toEqual([failure('a', 'second')]);
  });

  it('tell messages of two queues apart', async () => {
    const both = [failure('a', 'x', 'ingest'), failure('a', 'y', 'publish')];
    for (const one of both) await ledger.noteFailure(one);
    expect(await kept()).toEqual(both);
  });

  it('are all listed, over several pages of a megabyte', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => failure(`${i}`.padStart(4, '0'), 'x'.repeat(1000)));
    await Promise.all(many.map((one) => ledger.noteFailure(one)));
    expect(await kept()).toEqual(many);
  });

  it('stay when what is derived is dropped, and are nobody’s record or slot', async () => {
    await ledger.claim(1, submissionContent('a'));
    await ledger.firstRecord(record('a'));
    await ledger.addToBook(BOOK, submissionSlot(1, 'a'));
    await ledger.noteFailure(failure('a'));
    await ledger.dropDerived();
    expect(await kept()).toEqual([failure('a')]);
    expect(await collect(ledger.records())).toEqual([record('a')]);
    expect((await collect(ledger.slotsAfter(0))).map((slot) => slot.seq)).toEqual([1]);
  });
});
