import { createReadStream } from 'node:fs';
import { Upload } from '@aws-sdk/lib-storage';
import { hashBytes } from '#adapters/sha256.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Declaration } from '#domain/submission.ts';
import { DECLARATION_FIELD, encodeDeclaration, uploadKey } from '#domain/upload.ts';
import type { Clients } from './connection.ts';

/** The engines take at most 11 MiB in one request; S3 wants parts of at least 5. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_UNDER_WAY = 2;

/** The digest of a file's bytes, in memory that does not grow with it. */
export const digestOf = (file: string): Promise<Sha256> => hashBytes(createReadStream(file));

/** Puts a file into the inbox with what was declared about it; returns its key. The event follows by itself. */
export async function handIn(
  { s3: client }: Clients,
  inboxBucket: string,
  file: string,
  declaration: Declaration,
  digest: Sha256,
): Promise<string> {
  const key = uploadKey(declaration, digest);
  const params = {
    Bucket: inboxBucket,
    Key: key,
    Body: createReadStream(file),
    ContentType: contentTypeOf(file, declaration),
    Metadata: { [DECLARATION_FIELD]: encodeDeclaration(declaration) },
  };
  await new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_UNDER_WAY }).done();
  return key;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** By the file's name: what it truly is, its bytes tell to whoever reads it. */
const contentTypeOf = (file: string, { kind }: Declaration): string =>
  kind === 'campaigns' ? 'application/json' : /\.xlsx$/i.test(file) ? XLSX : 'text/csv';
