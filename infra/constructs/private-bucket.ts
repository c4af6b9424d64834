import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** What every bucket of the house has: private, encrypted, TLS only, kept when the stack goes. */
const PRIVATE = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies BucketProps;

const ABANDONED_UPLOAD_DAYS = 7;

/** Uploads begun and never finished cost money and show nowhere. */
const ABANDONED_UPLOADS = {
  id: 'abandoned-uploads',
  abortIncompleteMultipartUploadAfter: Duration.days(ABANDONED_UPLOAD_DAYS),
};

export function privateBucket(scope: Construct, id: string, props: BucketProps): IBucket {
  const { lifecycleRules = [], ...rest } = props;
  const bucket = new Bucket(scope, id, {
    ...PRIVATE,
    ...rest,
    lifecycleRules: [ABANDONED_UPLOADS, ...lifecycleRules],
  });
  // The library is not written for exact optional properties: its own class misses its own interface by one.
  return bucket as IBucket;
}

/** Replaced versions go after so many days; the present one stays. */
export const dropReplacedVersions = (days: number) => ({
  id: 'replaced-versions',
  noncurrentVersionExpiration: Duration.days(days),
});
