import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, test } from 'vitest';
import { STAGES, stageSettings } from '#infra/config.ts';
import { Site } from '#infra/constructs/site.ts';
import { unbundledApp } from './synthesized.ts';

test('a stage that nobody described is refused, with the names of those that are', () => {
  expect(() => stageSettings('prod')).toThrow(
    'Unknown stage "prod": use -c stage=staging or -c stage=production',
  );
});

test('the whole of production cannot be deleted by one command', () => {
  const stack = unbundledApp('production').node.findChild('SoCongKhai-production');
  expect(stack).toMatchObject({ terminationProtection: true });
});

test('the stack names no account and no region', () => {
  const stack = unbundledApp().node.findChild('SoCongKhai-staging') as Stack;
  expect(stack.environment).toBe('aws://unknown-account/unknown-region');
});

describe.each(Object.values(STAGES))('$name', (settings) => {
  test.each(['ingest', 'reconcile', 'publish'] as const)(
    '%s stays within what Lambda and SQS take',
    (name) => {
      const worker = settings[name];
      expect(worker.timeoutSeconds).toBeLessThanOrEqual(900);
      expect(worker.memoryMb).toBeGreaterThanOrEqual(256);
      expect(worker.batchSize).toBeLessThanOrEqual(10);
      expect(worker.maxConcurrency).toBeGreaterThanOrEqual(2);
      // Otherwise people would be called while the queue is still trying by itself for the first time.
      expect(worker.waitAlarmSeconds).toBeGreaterThan(worker.timeoutSeconds);
    },
  );

  test('failures wait for people as long as SQS allows', () => {
    expect(settings.retention.deadLetterDays).toBe(14);
  });
});

test('production keeps what was handed in for ten years', () => {
  expect(STAGES.production.inbox.lockDays).toBe(3650);
});

test('a site with a name of its own takes no TLS older than 1.2', () => {
  const stack = new Stack(new App(), 'Test');
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/x';
  const settings = { ...STAGES.production, site: { domain: { name: 'so.example.org', certificateArn } } };
  new Site(stack, 'Site', settings, new Bucket(stack, 'Logs') as IBucket);
  Template.fromStack(stack).hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Aliases: ['so.example.org'],
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    },
  });
});
