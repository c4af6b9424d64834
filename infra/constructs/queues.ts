import { Duration } from 'aws-cdk-lib';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageSettings, WorkerSettings } from '#infra/config.ts';

const PROTECTED = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/**
 * High-throughput FIFO: order and deduplication hold within a message group. Senders give the deduplication
 * id themselves.
 */
const FIFO = {
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
} as const;

const LONG_POLL_SECONDS = 20;

/** Where messages wait for a person. */
export const deadLetterQueue = (scope: Construct, id: string, stage: StageSettings, fifo: boolean): Queue =>
  new Queue(scope, id, {
    ...PROTECTED,
    ...(fifo ? FIFO : {}),
    retentionPeriod: Duration.days(stage.retention.deadLetterDays),
  });

/** A worker's queue. A message is hidden a little longer than the worker may take, so no two hold it at once. */
export const workQueue = (
  scope: Construct,
  id: string,
  { timeoutSeconds, maxReceiveCount }: WorkerSettings,
  deadLetters: Queue,
): Queue =>
  new Queue(scope, id, {
    ...PROTECTED,
    ...(deadLetters.fifo ? FIFO : {}),
    visibilityTimeout: Duration.seconds(timeoutSeconds + VISIBILITY_MARGIN_SECONDS),
    receiveMessageWaitTime: Duration.seconds(LONG_POLL_SECONDS),
    retentionPeriod: Duration.days(WORK_RETENTION_DAYS),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount },
  });

const VISIBILITY_MARGIN_SECONDS = 60;
/** Shorter than the dead letters' own: SQS counts a message's age from its first sending. */
const WORK_RETENTION_DAYS = 7;
