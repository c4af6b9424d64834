import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import type { Wiring } from './wiring.ts';

const MessageSchema = v.object({
  messageId: v.string(),
  body: v.string(),
  approximateReceiveCount: v.number(),
  sentTimestamp: v.number(),
});

const StateSchema = v.object({
  messages: v.object({
    ready: v.array(MessageSchema),
    delayed: v.array(MessageSchema),
    inflight: v.array(v.object({ message: MessageSchema, receiptHandle: v.string() })),
  }),
});

export type QueuedMessage = v.InferOutput<typeof MessageSchema>;

export interface QueueState {
  /** Waiting, those that wait for their time included. */
  readonly waiting: readonly QueuedMessage[];
  /** With a function at this moment, or with one that died. */
  readonly taken: readonly { readonly message: QueuedMessage; readonly receiptHandle: string }[];
}

/** What lies in a queue, without touching it. */
export async function queueState(sqsEndpoint: string, queue: string): Promise<QueueState> {
  const response = await fetch(`${sqsEndpoint}/_fauxqs/queues/${encodeURIComponent(queue)}`);
  if (!response.ok) throw new Error(`queue ${queue}: ${response.status}`);
  const { messages } = v.parse(StateSchema, await response.json());
  return { waiting: [...messages.ready, ...messages.delayed], taken: messages.inflight };
}

/** The queues that feed functions, each before those that its function sends to. */
export function queuesInFlowOrder({ sources, functions }: Wiring): string[] {
  const environment = new Map(functions.map((f) => [f.name, Object.values(f.environment)]));
  const ordered: string[] = [];
  const visit = (queue: string): void => {
    if (ordered.includes(queue)) return;
    for (const source of sources) {
      const values = environment.get(source.function) ?? [];
      if (source.queue !== queue && values.some((value) => value.endsWith(`/${queue}`))) visit(source.queue);
    }
    ordered.push(queue);
  };
  for (const { queue } of sources) visit(queue);
  return ordered;
}

const IDLE_POLL_MS = 50;

/**
 * Resolves when no message waits or is being worked on. Looked at in the order of the flow, so that a message
 * on its way from one queue to the next is seen in one of them.
 */
export async function untilIdle(wiring: Wiring, sqsEndpoint: string): Promise<void> {
  const queues = queuesInFlowOrder(wiring);
  for (;;) {
    let left = 0;
    for (const queue of queues) {
      const { waiting, taken } = await queueState(sqsEndpoint, queue);
      left += waiting.length + taken.length;
    }
    if (left === 0) return;
    await sleep(IDLE_POLL_MS);
  }
}
