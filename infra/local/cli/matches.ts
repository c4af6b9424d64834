import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { StatementPointer } from '#adapters/ports.ts';
import { groupDigits } from '#domain/format.ts';
import { MATCH_LEVELS, MATCH_REASONS, type Match, type SourceRef } from '#domain/match/match.ts';
import { COMMON_OPTIONS } from './common.ts';
import { CliFailure, EXIT, type ExitCode, usageError } from './failure.ts';
import type { Output } from './output.ts';
import type { Session } from './session.ts';

/** A match, or a row that has none. */
type Kept = Partial<Omit<Match, 'lines' | 'entries'>> & {
  readonly lines: readonly Row[];
  readonly entries: readonly Row[];
  /** Of a match that people confirmed. */
  readonly decided?: readonly (SourceRef & { readonly reason: string; readonly by: string })[];
};
/** Where a row stands, and what it is known by. */
type Row = SourceRef & { readonly date?: string; readonly amountVnd?: number };

const HEADING = [
  'muc',
  'do_tin',
  'ly_do',
  'tep_sao_ke',
  'dong_sao_ke',
  'ngay_sao_ke',
  'tien_sao_ke',
  'tep_so',
  'dong_so',
  'ngay_so',
  'tien_so',
  'lech_dong',
  'nguoi_quyet_dinh',
  'vi_sao',
  'tep_quyet_dinh',
  'dong_quyet_dinh',
];
/** As many digits of a file's digest as a decision needs to name it. */
const DIGEST_SHOWN = 12;

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...COMMON_OPTIONS,
      unit: { type: 'string' },
      fund: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { unit, fund, out } = values;
  if (unit === undefined) throw usageError('Thiếu --unit: mã đơn vị có sổ cần xem.');
  if (out === undefined || out === '') throw usageError('Thiếu --out: tệp CSV để ghi.');
  return { unit, fund: fund ?? 'QVNN', out };
}

/** `matches`: how the lines of a book's bank statements and its entries were put together, as CSV. */
export async function matches(
  args: readonly string[],
  open: () => Promise<Session>,
  output: Output,
): Promise<ExitCode> {
  const { unit, fund, out } = readArguments(args);
  const session = await open();
  try {
    await session.idle();
    const { table, ledger } = session.stores;
    const found: StatementPointer[] = [];
    for await (const pointer of table.statements()) {
      if (pointer.fund === fund && pointer.unitId.split('@')[0] === unit) found.push(pointer);
    }
    const keys = found.flatMap(({ matches: key }) => key ?? []);
    if (keys.length === 0) throw nothing(unit, fund, found.length > 0);
    const kept: Kept[] = [];
    for (const key of keys) kept.push(...parse(await ledger.readText(key)));
    await writeFile(out, csv(kept.flatMap(rowsOf))).catch((error: unknown) => {
      throw usageError(`Không ghi được ${out}: đóng tệp nếu đang mở, hoặc chọn thư mục khác.`, error);
    });
    const left = kept.filter(({ level }) => level === undefined).length;
    output.result({ out, matches: kept.length - left, left }, [
      `Đã ghi ${groupDigits(kept.length - left)} chỗ khớp và ${groupDigits(left)} dòng còn lẻ vào ${out}.`,
    ]);
    return EXIT.done;
  } finally {
    await session.close();
  }
}

const nothing = (unit: string, fund: string, hasBook: boolean): CliFailure =>
  new CliFailure(
    EXIT.refused,
    hasBook
      ? `Sổ ${fund} của đơn vị ${unit} chưa có sao kê nào để đối chiếu: nộp sao kê trước (submit --kind statement).`
      : `Không có sổ ${fund} của đơn vị ${unit}. Xem lại mã đơn vị (TW, 2 số của tỉnh, 5 số của xã) và mã quỹ.`,
  );

const parse = (text = ''): Kept[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Kept => JSON.parse(line));

/** One row for each line and entry side by side; a group takes as many rows as its longer side. */
function rowsOf(match: Kept): string[][] {
  const { lines, entries, level, confidence, because, differenceVnd, decided = [] } = match;
  const head = [
    level === undefined ? 'Còn lẻ' : MATCH_LEVELS[level],
    confidence === undefined ? '' : `${confidence}%`,
    because === undefined ? '' : MATCH_REASONS[because],
  ];
  return Array.from({ length: Math.max(lines.length, entries.length, decided.length) }, (_, i) => [
    ...head,
    ...place(lines[i]),
    ...place(entries[i]),
    i === 0 && differenceVnd !== undefined ? String(differenceVnd) : '',
    ...decision(decided[i]),
  ]);
}

const decision = (one: NonNullable<Kept['decided']>[number] | undefined): string[] =>
  one === undefined
    ? ['', '', '', '']
    : [one.by, one.reason, one.digest.slice(0, DIGEST_SHOWN), String(one.row)];

const place = (row: Row | undefined): string[] =>
  row === undefined
    ? ['', '', '', '']
    : [row.digest.slice(0, DIGEST_SHOWN), String(row.row), row.date ?? '', String(row.amountVnd ?? '')];

const csv = (rows: readonly string[][]): string =>
  `\ufeff${[HEADING, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`;
