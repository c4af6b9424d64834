import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ObjectStore } from '#adapters/ports.ts';
import { hashBytes, hashText } from '#adapters/sha256.ts';
import { decodeDeclaration, encodeDeclaration } from '#domain/upload.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { collect, submission } from './samples.ts';

const PRIVATE = { contentType: 'text/plain; charset=utf-8', cache: 'private' } as const;
const MIB = 1024 * 1024;

describe('the object store', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'object-store-'));
  let engines: TestEngines;
  let bucket: string;
  let store: ObjectStore;

  beforeAll(async () => {
    engines = await startTestEngines({ dataDir });
  });
  beforeEach(() => {
    ({ name: bucket, store } = engines.bucket());
  });
  afterAll(async () => {
    await engines.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('keeps a text to the letter, under a key with any characters', async () => {
    const text = 'Sổ Công Khai: 36.083.709.341 đ\u0000\r\n“Uỷ ban” 🇻🇳\uFEFF';
    const key = 'a b/ế+c?&=#%25/“đ”.txt';
    await store.writeText(key, text, PRIVATE);
    expect(await store.readText(key)).toBe(text);
    expect(await hashBytes(store.read(key))).toBe(hashText(text));
    expect(await store.head(key)).toMatchObject({ bytes: Buffer.byteLength(text) });
    expect(await collect(store.keys('a b/'))).toEqual([key]);
  });

  it.each(['whole', 'as a stream'])('keeps an empty text, written %s, as one that is there', async (how) => {
    if (how === 'whole') await store.writeText('empty', '', PRIVATE);
    else await store.writeStream('empty', pieces([]), PRIVATE);
    expect(await store.readText('empty')).toBe('');
    expect(await collect(store.read('empty'))).toEqual([]);
    expect(await store.head('empty')).toMatchObject({ bytes: 0 });
  });

  it('tells a missing key by undefined, and throws on reading it', async () => {
    expect(await store.head('missing')).toBeUndefined();
    expect(await store.readText('missing')).toBeUndefined();
    await expect(collect(store.read('missing'))).rejects.toThrow(/key does not exist/);
  });

  it('returns the declaration that travelled as metadata', async () => {
    const declared = { ...submission('a').declaration, filename: 'Bảng thu “tháng 7”, bản 2.csv' };
    const Metadata = { declaration: encodeDeclaration(declared) };
    await engines.s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'upload', Body: 'x', Metadata }));
    const found = await store.head('upload');
    expect(decodeDeclaration(found?.metadata.declaration ?? '')).toEqual({ ok: true, value: declared });
  });

  it('has no version where the bucket keeps none', async () => {
    await store.writeText('a', 'x', PRIVATE);
    expect(await store.head('a')).not.toHaveProperty('versionId');
  });

  it.each([
    ['immutable', 'public, max-age=31536000, immutable'],
    ['pointer', 'no-cache'],
    ['private', 'private, no-store'],
  ] as const)('marks what is %s for caches, written whole or as a stream', async (cache, expected) => {
    const options = { contentType: 'application/json', cache };
    await store.writeText('whole', '{}', options);
    await store.writeStream('stream', pieces(['{}']), options);
    for (const Key of ['whole', 'stream']) {
      const { CacheControl, ContentType } = await engines.s3.send(
        new HeadObjectCommand({ Bucket: bucket, Key }),
      );
      expect({ CacheControl, ContentType }).toEqual({
        CacheControl: expected,
        ContentType: 'application/json',
      });
    }
  });

  it('replaces an object written again, by a shorter one too', async () => {
    await store.writeText('latest.json', 'x'.repeat(1000), PRIVATE);
    await store.writeText('latest.json', 'mới', PRIVATE);
    expect(await store.readText('latest.json')).toBe('mới');
    await store.writeStream('latest.json', pieces(['again']), PRIVATE);
    expect(await store.readText('latest.json')).toBe('again');
  });

  it('streams more than one request may carry, byte for byte, never far ahead of what is written', async () => {
    const line = `${'đồng,'.repeat(40)}\n`;
    const lines = Math.ceil((40 * MIB) / Buffer.byteLength(line));
    let given = 0;
    let written = 0;
    let furthestAhead = 0;
    const source = async function* () {
      for (let index = 0; index < lines; index++) {
        given += Buffer.byteLength(line);
        furthestAhead = Math.max(furthestAhead, given - written);
        yield line;
      }
    };
    engines.s3.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const { Body } = args.input as { Body?: unknown };
        if (Body instanceof Uint8Array) written += Body.byteLength;
        return result;
      },
      { step: 'initialize', name: 'countParts' },
    );
    await store.writeStream('big', source(), PRIVATE);
    engines.s3.middlewareStack.remove('countParts');

    expect(written).toBe(given);
    expect(furthestAhead).toBeLessThan(25 * MIB);
    expect(await store.head('big')).toMatchObject({ bytes: given });
    let largest = 0;
    const chunks = async function* () {
      for await (const chunk of store.read('big')) {
        largest = Math.max(largest, chunk.byteLength);
        yield chunk;
      }
    };
    expect(await hashBytes(chunks())).toBe(hashText(line.repeat(lines)));
    expect(largest).toBeLessThan(MIB);
  });

  it('leaves nothing behind when the source of a stream fails', async () => {
    const failing = async function* () {
      for (let mebibyte = 0; mebibyte < 15; mebibyte++) yield 'x'.repeat(MIB);
      throw new Error('the file ends here');
    };
    await expect(store.writeStream('half', failing(), PRIVATE)).rejects.toThrow('the file ends here');
    expect(await store.head('half')).toBeUndefined();
    expect(readdirSync(join(dataDir, 'objects', '_multipart'))).toEqual([]);
  });

  it('lets go of an object that is read only in part', async () => {
    await store.writeStream('big', pieces(Array.from({ length: 12 }, () => 'x'.repeat(MIB))), PRIVATE);
    for (let time = 0; time < 60; time++) {
      for await (const chunk of store.read('big')) {
        expect(chunk.byteLength).toBeGreaterThan(0);
        break;
      }
    }
    // More than the connections a client keeps: had they not been let go, this would wait for ever.
    expect(await store.head('big')).toMatchObject({ bytes: 12 * MIB });
  });

  it('lists more than a thousand keys of a prefix, in the order of their bytes, and removes them', async () => {
    const units = ['24@2025-07-01.QVNN', '24.QVNN', '24101.QVNN', 'TW.QVNN', 'a_b', 'A-b'];
    const names = units.flatMap((unit) => Array.from({ length: 170 }, (_, index) => `s/${unit}.${index}`));
    const put = async (from: number) => {
      for (let at = from; at < names.length; at += 8) await store.writeText(names[at] ?? '', '', PRIVATE);
    };
    await Promise.all(Array.from({ length: 8 }, (_, from) => put(from)));
    await store.writeText('t/other', 'stays', PRIVATE);

    expect(await collect(store.keys('s/'))).toEqual(names.toSorted());
    await store.remove([...names, 's/never-there']);
    expect(await collect(store.keys(''))).toEqual(['t/other']);
    await store.remove([]);
  });

  it('gives part of an object to a client that asks for a range', async () => {
    await store.writeText('a', '0123456789', PRIVATE);
    const { Body } = await engines.s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: 'a', Range: 'bytes=3-6' }),
    );
    expect(await Body?.transformToString()).toBe('3456');
  });
});

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}
