import { describe, expect, test } from 'vitest';
import { STAGES } from '#infra/config.ts';
import { statementsOf } from './grants.ts';
import { flat, many, type Resource, resourcesOf } from './synthesized.ts';

const queues = resourcesOf('AWS::SQS::Queue');
const policies = Object.values(resourcesOf('AWS::SQS::QueuePolicy'));
const sources = Object.values(resourcesOf('AWS::Lambda::EventSourceMapping'));
const settings = STAGES.staging;

const property = (queue: string, name: string): unknown => (queues[queue] as Resource).Properties[name];
const statementsFor = (queue: string) =>
  policies
    .filter(({ Properties }) => many(Properties.Queues).some((ref) => flat(ref) === `<${queue}>`))
    .flatMap(({ Properties }) => statementsOf(Properties.PolicyDocument));

test('each of the three stages has a queue and a queue for its failures; so has the rule', () => {
  expect(Object.keys(queues).toSorted()).toEqual([
    'IngestDeadLetters',
    'IngestQueue',
    'IntakeUndelivered',
    'PublishDeadLetters',
    'PublishQueue',
    'ReconcileDeadLetters',
    'ReconcileQueue',
  ]);
});

describe.each(Object.keys(queues))('%s', (queue) => {
  test('is encrypted at rest', () => {
    expect(property(queue, 'SqsManagedSseEnabled')).toBe(true);
  });

  test('refuses anybody who comes without TLS', () => {
    expect(statementsFor(queue)).toContainEqual({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 'sqs:*',
      Resource: expect.anything(),
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });
});

describe.each([
  ['Ingest', settings.ingest, false],
  ['Reconcile', settings.reconcile, true],
  ['Publish', settings.publish, true],
] as const)('%s', (stage, worker, fifo) => {
  const source = sources.find(({ Properties }) => flat(Properties.EventSourceArn) === `<${stage}Queue.Arn>`);

  test('sets a message aside for a person after so many deliveries', () => {
    const { deadLetterTargetArn, maxReceiveCount } = property(`${stage}Queue`, 'RedrivePolicy') as Record<
      string,
      unknown
    >;
    expect(flat(deadLetterTargetArn)).toBe(`<${stage}DeadLetters.Arn>`);
    expect(maxReceiveCount).toBe(worker.maxReceiveCount);
    expect(maxReceiveCount).toBeGreaterThan(1);
  });

  test('keeps a failure for a person at least as long as the message itself could wait', () => {
    const failures = Number(property(`${stage}DeadLetters`, 'MessageRetentionPeriod'));
    expect(failures).toBe(settings.retention.deadLetterDays * 86_400);
    expect(failures).toBeGreaterThan(Number(property(`${stage}Queue`, 'MessageRetentionPeriod')));
  });

  test('hides a message longer than its worker may take', () => {
    expect(property(`${stage}Queue`, 'VisibilityTimeout')).toBeGreaterThan(worker.timeoutSeconds);
  });

  test(`is ${fifo ? 'first in, first out within a group' : 'a standard queue'}`, () => {
    const properties = {
      FifoQueue: true,
      ContentBasedDeduplication: false,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    };
    for (const queue of [`${stage}Queue`, `${stage}DeadLetters`]) {
      if (fifo) expect(queues[queue]?.Properties).toMatchObject(properties);
      else
        for (const name of Object.keys(properties))
          expect(queues[queue]?.Properties).not.toHaveProperty(name);
    }
  });

  test('feeds its own function, in batches that may fail in part', () => {
    expect(source?.Properties).toMatchObject({
      BatchSize: worker.batchSize,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: worker.maxConcurrency },
    });
    expect(flat(source?.Properties.FunctionName)).toBe(`<${stage}WorkerFunction>`);
  });
});

describe('a file handed in', () => {
  const [rule] = Object.values(resourcesOf('AWS::Events::Rule'));

  test('is an object created under uploads/ of the inbox', () => {
    expect(rule?.Properties.EventPattern).toEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: {
        bucket: { name: [{ Ref: expect.stringMatching(/^BooksInbox/) }] },
        object: { key: [{ prefix: 'uploads/' }] },
      },
    });
    expect(rule?.Properties.State).toBe('ENABLED');
  });

  test('goes to the ingest queue unchanged, or aside', () => {
    const targets = rule?.Properties.Targets as Record<string, unknown>[];
    expect(targets).toHaveLength(1);
    const [{ Arn, DeadLetterConfig, ...rest } = {}] = targets;
    expect(flat(Arn)).toBe('<IngestQueue.Arn>');
    expect(flat((DeadLetterConfig as { Arn: unknown }).Arn)).toBe('<IntakeUndelivered.Arn>');
    expect(rest).toEqual({ Id: expect.any(String) });
  });

  test.each(['IngestQueue', 'IntakeUndelivered'])('may be put by this one rule into %s', (queue) => {
    const allowed = statementsFor(queue).filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.length).toBeGreaterThan(0);
    for (const statement of allowed)
      expect(statement).toMatchObject({
        Principal: { Service: 'events.amazonaws.com' },
        Condition: {
          ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [expect.stringMatching(/^IntakeUploads/), 'Arn'] } },
        },
      });
  });
});
