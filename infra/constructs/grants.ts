import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/*
 * The house's own grants. The library's `grantRead`, `grantReadWriteData` and so on give `s3:GetObject*`,
 * `s3:List*` and a dozen table actions; these name each action that the adapters call, and none that deletes.
 */

/** Reads objects under a key pattern. */
export const readObjects = (bucket: IBucket, pattern: string): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(pattern)] });

/** Reads objects in the very version that an event named. */
export const readVersions = (bucket: IBucket, pattern: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resources: [bucket.arnForObjects(pattern)],
  });

/** Writes objects under a key pattern, whole or in parts. */
export const writeObjects = (bucket: IBucket, pattern: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
    resources: [bucket.arnForObjects(pattern)],
  });

/** Without this S3 answers "forbidden" where "no such object" is meant. */
export const seeMissingObjects = (bucket: IBucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] });

export const readItems = (table: Table): PolicyStatement =>
  new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] });

export const writeItems = (table: Table): PolicyStatement =>
  new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [table.tableArn] });

export const sendTo = (queue: Queue): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });
