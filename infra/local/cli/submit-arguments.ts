import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { FundCodeSchema } from '#domain/campaigns/campaign.ts';
import { BOOK_KINDS, isCode } from '#domain/codes.ts';
import { type Instant, type IsoDate, parseIsoDate } from '#domain/date.ts';
import { BalanceVndSchema, type Vnd } from '#domain/money.ts';
import { Sha256Schema } from '#domain/sha256.ts';
import type { Declaration } from '#domain/submission.ts';
import { UnitCodeSchema } from '#domain/units/unit.ts';
import { COMMON_OPTIONS } from './common.ts';
import { checkedDeclaration, filenameOf, oneFile } from './declaration.ts';
import { usageError } from './failure.ts';
import { READING_OPTIONS, readingOf } from './reading-arguments.ts';
import { refuseLongReading } from './saved-reading.ts';

const OPTIONS = {
  ...COMMON_OPTIONS,
  ...READING_OPTIONS,
  kind: { type: 'string' },
  unit: { type: 'string' },
  fund: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  opening: { type: 'string' },
  closing: { type: 'string' },
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
  const { kind, unit, fund, from, to, opening, closing, additional, supersedes } = values;
  const book = bookKind(required('--kind', kind));
  const reading = readingOf(values, book);
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
    kind: book,
    period: { from: day('--from', from), to: day('--to', to) },
    ...(opening === undefined ? {} : { openingVnd: money('--opening', opening) }),
    ...(closing === undefined ? {} : { closingVnd: money('--closing', closing) }),
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

function bookKind(value: string): keyof typeof BOOK_KINDS {
  if (isCode(BOOK_KINDS, value)) return value;
  throw usageError(
    `--kind ${value}: không có loại này. Dùng contributions (bảng thu) hoặc disbursements (bảng chi).`,
  );
}

function day(option: string, value: string | undefined): IsoDate {
  const text = required(option, value);
  const date = parseIsoDate(text);
  if (date === undefined)
    throw usageError(`${option} ${text}: không phải ngày. Viết năm-tháng-ngày, ví dụ 2024-09-10.`);
  return date;
}

/** Plain or dot-grouped đồng: 1500000, 1.500.000, -20.000. */
function money(option: string, value: string): Vnd {
  const plain = /^-?\d{1,3}(\.\d{3})+$/.test(value) ? value.replaceAll('.', '') : value;
  if (!/^-?\d+$/.test(plain)) {
    throw usageError(
      `${option} ${value}: không phải số tiền. Viết số đồng nguyên, ví dụ 1500000 hoặc 1.500.000.`,
    );
  }
  const amount = v.safeParse(BalanceVndSchema, Number(plain));
  if (!amount.success) {
    throw usageError(`${option} ${value}: quá lớn. Số dư khai được nhiều nhất là 100.000 tỷ đồng.`);
  }
  return amount.output;
}
