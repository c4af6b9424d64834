import { setTimeout as sleep } from 'node:timers/promises';
import type { SubmissionRecord } from '#adapters/ports.ts';
import type { Instant } from '#domain/date.ts';
import type { HistoryStep } from '#domain/submission.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { queueState } from '../queue-state.ts';
import { CliFailure, EXIT } from './failure.ts';
import type { Session } from './session.ts';

const POLL_MS = 100;
/** The largest file that may be handed in is read in a few minutes, on a slow machine too. */
const PATIENCE_MS = 20 * 60 * 1000;

export interface HandedIn {
  readonly key: string;
  readonly unit: UnitCode;
  readonly receivedAt: Instant;
}

/** How this very handing-in ended: its own step in the file's history. */
export interface Outcome {
  readonly step: HistoryStep;
  readonly record: SubmissionRecord;
}

/**
 * Waits until a file handed in has been entered or sent back. Throws CliFailure when no function can read it, or
 * when nothing is heard of it for very long.
 */
export async function outcomeOf(
  session: Session,
  handedIn: HandedIn,
  patienceMs = PATIENCE_MS,
): Promise<Outcome> {
  const { key } = handedIn;
  const until = Date.now() + patienceMs;
  for (let round = 1; Date.now() < until; round++) {
    const outcome = await outcomeSoFar(session, handedIn);
    if (outcome) return outcome;
    // Seldom: most files end well, and each look costs a request per queue.
    if (round % 10 === 0) await throwWhenDead(session, key);
    await sleep(POLL_MS);
  }
  throw new CliFailure(
    EXIT.failed,
    `Đã gửi tệp nhưng chờ quá lâu mà chưa biết kết quả. Xem tệp đang ở đâu: npx so-cong-khai status\nTệp gốc vẫn được giữ trong hộp nhận (${key}).`,
  );
}

/**
 * Which record a handing-in ends in is ingest's to decide, and it knows more than whoever hands in. So the record
 * is known by the place in the inbox that it names; only where to look is guessed, as ids begin with the unit.
 */
async function outcomeSoFar(
  { stores: { table } }: Session,
  { key, unit, receivedAt }: HandedIn,
): Promise<Outcome | undefined> {
  for (const prefix of [`${unit}.`, `${unit}@`, UNDECLARED_PREFIX]) {
    for await (const record of table.records(prefix)) {
      if (!record.handled.includes(key)) continue;
      const ends = record.history.filter(({ state }) => state !== 'RECEIVED' && state !== 'SUPERSEDED');
      // One whose declaration was not read goes by the time of its arrival.
      const step = ends.findLast(({ at }) => at === receivedAt) ?? ends.at(-1);
      if (step) return { step, record };
    }
  }
  return undefined;
}

/** How the id of what came without a readable declaration begins. */
const UNDECLARED_PREFIX = 'undeclared.';

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
