import { type CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** Accepts one finding of the rule pack on a construct and all below it. The reason is for the next reader. */
export const accept = (scope: IConstruct, id: string, reason: string): void =>
  Validations.of(scope).acknowledge({ id, reason });

/** Accepts that a policy names a bucket's objects by prefix: keys are not known before the files come. */
export function acceptObjects(scope: IConstruct, bucket: IBucket, pattern: string, reason: string): void {
  const logicalId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnResource);
  accept(scope, `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${pattern}]`, reason);
}
