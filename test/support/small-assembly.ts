import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '#infra/local/intrinsics.ts';

/** One bucket, one rule, one queue with dead letters, one function: the least that has every kind of wire. */
export const SMALL_TEMPLATE: Readonly<Record<string, { Type: string; Properties: JsonObject }>> = {
  BooksInbox5CF4CB4C: { Type: 'AWS::S3::Bucket', Properties: {} },
  BooksLedgerTable11223344: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    },
  },
  IngestDeadLettersAABBCCDD: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1209600 } },
  IngestQueue99887766: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      VisibilityTimeout: 60,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': ['IngestDeadLettersAABBCCDD', 'Arn'] },
        maxReceiveCount: 2,
      },
    },
  },
  IntakeUploads0A0B0C0D: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [{ Ref: 'BooksInbox5CF4CB4C' }] },
          object: { key: [{ prefix: 'uploads/' }] },
        },
      },
      Targets: [{ Arn: { 'Fn::GetAtt': ['IngestQueue99887766', 'Arn'] }, Id: 'Target0' }],
    },
  },
  IngestFunctionDEADBEEF: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Key: 'bundle.zip' },
      Handler: 'index.handler',
      MemorySize: 256,
      Timeout: 2,
      Environment: {
        Variables: {
          INBOX_BUCKET: { Ref: 'BooksInbox5CF4CB4C' },
          LEDGER_BUCKET: { Ref: 'BooksInbox5CF4CB4C' },
          SITE_BUCKET: { Ref: 'BooksInbox5CF4CB4C' },
          LEDGER_TABLE: { Ref: 'BooksLedgerTable11223344' },
          MAX_FILE_BYTES: '1000',
          PLACE: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':', { Ref: 'AWS::Region' }]] },
        },
      },
    },
  },
  IngestSource01020304: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['IngestQueue99887766', 'Arn'] },
      FunctionName: { Ref: 'IngestFunctionDEADBEEF' },
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
  SiteCdn12345678: { Type: 'AWS::CloudFront::Distribution', Properties: {} },
  NobodyKnows: { Type: 'AWS::Quantum::Teleporter', Properties: {} },
};

/** Writes the template and the function's code as `cdk synth` would. */
export function writeSmallAssembly(dir: string, code: string, template = SMALL_TEMPLATE): void {
  mkdirSync(join(dir, 'asset.one'), { recursive: true });
  writeFileSync(join(dir, 'asset.one', 'index.mjs'), code);
  writeFileSync(join(dir, 'stack.template.json'), JSON.stringify({ Resources: template }));
  writeFileSync(
    join(dir, 'stack.assets.json'),
    JSON.stringify({
      files: { one: { source: { path: 'asset.one' }, destinations: { here: { objectKey: 'bundle.zip' } } } },
    }),
  );
  writeFileSync(
    join(dir, 'manifest.json'),
    JSON.stringify({
      artifacts: {
        stack: { type: 'aws:cloudformation:stack', properties: { templateFile: 'stack.template.json' } },
        'stack.assets': { type: 'cdk:asset-manifest', properties: { file: 'stack.assets.json' } },
      },
    }),
  );
}
