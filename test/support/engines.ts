/**
 * Embedded engines for one test file: started once in `beforeAll`, in memory, with clients of their own and
 * fresh names for every test. Takes about 0.1 s.
 */
import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeDynamo, makeS3, makeSqs } from '#adapters/clients.ts';
import { dynamoLedgerTable } from '#adapters/dynamo-ledger-table.ts';
import type { LedgerTable, ObjectStore, Outbox } from '#adapters/ports.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { sqsOutbox } from '#adapters/sqs-outbox.ts';
import { type EngineOptions, type Engines, startEngines } from '#infra/local/engines/engines.ts';

export interface TestQueue<Message> {
  readonly name: string;
  readonly url: string;
  readonly outbox: Outbox<Message>;
}

export interface TestEngines extends Engines {
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly dynamo: DynamoDBDocumentClient;
  bucket(): { readonly name: string; readonly store: ObjectStore };
  table(): Promise<{ readonly name: string; readonly ledger: LedgerTable }>;
  /** Those that an earlier run on the same data directory made. */
  storeOf(bucket: string): ObjectStore;
  ledgerOf(table: string): LedgerTable;
  /** A FIFO queue unless `fifo` is false; `maxReceiveCount` gives it a dead-letter queue, named `<name>-dlq`. */
  queue<Message>(options?: QueueOptions): TestQueue<Message>;
}

export interface QueueOptions {
  readonly fifo?: boolean;
  readonly maxReceiveCount?: number;
  readonly visibilityTimeoutSeconds?: number;
}

/**
 * Also sets this process' environment, so that handlers under test find the engines through their own clients.
 * End with `stop()` in `afterAll`.
 */
export async function startTestEngines(options: EngineOptions = {}): Promise<TestEngines> {
  const engines = await startEngines(options);
  Object.assign(process.env, engines.environment());
  const s3 = makeS3(engines.s3Endpoint);
  const sqs = makeSqs(engines.sqsEndpoint);
  const dynamo = makeDynamo(engines.dynamoEndpoint);
  let names = 0;
  const fresh = (kind: string): string => `${kind}-${++names}`;
  const storeOf = (bucket: string): ObjectStore => s3ObjectStore(s3, bucket);
  const ledgerOf = (table: string): LedgerTable => dynamoLedgerTable(dynamo, table);
  return {
    ...engines,
    s3,
    sqs,
    dynamo,
    storeOf,
    ledgerOf,
    bucket() {
      const name = fresh('bucket');
      engines.fauxqs.createBucket(name);
      return { name, store: storeOf(name) };
    },
    async table() {
      const name = fresh('table');
      await createTable(dynamo, name);
      return { name, ledger: ledgerOf(name) };
    },
    queue: (queueOptions = {}) => createQueue(engines, sqs, fresh('queue'), queueOptions),
    async stop() {
      s3.destroy();
      sqs.destroy();
      dynamo.destroy();
      await engines.stop();
    },
  };
}

/** The table as the ledger wants it: string keys `pk` and `sk`, no index. Resolves when it can be used. */
export async function createTable(client: DynamoDBDocumentClient, name: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await setTimeout(2);
  }
}

function createQueue<Message>(
  engines: Engines,
  sqs: SQSClient,
  base: string,
  { fifo = true, maxReceiveCount, visibilityTimeoutSeconds }: QueueOptions,
): TestQueue<Message> {
  const suffix = fifo ? '.fifo' : '';
  const attributes: Record<string, string> = fifo ? { FifoQueue: 'true' } : {};
  const own = { ...attributes };
  if (visibilityTimeoutSeconds !== undefined) own.VisibilityTimeout = `${visibilityTimeoutSeconds}`;
  if (maxReceiveCount !== undefined) {
    const dlq = engines.fauxqs.createQueue(`${base}-dlq${suffix}`, { attributes });
    own.RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dlq.queueArn, maxReceiveCount });
  }
  const name = `${base}${suffix}`;
  engines.fauxqs.createQueue(name, { attributes: own });
  const url = engines.queueUrl(name);
  return { name, url, outbox: sqsOutbox(sqs, url) };
}
