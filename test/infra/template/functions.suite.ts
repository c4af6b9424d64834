import { describe, expect, test } from 'vitest';
import { STAGES } from '#infra/config.ts';
import { flat, type Resource, resourcesOf } from './synthesized.ts';

const functions = resourcesOf('AWS::Lambda::Function');
const logs = resourcesOf('AWS::Logs::LogGroup');
const roles = resourcesOf('AWS::IAM::Role');
const settings = STAGES.staging;

const WIRING = {
  Ingest: {
    INBOX_BUCKET: '<BooksInbox>',
    LEDGER_BUCKET: '<BooksLedger>',
    LEDGER_TABLE: '<BooksLedgerTable>',
    RECONCILE_QUEUE_URL: '<ReconcileQueue>',
    MAX_FILE_BYTES: String(512 * 1024 * 1024),
  },
  Reconcile: {
    LEDGER_BUCKET: '<BooksLedger>',
    LEDGER_TABLE: '<BooksLedgerTable>',
    PUBLISH_QUEUE_URL: '<PublishQueue>',
  },
  Publish: {
    LEDGER_BUCKET: '<BooksLedger>',
    LEDGER_TABLE: '<BooksLedgerTable>',
    SITE_BUCKET: '<SiteBucket>',
  },
};

test('there are three functions and no helper beside them', () => {
  expect(Object.keys(functions).toSorted()).toEqual([
    'IngestWorkerFunction',
    'PublishWorkerFunction',
    'ReconcileWorkerFunction',
  ]);
});

describe.each([
  ['Ingest', settings.ingest],
  ['Reconcile', settings.reconcile],
  ['Publish', settings.publish],
] as const)('%s', (stage, worker) => {
  const { Properties: properties } = functions[`${stage}WorkerFunction`] as Resource;

  test('runs on Node 24, on ARM, from its bundle', () => {
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
  });

  test('has the memory and time of its settings', () => {
    expect(properties).toMatchObject({ MemorySize: worker.memoryMb, Timeout: worker.timeoutSeconds });
  });

  test('knows its neighbours, and no others', () => {
    const { Variables } = properties.Environment as { Variables: Record<string, unknown> };
    expect(Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, flat(value)]))).toEqual(
      {
        ...WIRING[stage],
        NODE_OPTIONS: '--enable-source-maps --max-semi-space-size=8',
        POWERTOOLS_SERVICE_NAME: stage.toLowerCase(),
        POWERTOOLS_METRICS_NAMESPACE: 'SoCongKhai',
      },
    );
  });

  test('is traced, and writes structured logs that end', () => {
    expect(properties.TracingConfig).toEqual({ Mode: 'Active' });
    const { LogFormat, LogGroup } = properties.LoggingConfig as { LogFormat: string; LogGroup: unknown };
    expect(LogFormat).toBe('JSON');
    expect(flat(LogGroup)).toBe(`<${stage}WorkerLog>`);
    expect(logs[`${stage}WorkerLog`]?.Properties.RetentionInDays).toBe(settings.retention.functionLogDays);
  });

  test('has a role of its own, without ready-made policies', () => {
    expect(flat(properties.Role)).toBe(`<${stage}WorkerRole.Arn>`);
    expect(roles[`${stage}WorkerRole`]?.Properties).not.toHaveProperty('ManagedPolicyArns');
  });
});
