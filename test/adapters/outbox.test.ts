import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngines, type TestEngines, type TestQueue } from '#test/support/engines.ts';

interface Note {
  readonly n: number;
  readonly text?: string;
}

describe('the outbox', () => {
  let engines: TestEngines;

  beforeAll(async () => {
    engines = await startTestEngines();
  });
  afterAll(() => engines.stop());

  const receive = async (queue: TestQueue<Note>) => {
    const { Messages = [] } = await engines.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queue.url, MaxNumberOfMessages: 10 }),
    );
    return Messages.map(({ Body = '', ReceiptHandle = '' }) => ({
      note: JSON.parse(Body) as Note,
      done: () => engines.sqs.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle })),
      failed: () =>
        engines.sqs.send(
          new ChangeMessageVisibilityCommand({ QueueUrl: queue.url, ReceiptHandle, VisibilityTimeout: 0 }),
        ),
    }));
  };
  const numbers = (messages: readonly { note: Note }[]) => messages.map(({ note }) => note.n);
  const waiting = (name: string) =>
    engines.fauxqs.inspectQueue(name)?.messages.ready.map((message) => JSON.parse(message.body));

  it('sends what it is given, to the letter', async () => {
    const queue = engines.queue<Note>();
    const note = { n: Number.MAX_SAFE_INTEGER, text: 'Uỷ ban “Vì người nghèo” 🇻🇳\n' };
    await queue.outbox.send(note, { group: '24@2025-07-01.QVNN', deduplication: 'a' });
    expect((await receive(queue)).map((message) => message.note)).toEqual([note]);
  });

  it('keeps the order within a group, one under way at a time, and groups apart', async () => {
    const queue = engines.queue<Note>();
    for (const n of [1, 2, 3, 4]) {
      await queue.outbox.send({ n }, { group: n % 2 ? 'odd' : 'even', deduplication: `${n}` });
    }
    const first = await receive(queue);
    expect(numbers(first)).toEqual([1, 2]);
    expect(await receive(queue)).toEqual([]);
    await first[0]?.done();
    expect(numbers(await receive(queue))).toEqual([3]);
    await first[1]?.done();
    expect(numbers(await receive(queue))).toEqual([4]);
  });

  it('gives a failed message again, before the later ones of its group', async () => {
    const queue = engines.queue<Note>();
    for (const n of [1, 2]) await queue.outbox.send({ n }, { group: 'g', deduplication: `${n}` });
    await (await receive(queue))[0]?.failed();
    const again = await receive(queue);
    expect(numbers(again)).toEqual([1]);
    await again[0]?.done();
    expect(numbers(await receive(queue))).toEqual([2]);
  });

  it('gives a message again whose worker died, once its time is over', async () => {
    const queue = engines.queue<Note>({ visibilityTimeoutSeconds: 1 });
    await queue.outbox.send({ n: 1 }, { group: 'g', deduplication: '1' });
    expect(numbers(await receive(queue))).toEqual([1]);
    expect(await receive(queue)).toEqual([]);
    await expect.poll(async () => numbers(await receive(queue)), { timeout: 5_000 }).toEqual([1]);
  });

  it('sends the same thing once, however long its name', async () => {
    const queue = engines.queue<Note>();
    const name = 'x'.repeat(500);
    await queue.outbox.send({ n: 1 }, { group: 'g', deduplication: name });
    await queue.outbox.send({ n: 2 }, { group: 'g', deduplication: name });
    await queue.outbox.send({ n: 3 }, { group: 'g', deduplication: `${name}y` });
    expect(waiting(queue.name)).toEqual([{ n: 1 }, { n: 3 }]);
    const ids = engines.fauxqs
      .inspectQueue(queue.name)
      ?.messages.ready.map((m) => m.messageDeduplicationId ?? '');
    expect(ids?.every((id) => id.length <= 128)).toBe(true);
  });

  it('puts a message aside that fails too often, and goes on with its group', async () => {
    const queue = engines.queue<Note>({ maxReceiveCount: 2 });
    for (const n of [1, 2]) await queue.outbox.send({ n }, { group: 'g', deduplication: `${n}` });
    await (await receive(queue))[0]?.failed();
    await (await receive(queue))[0]?.failed();
    expect(numbers(await receive(queue))).toEqual([2]);
    expect(waiting(queue.name.replace('.fifo', '-dlq.fifo'))).toEqual([{ n: 1 }]);
  });
});
