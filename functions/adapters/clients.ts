import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * A call that has no answer by then will have none: better to try again while the function still has time.
 * Reading an object's body is not within it, only the wait for the first byte.
 */
const CALLS = {
  maxAttempts: 5,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
} as const;

const at = (endpoint: string | undefined) => (endpoint === undefined ? {} : { endpoint });

export const makeS3 = (endpoint?: string): S3Client =>
  new S3Client({
    ...CALLS,
    ...at(endpoint),
    // Bucket names as host names need a name server that knows them; a local engine has none.
    forcePathStyle: (endpoint ?? process.env.AWS_ENDPOINT_URL_S3) !== undefined,
  });

export const makeSqs = (endpoint?: string): SQSClient =>
  // The endpoint decides, not the host in a queue's address: the two agree in AWS and need not elsewhere.
  new SQSClient({ ...CALLS, ...at(endpoint), useQueueUrlAsEndpoint: false });

export const makeDynamo = (endpoint?: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ ...CALLS, ...at(endpoint) }), {
    marshallOptions: { removeUndefinedValues: true },
  });

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** One client of each kind for the life of the process, made when first asked for: importing this does nothing. */
export const s3 = once(() => makeS3());
export const sqs = once(() => makeSqs());
export const dynamo = once(() => makeDynamo());
