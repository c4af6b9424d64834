import { configure } from '@zip.js/zip.js/lib/zip-core-custom.js';

/**
 * DEFLATE is the engine's own. No workers: the pages forbid those made of blobs, and a check runs in one already.
 * The library counts work under way against `maxWorkers` all the same, and lets what is beyond wait for others to
 * end: a workbook that is written while another is read would stand still.
 */
export const useZip = (): void =>
  configure({ useWebWorkers: false, maxWorkers: 1_000_000, chunkSize: CHUNK_BYTES });

/** Stored bytes that are inflated at a time. */
const CHUNK_BYTES = 64 * 1024;
