import { describe, expect, test } from 'vitest';
import { STAGES, type StageName } from '#infra/config.ts';
import { statementsOf } from './grants.ts';
import { flat, type Resource, resourcesOf } from './synthesized.ts';

const buckets = resourcesOf('AWS::S3::Bucket');
const policies = Object.values(resourcesOf('AWS::S3::BucketPolicy'));
const names = Object.keys(buckets);

const statementsFor = (bucket: string) =>
  policies
    .filter(({ Properties }) => flat(Properties.Bucket) === `<${bucket}>`)
    .flatMap(({ Properties }) => statementsOf(Properties.PolicyDocument));

const property = (bucket: string, name: string): unknown => (buckets[bucket] as Resource).Properties[name];

test('there are four buckets', () => {
  expect(names.toSorted()).toEqual(['BooksAccessLogs', 'BooksInbox', 'BooksLedger', 'SiteBucket']);
});

describe.each(names)('%s', (bucket) => {
  test('is closed to the public in all four ways', () => {
    expect(property(bucket, 'PublicAccessBlockConfiguration')).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });

  test('has no access lists: only policies give rights', () => {
    expect(property(bucket, 'OwnershipControls')).toEqual({
      Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }],
    });
  });

  test('is encrypted at rest', () => {
    expect(property(bucket, 'BucketEncryption')).toEqual({
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    });
  });

  test('refuses anybody who comes without TLS', () => {
    expect(statementsFor(bucket)).toContainEqual({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: expect.any(Array),
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  test('refuses TLS older than 1.2', () => {
    expect(statementsFor(bucket)).toContainEqual({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: expect.any(Array),
      Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    });
  });

  test('stays when the stack is deleted or the bucket replaced', () => {
    expect(buckets[bucket]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test('drops uploads that were begun and never finished', () => {
    expect(property(bucket, 'LifecycleConfiguration')).toMatchObject({
      Rules: expect.arrayContaining([
        expect.objectContaining({
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          Status: 'Enabled',
        }),
      ]),
    });
  });
});

describe.each(['BooksInbox', 'BooksLedger', 'SiteBucket'])('%s', (bucket) => {
  test('keeps replaced versions', () => {
    expect(property(bucket, 'VersioningConfiguration')).toEqual({ Status: 'Enabled' });
  });

  test('records who asked for what', () => {
    const logging = property(bucket, 'LoggingConfiguration') as { DestinationBucketName: unknown };
    expect(flat(logging.DestinationBucketName)).toBe('<BooksAccessLogs>');
  });
});

describe('the inbox', () => {
  test.each(Object.keys(STAGES) as StageName[])('locks what was handed in: %s', (stage) => {
    const { lockDays, lockMode } = STAGES[stage].inbox;
    const inbox = resourcesOf('AWS::S3::Bucket', stage).BooksInbox as Resource;
    expect(inbox.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: lockMode.toUpperCase(), Days: lockDays } },
      },
    });
  });

  test('never expires a file, present or replaced', () => {
    const { Rules } = property('BooksInbox', 'LifecycleConfiguration') as { Rules: object[] };
    for (const rule of Rules) {
      expect(rule).not.toHaveProperty('ExpirationInDays');
      expect(rule).not.toHaveProperty('NoncurrentVersionExpiration');
    }
  });

  test('announces new objects on the event bus', () => {
    expect(property('BooksInbox', 'NotificationConfiguration')).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });
});

test('the present version of a ledger object never expires', () => {
  const { Rules } = property('BooksLedger', 'LifecycleConfiguration') as { Rules: object[] };
  for (const rule of Rules) expect(rule).not.toHaveProperty('ExpirationInDays');
});
