import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Changes, changesBetween } from '#domain/check/changes.ts';
import { type Checked, checkFile, type Hasher } from '#domain/check/check-file.ts';
import type { Outcome } from '#domain/check/outcome.ts';
import { type ByteSource, judgedRows, readFile } from '#domain/check/read-file.ts';
import { isRepairable, repairCsv, repairWorkbook } from '#domain/check/repair.ts';
import type { CheckReport } from '#domain/check/report.ts';
import type { ReadRequest } from '#domain/check/request.ts';
import { summaryText } from '#domain/check/summary-text.ts';
import { isBookKind } from '#domain/codes.ts';
import type { Entry } from '#domain/entry.ts';
import { headingKey } from '#domain/parse/column.ts';
import type { Overrides } from '#domain/parse/reading.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { changesLines } from './changes-lines.ts';
import { type CheckArguments, readCheckArguments } from './check-arguments.ts';
import { CliFailure, EXIT, type ExitCode, usageError } from './failure.ts';
import type { Output } from './output.ts';

const PORTION_BYTES = 256 * 1024;
/** Files that are read at once need no word of how far it is. */
const LONG_BYTES = 16 * 1024 * 1024;

/** `check FILE …`: everything that can be said of a file before it is handed in. Nothing leaves the machine. */
export async function check(args: readonly string[], _open: unknown, output: Output): Promise<ExitCode> {
  const asked = readCheckArguments(args, new Date());
  const { file, kind, context, overrides, against } = asked;
  refuseOverwriting(asked);
  const source = fileSource(file);
  const request = { kind, context, overrides, name: basename(file) };
  const checked = await checkFile(source, request, { hasher: hasher(), progress: progressOf(file, output) });
  const { report, outcome } = checked;
  const changes = against === undefined ? undefined : await changesSince(against, source, request, outcome);
  const written = await writeRepairs(asked, source, request, checked);
  if (asked.saveReading !== undefined) saveReading(asked.saveReading, overrides, report);
  const value = changes === undefined ? report : { ...report, changes };
  output.result(value, [
    ...summaryText(report),
    ...(changes === undefined ? [] : ['', ...changesLines(changes)]),
    ...afterwards(asked, written, outcome, report),
  ]);
  return exitOf(report);
}

const exitOf = ({ state }: CheckReport): ExitCode =>
  state === 'rejected' ? EXIT.refused : state === 'acceptedInPart' ? EXIT.partly : EXIT.done;

const fileSource =
  (file: string): ByteSource =>
  () =>
    createReadStream(file, { highWaterMark: PORTION_BYTES });

function hasher(): Hasher {
  const hash = createHash('sha256');
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => hash.digest('hex') as Sha256,
  };
}

/** A line for each tenth of a long file. */
function progressOf(file: string, output: Output): (bytes: number) => void {
  const { size } = statSync(file);
  let told = 0;
  return (bytes) => {
    const tenth = Math.floor((bytes / size) * 10);
    if (size < LONG_BYTES || tenth <= told) return;
    told = tenth;
    output.note(`Đã đọc ${tenth * 10}%…`);
  };
}

/** What is written must not be the file that is being read, nor the one it is compared with. */
function refuseOverwriting({
  file,
  against,
  repairCsv: csv,
  repairXlsx,
  saveReading: saved,
}: CheckArguments): void {
  const read = [file, against].flatMap((path) => (path === undefined ? [] : [resolve(path)]));
  for (const path of [csv, repairXlsx, saved]) {
    if (path !== undefined && read.includes(resolve(path))) {
      throw usageError(`${path} là tệp đang đọc; hãy đặt tên khác cho tệp ghi ra.`);
    }
  }
}

async function changesSince(
  against: string,
  source: ByteSource,
  request: ReadRequest,
  outcome: Outcome,
): Promise<Changes> {
  const earlier = fileSource(against);
  const former = await readFile(earlier, request);
  if (former.reading === undefined) {
    throw new CliFailure(
      EXIT.refused,
      `Không so được: tệp trước (${against}) không đọc được. Kiểm tra tệp ấy trước.`,
    );
  }
  if (!isBookKind(former.reading.plan.layout.kind))
    throw usageError('--against chỉ so được bảng thu hoặc bảng chi.');
  return changesBetween(entriesOf(earlier, request, former), entriesOf(source, request, outcome));
}

async function* entriesOf(
  source: ByteSource,
  request: ReadRequest,
  { reading }: Outcome,
): AsyncGenerator<readonly Entry[]> {
  if (reading === undefined) return;
  for await (const rows of judgedRows(source, request, reading)) yield rows.flatMap(({ entries }) => entries);
}

/** Writes what was asked for; gives the paths. */
async function writeRepairs(
  asked: CheckArguments,
  source: ByteSource,
  request: ReadRequest,
  { outcome, report }: Checked,
): Promise<string[]> {
  if (!isRepairable(outcome)) return [];
  const files = [
    [asked.repairCsv, () => repairCsv(source, request, outcome)],
    [asked.repairXlsx, () => repairWorkbook(source, request, outcome, report)],
  ] as const;
  const written: string[] = [];
  for (const [path, repair] of files) {
    if (path === undefined) continue;
    await writeTo(path, repair());
    written.push(path);
  }
  return written;
}

async function writeTo(path: string, portions: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await pipeline(Readable.from(portions, { objectMode: false }), createWriteStream(path));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw usageError(`Không ghi được ${path}: ${error.message}`, error);
  }
}

/** The mapping of the columns as it was concluded, with whatever was said by hand: for the next file of this kind. */
function saveReading(path: string, overrides: Overrides, { inferred }: CheckReport): void {
  const found = inferred.flatMap(({ what, value, heading }) =>
    what === 'column' && !value.startsWith('repair_')
      ? [[value, headingKey(heading ?? '') || (heading ?? '')]]
      : [],
  );
  const columns = { ...Object.fromEntries(found), ...overrides.columns };
  writeFileSync(path, `${JSON.stringify({ ...overrides, columns }, null, 2)}\n`);
}

function afterwards(
  { file, repairCsv: csv, repairXlsx }: CheckArguments,
  written: readonly string[],
  outcome: Outcome,
  report: CheckReport,
): string[] {
  if (!isRepairable(outcome)) {
    const asked = csv !== undefined || repairXlsx !== undefined;
    return [
      '',
      asked
        ? 'Không có tệp sửa: từ tệp này không lấy ra được dòng nào.'
        : 'Tệp này không lấy ra được dòng nào.',
    ];
  }
  if (written.length > 0) {
    return [
      '',
      `Tệp sửa: ${written.join(', ')}`,
      '  Sửa ngay trong tệp ấy theo cột “Cách sửa” rồi kiểm tra lại; hai cột Lỗi, Cách sửa cứ để nguyên.',
    ];
  }
  if (!report.issues.some(({ severity }) => severity !== 'info')) return [];
  return [
    '',
    'Muốn có tệp của bạn kèm hai cột “Lỗi” và “Cách sửa”:',
    `  npx so-cong-khai check ${JSON.stringify(file)} --repair-xlsx tep-sua.xlsx   (hoặc --repair-csv tep-sua.csv)`,
  ];
}
