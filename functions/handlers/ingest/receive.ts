import type { ObjectStore } from '#adapters/ports.ts';
import type { Finding } from '#domain/finding.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Declaration } from '#domain/submission.ts';
import { DECLARATION_FIELD, declarationFieldName, decodeDeclaration } from '#domain/upload.ts';
import type { Upload } from './event.ts';

/** A file in the inbox with what was declared about it. */
export interface Received {
  readonly upload: Upload;
  readonly declaration: Declaration;
}

/** Reads what came with the file; without a readable declaration, or too large, it is not read any further. */
export async function receive(
  upload: Upload,
  inbox: ObjectStore,
  maxFileBytes: number,
): Promise<Result<Received, Finding>> {
  const object = await inbox.head(upload.key, upload.versionId);
  if (object === undefined) throw new Error(`inbox object ${upload.key} is gone`);
  const declaration = decodeDeclaration(object.metadata[DECLARATION_FIELD] ?? '');
  if (!declaration.ok) {
    const fields = declaration.error.map(declarationFieldName).join(', ');
    return err({ rule: 'DECLARATION_INVALID', severity: 'error', count: 1, params: { fields } });
  }
  if (object.bytes > maxFileBytes) {
    const params = { bytes: object.bytes, limit: maxFileBytes };
    return err({ rule: 'FILE_TOO_LARGE', severity: 'error', count: 1, params });
  }
  return ok({ upload, declaration: declaration.value });
}
