import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { unbundledApp } from './synthesized.ts';

/** Ids accepted anywhere in the app, with their reasons. */
const acceptedIn = (app: App): Map<string, string> =>
  new Map(
    app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>)),
  );

describe.each(['staging', 'production'] as const)('the rules of the trade: %s', (stage) => {
  test('have nothing to say', () => {
    const { success, violations } = new AwsSolutionsChecks().validateScope(unbundledApp(stage));
    expect(violations).toEqual([]);
    expect(success).toBe(true);
  });

  test('are asked whenever the app is synthesized', () => {
    const app = unbundledApp(stage);
    new Bucket(app.node.findChild(`SoCongKhai-${stage}`), 'Careless');
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
  });
});

test('every exception has a reason in a full sentence', () => {
  const accepted = acceptedIn(unbundledApp());
  expect(accepted.size).toBeGreaterThan(0);
  for (const reason of accepted.values()) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
});

test('no exception is wider than one finding, or than one resource', () => {
  const ids = [...acceptedIn(unbundledApp()).keys()].map((id) => id.replace(/^annotation::/i, ''));
  for (const id of ids) expect(id).not.toBe('AwsSolutions-IAM5');
  expect(ids.map((id) => id.replace(/[0-9A-F]{8}\.Arn/, '.Arn')).toSorted()).toEqual([
    'AwsSolutions-CFR1',
    'AwsSolutions-CFR2',
    'AwsSolutions-CFR3',
    'AwsSolutions-CFR4',
    'AwsSolutions-IAM5[Resource::*]',
    'AwsSolutions-IAM5[Resource::<BooksInbox.Arn>/uploads/*]',
    'AwsSolutions-IAM5[Resource::<BooksLedger.Arn>/entries/*]',
    'AwsSolutions-IAM5[Resource::<BooksLedger.Arn>/matches/*]',
    'AwsSolutions-IAM5[Resource::<BooksLedger.Arn>/public/*]',
    'AwsSolutions-IAM5[Resource::<BooksLedger.Arn>/public/accounts/*]',
    'AwsSolutions-IAM5[Resource::<BooksLedger.Arn>/public/units/*]',
    'AwsSolutions-IAM5[Resource::<SiteBucket.Arn>/data/*]',
    'AwsSolutions-SQS3',
  ]);
});

test('each exception is still needed', () => {
  const app = unbundledApp();
  const ids = [...acceptedIn(app).keys()].map((id) => id.replace(/^annotation::/i, ''));
  const found = new Set(findingsWithoutExceptions(app));
  expect(ids.filter((id) => !found.has(id))).toEqual([]);
});

/** What the rule pack would say if nothing had been accepted. */
function findingsWithoutExceptions(app: App): readonly string[] {
  const deaf = new AwsSolutionsChecks();
  Object.defineProperty(deaf, 'isAcknowledged', { value: () => false });
  return deaf.validateScope(app).violations.map(({ ruleName }) => ruleName);
}

test('the rules do look: a careless bucket is found', () => {
  const careless = new Stack(new App(), 'Test');
  new Bucket(careless, 'Careless');
  expect(
    new AwsSolutionsChecks().validateScope(careless).violations.map(({ ruleName }) => ruleName),
  ).toContain('AwsSolutions-S10');
});
