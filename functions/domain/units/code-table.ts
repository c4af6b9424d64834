import type { Delimiter } from '../parse/reading.ts';
import { Tokenizer } from '../parse/tokenizer.ts';
import { err, ok, type Result } from '../result.ts';
import { clean } from '../text.ts';

/** A row of a small table of codes, by the names of its columns. */
export interface CodeRow<Column extends string> {
  /** As a spreadsheet counts: 1 for the heading. */
  readonly row: number;
  /** A quote stands where none may. */
  readonly broken: boolean;
  at(column: Column): string;
}

/** A table of the whole country has some 10,600 rows; one that is far longer is none. */
const MAX_ROWS = 50_000;

/**
 * Reads a table of codes whose first line names its columns; others may stand beside them. Blank lines are passed
 * over. The error says in Vietnamese what is wrong.
 */
export function readCodeTable<Column extends string>(
  bytes: Uint8Array,
  columns: readonly Column[],
): Result<readonly CodeRow<Column>[], string> {
  const text = textOf(bytes);
  if (text === undefined) return err('tệp không phải văn bản UTF-8: trong Excel chọn lưu “CSV UTF-8”');
  const tokenizer = new Tokenizer(delimiterOf(text));
  const [heading, ...rows] = [...tokenizer.push(text), ...tokenizer.end()];
  if (tokenizer.unclosed || tokenizer.tooLong) return err('có dấu nháy kép mở mà không đóng');
  const titles = (heading?.cells ?? []).map((cell) => clean(cell).toLowerCase());
  const missing = columns.filter((column) => !titles.includes(column));
  if (missing.length > 0) return err(`dòng 1 thiếu cột: ${missing.join(', ')}`);
  if (rows.length > MAX_ROWS) return err(`quá ${MAX_ROWS} dòng`);
  const filled = rows.filter(({ cells }) => cells.some((cell) => clean(cell) !== ''));
  if (filled.length === 0) return err('không có dòng nào dưới dòng tiêu đề');
  return ok(
    filled.map(({ row, cells, fault }) => ({
      row,
      broken: fault !== undefined,
      at: (column) => clean(cells[titles.indexOf(column)] ?? ''),
    })),
  );
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** The sign that stands most often in the first line. */
function delimiterOf(text: string): Delimiter {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const times = (sign: string) => line.split(sign).length;
  return ([',', ';', '\t'] as const).reduce((best, sign) => (times(sign) > times(best) ? sign : best));
}
