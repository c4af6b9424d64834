import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { codesOf, SUBMISSION_STATES, type SubmissionState } from '#domain/codes.ts';
import { formatDate, formatVnd, groupDigits } from '#domain/format.ts';
import { POINTER_KEY, type Pointer, PointerSchema } from '#domain/publish/schema.ts';
import { queueState, queuesInFlowOrder } from '../queue-state.ts';
import { COMMON_OPTIONS } from './common.ts';
import { EXIT, type ExitCode } from './failure.ts';
import { deadLetterQueues } from './outcome.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';

interface DeadLetter {
  readonly queue: string;
  readonly messageId: string;
  readonly attempts: number;
  readonly about: string;
  readonly reason: string;
}

interface Status {
  /** Last place in the ledger. */
  readonly position: number;
  /** Units × funds with an account. */
  readonly books: number;
  readonly submissions: Readonly<Partial<Record<SubmissionState, number>>>;
  readonly acceptedVnd: number;
  readonly queues: readonly { readonly queue: string; readonly waiting: number; readonly taken: number }[];
  readonly deadLetters: readonly DeadLetter[];
  readonly publication: Pointer | null;
  readonly site: string | null;
}

/** `status`: where the ledger stands, what waits, what failed and why, what is public. */
export async function status(
  args: readonly string[],
  open: () => Promise<Session>,
  output: Output,
): Promise<ExitCode> {
  parseArgs({ args: [...args], options: COMMON_OPTIONS });
  const session = await open();
  try {
    const found = await look(session);
    output.result(found, describe(found));
    return EXIT.done;
  } finally {
    await session.close();
  }
}

async function look(session: Session): Promise<Status> {
  const { stores, site } = session;
  const submissions: Partial<Record<SubmissionState, number>> = {};
  for await (const { state } of stores.table.records()) submissions[state] = (submissions[state] ?? 0) + 1;
  let acceptedVnd = 0;
  for await (const slot of stores.table.slotsAfter(0)) {
    if (slot.type === 'submission') acceptedVnd += slot.submission.acceptedVnd;
  }
  let books = 0;
  for await (const _ of stores.table.statements()) books += 1;
  const pointer = await stores.site.readText(POINTER_KEY);
  return {
    position: await stores.table.head(),
    books,
    submissions,
    acceptedVnd,
    ...(await lookAtQueues(session)),
    publication: pointer === undefined ? null : v.parse(PointerSchema, JSON.parse(pointer)),
    site: site ?? null,
  };
}

async function lookAtQueues({
  wiring,
  endpoints,
  stores,
}: Session): Promise<Pick<Status, 'queues' | 'deadLetters'>> {
  const reasons = new Map<string, string>();
  for await (const { messageId, reason } of stores.table.failures()) reasons.set(messageId, reason);
  const queues = [];
  for (const queue of queuesInFlowOrder(wiring)) {
    const { waiting, taken } = await queueState(endpoints.sqsEndpoint, queue);
    queues.push({ queue, waiting: waiting.length, taken: taken.length });
  }
  const deadLetters: DeadLetter[] = [];
  for (const queue of deadLetterQueues(wiring)) {
    const { waiting, taken } = await queueState(endpoints.sqsEndpoint, queue);
    for (const { messageId, body, approximateReceiveCount } of [
      ...waiting,
      ...taken.map(({ message }) => message),
    ]) {
      const reason =
        reasons.get(messageId) ?? 'không có lý do được ghi lại; xem nhật ký trong thư mục dữ liệu';
      deadLetters.push({ queue, messageId, attempts: approximateReceiveCount, about: aboutOf(body), reason });
    }
  }
  return { queues, deadLetters };
}

const EventSchema = v.object({ detail: v.object({ object: v.object({ key: v.string() }) }) });
const SHOWN_CHARS = 200;

/** What a message is about: the file's key, or the message itself. */
function aboutOf(body: string): string {
  const event = v.safeParse(v.pipe(v.string(), v.parseJson(), EventSchema), body);
  return event.success ? event.output.detail.object.key : body.slice(0, SHOWN_CHARS);
}

function describe({
  position,
  books,
  submissions,
  acceptedVnd,
  queues,
  deadLetters,
  publication,
  site,
}: Status): string[] {
  const states = codesOf(SUBMISSION_STATES).filter((state) => submissions[state] !== undefined);
  const busy = queues.filter(({ waiting, taken }) => waiting + taken > 0);
  return [
    `Sổ cái: ${groupDigits(position)} vị trí, ${groupDigits(books)} sổ, tổng số tiền trong các tệp đã ghi ${formatVnd(acceptedVnd)}`,
    'Tệp đã nộp:',
    ...(states.length === 0 ? ['  chưa có tệp nào'] : []),
    ...states.map((state) => `  ${SUBMISSION_STATES[state]}: ${groupDigits(submissions[state] ?? 0)}`),
    busy.length === 0 ? 'Hàng đợi: trống' : 'Hàng đợi:',
    ...busy.map(({ queue, waiting, taken }) => `  ${queue}: ${waiting} chờ, ${taken} đang xử lý`),
    deadLetters.length === 0
      ? 'Thông điệp hỏng: không có'
      : `Thông điệp hỏng (${deadLetters.length}), cần người xem:`,
    ...deadLetters.flatMap(({ queue, about, attempts, reason }) => [
      `  ${queue}: ${about} (thử ${attempts} lần)`,
      `    ${reason}`,
    ]),
    publication === null
      ? 'Công khai: chưa có gì'
      : `Công khai: ${groupDigits(publication.position)} tệp, số liệu đến ${formatDate(publication.asOf)}, gốc ${publication.root}`,
    ...(site === null ? [] : [`Trang đang mở tại ${site}`]),
  ];
}
