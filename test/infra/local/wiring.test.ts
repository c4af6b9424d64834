import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { matches } from '#infra/local/event-pattern.ts';
import { type Lookup, resolve } from '#infra/local/intrinsics.ts';
import { describeNotRun } from '#infra/local/not-run.ts';
import { objectCreated } from '#infra/local/object-events.ts';
import { queuesInFlowOrder } from '#infra/local/queue-state.ts';
import { readAssembly } from '#infra/local/template.ts';
import { readWiring, type Wiring } from '#infra/local/wiring.ts';
import { SMALL_TEMPLATE, writeSmallAssembly } from '#test/support/small-assembly.ts';

const dir = mkdtempSync(join(tmpdir(), 'wiring-'));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const queueUrl = (name: string): string => `http://127.0.0.1:1/000000000000/${name}`;

function wiringOf(template = SMALL_TEMPLATE): Wiring {
  writeSmallAssembly(dir, '', template);
  return readWiring(readAssembly(dir), queueUrl);
}

describe('reading the wiring out of a template', () => {
  it('names buckets, tables and queues for this machine, dead letters first', () => {
    const { buckets, tables, queues } = wiringOf();
    expect(buckets).toEqual(['books-inbox']);
    expect(tables.map(({ name }) => name)).toEqual(['books-ledger-table']);
    expect(queues.map(({ name }) => name)).toEqual(['ingest-dead-letters', 'ingest-queue']);
    expect(JSON.parse(queues[1]?.attributes.RedrivePolicy ?? '')).toEqual({
      deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:ingest-dead-letters',
      maxReceiveCount: 2,
    });
  });

  it('gives a function its code, its limits and its environment in the names of this machine', () => {
    const [wired] = wiringOf().functions;
    expect(wired).toMatchObject({
      name: 'ingest-function',
      handler: 'index.handler',
      memoryMb: 256,
      timeoutSeconds: 2,
    });
    expect(wired?.bundleDir).toBe(join(dir, 'asset.one'));
    expect(wired?.environment).toMatchObject({ INBOX_BUCKET: 'books-inbox', PLACE: 'arn:aws:us-east-1' });
  });

  it('leads events to queues and queues to functions', () => {
    const { rules, sources } = wiringOf();
    expect(rules.map(({ queue }) => queue)).toEqual(['ingest-queue']);
    expect(sources).toEqual([{ queue: 'ingest-queue', function: 'ingest-function', batchSize: 5 }]);
    const pattern = rules[0]?.pattern ?? {};
    expect(matches(pattern, objectCreated('books-inbox', 'uploads/24/x'))).toBe(true);
    expect(matches(pattern, objectCreated('books-inbox', 'other/24/x'))).toBe(false);
    expect(matches(pattern, objectCreated('another', 'uploads/24/x'))).toBe(false);
  });

  it('names every type that it does not run, one nobody thought of included', () => {
    const { notRun } = wiringOf();
    expect([...notRun.keys()]).toEqual(['AWS::CloudFront::Distribution', 'AWS::Quantum::Teleporter']);
    expect(describeNotRun(notRun)).toEqual([
      'không chạy tại máy: AWS::CloudFront::Distribution (thay bằng máy chủ cục bộ)',
      'không chạy tại máy: AWS::Quantum::Teleporter (chưa có gì thay thế)',
    ]);
  });

  it('tells apart two resources whose readable names are the same', () => {
    const twin = { ...SMALL_TEMPLATE, BooksInboxFFFFFFFF: { Type: 'AWS::S3::Bucket', Properties: {} } };
    expect(wiringOf(twin).buckets).toEqual(['booksinbox5cf4cb4c', 'booksinboxffffffff']);
  });

  it('refuses a function that is given what nothing here stands for', () => {
    const Properties = {
      ...SMALL_TEMPLATE.IngestFunctionDEADBEEF?.Properties,
      Environment: { Variables: { CDN: { 'Fn::GetAtt': ['SiteCdn12345678', 'DomainName'] } } },
    };
    const template = {
      ...SMALL_TEMPLATE,
      IngestFunctionDEADBEEF: { Type: 'AWS::Lambda::Function', Properties },
    };
    expect(() => wiringOf(template)).toThrow('SiteCdn12345678.DomainName');
  });

  it('orders queues by the flow, whatever the order in the template', () => {
    const fn = (name: string, next?: string) => ({
      name,
      bundleDir: '',
      handler: '',
      environment: next === undefined ? {} : { NEXT_QUEUE_URL: queueUrl(next) },
      memoryMb: 1,
      timeoutSeconds: 1,
    });
    const sources = ['c', 'a', 'b'].map((name) => ({ queue: `q-${name}`, function: name, batchSize: 1 }));
    const functions = [fn('c'), fn('a', 'q-b'), fn('b', 'q-c')];
    expect(queuesInFlowOrder({ ...wiringOf(), sources, functions })).toEqual(['q-a', 'q-b', 'q-c']);
  });
});

describe('functions of the template language', () => {
  const lookup: Lookup = {
    ref: (id) => ({ Bucket: 'my-bucket' })[id],
    attribute: (id, name) => (id === 'Queue' && name === 'Arn' ? 'arn:queue' : undefined),
  };

  it.each([
    [{ Ref: 'Bucket' }, 'my-bucket'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'arn:queue'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'Bucket' }]] }, 'a/my-bucket'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template language writes its names so.
    [{ 'Fn::Sub': '${Bucket}:${Queue.Arn}:${!kept}' }, 'my-bucket:arn:queue:${kept}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template language writes its names so.
    [{ 'Fn::Sub': ['${own}', { own: { Ref: 'Bucket' } }] }, 'my-bucket'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] }, 'queue'],
    [{ deep: [{ Ref: 'Bucket' }, 0, false] }, { deep: ['my-bucket', 0, false] }],
  ])('works out %j', (value, expected) => {
    expect(resolve(value, lookup)).toEqual(expected);
  });

  it('refuses what it cannot work out instead of guessing', () => {
    expect(() => resolve({ 'Fn::ImportValue': 'x' }, lookup)).toThrow('Fn::ImportValue');
    expect(() => resolve({ Ref: 'Nothing' }, lookup)).toThrow('Ref Nothing');
    expect(() => matches({ key: [{ 'anything-but': 'x' }] }, { key: 'y' })).toThrow('anything-but');
  });
});
