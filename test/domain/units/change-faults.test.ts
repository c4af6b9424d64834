import { describe, expect, it } from 'vitest';
import { type ChangeFaultReason, faultText } from '#domain/units/change-faults.ts';
import { foldHistory } from '#domain/units/fold-history.ts';
import { base, change, day, history } from './made-history.ts';

const OLD = base('10 Tỉnh Núi', '48 Tỉnh Sông', '00001 Xã Một @48', '00002 Xã Hai @48', '00003 Xã Ba @10');
const ON = '2026-01-01';

/** What is wrong with one change of the old division: "REASON code at row". */
function faults(...rows: string[]): string[] {
  const told = foldHistory(history(OLD, change(ON, ...rows)));
  return told.ok ? [] : told.error.map(({ reason, code, row }) => `${reason} ${code} at ${row}`);
}

const CASES: Readonly<Record<ChangeFaultReason, readonly (readonly [rows: string[], faults: string[]])[]>> = {
  FORMER_UNKNOWN: [
    [['00007>WHOLE>00008 Xã Tám @48'], ['FORMER_UNKNOWN 00007 at 0']],
    [['12>WHOLE>13 Tỉnh Biển'], ['FORMER_UNKNOWN 12 at 0']],
    [['00007>KEPT>00007 Xã Bảy @48'], ['FORMER_UNKNOWN 00007 at 0']],
  ],
  NOTHING_KEPT: [
    [['00001>KEPT>00009 Xã Chín @48'], ['NOTHING_KEPT 00009 at 0']],
    [['>KEPT>00009 Xã Chín @48'], ['NOTHING_KEPT 00009 at 0']],
  ],
  KEPT_ELSEWHERE: [
    [['00001>KEPT>00001 Xã Một @10'], ['KEPT_ELSEWHERE 00001 at 0']],
    // Its province ended, and another bears the code.
    [
      ['48>WHOLE>48 Thành phố Sông', '00001>KEPT>00001 Xã Một @48', '00002>WHOLE>00002 Xã Hai @48'],
      ['KEPT_ELSEWHERE 00001 at 1'],
    ],
  ],
  WHOLE_AND_MORE: [
    [['00001>WHOLE>00009 Xã Chín @48', '00001>PARTIAL>00008 Xã Tám @48'], ['WHOLE_AND_MORE 00001 at 0']],
    [
      ['00001>WHOLE>00009 Xã Chín @48', '00001>WHOLE>00008 Xã Tám @48'],
      ['WHOLE_AND_MORE 00001 at 0', 'WHOLE_AND_MORE 00001 at 1'],
    ],
    [
      ['00001>KEPT>00001 Xã Một @48', '00001>WHOLE>00008 Xã Tám @48'],
      ['WHOLE_AND_MORE 00001 at 0', 'WHOLE_AND_MORE 00001 at 1'],
    ],
  ],
  LEVELS_MIXED: [
    [['00001>WHOLE>12 Tỉnh Biển'], ['LEVELS_MIXED 12 at 0']],
    [['10>PARTIAL>00009 Xã Chín @48'], ['LEVELS_MIXED 00009 at 0', 'LEFT_BEHIND 00003 at undefined']],
  ],
  TARGET_DIFFERS: [
    [['00001>WHOLE>00009 Xã Chín @48', '00002>WHOLE>00009 Xã Khác @48'], ['TARGET_DIFFERS 00009 at 1']],
    [['00001>WHOLE>00009 Xã Chín @48', '00002>WHOLE>00009 Xã Chín @10'], ['TARGET_DIFFERS 00009 at 1']],
  ],
  TARGET_TAKEN: [[['00001>WHOLE>00002 Xã Hai @48'], ['TARGET_TAKEN 00002 at 0']]],
  KIND_UNKNOWN: [[['00001>WHOLE>00009 Chín @48'], ['KIND_UNKNOWN 00009 at 0']]],
  PROVINCE_UNKNOWN: [
    [['00001>WHOLE>00009 Xã Chín'], ['PROVINCE_UNKNOWN 00009 at 0']],
    [['00001>WHOLE>00009 Xã Chín @12'], ['PROVINCE_UNKNOWN 12 at 0']],
    // It ends that day.
    [
      ['10>WHOLE>48 Tỉnh Sông', '48>KEPT>48 Tỉnh Sông', '00003>WHOLE>00003 Xã Ba @10'],
      ['PROVINCE_UNKNOWN 10 at 2'],
    ],
  ],
  PROVINCE_IN_PROVINCE: [[['48>KEPT>48 Thành phố Sông @10'], ['PROVINCE_IN_PROVINCE 48 at 0']]],
  ROW_REPEATED: [
    [['00001>PARTIAL>00009 Xã Chín @48', '00001>PARTIAL>00009 Xã Chín @48'], ['ROW_REPEATED 00009 at 1']],
    [['48>KEPT>48 Tỉnh Sông', '48>KEPT>48 Tỉnh Sông'], ['ROW_REPEATED 48 at 1']],
  ],
  LEFT_BEHIND: [
    [['10>WHOLE>48 Tỉnh Sông', '48>KEPT>48 Tỉnh Sông'], ['LEFT_BEHIND 00003 at undefined']],
    [['48>WHOLE>12 Tỉnh Biển', '00001>WHOLE>00001 Xã Một @12'], ['LEFT_BEHIND 00002 at undefined']],
  ],
};

describe.each(Object.entries(CASES))('%s', (_reason, cases) => {
  it.each(cases)('is wrong with %j', (rows, wanted) => {
    expect(faults(...rows)).toEqual(wanted);
  });
});

describe('a change', () => {
  it.each([
    ['that merges', ['00001>WHOLE>00009 Xã Chín @48', '00002>WHOLE>00009 Xã Chín @48']],
    ['that uses a code again', ['00001>WHOLE>00001 Phường Một @48']],
    ['that takes another in', ['00001>KEPT>00001 Xã Một @48', '00002>WHOLE>00001 Xã Một @48']],
    ['that gives a part away', ['00001>KEPT>00001 Xã Một @48', '00001>PARTIAL>00009 Xã Chín @48']],
    ['that moves to another province', ['00001>WHOLE>00001 Xã Một @10']],
    ['that makes something of nothing', ['>WHOLE>00009 Xã Chín @48', '>WHOLE>12 Tỉnh Biển']],
    ['into a province of that day', ['>WHOLE>12 Tỉnh Biển', '00001>WHOLE>00001 Xã Một @12']],
    ['of a province that goes on', ['48>KEPT>48 Thành phố Sông', '00001>KEPT>00001 Phường Một @48']],
  ])('%s is nothing wrong', (_what, rows) => {
    expect(faults(...rows)).toEqual([]);
  });

  it('tells all its faults at once, in the order of its rows', () => {
    expect(
      faults('00007>WHOLE>00002 Hai @12', '00001>KEPT>00008 Xã Tám @48', '00001>WHOLE>00008 Xã Chín @48'),
    ).toEqual([
      'FORMER_UNKNOWN 00007 at 0',
      'TARGET_TAKEN 00002 at 0',
      'KIND_UNKNOWN 00002 at 0',
      'PROVINCE_UNKNOWN 12 at 0',
      'NOTHING_KEPT 00008 at 1',
      'WHOLE_AND_MORE 00001 at 1',
      'WHOLE_AND_MORE 00001 at 2',
      'TARGET_DIFFERS 00008 at 2',
      'ROW_REPEATED 00008 at 2',
    ]);
  });

  it('is judged against the division of the day before, not of another day', () => {
    const later = change('2026-02-01', '00001>WHOLE>00009 Xã Chín @48');
    const gone = change(ON, '00001>WHOLE>00002 Xã Hai @48', '00002>KEPT>00002 Xã Hai @48');
    expect(foldHistory(history(OLD, later)).ok).toBe(true);
    expect(foldHistory(history(OLD, later, gone))).toMatchObject({
      ok: false,
      error: [{ reason: 'FORMER_UNKNOWN', on: '2026-02-01' }],
    });
  });
});

describe('the text of a fault', () => {
  const fault = { reason: 'TARGET_TAKEN', on: day(ON), code: '00002' as never } as const;

  it('names the row of the file, or the day where no row is at fault', () => {
    expect(faultText(fault, 7)).toBe(
      'dòng 7, mã 00002: mã mới đang là của một đơn vị còn tồn tại mà bảng không nhắc đến: thêm dòng cho đơn vị ấy',
    );
    expect(faultText({ ...fault, reason: 'LEFT_BEHIND' }, undefined)).toBe(
      'ngày 01/01/2026, mã 00002: tỉnh của xã này kết thúc mà bảng không nói xã đi đâu',
    );
  });

  it.each(Object.keys(CASES) as ChangeFaultReason[])('of %s says what to look at', (reason) => {
    expect(faultText({ ...fault, reason }, 2)).toMatch(/^dòng 2, mã 00002: \S.{20,}[^.]$/u);
  });
});
