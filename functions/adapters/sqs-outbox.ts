import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Outbox } from './ports.ts';
import { hashText } from './sha256.ts';

/**
 * A FIFO queue to send to. Messages travel as JSON. A second message with the same `deduplication` within five
 * minutes is taken and dropped by the queue. `group`: at most 128 ASCII letters, digits and marks.
 */
export const sqsOutbox = <Message>(client: SQSClient, queueUrl: string): Outbox<Message> => ({
  async send(message, { group, deduplication }) {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify(message),
        MessageGroupId: group,
        // SQS takes 128 characters at most, which the identity of a submission exceeds.
        MessageDeduplicationId: hashText(deduplication),
      }),
    );
  },
});
