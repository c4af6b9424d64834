import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Clients } from './connection.ts';
import type { FunctionProcess } from './function-process.ts';
import { ACCOUNT, REGION } from './names.ts';

export interface EventSource {
  readonly queue: string;
  readonly queueUrl: string;
  readonly batchSize: number;
  readonly target: FunctionProcess;
}

/** One receive gives at most ten messages, here as in SQS. */
const RECEIVE_MAX = 10;
const LONG_POLL_SECONDS = 20;
/** In the cloud a failed message comes back after the queue's visibility timeout; here nobody wants to wait. */
const RETRY_SECONDS = 1;
const TROUBLE_PAUSE_MS = 1000;

/**
 * Feeds the messages of a queue to its function until the signal is given: one call at a time; what succeeded
 * is deleted, what failed comes again, and after the queue's own number of deliveries goes to its dead letters.
 */
export async function runEventSource(
  source: EventSource,
  clients: Clients,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const messages = await receive(source, clients, signal);
      if (messages.length > 0) await deliver(source, clients, messages, onTrouble);
    } catch (error) {
      if (signal.aborted) return;
      onTrouble(error);
      await sleep(TROUBLE_PAUSE_MS);
    }
  }
}

async function receive({ queueUrl, batchSize }: EventSource, { sqs }: Clients, abortSignal: AbortSignal) {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(batchSize, RECEIVE_MAX),
      WaitTimeSeconds: LONG_POLL_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
    { abortSignal },
  );
  return Messages;
}

async function deliver(
  source: EventSource,
  clients: Clients,
  messages: readonly Message[],
  onTrouble: (error: unknown) => void,
): Promise<void> {
  let failed: ReadonlySet<string>;
  try {
    const response = (await source.target.invoke(eventOf(source, messages))) as SQSBatchResponse | null;
    failed = new Set(response?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  } catch (error) {
    onTrouble(error);
    failed = new Set(messages.map(({ MessageId = '' }) => MessageId));
  }
  await settle(source, clients, messages, failed);
}

const eventOf = ({ queue }: EventSource, messages: readonly Message[]): SQSEvent => ({
  Records: messages.map((message) => ({
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: message.Attributes as unknown as SQSEvent['Records'][number]['attributes'],
    messageAttributes: {},
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:${queue}`,
    awsRegion: REGION,
  })),
});

async function settle(
  { queueUrl: QueueUrl }: EventSource,
  { sqs }: Clients,
  messages: readonly Message[],
  failed: ReadonlySet<string>,
): Promise<void> {
  const entry = ({ MessageId, ReceiptHandle }: Message) => ({ Id: MessageId, ReceiptHandle });
  const done = messages.filter(({ MessageId = '' }) => !failed.has(MessageId));
  const again = messages.filter(({ MessageId = '' }) => failed.has(MessageId));
  if (done.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: done.map(entry) }));
  if (again.length > 0) {
    const Entries = again.map((message) => ({ ...entry(message), VisibilityTimeout: RETRY_SECONDS }));
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
}
