import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmText {
  /** What has gone wrong for people, in Vietnamese. */
  readonly breaks: string;
  /** What to do first, in Vietnamese. */
  readonly firstStep: string;
}

export interface Threshold {
  readonly metric: IMetric;
  /** The alarm sounds above this value. */
  readonly above: number;
}

/** Where alarms go, and the one way to set one: with words for the person who is woken up. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, email?: string) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Sổ Công Khai: cảnh báo', enforceSSL: true });
    // A topic with a policy of its own loses the ready-made one that lets the account's alarms in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (email !== undefined) this.topic.addSubscription(new EmailSubscription(email));
  }

  /** Sounds as soon as one period of five minutes is above the threshold; silence is good news. */
  add(scope: Construct, id: string, { metric, above }: Threshold, text: AlarmText): Alarm {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${text.breaks}\nViệc cần làm trước tiên: ${text.firstStep}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

export const ALARM_PERIOD = Duration.minutes(5);
