/**
 * The services of the cloud on one machine: S3 and SQS (fauxqs), DynamoDB (dynoxide or dynalite). They listen
 * on loopback only. What they can and cannot do is written down in docs/adr/0002-embedded-engines.md.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FauxqsServer } from 'fauxqs';
import { lockDataDir } from './lock.ts';
import { startObjectsAndQueues } from './objects-and-queues.ts';
import { startTables, type TableEngine } from './tables.ts';

export interface EngineOptions {
  /** Where everything is kept across restarts. Absent: in memory, gone with stop(). */
  readonly dataDir?: string;
  /** Absent: dynoxide where its binary exists, dynalite elsewhere. A data directory stays with its first engine. */
  readonly tableEngine?: TableEngine;
  /** Lets `fauxqs.spy` watch messages; costs memory, so tests only. */
  readonly messageSpies?: boolean;
}

export interface Engines {
  readonly s3Endpoint: string;
  readonly sqsEndpoint: string;
  readonly dynamoEndpoint: string;
  readonly tableEngine: TableEngine;
  /** For creating buckets and queues without a client, and for looking into queues. */
  readonly fauxqs: FauxqsServer;
  /** The address of a queue by which any client reaches it; fauxqs' own addresses use host names that need not resolve. */
  queueUrl(name: string): string;
  /** Environment for processes whose SDK clients are to use these engines: endpoints, region, made-up credentials. */
  environment(): Record<string, string>;
  /** Ends everything, cleanly and once; calling it again waits for the same end. */
  stop(): Promise<void>;
}

/** Any account and any key will do: the engines check neither. Set so that no real credentials are ever used. */
const LOCAL_IDENTITY = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EC2_METADATA_DISABLED: 'true',
} as const;
const ACCOUNT = '000000000000';

/**
 * Starts the engines on free loopback ports. Throws DataDirInUse when another process runs engines on the same
 * data directory: two would overwrite each other's state.
 */
export async function startEngines(options: EngineOptions = {}): Promise<Engines> {
  const { dataDir } = options;
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const lock = dataDir === undefined ? undefined : lockDataDir(dataDir);
  const ends: (() => Promise<void>)[] = [];
  try {
    const fauxqs = await startObjectsAndQueues({
      ...(dataDir !== undefined && {
        dataDir: join(dataDir, 'queues'),
        s3StorageDir: join(dataDir, 'objects'),
      }),
      messageSpies: options.messageSpies ?? false,
    });
    ends.push(() => fauxqs.stop());
    const tables = await startTables(options.tableEngine, dataDir);
    ends.push(() => tables.stop());
    const endpoint = `http://127.0.0.1:${fauxqs.port}`;
    const endpoints = { s3Endpoint: endpoint, sqsEndpoint: endpoint, dynamoEndpoint: tables.endpoint };
    lock?.announce(endpoints);
    let stopped: Promise<void> | undefined;
    return {
      ...endpoints,
      tableEngine: tables.engine,
      fauxqs,
      queueUrl: (name) => `${endpoint}/${ACCOUNT}/${name}`,
      environment: () => ({
        ...LOCAL_IDENTITY,
        AWS_ENDPOINT_URL_S3: endpoints.s3Endpoint,
        AWS_ENDPOINT_URL_SQS: endpoints.sqsEndpoint,
        AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoEndpoint,
      }),
      stop: () => {
        stopped ??= endAll(ends).finally(() => lock?.release());
        return stopped;
      },
    };
  } catch (error) {
    await endAll(ends);
    lock?.release();
    throw error;
  }
}

/** Each end is tried even when another fails; the first failure is then thrown. */
async function endAll(ends: readonly (() => Promise<void>)[]): Promise<void> {
  const results = await Promise.allSettled(ends.map((end) => end()));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
