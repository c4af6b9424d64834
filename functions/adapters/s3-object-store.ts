import { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { ObjectStore, StoredObject, WriteOptions } from './ports.ts';

const CACHE_CONTROL: Record<WriteOptions['cache'], string> = {
  immutable: 'public, max-age=31536000, immutable',
  pointer: 'no-cache',
  private: 'private, no-store',
};

/** Two parts under way at most: a stream costs about three parts of memory, however long it is. */
const PART_BYTES = 5 * 1024 * 1024;
const PARTS_UNDER_WAY = 2;
/** Pieces of text are handed on in blocks of about this size; one at a time they would cost more than their bytes. */
const BLOCK_CHARS = 64 * 1024;
/** The most that one DeleteObjects takes. */
const KEYS_PER_DELETE = 1000;

/**
 * The objects of one bucket. A key that is not there is told from a call that is not allowed only where the
 * caller may also list the bucket; otherwise S3 refuses both alike, and this throws.
 */
export const s3ObjectStore = (client: S3Client, bucket: string): ObjectStore => ({
  head: (key, versionId) => head(client, bucket, key, versionId),
  read: (key, versionId) => read(client, bucket, key, versionId),
  readText: (key) => readText(client, bucket, key),
  async writeText(key, text, options) {
    const Body = Buffer.from(text, 'utf8');
    await client.send(
      // The length is told because the SDK takes an empty body for a stream of unknown length.
      new PutObjectCommand({ ...target(bucket, key, options), Body, ContentLength: Body.byteLength }),
    );
  },
  async writeStream(key, chunks, options) {
    const Body = Readable.from(blocks(chunks), { highWaterMark: 1 });
    const params = { ...target(bucket, key, options), Body };
    // Nothing appears under the key before the last part is in; on a failure the parts are dropped.
    await new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_UNDER_WAY }).done();
  },
  keys: (prefix) => keys(client, bucket, prefix),
  remove: (gone) => remove(client, bucket, gone),
});

const target = (bucket: string, key: string, options: WriteOptions) => ({
  Bucket: bucket,
  Key: key,
  ContentType: options.contentType,
  CacheControl: CACHE_CONTROL[options.cache],
  Metadata: options.metadata,
});

async function head(
  client: S3Client,
  bucket: string,
  key: string,
  versionId: string | undefined,
): Promise<StoredObject | undefined> {
  try {
    const found = await client.send(
      new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
    return {
      bytes: found.ContentLength ?? 0,
      metadata: found.Metadata ?? {},
      ...(found.VersionId !== undefined && { versionId: found.VersionId }),
    };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

async function* read(
  client: S3Client,
  bucket: string,
  key: string,
  versionId: string | undefined,
): AsyncGenerator<Uint8Array> {
  const { Body } = await client.send(
    new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
  );
  if (!(Body instanceof Readable)) throw new Error(`no body to read: ${bucket}/${key}`);
  // Leaving the loop early destroys the stream and with it the connection.
  yield* Body as AsyncIterable<Uint8Array>;
}

async function readText(client: S3Client, bucket: string, key: string): Promise<string | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return await Body?.transformToString('utf-8');
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function* keys(client: S3Client, bucket: string, prefix: string): AsyncGenerator<string> {
  let ContinuationToken: string | undefined;
  do {
    const page: ListObjectsV2CommandOutput = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken }),
    );
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}

async function remove(client: S3Client, bucket: string, gone: readonly string[]): Promise<void> {
  for (let start = 0; start < gone.length; start += KEYS_PER_DELETE) {
    const Objects = gone.slice(start, start + KEYS_PER_DELETE).map((Key) => ({ Key }));
    const { Errors } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    const failed = Errors?.[0];
    if (failed)
      throw new Error(`${Errors.length} keys not removed; ${failed.Key}: ${failed.Code} ${failed.Message}`);
  }
}

/** Bytes as they come; texts gathered into blocks. One stream is either bytes or texts. */
async function* blocks(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces: string[] = [];
  let chars = 0;
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    pieces.push(chunk);
    chars += chunk.length;
    if (chars < BLOCK_CHARS) continue;
    yield Buffer.from(pieces.join(''), 'utf8');
    pieces = [];
    chars = 0;
  }
  if (chars > 0) yield Buffer.from(pieces.join(''), 'utf8');
}
