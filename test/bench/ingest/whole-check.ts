import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { checkFile } from '#domain/check/check-file.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { requestOf } from './request.ts';
import type { Seen } from './seen.ts';

/** What the command does with a file, up to its report. */
export async function read(file: string): Promise<Seen> {
  const hash = createHash('sha256');
  const hasher = {
    update: (bytes: Uint8Array) => {
      hash.update(bytes);
    },
    digest: () => hash.digest('hex') as Sha256,
  };
  const { report } = await checkFile(() => createReadStream(file), requestOf(), { hasher });
  return { rows: report.accepted, totalVnd: report.sumVnd };
}
