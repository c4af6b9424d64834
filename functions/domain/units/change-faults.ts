import type { IsoDate } from '../date.ts';
import { formatDate } from '../format.ts';
import type { SuccessionRow, UnitChange } from './change.ts';
import { communeKind, isProvinceCode } from './kind.ts';
import type { Unit, UnitCode } from './unit.ts';

/** Why a change does not follow from the division that it changes. */
export type ChangeFaultReason = keyof typeof REASONS;

/** One thing wrong with a change. `row` counts its rows, 0 for the first; absent where a row is missing. */
export interface ChangeFault {
  readonly reason: ChangeFaultReason;
  readonly on: IsoDate;
  readonly row?: number;
  /** The code at fault. */
  readonly code: UnitCode;
}

const REASONS = {
  FORMER_UNKNOWN: 'ngay trước ngày ấy không có đơn vị nào mang mã cũ này',
  NOTHING_KEPT: 'chỉ ghi KEPT (giữ nguyên) khi mã cũ và mã mới là một, và đơn vị ấy đang tồn tại',
  KEPT_ELSEWHERE: 'xã sang tỉnh khác thì là đơn vị mới: ghi WHOLE thay cho KEPT',
  WHOLE_AND_MORE: 'đã nhập toàn bộ vào một nơi thì không còn phần nào cho nơi khác: ghi PARTIAL cho mọi dòng',
  LEVELS_MIXED: 'tỉnh chỉ đi vào tỉnh, xã chỉ đi vào xã',
  TARGET_DIFFERS: 'các dòng cùng mã mới phải ghi cùng một tên và một mã tỉnh',
  TARGET_TAKEN: 'mã mới đang là của một đơn vị còn tồn tại mà bảng không nhắc đến: thêm dòng cho đơn vị ấy',
  KIND_UNKNOWN:
    'tên phải đầy đủ: Xã, Phường, Thị trấn hoặc Đặc khu rồi đến tên riêng; với tỉnh là Tỉnh hoặc Thành phố',
  PROVINCE_IN_PROVINCE: 'tỉnh không thuộc tỉnh nào: để trống mã tỉnh ở dòng của tỉnh',
  ROW_REPEATED: 'bước từ mã cũ này sang mã mới này đã có ở một dòng phía trên: bỏ một dòng',
  PROVINCE_UNKNOWN: 'sau ngày ấy không có tỉnh, thành phố nào mang mã tỉnh này',
  LEFT_BEHIND: 'tỉnh của xã này kết thúc mà bảng không nói xã đi đâu',
} as const;

/** What is wrong, in words for people, and where: at a row of the file, where it is in one. */
export function faultText({ reason, on, code }: ChangeFault, fileRow: number | undefined): string {
  const place = fileRow === undefined ? `ngày ${formatDate(on)}` : `dòng ${fileRow}`;
  return `${place}, mã ${code}: ${REASONS[reason]}`;
}

type Living = ReadonlyMap<UnitCode, Unit>;

/** Everything wrong with a change, given who lived on the day before it; nothing when it can be told. */
export function faultsOfRows({ on, rows }: UnitChange, living: Living): ChangeFault[] {
  const ofFormer = Map.groupBy(rows, ({ formerCode }) => formerCode);
  const ofTarget = Map.groupBy(rows, ({ code }) => code);
  const ended = new Set(
    [...ofFormer].flatMap(([code, own]) =>
      code !== undefined && living.has(code) && own.every(({ extent }) => extent !== 'KEPT') ? [code] : [],
    ),
  );
  const provinceAfter = (code: UnitCode) =>
    isProvinceCode(code) && (ofTarget.has(code) || (living.has(code) && !ended.has(code)));
  const faults = rows.flatMap((row, at) => {
    const former = row.formerCode === undefined ? undefined : living.get(row.formerCode);
    const reasons: (ChangeFaultReason | false)[] = [
      row.formerCode !== undefined && former === undefined && 'FORMER_UNKNOWN',
      row.extent === 'KEPT' && row.formerCode !== row.code && 'NOTHING_KEPT',
      wholeAndMore(row, ofFormer.get(row.formerCode) ?? []) && 'WHOLE_AND_MORE',
      row.formerCode !== undefined &&
        isProvinceCode(row.formerCode) !== isProvinceCode(row.code) &&
        'LEVELS_MIXED',
      differs(row, ofTarget.get(row.code)?.[0]) && 'TARGET_DIFFERS',
      living.has(row.code) && !ofFormer.has(row.code) && 'TARGET_TAKEN',
      !isFullName(row) && 'KIND_UNKNOWN',
      !isProvinceCode(row.code) &&
        (row.provinceCode === undefined || !provinceAfter(row.provinceCode)) &&
        'PROVINCE_UNKNOWN',
      isProvinceCode(row.code) && row.provinceCode !== undefined && 'PROVINCE_IN_PROVINCE',
      repeats(row, ofFormer.get(row.formerCode) ?? []) && 'ROW_REPEATED',
      row.extent === 'KEPT' && former !== undefined && movesProvince(row, former, ended) && 'KEPT_ELSEWHERE',
    ];
    return reasons.flatMap((reason) =>
      reason === false ? [] : [{ reason, on, row: at, code: codeAt(reason, row) }],
    );
  });
  return [...faults, ...leftBehind(on, living, ended, ofFormer)];
}

/** The code that a person has to look at. */
const codeAt = (reason: ChangeFaultReason, row: SuccessionRow): UnitCode => {
  if (reason === 'PROVINCE_UNKNOWN') return row.provinceCode ?? row.code;
  return reason === 'FORMER_UNKNOWN' || reason === 'WHOLE_AND_MORE' ? (row.formerCode ?? row.code) : row.code;
};

function wholeAndMore({ formerCode, extent }: SuccessionRow, ofFormer: readonly SuccessionRow[]): boolean {
  if (formerCode === undefined || extent === 'PARTIAL') return false;
  return extent === 'WHOLE' ? ofFormer.length > 1 : ofFormer.some((other) => other.extent === 'WHOLE');
}

const PROVINCE_NAME = /^(?:Tỉnh|Thành phố) \S/iu;

/** A kind, and a name of its own behind it. */
const isFullName = ({ code, name }: SuccessionRow): boolean =>
  isProvinceCode(code) ? PROVINCE_NAME.test(name) : communeKind(name) !== undefined;

/** Whether the same step stands further up. */
const repeats = (row: SuccessionRow, ofFormer: readonly SuccessionRow[]): boolean =>
  row.formerCode !== undefined && ofFormer.find(({ code }) => code === row.code) !== row;

const differs = (row: SuccessionRow, first: SuccessionRow | undefined): boolean =>
  first !== undefined && (row.name !== first.name || row.provinceCode !== first.provinceCode);

const movesProvince = (row: SuccessionRow, former: Unit, ended: ReadonlySet<UnitCode>): boolean =>
  former.provinceId !== undefined &&
  (row.provinceCode === undefined ||
    ended.has(row.provinceCode) ||
    former.provinceId.slice(0, 2) !== row.provinceCode);

/** Communes of a province that ended, of which no row says where they went. */
function leftBehind(
  on: IsoDate,
  living: Living,
  ended: ReadonlySet<UnitCode>,
  ofFormer: ReadonlyMap<UnitCode | undefined, unknown>,
): ChangeFault[] {
  const provinces = new Set([...ended].flatMap((code) => living.get(code)?.id ?? []));
  return [...living.values()]
    .filter(
      ({ provinceId, code }) => provinceId !== undefined && provinces.has(provinceId) && !ofFormer.has(code),
    )
    .map(({ code }) => ({ reason: 'LEFT_BEHIND' as const, on, code }));
}
