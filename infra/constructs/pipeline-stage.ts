import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageSettings, WorkerSettings } from '#infra/config.ts';
import { ALARM_PERIOD, type Alarms, type AlarmText } from './alarms.ts';
import type { Grant } from './grants.ts';
import { deadLetterQueue, workQueue } from './queues.ts';
import { Worker } from './worker.ts';

export interface PipelineStageProps {
  readonly handler: string;
  /** True: messages of one group come in order, one worker at a time. */
  readonly fifo: boolean;
  readonly settings: WorkerSettings;
  readonly stage: StageSettings;
  readonly environment: Readonly<Record<string, string>>;
  readonly permissions: readonly Grant[];
  readonly alarms: Alarms;
  readonly texts: PipelineStageTexts;
}

/** What each alarm of a stage tells the person on duty. */
export interface PipelineStageTexts {
  readonly deadLetters: AlarmText;
  readonly waiting: AlarmText;
  readonly errors: AlarmText;
  readonly throttles: AlarmText;
}

/** One arrow of the money path: a queue, the function it feeds, and where its failures wait for a person. */
export class PipelineStage extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly worker: Worker;

  constructor(scope: Construct, id: string, props: PipelineStageProps) {
    super(scope, id);
    const { settings, stage } = props;
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', stage, props.fifo);
    this.queue = workQueue(this, 'Queue', settings, this.deadLetters);
    this.worker = new Worker(this, 'Worker', props);
    this.worker.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: settings.batchSize,
        maxConcurrency: settings.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    this.watch(props);
  }

  private watch({ alarms, texts, settings }: PipelineStageProps): void {
    const period = ALARM_PERIOD;
    const lambda = this.worker.function;
    const dead = this.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
    const age = this.queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' });
    alarms.add(this, 'DeadLettersAlarm', { metric: dead, above: 0 }, texts.deadLetters);
    alarms.add(this, 'WaitingAlarm', { metric: age, above: settings.waitAlarmSeconds }, texts.waiting);
    alarms.add(this, 'ErrorsAlarm', { metric: lambda.metricErrors({ period }), above: 0 }, texts.errors);
    alarms.add(
      this,
      'ThrottlesAlarm',
      { metric: lambda.metricThrottles({ period }), above: 0 },
      texts.throttles,
    );
  }
}
