import type { ByteWriter, Utf8Encoder } from './byte-streams.ts';
import { crc32 } from './crc32.ts';

/** A part to be written, its bytes as they come. */
export interface ZipPart {
  readonly path: string;
  readonly chunks: AsyncIterable<string> | Iterable<string>;
}

/** 1 January 1980, the first day of the format: the same rows give the same file on every day. */
const DOS_DATE = 33;
const SIZES_FOLLOW = 8;
const UTF8_NAMES = 0x800;
const DEFLATE = 8;
const VERSION = 20;
const MAX_BYTES = 0xffffffff;

interface Written {
  readonly name: Uint8Array;
  readonly offset: number;
  crc: number;
  size: number;
  compressedSize: number;
}

/** A zip archive as it grows; of each part only some numbers are kept. Throws above 4 GiB. */
export async function* writeZip(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const written: Written[] = [];
  let offset = 0;
  for await (const { path, chunks } of parts) {
    const part: Written = { name: encoder.encode(path), offset, crc: 0, size: 0, compressedSize: 0 };
    written.push(part);
    const header = localHeader(part.name);
    yield header;
    for await (const bytes of deflate(measured(chunks, part, encoder))) {
      part.compressedSize += bytes.length;
      yield bytes;
    }
    if (part.size > MAX_BYTES) throw new Error('a part of a workbook is over 4 GiB');
    yield fields(16, [4, 0x08074b50], [4, part.crc], [4, part.compressedSize], [4, part.size]);
    offset += header.length + part.compressedSize + 16;
    if (offset > MAX_BYTES) throw new Error('a workbook is over 4 GiB');
  }
  let size = 0;
  for (const part of written) {
    const entry = directoryEntry(part);
    size += entry.length;
    yield entry;
  }
  const count = written.length;
  yield fields(22, [4, 0x06054b50], [4, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
}

async function* measured(
  chunks: ZipPart['chunks'],
  part: Written,
  encoder: Utf8Encoder,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of chunks) {
    const bytes = encoder.encode(chunk);
    part.crc = crc32(bytes, part.crc);
    part.size += bytes.length;
    yield bytes;
  }
}

async function* deflate(source: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const stream = new CompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const fed = feed(stream.writable.getWriter(), source);
  // Its failure comes out of `read`, too, and is thrown from there; not to be waited for is no failure.
  fed.catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) break;
      yield value;
    }
    await fed;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function feed(writer: ByteWriter, source: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> {
  try {
    for await (const bytes of source) await writer.write(bytes);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}

const localHeader = (name: Uint8Array): Uint8Array =>
  withName(
    fields(
      30,
      [4, 0x04034b50],
      [2, VERSION],
      [2, SIZES_FOLLOW | UTF8_NAMES],
      [2, DEFLATE],
      [2, 0],
      [2, DOS_DATE],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  );

const directoryEntry = ({ name, offset, crc, size, compressedSize }: Written): Uint8Array =>
  withName(
    fields(
      46,
      [4, 0x02014b50],
      [2, VERSION],
      [2, VERSION],
      [2, SIZES_FOLLOW | UTF8_NAMES],
      [2, DEFLATE],
      [2, 0],
      [2, DOS_DATE],
      [4, crc],
      [4, compressedSize],
      [4, size],
      [2, name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ),
    name,
  );

/** Little-endian numbers of two or four bytes, one after the other. */
function fields(length: number, ...numbers: readonly (readonly [2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of numbers) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

function withName(head: Uint8Array, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + name.length);
  bytes.set(head);
  bytes.set(name, head.length);
  return bytes;
}
