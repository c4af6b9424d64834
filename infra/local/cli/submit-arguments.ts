import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { FundCodeSchema } from '#domain/campaigns/campaign.ts';
import { isBookKind, type TableKind } from '#domain/codes.ts';
import { type Instant, type IsoDate, parseIsoDate } from '#domain/date.ts';
import { Sha256Schema } from '#domain/sha256.ts';
import type { Declaration } from '#domain/submission.ts';
import { UnitCodeSchema } from '#domain/units/unit.ts';
import { ACCOUNT_OPTIONS, accountOf } from './account-arguments.ts';
import { amountVnd } from './amount-argument.ts';
import { COMMON_OPTIONS } from './common.ts';
import { checkedDeclaration, filenameOf, oneFile } from './declaration.ts';
import { usageError } from './failure.ts';
import { READING_OPTIONS, readingOf, tableKind } from './reading-arguments.ts';
import { refuseLongReading } from './saved-reading.ts';

const OPTIONS = {
  ...COMMON_OPTIONS,
  ...READING_OPTIONS,
  ...ACCOUNT_OPTIONS,
  kind: { type: 'string' },
  unit: { type: 'string' },
  fund: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  opening: { type: 'string' },
  closing: { type: 'string' },
  cash: { type: 'string' },
  additional: { type: 'boolean' },
  supersedes: { type: 'string' },
  'no-saved-reading': { type: 'boolean' },
} as const;

export interface SubmitArguments {
  readonly file: string;
  readonly declaration: Declaration;
  /** Whether a mapping of columns that was said before may be used again. */
  readonly savedReading: boolean;
}

/** Reads the arguments of `submit`; throws CliFailure naming the first that is missing or malformed. */
export function readSubmitArguments(args: readonly string[], now: Date): SubmitArguments {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const file = oneFile(positionals);
  const { unit, fund, from, to, opening, closing, cash, additional, supersedes } = values;
  const kind = tableKind(required('--kind', values.kind));
  if (cash !== undefined) refuseUnlessBook('--cash', kind);
  const reading = readingOf(values, kind);
  const declaration = checkedDeclaration({
    unit: checked(
      UnitCodeSchema,
      required('--unit', unit),
      '--unit',
      'TW, mã tỉnh 2 chữ số hoặc mã xã 5 chữ số',
    ),
    fund: checked(
      FundCodeSchema,
      required('--fund', fund),
      '--fund',
      'QVNN hoặc mã đợt vận động, ví dụ YAGI-2024',
    ),
    kind,
    period: { from: day('--from', from), to: day('--to', to) },
    ...(opening === undefined ? {} : { openingVnd: amountVnd('--opening', opening) }),
    ...(closing === undefined ? {} : { closingVnd: amountVnd('--closing', closing) }),
    ...(cash === undefined ? {} : { cashVnd: amountVnd('--cash', cash) }),
    ...accountOf(values, kind),
    receivedAt: now.toISOString() as Instant,
    filename: filenameOf(file),
    ...(additional === undefined ? {} : { additional }),
    ...(supersedes === undefined
      ? {}
      : {
          supersedes: checked(
            Sha256Schema,
            supersedes,
            '--supersedes',
            'mã băm SHA-256 (64 chữ số hệ 16) của tệp cũ',
          ),
        }),
    ...(Object.keys(reading).length === 0 ? {} : { reading }),
  });
  refuseLongReading(declaration);
  const savedReading = declaration.reading === undefined && values['no-saved-reading'] !== true;
  return { file, declaration, savedReading };
}

function required(option: string, value: string | undefined): string {
  if (value === undefined || value === '') throw usageError(`Thiếu ${option}.`);
  return value;
}

function checked<T>(schema: v.GenericSchema<unknown, T>, value: string, option: string, expected: string): T {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw usageError(`${option} ${value}: không đúng dạng. Cần ${expected}.`);
  return parsed.output;
}

/** Cash is counted with the book that it belongs to. */
function refuseUnlessBook(option: string, kind: TableKind): void {
  if (isBookKind(kind)) return;
  throw usageError(`${option} chỉ khai cùng bảng thu hoặc bảng chi (contributions, disbursements).`);
}

function day(option: string, value: string | undefined): IsoDate {
  const text = required(option, value);
  const date = parseIsoDate(text);
  if (date === undefined)
    throw usageError(`${option} ${text}: không phải ngày. Viết năm-tháng-ngày, ví dụ 2024-09-10.`);
  return date;
}
