import { ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { drain, type Failure } from './byte-streams.ts';
import { useZip } from './zip-settings.ts';

/** A part to be written, its bytes as they come. */
export interface ZipPart {
  readonly path: string;
  readonly chunks: AsyncIterable<string> | Iterable<string>;
}

const OPTIONS = {
  /** 1 January 1980, the first day of the format: the same rows give the same file on every day. */
  rawLastModDate: 33 << 16,
  extendedTimestamp: false,
  /** Any size below 4 GiB: an unknown one would make a zip64 entry, which not every office program opens. */
  uncompressedSize: 0,
} as const;

/** A zip archive as it grows; of each part only some numbers are kept. Throws above 4 GiB. */
export async function* writeZip(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
): AsyncGenerator<Uint8Array> {
  useZip();
  const { readable, writable } = new TransformStream();
  const work: Promise<Failure> = addAll(new ZipWriter(writable), parts).then(
    () => undefined,
    async (error: unknown) => {
      await writable.abort(error).catch(() => undefined);
      return { error };
    },
  );
  yield* drain(readable.getReader(), work);
}

async function addAll(
  zip: ZipWriter<unknown>,
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
): Promise<void> {
  for await (const { path, chunks } of parts) {
    const iterator =
      Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
    try {
      await zip.add(path, byteStream(iterator), OPTIONS);
    } finally {
      await iterator.return?.();
    }
  }
  await zip.close();
}

function byteStream(chunks: AsyncIterator<string> | Iterator<string>): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(sink) {
      const next = await chunks.next();
      if (next.done === true) sink.close();
      else sink.enqueue(encoder.encode(next.value));
    },
  });
}
