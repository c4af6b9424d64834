import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionRecord } from '#adapters/ports.ts';
import { renderFinding } from '#domain/rules/render.ts';
import { DECLARATION_FIELD, encodeDeclaration, uploadKey } from '#domain/upload.ts';
import type { Upload } from '#handlers/ingest/event.ts';
import { declare } from '#test/domain/validate/support.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  drain,
  instant,
  makePipeline,
  type Pipeline,
  publicBytes,
  recordOf,
  runIngest,
  upload,
} from '#test/support/pipeline.ts';
import { BAD_INPUTS, type BadInput, GOOD_FILE } from './bad-inputs.ts';

let engines: TestEngines;
let pipeline: Pipeline;
const CAP_BYTES = 128 * 2 ** 20;

beforeAll(async () => {
  engines = await startTestEngines({ tableEngine: 'dynalite' });
  pipeline = await makePipeline(engines, CAP_BYTES);
});
afterAll(() => engines.stop());

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function hand({ bytes, declaration, garbled }: BadInput): Promise<Upload> {
  if (garbled === undefined) return upload(pipeline, bytes, declaration);
  const key = uploadKey(declaration, digestOf(bytes) as never);
  await pipeline.inbox.writeText(key, Buffer.from(bytes).toString('utf8'), {
    contentType: 'text/csv',
    cache: 'private',
    ...(garbled === '' ? {} : { metadata: { [DECLARATION_FIELD]: garbled } }),
  });
  return { key, at: instant(declaration.receivedAt) };
}

async function mustHaveRecord({ key }: Upload): Promise<SubmissionRecord> {
  const record = await recordOf(pipeline, key);
  if (record === undefined) throw new Error('no record');
  return record;
}

async function keysOf(store: Pipeline['ledger']): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.keys('')) keys.push(key);
  return keys;
}

async function expectNothingEntered(): Promise<void> {
  expect(await pipeline.table.head()).toBe(0);
  expect(await keysOf(pipeline.ledger)).toEqual([]);
  await drain(engines, pipeline);
  expect(await keysOf(pipeline.site)).toEqual([]);
}

async function expectSentBack(record: SubmissionRecord, rule: string, { key }: Upload): Promise<void> {
  const [first] = record.findings;
  expect(record).toMatchObject({ state: 'REJECTED', handled: [key] });
  expect(record.history.map(({ state }) => state)).toEqual(['RECEIVED', 'REJECTED']);
  expect(record.history.at(-1)?.because).toBe(rule);
  if (first === undefined) throw new Error('no reason');
  expect(first.rule).toBe(rule);
  const { title, what, fix } = renderFinding(first);
  expect(`${title} ${what} ${fix}`).not.toMatch(/[{}]|\[…\]/);
}

describe('a bad file is sent back with its reason, kept, and nothing of it entered', () => {
  it.each(BAD_INPUTS.map((input) => [input.name, input.rule, input] as const))(
    '%s: %s',
    async (_name, rule, input) => {
      const event = await hand(input);
      await runIngest(pipeline, event);
      await expectSentBack(await mustHaveRecord(event), rule, event);
      const kept = createHash('sha256');
      for await (const chunk of pipeline.inbox.read(event.key)) kept.update(chunk);
      expect(kept.digest('hex')).toBe(digestOf(input.bytes));
      await expectNothingEntered();
    },
  );

  it('larger than the cap', async () => {
    const declaration = declare({ receivedAt: '2025-01-15T03:00:00Z' });
    const event = await upload(pipeline, GOOD_FILE, declaration);
    const small: Pipeline = { ...pipeline, maxFileBytes: GOOD_FILE.length - 1 };
    await runIngest(small, event);
    const record = await mustHaveRecord(event);
    await expectSentBack(record, 'FILE_TOO_LARGE', event);
    expect(record.findings[0]?.params).toEqual({ bytes: GOOD_FILE.length, limit: GOOD_FILE.length - 1 });
    await expectNothingEntered();
  });

  it('one line of 64 MB', async () => {
    const declaration = declare({ receivedAt: '2025-01-15T03:00:01Z' });
    const hash = createHash('sha256');
    async function* chunks() {
      for (let i = 0; i < 1024; i += 1) {
        const chunk = Buffer.alloc(64 * 1024, 'x');
        hash.update(chunk);
        yield chunk;
      }
    }
    const key = 'uploads/gigantic';
    await pipeline.inbox.writeStream(key, chunks(), {
      contentType: 'text/csv',
      cache: 'private',
      metadata: { [DECLARATION_FIELD]: encodeDeclaration(declaration) },
    });
    const event = { key, at: instant(declaration.receivedAt) };
    await runIngest(pipeline, event);
    const record = await mustHaveRecord(event);
    await expectSentBack(record, 'LINE_TOO_LONG', event);
    await expectNothingEntered();
  });

  it('handed in again it is sent back again, and its record stays one', async () => {
    const [input] = BAD_INPUTS;
    if (input === undefined) throw new Error('no input');
    const event = await hand(input);
    await runIngest(pipeline, event);
    await expectSentBack(await mustHaveRecord(event), input.rule, event);
  });

  it('a file dropped in by hand with a name of a thousand letters has its record too', async () => {
    const event = { key: `uploads/${'ă'.repeat(500)}`, at: instant(declare().receivedAt) };
    await pipeline.inbox.writeText(event.key, 'x', { contentType: 'text/csv', cache: 'private' });
    await runIngest(pipeline, event);
    const record = await mustHaveRecord(event);
    expect(record.state).toBe('REJECTED');
  });

  it('and the next good file goes on to the site', async () => {
    await runIngest(
      pipeline,
      await upload(pipeline, GOOD_FILE, declare({ receivedAt: '2025-01-15T04:00:00Z' })),
    );
    await drain(engines, pipeline);
    expect(await pipeline.table.head()).toBe(1);
    const bytes = [...(await publicBytes(pipeline.site)).values()].join('');
    expect(bytes).toContain('1000000');
    expect(bytes).not.toContain('REJECTED');
  });
});
