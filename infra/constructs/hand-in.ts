import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { UPLOADS } from '#infra/paths.ts';
import { writeStreams } from './grants.ts';

/** What a person or a program that hands files in is given: to put them there. Not to read, not to delete. */
export class HandIn extends Construct {
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, inbox: IBucket) {
    super(scope, id);
    const grant = writeStreams(
      inbox,
      UPLOADS,
      'Hands files in under uploads/, whose names hold their digests.',
    );
    this.policy = new ManagedPolicy(this, 'Policy', {
      description: 'Hands files in to So Cong Khai: writes under uploads/ of the inbox and nothing else.',
      statements: [grant.statement],
    });
    grant.explain?.(this.policy);
  }
}
