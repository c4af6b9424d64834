/** How a working record changes. Steps come in any order and more than once; what the record says in the end is the same. */
import type { SubmissionRecord } from '#adapters/ports.ts';
import type { SubmissionState } from '#domain/codes.ts';
import type { Issue } from '#domain/finding.ts';
import { compareText } from '#domain/order.ts';
import type { HistoryStep } from '#domain/submission.ts';

/** The higher one says more of what became of a file: an entered file stays so when it is handed in again. */
const RANK: Readonly<Record<SubmissionState, number>> = {
  RECEIVED: 0,
  REJECTED: 1,
  DUPLICATE: 2,
  ACCEPTED: 3,
  ACCEPTED_WITH_QUARANTINE: 3,
  SUPERSEDED: 4,
};

/**
 * A file may be handed in without end, an item of the table may not grow so: it holds at most 400 kB, and a step
 * or a key takes about 100 bytes of it. The first show how it began, the last what is going on.
 */
const FIRST_KEPT = 10;
const LAST_KEPT = 190;

/** The middle of a long list goes, but not what `matters` there (the latest of it). */
function bounded<T>(list: readonly T[], matters: (item: T) => boolean = () => false): readonly T[] {
  if (list.length <= FIRST_KEPT + LAST_KEPT) return list;
  const kept = list.slice(FIRST_KEPT, -LAST_KEPT).filter(matters).slice(-FIRST_KEPT);
  return [...list.slice(0, FIRST_KEPT), ...kept, ...list.slice(-LAST_KEPT)];
}

const isEntering = ({ state }: HistoryStep): boolean => RANK[state] === RANK.ACCEPTED;
const tells = ({ state }: HistoryStep): boolean => RANK[state] >= RANK.ACCEPTED;

/** The record with one more step; the very same record when it has that step already. */
export function withStep(record: SubmissionRecord, step: HistoryStep): SubmissionRecord {
  const { history } = record;
  if (history.some(({ state, at }) => state === step.state && at === step.at)) return record;
  const steps = [...history, step].sort((a, b) => compareText(a.at, b.at) || RANK[a.state] - RANK[b.state]);
  return { ...record, state: stateAfter(record, step), history: bounded(steps, tells) };
}

function stateAfter(record: SubmissionRecord, step: HistoryStep): SubmissionState {
  if (RANK[step.state] !== RANK[record.state]) {
    return RANK[step.state] > RANK[record.state] ? step.state : record.state;
  }
  return decides(record, step) ? step.state : record.state;
}

/**
 * Whether the figures and findings kept are to be those of this step: of the earliest handing-in that was
 * entered, as readers of the ledger have it, else of the latest that was sent back.
 */
function decides({ history }: SubmissionRecord, step: HistoryStep): boolean {
  const entering = history.filter(isEntering);
  if (isEntering(step)) return entering.every(({ at }) => step.at <= at);
  return entering.length === 0 && history.every(({ state, at }) => state === 'RECEIVED' || at <= step.at);
}

/** What came of one handing-in, for its record. */
export interface Ended {
  /** The handing-in's place in the inbox. */
  readonly key: string;
  readonly step: HistoryStep;
  readonly seq?: number;
  readonly findings?: readonly Issue[];
}

/** The record with the end of a handing-in; the very same record when it knows of it. */
export function withEnd(record: SubmissionRecord, { key, step, seq, findings }: Ended): SubmissionRecord {
  const stepped = withStep(record, step);
  const known = record.handled.includes(key);
  if (stepped === record && known) return record;
  const decisive = decides(record, step);
  const place = decisive ? (seq ?? record.seq) : (record.seq ?? seq);
  return {
    ...stepped,
    handled: known ? record.handled : bounded([...record.handled, key]),
    ...(place === undefined ? {} : { seq: place }),
    findings: decisive && findings !== undefined ? findings : record.findings,
  };
}
