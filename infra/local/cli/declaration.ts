import { statSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { type Declaration, DeclarationSchema } from '#domain/submission.ts';
import { cut } from '#domain/text.ts';
import { declarationFieldName } from '#domain/upload.ts';
import { usageError } from './failure.ts';

/** The one file that was named, which must be there. @param act what is done with it */
export function oneFile(positionals: readonly string[], act = 'nộp'): string {
  const [file, ...others] = positionals;
  if (file === undefined) throw usageError(`Thiếu tên tệp cần ${act}.`);
  if (others.length > 0) throw usageError(`Mỗi lần chỉ ${act} một tệp; thừa: ${others.join(' ')}`);
  return fileAt(file);
}

/** The path of a file, which must be there. */
export function fileAt(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw usageError(`Không tìm thấy tệp ${file}. Kiểm tra lại tên và thư mục.`);
  if (!found.isFile()) throw usageError(`${file} không phải là tệp.`);
  return file;
}

/** Object metadata holds 2 kB, and a Vietnamese letter takes nine characters of it. */
const FILENAME_CHARS = 100;

/** A file's name as it travels with the file. */
export const filenameOf = (file: string): string => cut(basename(file), FILENAME_CHARS).toWellFormed();

/**
 * The declaration as ingest will read it: what it would send back is refused before anything is uploaded.
 * Throws CliFailure naming the fields at fault.
 */
export function checkedDeclaration(declaration: Declaration): Declaration {
  const parsed = v.safeParse(DeclarationSchema, declaration);
  if (parsed.success) return parsed.output;
  const fields = parsed.issues.map((issue) => declarationFieldName(v.getDotPath(issue) ?? 'declaration'));
  throw usageError(`Tờ khai có chỗ không hợp lệ: ${[...new Set(fields)].join(', ')}. Xem lại các tuỳ chọn.`);
}
