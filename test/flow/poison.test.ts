import { randomUUID } from 'node:crypto';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from '#adapters/ports.ts';
import type { SqsHandler } from '#handlers/shell/queue-function.ts';
import { declare } from '#test/domain/validate/support.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { upload } from '#test/support/pipeline.ts';
import { GOOD_FILE } from './bad-inputs.ts';

let engines: TestEngines;
let stores: { inbox: ReturnType<TestEngines['bucket']>; site: ReturnType<TestEngines['bucket']> };
let table: Awaited<ReturnType<TestEngines['table']>>;
/** Loaded once the environment stands: their loggers look at it at once, they themselves only with a message. */
let handlers: Record<'ingest' | 'reconcile' | 'publish', SqsHandler>;

beforeAll(async () => {
  engines = await startTestEngines({ tableEngine: 'dynalite' });
  stores = { inbox: engines.bucket(), site: engines.bucket() };
  table = await engines.table();
  Object.assign(process.env, {
    INBOX_BUCKET: stores.inbox.name,
    LEDGER_BUCKET: engines.bucket().name,
    SITE_BUCKET: stores.site.name,
    LEDGER_TABLE: table.name,
    RECONCILE_QUEUE_URL: engines.queue().url,
    PUBLISH_QUEUE_URL: engines.queue().url,
    MAX_FILE_BYTES: '1000000',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_METRICS_NAMESPACE: 'test',
  });
  handlers = {
    ingest: (await import('#handlers/ingest/index.ts')).handler,
    reconcile: (await import('#handlers/reconcile/index.ts')).handler,
    publish: (await import('#handlers/publish/index.ts')).handler,
  };
});
afterAll(() => engines.stop());

const CONTEXT = {
  awsRequestId: 'request',
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:test',
  memoryLimitInMB: '512',
  getRemainingTimeInMillis: () => 30_000,
} as unknown as Context;

/** A batch as the queue of that name hands it over: message ids m0, m1, … */
const batch = (queue: string, bodies: readonly string[], group?: string): SQSEvent => ({
  Records: bodies.map(
    (body, i): SQSRecord => ({
      messageId: `m${i}`,
      receiptHandle: randomUUID(),
      body,
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: 'test',
        ApproximateFirstReceiveTimestamp: '0',
        ...(group === undefined ? {} : { MessageGroupId: group, SequenceNumber: `${i}` }),
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queue}`,
      awsRegion: 'us-east-1',
    }),
  ),
});

const created = (key: string) =>
  JSON.stringify({
    'detail-type': 'Object Created',
    time: '2025-01-15T02:00:00Z',
    detail: { bucket: { name: 'inbox' }, object: { key } },
  });

async function reasons(queue: string): Promise<Map<string, string>> {
  const kept: Failure[] = [];
  for await (const failure of table.ledger.failures()) if (failure.queue === queue) kept.push(failure);
  return new Map(kept.map(({ messageId, reason }) => [messageId, reason]));
}

const failed = ({ batchItemFailures }: { batchItemFailures: { itemIdentifier: string }[] }) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort();

describe('a message that cannot be handled', () => {
  it('goes back alone, with its reason kept; the good ones of its batch are done', async () => {
    const { key } = await upload({ inbox: stores.inbox.store }, GOOD_FILE, declare());
    const bodies = ['not JSON', created(key), created('uploads/gone'), '{"detail-type": "Object Deleted"}'];
    expect(failed(await handlers.ingest(batch('ingest', bodies), CONTEXT))).toEqual(['m0', 'm2', 'm3']);
    expect(await table.ledger.head()).toBe(1);
    const kept = await reasons('ingest');
    expect([...kept.keys()].sort()).toEqual(['m0', 'm2', 'm3']);
    expect(kept.get('m2')).toContain('uploads/gone');
    for (const reason of kept.values()) expect(reason).toMatch(/^\w*Error: ./);
  });

  it('goes back alone even when the whole batch fails', async () => {
    expect(failed(await handlers.ingest(batch('ingest-2', ['', '[]']), CONTEXT))).toEqual(['m0', 'm1']);
  });

  it.each(['reconcile', 'publish'] as const)(
    'of a FIFO queue holds back what comes after it: %s',
    async (name) => {
      const handler = handlers[name];
      const note = JSON.stringify({ book: { unitId: '49', fund: 'QVNN' } });
      const lost = JSON.stringify({ book: { unitId: '00', fund: 'QVNN' } });
      expect(failed(await handler(batch(`${name}.fifo`, [note, lost, note], 'g'), CONTEXT))).toEqual([
        'm1',
        'm2',
      ]);
      const kept = await reasons(`${name}.fifo`);
      expect(kept.get('m1')).toContain('unit 00 is not in the registry');
      expect(failed(await handler(batch(`${name}-2.fifo`, ['x', note], 'g'), CONTEXT))).toEqual(['m0', 'm1']);
      expect(failed(await handler(batch(`${name}-3.fifo`, [note, note], 'g'), CONTEXT))).toEqual([]);
    },
  );

  it('leaves what was published whole', async () => {
    expect(await stores.site.store.readText('data/latest.json')).toContain('"position":1');
  });
});
