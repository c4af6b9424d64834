import type { Book, Slot, SlotContent, SubmissionRecord } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Instant } from '#domain/date.ts';
import { parseIsoDate } from '#domain/date.ts';
import type { Finding } from '#domain/finding.ts';
import { vnd } from '#domain/money.ts';
import type { Submission, SubmissionId } from '#domain/submission.ts';
import type { UnitCode, UnitId } from '#domain/units/unit.ts';

export const BOOK: Book = { unitId: '24' as UnitId, fund: 'QVNN' as FundCode };

const day = (text: string) => {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`not a day: ${text}`);
  return date;
};
const AT = '2025-07-02T03:04:05.678Z' as Instant;

/** A submission of a book; `salt` makes its digest, so the same salt is the same file. */
export function submission(salt: string, book: Book = BOOK, findings: Finding[] = []): Submission {
  const digest = hashText(salt);
  return {
    id: `${book.unitId}.${book.fund}.contributions.${digest}` as SubmissionId,
    unitId: book.unitId,
    declaration: {
      unit: book.unitId.slice(0, 2) as UnitCode,
      fund: book.fund,
      kind: 'contributions',
      period: { from: day('2025-07-01'), to: day('2025-07-31') },
      openingVnd: vnd(0),
      receivedAt: AT,
      uploader: 'Nguyễn Thị Mẫu',
    },
    digest,
    bytes: 1234,
    state: 'ACCEPTED',
    rows: {
      total: 3,
      accepted: 2,
      quarantined: 0,
      ignored: 1,
      ignoredAs: { heading: 1, blank: 0, total: 0, title: 0, footer: 0 },
    },
    acceptedVnd: vnd(Number.MAX_SAFE_INTEGER),
    quarantinedVnd: vnd(-1),
    entries: 2,
    controlTotals: [],
    findings,
  };
}

type SubmissionSlot = Extract<Slot, { type: 'submission' }>;
type Content<S> = Omit<S, 'seq'> & SlotContent;

export const submissionContent = (
  salt: string,
  book: Book = BOOK,
  findings: Finding[] = [],
): Content<SubmissionSlot> => ({
  type: 'submission',
  submission: submission(salt, book, findings),
  summaryKey: `summaries/${salt}.json`,
  entriesKey: `entries/${salt}.jsonl`,
});

export const submissionSlot = (seq: number, salt: string, book: Book = BOOK): SubmissionSlot => ({
  ...submissionContent(salt, book),
  seq,
});

export const campaignsSlot = (seq: number): Extract<Slot, { type: 'campaigns' }> => ({
  seq,
  type: 'campaigns',
  id: `TW.QVNN.campaigns.${hashText(`campaigns ${seq}`)}` as SubmissionId,
  receivedAt: AT,
  campaignsJson: '{"campaigns":[{"code":"YAGI-2024","name":"Ủng hộ đồng bào"}]}',
});

export const unitsSlot = (seq: number): Extract<Slot, { type: 'units' }> => ({
  seq,
  type: 'units',
  id: `TW.QVNN.units.${hashText(`units ${seq}`)}` as SubmissionId,
  receivedAt: AT,
  changesKey: `public/units/${hashText(`changes ${seq}`)}.json`,
});

export const record = (salt: string, state: SubmissionRecord['state'] = 'RECEIVED'): SubmissionRecord => ({
  id: submission(salt).id,
  state,
  history: [{ state: 'RECEIVED', at: AT }],
  seenAtSeq: 0,
  handled: [`uploads/24/QVNN/contributions/${salt}`],
  findings: [],
});

/** As large as a grouped list of findings gets to be, so that few slots fill a page of a query. */
export const manyFindings = (): Finding[] =>
  Array.from({ length: 40 }, (_, index) => ({
    rule: `rule-${index}`,
    severity: 'warning',
    count: 20,
    rows: Array.from({ length: 20 }, (__, row) => row + 1),
    params: { heading: 'Nội dung '.repeat(20) },
  }));

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
