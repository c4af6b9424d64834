import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import type { Partition } from '#infra/paths.ts';
import { acceptObjects } from './nag.ts';

/*
 * The house's own grants. The library's `grantRead`, `grantReadWriteData` and so on give `s3:GetObject*`,
 * `s3:List*` and a dozen table actions; these name each action that the adapters call, and none that deletes.
 */

export interface Grant {
  readonly statement: PolicyStatement;
  /** Tells the rule pack why the statement has a wildcard, where it has one. */
  readonly explain?: (holder: IConstruct) => void;
}

/** Objects under a prefix: their names are not known before they come, so the rest of the key is left open. */
const objects = (actions: string[], bucket: IBucket, prefix: string, reason: string): Grant => ({
  statement: new PolicyStatement({ actions, resources: [bucket.arnForObjects(`${prefix}*`)] }),
  explain: (holder) => acceptObjects(holder, bucket, `${prefix}*`, reason),
});

export const readObjects = (bucket: IBucket, prefix: string, reason: string): Grant =>
  objects(['s3:GetObject'], bucket, prefix, reason);

/** Reads objects in the very version that an event named. */
export const readVersions = (bucket: IBucket, prefix: string, reason: string): Grant =>
  objects(['s3:GetObject', 's3:GetObjectVersion'], bucket, prefix, reason);

export const writeObjects = (bucket: IBucket, prefix: string, reason: string): Grant =>
  objects(['s3:PutObject'], bucket, prefix, reason);

/** Writes large objects in parts, and gives up the parts when it fails. */
export const writeStreams = (bucket: IBucket, prefix: string, reason: string): Grant =>
  objects(['s3:PutObject', 's3:AbortMultipartUpload'], bucket, prefix, reason);

/** Without this S3 answers "forbidden" where "no such object" is meant. */
export const seeMissingObjects = (bucket: IBucket): Grant => ({
  statement: new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
});

const items = (actions: string[], table: Table, partitions: readonly Partition[]): Grant => ({
  statement: new PolicyStatement({
    actions,
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': partitions } },
  }),
});

/** Reads items of some kinds only. */
export const readItems = (table: Table, partitions: readonly Partition[]): Grant =>
  items(['dynamodb:GetItem', 'dynamodb:Query'], table, partitions);

/** Puts items of some kinds only; nobody updates a part of one or deletes one. */
export const putItems = (table: Table, partitions: readonly Partition[]): Grant =>
  items(['dynamodb:PutItem'], table, partitions);

export const sendTo = (queue: Queue): Grant => ({
  statement: new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
});
