import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { codesOf, TABLE_KINDS, type TableKind } from '#domain/codes.ts';
import { headingKey, headingKeys } from '#domain/parse/column.ts';
import { CONTRACT } from '#domain/parse/contract.ts';
import { MULTIPLIERS, type Overrides, OverridesSchema } from '#domain/parse/reading.ts';
import { usageError } from './failure.ts';

/** How a file is to be read, where the treasurer says so. */
export const READING_OPTIONS = {
  reading: { type: 'string' },
  sheet: { type: 'string' },
  numbers: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
  multiplier: { type: 'string', multiple: true },
  dates: { type: 'string' },
  encoding: { type: 'string' },
  font: { type: 'string' },
  delimiter: { type: 'string' },
  'heading-row': { type: 'string' },
} as const;

export interface ReadingValues {
  readonly reading?: string | undefined;
  readonly sheet?: string | undefined;
  readonly numbers?: readonly string[] | undefined;
  readonly column?: readonly string[] | undefined;
  readonly multiplier?: readonly string[] | undefined;
  readonly dates?: string | undefined;
  readonly encoding?: string | undefined;
  readonly font?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly 'heading-row'?: string | undefined;
}

const EXPECTED: Readonly<Record<string, string>> = {
  encoding: 'utf-8, utf-16le, utf-16be, windows-1258 hoặc windows-1252',
  font: 'unicode, tcvn3 hoặc vni',
  delimiter: 'dấu “,” “;” “|” hoặc chữ tab',
  headingRow: 'số thứ tự của dòng, từ 1',
  dates: 'dmy (ngày trước) hoặc mdy (tháng trước)',
  numbers: 'CỘT=dot (chấm ngăn hàng nghìn) hoặc CỘT=comma (phẩy ngăn hàng nghìn)',
  multipliers: `CỘT=${MULTIPLIERS.join(', ')}`,
  columns: 'CỘT=TIÊU ĐỀ, tiêu đề dài nhất 200 chữ',
  sheet: 'tên trang tính, dài nhất 31 chữ',
};
const OPTION_NAMES: Readonly<Record<string, string>> = {
  columns: '--column',
  multipliers: '--multiplier',
  headingRow: '--heading-row',
};

/** Reads the options that say how a file is to be read; each of them goes before what `--reading` names. */
export function readingOf(values: ReadingValues, kind: TableKind | undefined): Overrides {
  const saved = values.reading === undefined ? {} : savedReading(values.reading);
  const numbers = byColumn('--numbers', values.numbers, kind);
  const multipliers = byColumn('--multiplier', values.multiplier, kind).map(
    ([name, n]) => [name, Number(n)] as const,
  );
  const columns = byColumn('--column', values.column, kind).map(
    ([name, text]) => [name, headingKey(text) || text] as const,
  );
  const { sheet, dates, encoding, font, delimiter } = values;
  const row = values['heading-row'];
  const said = {
    ...(sheet === undefined ? {} : { sheet }),
    ...(dates === undefined ? {} : { dates }),
    ...(encoding === undefined ? {} : { encoding: encoding.toLowerCase() }),
    ...(font === undefined ? {} : { font: FONT_NAMES[font.toLowerCase()] ?? font.toLowerCase() }),
    ...(delimiter === undefined ? {} : { delimiter: DELIMITER_NAMES[delimiter.toLowerCase()] ?? delimiter }),
    ...(row === undefined ? {} : { headingRow: Number(row) }),
    ...(numbers.length === 0 ? {} : { numbers: { ...saved.numbers, ...Object.fromEntries(numbers) } }),
    ...(multipliers.length === 0
      ? {}
      : { multipliers: { ...saved.multipliers, ...Object.fromEntries(multipliers) } }),
    ...(columns.length === 0 ? {} : { columns: { ...saved.columns, ...Object.fromEntries(columns) } }),
  };
  const parsed = v.safeParse(OverridesSchema, { ...saved, ...said });
  if (parsed.success) return parsed.output;
  const field = String(parsed.issues[0].path?.[0]?.key ?? '');
  throw usageError(
    `${OPTION_NAMES[field] ?? `--${field}`}: không đúng dạng. Cần ${EXPECTED[field] ?? 'giá trị khác'}.`,
  );
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t' };
const FONT_NAMES: Readonly<Record<string, string>> = { abc: 'tcvn3' };

function savedReading(file: string): Overrides {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw usageError(`--reading ${file}: không mở được, hoặc không phải JSON.`, error);
  }
  const parsed = v.safeParse(OverridesSchema, json);
  if (parsed.success) return parsed.output;
  const fields = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'cả tệp');
  throw usageError(`--reading ${file}: có chỗ không hợp lệ (${[...new Set(fields)].join(', ')}).`);
}

/** "COLUMN=VALUE"; the column by its English name or by any heading that the contract knows. */
function byColumn(
  option: string,
  texts: readonly string[] = [],
  kind: TableKind | undefined,
): (readonly [name: string, value: string])[] {
  const columns = kind === undefined ? Object.values(CONTRACT).flat() : CONTRACT[kind];
  return texts.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw usageError(`${option} ${text}: thiếu dấu “=”. Viết CỘT=GIÁ TRỊ, ví dụ amount_vnd=…`);
    const wanted = text.slice(0, at).trim();
    const key = headingKey(wanted);
    const column =
      columns.find(({ name }) => name === wanted) ?? columns.find((one) => headingKeys(one).includes(key));
    if (column === undefined) {
      const names = [...new Set(columns.map(({ name }) => name))].join(', ');
      throw usageError(`${option} ${text}: mẫu không có cột “${wanted}”. Các cột: ${names}.`);
    }
    return [column.name, text.slice(at + 1).trim()];
  });
}

/** What a kind is called on the command line, where that is shorter than its code. */
const SHORT_NAMES: Readonly<Partial<Record<TableKind, string>>> = { bankStatement: 'statement' };

/** "contributions (bảng thu (tiếp nhận)), …": every kind as it is typed, and what it is. */
export const kindList = (): string =>
  codesOf(TABLE_KINDS)
    .map((kind) => `${SHORT_NAMES[kind] ?? kind} (${TABLE_KINDS[kind].toLowerCase().replace(/ \(.*$/, '')})`)
    .join(', ');

/** A kind of table by its code or the shorter name of it; throws CliFailure listing all of them. */
export function tableKind(value: string): TableKind {
  const kind = codesOf(TABLE_KINDS).find((code) => code === value || SHORT_NAMES[code] === value);
  if (kind !== undefined) return kind;
  throw usageError(`--kind ${value}: không có loại này. Dùng một trong: ${kindList()}.`);
}
