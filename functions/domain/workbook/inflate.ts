import type { ByteReader, ByteWriter, StrictDecoder } from './byte-streams.ts';
import { crc32 } from './crc32.ts';
import { damaged } from './refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const PORTION = 64 * 1024;

/**
 * An entry's bytes as text, in portions. Whatever the directory declares, never more comes out than that: an
 * entry that holds more, holds less, or has another check sum is damaged (Refusal). A flipped bit in an amount
 * would otherwise be read as another amount.
 */
export async function* inflateText(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let crc = 0;
  for await (const portion of inflate(storedBytes(bytes, entry), entry.method)) {
    size += portion.length;
    if (size > entry.size) throw damaged('zip entry longer than declared');
    crc = crc32(portion, crc);
    yield decode(decoder, portion);
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged('zip check sum');
  yield decode(decoder);
}

/** OPC parts are UTF-8 wherever we have seen them; UTF-16 is allowed and nobody writes it. */
function decode(decoder: StrictDecoder, portion?: Uint8Array): string {
  try {
    return portion === undefined ? decoder.decode() : decoder.decode(portion, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) throw damaged('not UTF-8');
    throw error;
  }
}

function storedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw damaged('zip local header');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.compressedSize > bytes.length) throw damaged('zip entry cut off');
  // Files are never in memory that is shared: only the types allow for it.
  return bytes.subarray(start, start + entry.compressedSize) as Uint8Array<ArrayBuffer>;
}

async function* inflate(
  stored: Uint8Array<ArrayBuffer>,
  method: ZipEntry['method'],
): AsyncGenerator<Uint8Array> {
  if (method === 'stored') {
    for (let at = 0; at < stored.length; at += PORTION) yield stored.subarray(at, at + PORTION);
    return;
  }
  const stream = new DecompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const fed = feed(stream.writable.getWriter(), stored);
  try {
    for (;;) {
      const { done, value } = await read(reader);
      if (done || value === undefined) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    await fed;
  }
}

/** The stream fails for one reason only: its bytes. Engines disagree about the class of that error. */
const read = (reader: ByteReader) =>
  reader.read().catch(() => {
    throw damaged('zip entry does not inflate');
  });

/** Portion by portion, so that a bomb is given up before it is inflated. What fails here fails in `read`, too. */
async function feed(writer: ByteWriter, stored: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    for (let at = 0; at < stored.length; at += PORTION) await writer.write(stored.subarray(at, at + PORTION));
    await writer.close();
  } catch {
    await writer.abort().catch(() => undefined);
  }
}
