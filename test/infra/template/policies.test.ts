import { describe, expect, test } from 'vitest';
import { flat, many, resourcesOf } from './synthesized.ts';

interface Grant {
  readonly holder: string;
  readonly action: string;
  readonly resource: string;
}

interface Statement {
  readonly Effect: string;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Principal?: unknown;
}

const POLICY_TYPES = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::TopicPolicy',
];

const allowed = POLICY_TYPES.flatMap((type) =>
  Object.entries(resourcesOf(type)).flatMap(([holder, { Properties }]) =>
    many((Properties.PolicyDocument as { Statement: unknown }).Statement)
      .map((statement) => ({ holder, statement: statement as Statement }))
      .filter(({ statement }) => statement.Effect === 'Allow'),
  ),
);

const grants: readonly Grant[] = allowed.flatMap(({ holder, statement }) =>
  many(statement.Action).flatMap((action) =>
    many(statement.Resource).map((resource) => ({ holder, action: flat(action), resource: flat(resource) })),
  ),
);

const grantsOf = (holder: string, service: string): readonly string[] =>
  grants
    .filter((grant) => grant.holder === holder && grant.action.startsWith(`${service}:`))
    .map(({ action, resource }) => `${action} ${resource}`)
    .toSorted();

/** Every wildcard that is given to anybody, and why there is no narrower way. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'BooksAccessLogsPolicy s3:PutObject <BooksAccessLogs.Arn>/inbox/*': 'S3 names its log files itself',
  'BooksAccessLogsPolicy s3:PutObject <BooksAccessLogs.Arn>/ledger/*': 'S3 names its log files itself',
  'BooksAccessLogsPolicy s3:PutObject <BooksAccessLogs.Arn>/site/*': 'S3 names its log files itself',
  'SiteBucketPolicy s3:GetObject <SiteBucket.Arn>/*':
    'the CDN reads every public file, for one distribution only',
  'IngestWorkerRoleDefaultPolicy s3:GetObject <BooksInbox.Arn>/uploads/*':
    'files are not known before they come',
  'IngestWorkerRoleDefaultPolicy s3:GetObjectVersion <BooksInbox.Arn>/uploads/*':
    'the version that the event named',
  ...Object.fromEntries(
    ['Ingest', 'Reconcile', 'Publish'].flatMap((stage) =>
      ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'].map((action) => [
        `${stage}WorkerRoleDefaultPolicy ${action} *`,
        'X-Ray knows no resource to name',
      ]),
    ),
  ),
};

describe('what each function may do', () => {
  const s3 = (holder: string) => grantsOf(`${holder}WorkerRoleDefaultPolicy`, 's3');
  const table = (holder: string) => grantsOf(`${holder}WorkerRoleDefaultPolicy`, 'dynamodb');

  test('nobody is given more than was explained', () => {
    const wild = grants.filter(({ action, resource }) => action.includes('*') || resource.includes('*'));
    expect(wild.map(({ holder, action, resource }) => `${holder} ${action} ${resource}`).toSorted()).toEqual(
      Object.keys(EXPLAINED).toSorted(),
    );
  });
});
