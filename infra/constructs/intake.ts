import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageSettings } from '#infra/config.ts';
import { UPLOADS } from '#infra/paths.ts';
import { ALARM_PERIOD, type Alarms, type AlarmText } from './alarms.ts';
import { accept } from './nag.ts';
import { deadLetterQueue } from './queues.ts';

export interface IntakeProps {
  readonly inbox: IBucket;
  readonly queue: Queue;
  readonly stage: StageSettings;
  readonly alarms: Alarms;
  readonly text: AlarmText;
}

/** "An object was written under uploads/" becomes a message: the event itself, unchanged. */
export class Intake extends Construct {
  /** Events that could not be put into the queue. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { inbox, queue, stage, alarms, text }: IntakeProps) {
    super(scope, id);
    this.undelivered = deadLetterQueue(this, 'Undelivered', stage, false);
    accept(this.undelivered, 'AwsSolutions-SQS3', 'This is itself the dead-letter queue of the rule below.');
    new Rule(this, 'Uploads', {
      description: 'A file was handed in: objects written under uploads/ of the inbox.',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [inbox.bucketName] }, object: { key: [{ prefix: UPLOADS }] } },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue: this.undelivered })],
    });
    const lost = this.undelivered.metricApproximateNumberOfMessagesVisible({
      period: ALARM_PERIOD,
      statistic: 'Maximum',
    });
    alarms.add(this, 'UndeliveredAlarm', { metric: lost, above: 0 }, text);
  }
}
