import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TABLE_KINDS } from '#domain/codes.ts';
import { templateCsv, templateWorkbook } from '#domain/workbook/template.ts';
import { COMMON_OPTIONS } from './common.ts';
import { EXIT, type ExitCode, usageError } from './failure.ts';
import type { Output } from './output.ts';
import { tableKind } from './reading-arguments.ts';

const OPTIONS = { ...COMMON_OPTIONS, kind: { type: 'string' }, out: { type: 'string' } } as const;

/** `template --kind K --out FILE`: a file to fill in, with drop-down lists where it is a workbook. */
export async function template(args: readonly string[], _open: unknown, output: Output): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.kind === undefined) throw usageError('Thiếu --kind.');
  if (values.out === undefined || values.out === '') throw usageError('Thiếu --out.');
  const kind = tableKind(values.kind);
  const { out } = values;
  const bytes = /\.xlsx$/i.test(out)
    ? await templateWorkbook(kind)
    : /\.csv$/i.test(out)
      ? templateCsv(kind)
      : undefined;
  if (bytes === undefined) throw usageError(`--out ${out}: tên tệp phải kết thúc bằng .csv hoặc .xlsx.`);
  try {
    // Never over a file that may already be filled in.
    writeFileSync(out, bytes, { flag: 'wx' });
  } catch (error) {
    throw usageError(`Không ghi được ${out}: tệp đã có, hoặc thư mục không ghi được. Chọn tên khác.`, error);
  }
  output.result({ kind, out, bytes: bytes.length }, [`Mẫu ${TABLE_KINDS[kind].toLowerCase()}: ${out}`]);
  return EXIT.done;
}
