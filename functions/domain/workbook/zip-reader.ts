import { type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { drain, type Failure, type StrictDecoder } from './byte-streams.ts';
import { WORKBOOK_LIMITS } from './limits.ts';
import { damaged, Refusal, refusal, tooLarge } from './refusal.ts';
import { useZip } from './zip-settings.ts';

/** An entry of a zip archive; what its directory declares is never believed, only held against what comes out. */
export type ZipEntry = Pick<FileEntry, 'uncompressedSize' | 'getData'>;

/** Entries by path, folded: parts of a package are named without regard to case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

export const partKey = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const SUSPICIOUS = 1024 * 1024;

/** Reads the central directory. Throws a Refusal when it is damaged or declares more than we take. */
export async function readZipDirectory(bytes: Uint8Array): Promise<ZipDirectory> {
  useZip();
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  // Names are never written to a disk; some programs begin them with a slash.
  const archive = new ZipReader(new Uint8ArrayReader(bytes), { filenameValidation: 'tolerant' });
  try {
    for await (const entry of archive.getEntriesGenerator()) {
      if (entries.size >= WORKBOOK_LIMITS.parts) throw tooLarge('parts');
      total += entry.uncompressedSize;
      if (total > WORKBOOK_LIMITS.bytes) throw tooLarge('bytes');
      refuseEntry(entry);
      if (entry.directory) continue;
      const name = partKey(entry.filename);
      // Two parts of one name: readers differ in which one they show, so neither can be trusted.
      if (entries.has(name)) throw damaged('zip entry twice');
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged('zip directory');
  }
  return entries;
}

type Declared = Pick<FileEntry, 'encrypted' | 'uncompressedSize' | 'compressedSize'>;

function refuseEntry({ encrypted, uncompressedSize, compressedSize }: Declared): void {
  if (encrypted) throw refusal('WORKBOOK_ENCRYPTED');
  if (uncompressedSize > SUSPICIOUS && uncompressedSize > compressedSize * WORKBOOK_LIMITS.ratio) {
    throw tooLarge('ratio');
  }
}

/**
 * An entry's bytes as text, in portions. Whatever the directory declares, never more comes out than that: an
 * entry that holds more, holds less, or has another check sum is damaged (Refusal). A flipped bit in an amount
 * would otherwise be read as another amount.
 */
export async function* inflateText(entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const { readable, writable } = new TransformStream();
  const work: Promise<Failure> = entry.getData(writable, { checkCrc32: true }).then(
    () => undefined,
    async () => {
      // What fails before the first byte leaves the stream open.
      await writable.abort().catch(() => undefined);
      return { error: damaged('zip entry') };
    },
  );
  for await (const portion of drain(readable.getReader(), work)) yield decode(decoder, portion);
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
