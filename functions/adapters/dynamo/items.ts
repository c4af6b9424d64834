/** What items look like when they come back. One that does not is a bug or damage, so parsing it throws. */
import * as v from 'valibot';
import { FundCodeSchema } from '#domain/campaigns/campaign.ts';
import { codesOf, SUBMISSION_STATES } from '#domain/codes.ts';
import { InstantSchema } from '#domain/date.ts';
import { IssueSchema } from '#domain/finding.ts';
import { HistoryStepSchema, type SubmissionId, SubmissionSchema } from '#domain/submission.ts';
import { UnitIdSchema } from '#domain/units/unit.ts';
import type { Failure, Slot, StatementPointer, SubmissionRecord } from '../ports.ts';
import type { Item } from './partition.ts';

const SubmissionIdSchema = v.pipe(
  v.string(),
  v.transform((s) => s as SubmissionId),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const SubmissionSlotSchema = v.object({
  seq: place,
  type: v.literal('submission'),
  submission: SubmissionSchema,
  summaryKey: v.string(),
  entriesKey: v.string(),
});

export const CampaignsSlotSchema = v.object({
  seq: place,
  type: v.literal('campaigns'),
  id: SubmissionIdSchema,
  receivedAt: v.string(),
  campaignsJson: v.string(),
});

export const UnitsSlotSchema = v.object({
  seq: place,
  type: v.literal('units'),
  id: SubmissionIdSchema,
  receivedAt: InstantSchema,
  changesKey: v.string(),
});

export const SlotSchema: v.GenericSchema<unknown, Slot> = v.variant('type', [
  SubmissionSlotSchema,
  CampaignsSlotSchema,
  UnitsSlotSchema,
]);

export const RecordSchema: v.GenericSchema<unknown, SubmissionRecord> = v.object({
  id: SubmissionIdSchema,
  version: v.exactOptional(count),
  state: v.picklist(codesOf(SUBMISSION_STATES)),
  history: v.array(HistoryStepSchema),
  seenAtSeq: count,
  seq: v.exactOptional(place),
  handled: v.array(v.string()),
  findings: v.array(IssueSchema),
});

export const StatementSchema: v.GenericSchema<unknown, StatementPointer> = v.object({
  unitId: UnitIdSchema,
  fund: FundCodeSchema,
  key: v.string(),
  submissions: count,
  matches: v.exactOptional(v.string()),
});

export const FailureSchema: v.GenericSchema<unknown, Failure> = v.object({
  queue: v.string(),
  messageId: v.string(),
  reason: v.string(),
});

/** Reads an item; throws naming its key and the fields at fault. */
export function read<T>(schema: v.GenericSchema<unknown, T>, item: Item): T {
  const parsed = v.safeParse(schema, item);
  if (parsed.success) return parsed.output;
  const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'item'}: ${issue.message}`);
  throw new Error(`unreadable item ${String(item.pk)} / ${String(item.sk)}: ${faults.join('; ')}`);
}

/** Reads items one by one as they are asked for. */
export async function* readEach<T>(
  schema: v.GenericSchema<unknown, T>,
  items: AsyncIterable<Item>,
): AsyncGenerator<T> {
  for await (const item of items) yield read(schema, item);
}

export async function readAll<T>(
  schema: v.GenericSchema<unknown, T>,
  items: AsyncIterable<Item>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of readEach(schema, items)) all.push(item);
  return all;
}
