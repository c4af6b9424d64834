import { parseArgs } from 'node:util';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import { isBookKind, type TableKind } from '#domain/codes.ts';
import { type Instant, type IsoDate, type Period, parseIsoDate, vietnamDay } from '#domain/date.ts';
import type { Overrides } from '#domain/parse/reading.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitCode } from '#domain/units/unit.ts';
import type { RowContext } from '#domain/validate/context.ts';
import { ACCOUNT_OPTIONS, accountOf } from './account-arguments.ts';
import { COMMON_OPTIONS } from './common.ts';
import { fileAt, oneFile } from './declaration.ts';
import { usageError } from './failure.ts';
import { READING_OPTIONS, readingOf, tableKind } from './reading-arguments.ts';

const OPTIONS = {
  ...COMMON_OPTIONS,
  ...READING_OPTIONS,
  ...ACCOUNT_OPTIONS,
  kind: { type: 'string' },
  unit: { type: 'string' },
  fund: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  on: { type: 'string' },
  against: { type: 'string' },
  'repair-csv': { type: 'string' },
  'repair-xlsx': { type: 'string' },
  'save-reading': { type: 'string' },
} as const;

export interface CheckArguments {
  readonly file: string;
  readonly kind: TableKind | undefined;
  readonly overrides: Overrides;
  readonly context: RowContext;
  readonly against: string | undefined;
  readonly repairCsv: string | undefined;
  readonly repairXlsx: string | undefined;
  readonly saveReading: string | undefined;
}

/** Reads the arguments of `check`; throws CliFailure naming the first that is malformed. */
export function readCheckArguments(args: readonly string[], now: Date): CheckArguments {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const kind = values.kind === undefined ? undefined : tableKind(values.kind);
  const period = periodOf(values.from, values.to);
  const receivedOn = day('--on', values.on) ?? vietnamDay(now.toISOString() as Instant);
  if (kind !== undefined && !isBookKind(kind) && values.against !== undefined) {
    throw usageError('--against chỉ so được bảng thu hoặc bảng chi.');
  }
  return {
    file: oneFile(positionals, 'kiểm tra'),
    kind,
    overrides: readingOf(values, kind),
    context: {
      receivedOn,
      registry: shippedRegistry(),
      period,
      holder: values.unit === undefined ? undefined : holderOf(values.unit, period, receivedOn),
      fundKind: values.fund === undefined ? undefined : fundKindOf(values.fund),
      ...currencyOf(values, kind),
    },
    against: values.against === undefined ? undefined : fileAt(values.against),
    repairCsv: values['repair-csv'],
    repairXlsx: values['repair-xlsx'],
    saveReading: values['save-reading'],
  };
}

/** A statement is checked as it will be handed in: in the currency of its account, at its rate. */
function currencyOf(
  values: Parameters<typeof accountOf>[0],
  kind: TableKind | undefined,
): Pick<RowContext, 'currency' | 'rateMilli'> {
  const { currency, rateMilli } = accountOf(values, kind ?? 'bankStatement');
  return { currency, rateMilli };
}

function day(option: string, text: string | undefined): IsoDate | undefined {
  if (text === undefined) return undefined;
  const date = parseIsoDate(text);
  if (date !== undefined) return date;
  throw usageError(`${option} ${text}: không phải ngày. Viết năm-tháng-ngày, ví dụ 2024-09-10.`);
}

function periodOf(from: string | undefined, to: string | undefined): Period | undefined {
  const first = day('--from', from);
  const last = day('--to', to);
  if (first === undefined && last === undefined) return undefined;
  if (first === undefined || last === undefined) throw usageError('--from và --to phải đi cùng nhau.');
  if (first > last) throw usageError('--from phải trước --to.');
  return { from: first, to: last };
}

/** One unit for the whole period, or on the day of the check. */
function holderOf(code: string, period: Period | undefined, on: IsoDate): Unit {
  const registry = shippedRegistry();
  const unit = registry.at(code as UnitCode, period?.from ?? on);
  if (unit !== undefined && unit.id === registry.at(code as UnitCode, period?.to ?? on)?.id) return unit;
  const known = registry.versions(code as UnitCode).map(({ name }) => name);
  throw usageError(
    known.length === 0
      ? `--unit ${code}: không có đơn vị này. Dùng TW, mã tỉnh 2 chữ số hoặc mã xã 5 chữ số.`
      : `--unit ${code}: mã này (${known.join('; ')}) không chỉ đúng một đơn vị trong kỳ đã cho. Kỳ vắt qua ngày sắp xếp đơn vị (như 1/7/2025) thì chia thành hai tệp ở ngày ấy.`,
  );
}

/** Of a campaign that is not shipped the kind is not known here, and purposes are not judged by it. */
const fundKindOf = (fund: string) =>
  fund === 'QVNN' ? 'QUY_VNN' : campaignsInForce([]).get(fund as FundCode)?.fundKind;
