import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { STAGES } from '#infra/config.ts';
import { Alarms } from '#infra/constructs/alarms.ts';
import { allGrants } from './grants.ts';
import { flat, type Resource, resourcesOf } from './synthesized.ts';

const alarms = resourcesOf('AWS::CloudWatch::Alarm');
const [topic] = Object.values(resourcesOf('AWS::SNS::Topic'));

const watched = ({ Properties }: Resource): string => {
  const [dimension] = Properties.Dimensions as { Value: unknown }[];
  return `${flat(dimension?.Value)} ${Properties.MetricName}`;
};

test('every queue of failures, every wait, every function is watched', () => {
  expect(Object.values(alarms).map(watched).toSorted()).toEqual(
    [
      '<IntakeUndelivered.QueueName> ApproximateNumberOfMessagesVisible',
      ...['Ingest', 'Reconcile', 'Publish'].flatMap((stage) => [
        `<${stage}DeadLetters.QueueName> ApproximateNumberOfMessagesVisible`,
        `<${stage}Queue.QueueName> ApproximateAgeOfOldestMessage`,
        `<${stage}WorkerFunction> Errors`,
        `<${stage}WorkerFunction> Throttles`,
      ]),
    ].toSorted(),
  );
});

describe.each(Object.keys(alarms))('%s', (name) => {
  const { Properties: properties } = alarms[name] as Resource;

  test('says in Vietnamese what breaks for people and what to do first', () => {
    const text = String(properties.AlarmDescription);
    const [breaks = '', firstStep = ''] = text.split('\nViệc cần làm trước tiên: ');
    expect(breaks.length).toBeGreaterThan(40);
    expect(firstStep.length).toBeGreaterThan(20);
    expect(breaks).toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/);
    // The longest that CloudWatch takes.
    expect(text.length).toBeLessThanOrEqual(1024);
  });

  test('reaches people, and silence is good news', () => {
    expect(properties).toMatchObject({ TreatMissingData: 'notBreaching', EvaluationPeriods: 1, Period: 300 });
    expect((properties.AlarmActions as unknown[]).map(flat)).toEqual(['<AlarmsTopic>']);
  });
});

test('one failure is enough; a wait may be as long as the settings say', () => {
  for (const [name, { Properties }] of Object.entries(alarms)) {
    const stage = (['ingest', 'reconcile', 'publish'] as const).find((s) => name.toLowerCase().startsWith(s));
    const limit = name.endsWith('WaitingAlarm') && stage ? STAGES.staging[stage].waitAlarmSeconds : 0;
    expect(Properties).toMatchObject({ Threshold: limit, ComparisonOperator: 'GreaterThanThreshold' });
  }
});

test('two alarms never say the same', () => {
  const texts = Object.values(alarms).map(({ Properties }) => Properties.AlarmDescription);
  expect(new Set(texts).size).toBe(texts.length);
});

test('alarms travel only over TLS', () => {
  expect(topic).toBeDefined();
  const [policy] = Object.values(resourcesOf('AWS::SNS::TopicPolicy'));
  expect(policy?.Properties.PolicyDocument).toMatchObject({
    Statement: expect.arrayContaining([
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sns:Publish',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ]),
  });
});

test('alarms of this account, and nobody else, may be put there', () => {
  const given = allGrants().filter(({ policy }) => policy === 'AlarmsTopicPolicy');
  expect(given).toEqual([
    {
      policy: 'AlarmsTopicPolicy',
      action: 'sns:Publish',
      resource: '<AlarmsTopic>',
      principal: { Service: 'cloudwatch.amazonaws.com' },
      condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    },
  ]);
});

test('an address in the settings is written to', () => {
  const stack = new Stack(new App(), 'Test');
  new Alarms(stack, 'Alarms', 'truc@example.org');
  Template.fromStack(stack).hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'truc@example.org',
  });
});
