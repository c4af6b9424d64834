import { setTimeout as sleep } from 'node:timers/promises';
import type { SubmissionRecord } from '#adapters/ports.ts';
import type { HistoryStep, SubmissionId } from '#domain/submission.ts';
import { queueState } from '../queue-state.ts';
import { CliFailure, EXIT } from './failure.ts';
import type { Session } from './session.ts';

const POLL_MS = 100;

export interface HandedIn {
  readonly id: SubmissionId;
  readonly key: string;
  readonly receivedAt: string;
}

/** How this very handing-in ended: its own step in the file's history. */
export interface Outcome {
  readonly step: HistoryStep;
  readonly record: SubmissionRecord;
}

/** Waits until a file handed in has been entered or sent back. Throws CliFailure when no function can read it. */
export async function outcomeOf(session: Session, { id, key, receivedAt }: HandedIn): Promise<Outcome> {
  for (let round = 1; ; round++) {
    const record = await session.stores.table.record(id);
    const step = record?.history.findLast(({ at, state }) => at === receivedAt && state !== 'RECEIVED');
    if (record && step) return { step, record };
    // Seldom: most files end well, and each look costs a request per queue.
    if (round % 10 === 0) await throwWhenDead(session, key);
    await sleep(POLL_MS);
  }
}

async function throwWhenDead({ wiring, endpoints, stores }: Session, key: string): Promise<void> {
  for (const queue of deadLetterQueues(wiring)) {
    const { waiting } = await queueState(endpoints.sqsEndpoint, queue);
    const dead = waiting.find(({ body }) => body.includes(JSON.stringify(key)));
    if (dead === undefined) continue;
    let reason = 'xem nhật ký trong thư mục dữ liệu';
    for await (const failure of stores.table.failures()) {
      if (failure.messageId === dead.messageId) reason = failure.reason;
    }
    throw new CliFailure(
      EXIT.failed,
      `Hệ thống không xử lý được tệp này: ${reason}\nTệp gốc vẫn được giữ trong hộp nhận (${key}).`,
    );
  }
}

export const deadLetterQueues = ({ queues }: Session['wiring']): string[] => [
  ...new Set(queues.flatMap(({ deadLetters }) => (deadLetters === undefined ? [] : [deadLetters]))),
];
