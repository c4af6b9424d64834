import { describe, expect, test } from 'vitest';
import { allGrants, type Grant, partitionsIn } from './grants.ts';
import { resourcesOf } from './synthesized.ts';

const grants = allGrants();
const line = ({ action, resource, condition }: Grant): string => {
  const partitions = partitionsIn(condition);
  return `${action} ${resource}${partitions ? ` of ${partitions.join(', ')}` : ''}`;
};

/** What every function may do, to its log, its trace and its own queue. */
const common = (stage: string): readonly string[] => [
  `logs:CreateLogStream <${stage}WorkerLog.Arn>`,
  `logs:PutLogEvents <${stage}WorkerLog.Arn>`,
  'xray:PutTelemetryRecords *',
  'xray:PutTraceSegments *',
  ...['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
    (action) => `sqs:${action} <${stage}Queue.Arn>`,
  ),
];

const TABLE = '<BooksLedgerTable.Arn>';
const LEDGER = '<BooksLedger.Arn>';

const OWN_WORK = {
  Ingest: [
    's3:GetObject <BooksInbox.Arn>/uploads/*',
    's3:GetObjectVersion <BooksInbox.Arn>/uploads/*',
    `s3:PutObject ${LEDGER}/entries/*`,
    `s3:AbortMultipartUpload ${LEDGER}/entries/*`,
    `s3:PutObject ${LEDGER}/public/*`,
    `s3:GetObject ${LEDGER}/public/units/*`,
    `dynamodb:GetItem ${TABLE} of slot, record, campaigns, units, statement`,
    `dynamodb:Query ${TABLE} of slot, record, campaigns, units, statement`,
    `dynamodb:PutItem ${TABLE} of slot, record, book, campaigns, units, failure`,
    'sqs:SendMessage <ReconcileQueue.Arn>',
  ],
  Reconcile: [
    `s3:GetObject ${LEDGER}/entries/*`,
    `s3:GetObject ${LEDGER}/public/*`,
    `s3:PutObject ${LEDGER}/public/accounts/*`,
    `s3:PutObject ${LEDGER}/matches/*`,
    `dynamodb:GetItem ${TABLE} of book, record, units, campaigns`,
    `dynamodb:Query ${TABLE} of book, record, units, campaigns`,
    `dynamodb:PutItem ${TABLE} of statement, record, failure`,
    'sqs:SendMessage <PublishQueue.Arn>',
  ],
  // No private entry of any file, nor which of them was matched with what, can be read by the function that publishes.
  Publish: [
    `s3:GetObject ${LEDGER}/public/*`,
    's3:GetObject <SiteBucket.Arn>/data/*',
    's3:PutObject <SiteBucket.Arn>/data/*',
    's3:ListBucket <SiteBucket.Arn>',
    `dynamodb:GetItem ${TABLE} of statement, campaigns, units`,
    `dynamodb:Query ${TABLE} of statement, campaigns, units`,
    `dynamodb:PutItem ${TABLE} of failure`,
  ],
};

describe.each(Object.entries(OWN_WORK))('%s', (stage, work) => {
  test('may do its work and nothing else', () => {
    const given = grants.filter(({ policy }) => policy === `${stage}WorkerRoleDefaultPolicy`).map(line);
    expect(given.toSorted()).toEqual([...common(stage), ...work].toSorted());
  });
});

/** Every wildcard that is given to anybody, and why there is no narrower way. */
const EXPLAINED: readonly (readonly [what: RegExp, why: string])[] = [
  [/^s3:PutObject <BooksAccessLogs\.Arn>\/(inbox|ledger|site)\/\*$/, 'S3 names its log files itself'],
  [/^s3:GetObject <SiteBucket\.Arn>\/\*$/, 'every file of the site is public; given to the one distribution'],
  [/^s3:GetObject(Version)? <BooksInbox\.Arn>\/uploads\/\*$/, 'files are not known before they come'],
  [/^s3:(PutObject|AbortMultipartUpload) <BooksInbox\.Arn>\/uploads\/\*$/, 'to hand in is to write there'],
  [/^s3:(GetObject|PutObject|AbortMultipartUpload) <BooksLedger\.Arn>\/entries\/\*$/, 'keys hold digests'],
  [/^s3:PutObject <BooksLedger\.Arn>\/matches\/\*$/, 'keys hold digests'],
  [/^s3:(GetObject|PutObject) <BooksLedger\.Arn>\/public\/((accounts|units)\/)?\*$/, 'keys hold digests'],
  [/^s3:(GetObject|PutObject) <SiteBucket\.Arn>\/data\/\*$/, 'objects are named by their content'],
  [/^xray:Put(TraceSegments|TelemetryRecords) \*$/, 'X-Ray has no resource to name'],
];

const wild = grants.map(line).filter((given) => given.includes('*'));

test.each([...new Set(wild)])('the wildcard in "%s" is explained', (given) => {
  expect(EXPLAINED.filter(([what]) => what.test(given))).toHaveLength(1);
});

test.each(EXPLAINED)('%s is still needed: %s', (what) => {
  expect(wild.some((given) => what.test(given))).toBe(true);
});

test('no action is a wildcard', () => {
  expect(grants.filter(({ action }) => action.includes('*'))).toEqual([]);
});

test('whoever hands files in may write them and nothing else', () => {
  const given = grants.filter(({ policy }) => policy === 'HandInPolicy').map(line);
  expect(given.toSorted()).toEqual([
    's3:AbortMultipartUpload <BooksInbox.Arn>/uploads/*',
    's3:PutObject <BooksInbox.Arn>/uploads/*',
  ]);
});

test('every right on the table names the kinds of item', () => {
  const onTable = grants.filter(({ action }) => action.startsWith('dynamodb:'));
  expect(onTable).toHaveLength(9);
  for (const { condition } of onTable) expect(partitionsIn(condition)?.length).toBeGreaterThan(0);
});

test('nobody may delete a file, a version or an item, or lift a lock', () => {
  const forbidden =
    /^(s3:(Delete|Bypass|PutObjectRetention|PutObjectLegalHold|PutLifecycle)|dynamodb:(Delete|BatchWrite|Update))/;
  expect(grants.filter(({ action }) => forbidden.test(action))).toEqual([]);
});

test('only the logging service may write logs, and only for this account', () => {
  const logging = grants.filter(({ resource }) => resource.includes('BooksAccessLogs'));
  expect(logging).not.toHaveLength(0);
  for (const { principal, condition } of logging) {
    expect(principal).toEqual({ Service: 'logging.s3.amazonaws.com' });
    expect(condition).toMatchObject({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
  }
});

test('nothing is allowed to everybody', () => {
  for (const { principal } of grants) expect(JSON.stringify(principal ?? '')).not.toContain('*');
});

test('roles are taken by Lambda alone', () => {
  for (const { Properties } of Object.values(resourcesOf('AWS::IAM::Role')))
    expect(Properties.AssumeRolePolicyDocument).toMatchObject({
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    });
});
