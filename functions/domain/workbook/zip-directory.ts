import type { StrictDecoder } from './byte-streams.ts';
import { WORKBOOK_LIMITS } from './limits.ts';
import { damaged, refusal, tooLarge } from './refusal.ts';

/** An entry of a zip archive, as its central directory declares it. */
export interface ZipEntry {
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  /** Inflated, as declared: never believed, only held against what comes out. */
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** Entries by path, folded: parts of a package are named without regard to case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

export const partKey = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const NONE_32 = 0xffffffff;
const SUSPICIOUS = 1024 * 1024;

/** Reads the central directory. Throws a Refusal when it is damaged or declares more than we take. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = directoryPlace(view);
  if (count > WORKBOOK_LIMITS.parts) throw tooLarge('parts');
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = start;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged('zip directory');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const name = partKey(decodeName(decoder, bytes.subarray(at + 46, nameEnd)));
    const entry = readEntry(view, at, nameEnd, extraEnd);
    total += entry.size;
    if (total > WORKBOOK_LIMITS.bytes) throw tooLarge('bytes');
    if (entry.size > SUSPICIOUS && entry.size > entry.compressedSize * WORKBOOK_LIMITS.ratio) {
      throw tooLarge('ratio');
    }
    // Two parts of one name: readers differ in which one they show, so neither can be trusted.
    if (entries.has(name)) throw damaged('zip entry twice');
    entries.set(name, entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

function decodeName(decoder: StrictDecoder, name: Uint8Array): string {
  try {
    return decoder.decode(name);
  } catch (error) {
    if (error instanceof TypeError) throw damaged('zip entry name');
    throw error;
  }
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function directoryPlace(view: DataView): { count: number; start: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    return count === 0xffff || start === NONE_32 ? directoryPlace64(view, at) : { count, start };
  }
  throw damaged('no zip directory');
}

function directoryPlace64(view: DataView, end: number): { count: number; start: number } {
  if (end < 20 || view.getUint32(end - 20, true) !== LOCATOR_64) throw damaged('zip64 locator');
  const record = uint64(view, end - 12);
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== END_64) throw damaged('zip64 record');
  return { count: uint64(view, record + 32), start: uint64(view, record + 48) };
}

function readEntry(view: DataView, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  if ((view.getUint16(at + 8, true) & 1) === 1) throw refusal('WORKBOOK_ENCRYPTED');
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw damaged('zip method');
  const sizes = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ] as [number, number, number];
  if (sizes.includes(NONE_32)) widen(view, sizes, nameEnd, extraEnd);
  const [size, compressedSize, offset] = sizes;
  return {
    method: method === 0 ? 'stored' : 'deflated',
    crc: view.getUint32(at + 16, true),
    size,
    compressedSize,
    offset,
  };
}

/** Zip64: whatever does not fit 32 bits stands in an extra field, in this order. */
function widen(view: DataView, sizes: number[], from: number, to: number): void {
  for (let at = from; at + 4 <= Math.min(to, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const [i, size] of sizes.entries()) {
      if (size !== NONE_32) continue;
      sizes[i] = uint64(view, value);
      value += 8;
    }
    return;
  }
  throw damaged('zip64 field');
}

function uint64(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) throw damaged('zip64 number');
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw damaged('zip64 number');
  return value;
}
