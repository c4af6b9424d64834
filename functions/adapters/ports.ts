/**
 * What the pipeline needs from the world. The handlers know these; only the adapters beside this file know
 * whose service stands behind them. Every method may throw: the caller does not catch, the queue redelivers.
 */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { SubmissionState } from '#domain/codes.ts';
import type { Instant } from '#domain/date.ts';
import type { Issue } from '#domain/finding.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { HistoryStep, Submission, SubmissionId } from '#domain/submission.ts';
import type { UnitId } from '#domain/units/unit.ts';

export interface StoredObject {
  readonly bytes: number;
  readonly metadata: Readonly<Record<string, string>>;
  /** Names these very bytes, also when the key is written again. Absent where the store keeps no versions. */
  readonly versionId?: string;
}

/** One bucket. Keys are written once or named by their content, so writing twice is harmless. */
export interface ObjectStore {
  /** Of that version, else of the newest; undefined when there is none. */
  head(key: string, versionId?: string): Promise<StoredObject | undefined>;
  /** The bytes in chunks, from the start. Throws when there is no such object. */
  read(key: string, versionId?: string): AsyncIterable<Uint8Array>;
  /** The whole of a small UTF-8 text; undefined when there is none. */
  readText(key: string): Promise<string | undefined>;
  writeText(key: string, text: string, options: WriteOptions): Promise<void>;
  /** Writes as the chunks come, in parts, without ever holding the whole. */
  writeStream(key: string, chunks: AsyncIterable<string | Uint8Array>, options: WriteOptions): Promise<void>;
  keys(prefix: string): AsyncIterable<string>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface WriteOptions {
  readonly contentType: string;
  /** immutable: may be cached for ever; pointer: must be asked for again; private: never leaves the account. */
  readonly cache: 'immutable' | 'pointer' | 'private';
  /** Kept with the object, ASCII. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A place in the ledger's sequence, claimed once and never changed. */
export type Slot =
  | {
      readonly seq: number;
      readonly type: 'submission';
      readonly submission: Submission;
      readonly summaryKey: string;
      readonly entriesKey: string;
    }
  | {
      readonly seq: number;
      readonly type: 'campaigns';
      readonly id: SubmissionId;
      readonly receivedAt: string;
      readonly campaignsJson: string;
    }
  | {
      readonly seq: number;
      readonly type: 'units';
      readonly id: SubmissionId;
      readonly receivedAt: Instant;
      /** Where the changes of units stand in the ledger's bucket. */
      readonly changesKey: string;
    };

/** A slot of one type. */
export type SlotOf<T extends Slot['type']> = Extract<Slot, { type: T }>;

/** Which slot content is being claimed; the sequence number is the ledger's to give. */
export type SlotContent = Slot extends infer S ? (S extends Slot ? Omit<S, 'seq'> : never) : never;

/** The working record of one handing-in, for people and for retries. Not part of the ledger. */
export interface SubmissionRecord {
  readonly id: SubmissionId;
  /** How often it was changed; absent: never. The table counts. */
  readonly version?: number;
  readonly state: SubmissionState;
  /** By instant. The first and the last where there are very many. */
  readonly history: readonly HistoryStep[];
  /** Ledger position when this submission was first seen: its slot, if any, lies after it. */
  readonly seenAtSeq: number;
  readonly seq?: number;
  /** Inbox keys of the handings-in that came to an end here: entered, sent back, or a duplicate. The first and the last of very many. */
  readonly handled: readonly string[];
  /** With the text of cells at fault: for the treasurer, never published. */
  readonly findings: readonly Issue[];
}

export interface Book {
  readonly unitId: UnitId;
  readonly fund: FundCode;
}

/** A book's present statement: where it is, and how many submissions it was made of. */
export interface StatementPointer extends Book {
  readonly key: string;
  readonly submissions: number;
  /** Where it is kept how bank lines and entries were put together: private. Only of books with statements of a bank. */
  readonly matches?: string;
}

export interface LedgerTable {
  /** The last claimed sequence number, 0 when empty. Strongly consistent. */
  head(): Promise<number>;
  /** The slot at that place. Strongly consistent. */
  slot(seq: number): Promise<Slot | undefined>;
  /** Slots after a place, in order. Strongly consistent. */
  slotsAfter(seq: number): AsyncIterable<Slot>;
  /**
   * The one conditional put that decides all races: true when this call took the place. False says only that
   * the place is taken: by another, or by this very call when its first answer was lost. So look who holds it.
   */
  claim(seq: number, content: SlotContent): Promise<boolean>;

  record(id: SubmissionId): Promise<SubmissionRecord | undefined>;
  /** Writes only when there is none yet; returns the one that stands. */
  firstRecord(record: SubmissionRecord): Promise<SubmissionRecord>;
  /**
   * Changes a record that stands, so that nobody's change is lost: `change` is run on the record as it is, and
   * again when another was quicker, or when the first answer was lost; so it must know its own work when it meets
   * it. Returning the very record that it was given leaves all as it is. Returns the record that stands then;
   * throws when there is none, or when others are quicker too often.
   */
  changeRecord(
    id: SubmissionId,
    change: (record: SubmissionRecord) => SubmissionRecord,
  ): Promise<SubmissionRecord>;
  /** All working records, or those whose id begins so. */
  records(prefix?: string): AsyncIterable<SubmissionRecord>;

  /** The index of a book: every accepted submission of it, superseded ones too. */
  addToBook(book: Book, slot: SlotOf<'submission'>): Promise<void>;
  submissionsOf(book: Book): Promise<readonly SlotOf<'submission'>[]>;
  /** Reference data in force: all imports of campaigns, by sequence. */
  addCampaigns(slot: SlotOf<'campaigns'>): Promise<void>;
  campaignImports(): Promise<readonly SlotOf<'campaigns'>[]>;
  /** Reference data in force: all imports of units, by sequence. */
  addUnits(slot: SlotOf<'units'>): Promise<void>;
  unitImports(): Promise<readonly SlotOf<'units'>[]>;

  /** Sets a book's statement unless one made of more submissions stands: a late worker never overwrites a newer one. */
  putStatement(pointer: StatementPointer): Promise<void>;
  statement(book: Book): Promise<StatementPointer | undefined>;
  /** Every book that has a statement. */
  statements(): AsyncIterable<StatementPointer>;
  /** Keeps why a message could not be handled, so that whoever finds it in a dead-letter queue can tell. */
  noteFailure(failure: Failure): Promise<void>;
  failures(): AsyncIterable<Failure>;

  /** Drops what is derived from the slots: indexes and statements. */
  dropDerived(): Promise<void>;
}

/** Why a queue's message was not handled, the last time it was tried. */
export interface Failure {
  readonly queue: string;
  readonly messageId: string;
  readonly reason: string;
}

/** A queue to send to. `group` keeps the order and one worker at a time; FIFO queues only. */
export interface Outbox<Message> {
  send(message: Message, options: { readonly group: string; readonly deduplication: string }): Promise<void>;
}

/** "Look again": at one book, or, without one, at the reference data that every page shows. */
export interface BookNote {
  readonly book?: Book;
  /** The slot of an import of campaigns: all pages that show campaigns are to be renewed. */
  readonly campaigns?: number;
  /** The slot of an import of units, because of which to look: the map is to be renewed, or this book's places. */
  readonly units?: number;
}

export type HashBytes = (chunks: AsyncIterable<Uint8Array>) => Promise<Sha256>;
