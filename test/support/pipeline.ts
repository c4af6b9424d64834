/**
 * The whole pipeline on the embedded engines, driven message by message in this process: what Lambda and the
 * queues do, in an order that a test decides.
 */

import { createHash } from 'node:crypto';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { BookNote, LedgerTable, ObjectStore, Outbox, SubmissionRecord } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import type { Instant } from '#domain/date.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Declaration } from '#domain/submission.ts';
import { DECLARATION_FIELD, encodeDeclaration, UPLOAD_PREFIX, uploadKey } from '#domain/upload.ts';
import { BookNoteSchema } from '#handlers/book-note.ts';
import type { Upload } from '#handlers/ingest/event.ts';
import { ingest } from '#handlers/ingest/ingest.ts';
import { publishNote } from '#handlers/publish/publish.ts';
import { reconcileNote } from '#handlers/reconcile/reconcile.ts';
import { unitsInForce } from '#handlers/units-in-force.ts';
import type { TestEngines, TestQueue } from './engines.ts';

const DEFAULT_MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The stores as the handlers see them; a test may wrap them to count or to fail. */
export interface Ports {
  readonly inbox: ObjectStore;
  readonly ledger: ObjectStore;
  readonly site: ObjectStore;
  readonly table: LedgerTable;
  readonly toReconcile: Outbox<BookNote>;
  readonly toPublish: Outbox<BookNote>;
}

export interface Pipeline extends Ports {
  readonly maxFileBytes: number;
  readonly reconcileQueue: TestQueue<BookNote>;
  readonly publishQueue: TestQueue<BookNote>;
}

export async function makePipeline(
  engines: TestEngines,
  maxFileBytes = DEFAULT_MAX_FILE_BYTES,
): Promise<Pipeline> {
  const reconcileQueue = engines.queue<BookNote>();
  const publishQueue = engines.queue<BookNote>();
  const { ledger: table } = await engines.table();
  return {
    maxFileBytes,
    inbox: engines.bucket().store,
    ledger: engines.bucket().store,
    site: engines.bucket().store,
    table,
    reconcileQueue,
    publishQueue,
    toReconcile: reconcileQueue.outbox,
    toPublish: publishQueue.outbox,
  };
}

/** Puts a file into the inbox as every uploader does, and gives the event that the store would send. */
export async function upload(
  { inbox }: Pick<Ports, 'inbox'>,
  bytes: Uint8Array,
  declaration: Declaration,
): Promise<Upload> {
  const digest = createHash('sha256').update(bytes).digest('hex') as Sha256;
  const key = uploadKey(declaration, digest);
  await inbox.writeStream(key, chunksOf(bytes), {
    contentType: 'text/csv',
    cache: 'private',
    metadata: { [DECLARATION_FIELD]: encodeDeclaration(declaration) },
  });
  return { key, at: instant(declaration.receivedAt) };
}

/** As the store's event tells it. */
export const instant = (text: string): Instant => new Date(Date.parse(text)).toISOString() as Instant;

/** A file dropped into the inbox by hand, with no declaration. */
export async function drop({ inbox }: Pick<Ports, 'inbox'>, name: string, text: string): Promise<Upload> {
  const key = `${UPLOAD_PREFIX}${name}`;
  await inbox.writeText(key, text, { contentType: 'text/csv', cache: 'private' });
  return { key, at: instant('2026-01-01T00:00:00Z') };
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const depsOf = (ports: Ports, maxFileBytes: number) => ({
  ...ports,
  units: unitsInForce(ports.table, ports.ledger),
  maxFileBytes,
});

export const runIngest = (pipeline: Pipeline, event: Upload, ports: Ports = pipeline) =>
  ingest(event, { ...depsOf(ports, pipeline.maxFileBytes), outbox: ports.toReconcile });

export const runReconcile = (pipeline: Pipeline, note: BookNote, ports: Ports = pipeline) =>
  reconcileNote(note, { ...depsOf(ports, pipeline.maxFileBytes), outbox: ports.toPublish });

export const runPublish = (pipeline: Pipeline, note: BookNote, ports: Ports = pipeline) =>
  publishNote(note, depsOf(ports, pipeline.maxFileBytes));

/** Takes every message that waits, handles it, and takes it off; until both queues are empty. */
export async function drain(
  engines: TestEngines,
  pipeline: Pipeline,
  ports: Ports = pipeline,
): Promise<void> {
  let handled: number;
  do {
    handled = await each(engines, pipeline.reconcileQueue, (note) => runReconcile(pipeline, note, ports));
    handled += await each(engines, pipeline.publishQueue, (note) => runPublish(pipeline, note, ports));
  } while (handled > 0);
}

/** Handles what one queue has waiting; returns how many messages. */
export async function each(
  engines: TestEngines,
  queue: TestQueue<BookNote>,
  handle: (note: BookNote) => Promise<unknown>,
): Promise<number> {
  let handled = 0;
  for (;;) {
    const messages = await receive(engines, queue);
    if (messages.length === 0) return handled;
    for (const { Body, ReceiptHandle } of messages) {
      await handle(v.parse(v.pipe(v.string(), v.parseJson(), BookNoteSchema), Body));
      await engines.sqs.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle }));
      handled += 1;
    }
  }
}

async function receive(engines: TestEngines, { url }: TestQueue<BookNote>): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: url,
    MaxNumberOfMessages: 10,
    VisibilityTimeout: 60,
  });
  return (await engines.sqs.send(command)).Messages ?? [];
}

/** The working record of a handing-in, by its place in the inbox. */
export async function recordOf(
  { table }: Pick<Ports, 'table'>,
  key: string,
): Promise<SubmissionRecord | undefined> {
  for await (const record of table.records()) if (record.handled.includes(key)) return record;
  return undefined;
}

/** Every public byte: text by key, in order of key. */
export async function publicBytes(site: ObjectStore): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const key of site.keys('')) texts.set(key, (await site.readText(key)) ?? '');
  return texts;
}

/** One hash over the public tree that the pointer names: what two runs must agree on. */
export async function snapshotHash(site: ObjectStore): Promise<string> {
  return hashText((await site.readText('data/latest.json')) ?? 'nothing');
}
