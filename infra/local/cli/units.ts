import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type IsoDate, parseIsoDate } from '#domain/date.ts';
import { formatDate, groupDigits } from '#domain/format.ts';
import {
  type CrosswalkComparison,
  type CrosswalkDifference,
  compareCrosswalk,
  readCrosswalk,
} from '#domain/units/compare-crosswalk.ts';
import disputed from '#domain/units/disputed.data.json' with { type: 'json' };
import { readChanges } from '#domain/units/read-changes.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { COMMON_OPTIONS } from './common.ts';
import { oneFile } from './declaration.ts';
import { CliFailure, EXIT, type ExitCode, usageError } from './failure.ts';
import type { Output } from './output.ts';
import { handInReference } from './reference.ts';
import type { Session } from './session.ts';

const OPTIONS = { ...COMMON_OPTIONS, on: { type: 'string' } } as const;
const LEFT_OUT =
  'CHÚ Ý: bảng đã vào sổ cái nhưng không áp dụng được, vì một bảng khác được ghi cùng lúc. Sửa theo địa giới hiện có rồi nạp lại.';
/** The first day of the present division into provinces. */
const LAST_DIVISION = '2025-07-01' as IsoDate;

/** `units import FILE`: a change of borders into the ledger. `units compare FILE`: another crosswalk against ours. */
export async function units(
  args: readonly string[],
  open: () => Promise<Session>,
  output: Output,
): Promise<ExitCode> {
  const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [action, ...files] = positionals;
  if (action === 'import') return importChanges(oneFile(files, 'nạp'), open, output);
  if (action === 'compare') return compare(oneFile(files, 'so'), dayOf(values.on), output);
  throw usageError(`units ${action ?? ''}: chỉ có “units import TỆP” và “units compare TỆP”.`);
}

async function importChanges(file: string, open: () => Promise<Session>, output: Output): Promise<ExitCode> {
  const read = readChanges(readFileSync(file));
  if (!read.ok) throw new CliFailure(EXIT.refused, [`${file} không nạp được:`, ...read.error].join('\n  '));
  const days = read.value.changes.map(({ on, rows }) => ({ on, rows: rows.length }));
  const session = await open();
  try {
    output.note('Đang ghi vào sổ cái và đối chiếu lại mọi sổ…');
    const { step, record, digest } = await handInReference(
      session,
      file,
      'units',
      'Bảng thay đổi bị trả lại:',
    );
    const { leftOut } = (await session.stores.units()).inForce;
    if (leftOut.includes(record.id)) output.note(LEFT_OUT);
    const again = step.state === 'DUPLICATE' ? 'Bảng này đã có trong sổ' : 'Đã ghi thay đổi vào sổ';
    output.result({ state: step.state, id: record.id, seq: record.seq, digest, days }, [
      `${again} (vị trí ${record.seq}):`,
      ...days.map(({ on, rows }) => `  hiệu lực từ ${formatDate(on)}: ${groupDigits(rows)} dòng`),
    ]);
    return EXIT.done;
  } finally {
    await session.close();
  }
}

function dayOf(text: string | undefined): IsoDate {
  if (text === undefined) return LAST_DIVISION;
  const day = parseIsoDate(text);
  if (day === undefined)
    throw usageError(`--on ${text}: không phải ngày. Viết năm-tháng-ngày, ví dụ 2025-07-01.`);
  return day;
}

/** Against what the product ships: the same answer on every machine. */
function compare(file: string, on: IsoDate, output: Output): ExitCode {
  const registry = shippedRegistry();
  if (!registry.changeDays.includes(on)) {
    const days = registry.changeDays.join(', ');
    throw usageError(`--on ${on}: danh mục không có thay đổi nào vào ngày này. Có: ${days}.`);
  }
  const reference = readCrosswalk(readFileSync(file));
  if (!reference.ok) throw new CliFailure(EXIT.refused, `${file}: ${reference.error}`);
  const compared = compareCrosswalk(registry, on, reference.value, disputed.differences);
  output.result(compared, linesOf(compared));
  return EXIT.done;
}

const linesOf = (compared: CrosswalkComparison): string[] => [
  `Thay đổi có hiệu lực từ ${formatDate(compared.on)}: bảng đối chiếu có ${groupDigits(compared.reference)} cặp mã cũ → mã mới, ở đây có ${groupDigits(compared.ours)}.`,
  `Trùng nhau ${groupDigits(compared.reproduced)} cặp (${percent(compared.share)})${compared.byAlias === 0 ? '' : `, trong đó ${groupDigits(compared.byAlias)} cặp nhờ mã khác của cùng một xã`}.`,
  ...differences('Chỉ bảng đối chiếu có', compared.onlyThere),
  ...differences('Chỉ ở đây có', compared.onlyHere),
];

/** Rounded down: 100 % is said only where it is so. */
const percent = (share: number): string => `${String(Math.floor(share * 10_000) / 100).replace('.', ',')} %`;

const differences = (title: string, list: readonly CrosswalkDifference[]): string[] => [
  `${title}: ${groupDigits(list.length)}`,
  ...list.map(
    ({ former, present, formerName, presentName, reason }) =>
      `  ${former} ${formerName ?? '(không rõ)'} → ${present} ${presentName ?? '(không rõ)'}: ${reason}`,
  ),
];
