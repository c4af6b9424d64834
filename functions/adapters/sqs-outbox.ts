import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Outbox } from './ports.ts';
import { hashText } from './sha256.ts';

/** Some queues take fewer characters than text may hold; ASCII all of them take. */
const asciiJson = (message: unknown): string =>
  JSON.stringify(message).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * A FIFO queue to send to. Messages travel as JSON. A second message with the same `deduplication` within five
 * minutes is taken and dropped by the queue. `group`: at most 128 ASCII letters, digits and marks.
 */
export const sqsOutbox = <Message>(client: SQSClient, queueUrl: string): Outbox<Message> => ({
  async send(message, { group, deduplication }) {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: asciiJson(message),
        MessageGroupId: group,
        // SQS takes 128 characters at most, which the identity of a submission exceeds.
        MessageDeduplicationId: hashText(deduplication),
      }),
    );
  },
});
