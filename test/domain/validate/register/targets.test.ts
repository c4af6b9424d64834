import { describe, expect, it } from 'vitest';
import { type Asked, report, table } from './support.ts';

const set = (changes: Readonly<Record<string, string>> = {}) => ({
  year: '2024',
  indicator: 'NHA_XAY_MOI',
  for_unit: '20341',
  organisation: '',
  target: '12',
  reached: '',
  ...changes,
});
const ONE: Asked = { from: '2025-01-01', to: '2025-12-31', receivedOn: '2026-01-15' };

describe('a register of targets', () => {
  it('reads đồng where the indicator counts money, and things otherwise', () => {
    const rows = [
      set({ indicator: 'VAN_DONG', for_unit: '', target: '2 tỷ', reached: '1.850.000.000' }),
      set({ indicator: 'Nhà xây mới', organisation: 'Hội Nông dân', target: '3 nhà', reached: '0' }),
    ];
    const { records, met, acceptedVnd } = report('targets', table(rows));
    expect(met).toEqual([]);
    expect(acceptedVnd).toBe(0);
    expect(records).toEqual([
      { row: 2, year: 2024, indicator: 'VAN_DONG', targetVnd: 2_000_000_000, statedVnd: 1_850_000_000 },
      {
        row: 3,
        year: 2024,
        indicator: 'NHA_XAY_MOI',
        unitId: '20341',
        unitText: '20341',
        organisation: 'Hội Nông dân',
        target: 3,
        stated: 0,
      },
    ]);
  });

  it('takes the unit of the heading for money and counts houses one by one', () => {
    const text =
      'Năm,Chỉ tiêu,Chỉ tiêu giao (triệu đồng)\n2024,VAN_DONG,1.500\n2024,NHA_XAY_MOI,15\n2024,VAN_DONG,"2,5"\n';
    const { records } = report('targets', text);
    expect(records.map(({ targetVnd, target }) => targetVnd ?? target)).toEqual([
      1_500_000_000, 15, 2_500_000,
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['no year', { year: '' }, 'TARGET_YEAR_UNREADABLE'],
    ['a year of no calendar', { year: '20x4' }, 'TARGET_YEAR_UNREADABLE'],
    ['a year long ago', { year: '1975' }, 'TARGET_YEAR_UNREADABLE'],
    ['no indicator', { indicator: '' }, 'FIELD_MISSING'],
    ['an indicator of no list', { indicator: 'TRONG_CAY' }, 'CODE_UNKNOWN'],
    ['a negative count', { target: '-5' }, 'NEGATIVE_NOT_ALLOWED'],
    ['a negative amount', { indicator: 'VAN_DONG', target: '(5.000.000)' }, 'NEGATIVE_NOT_ALLOWED'],
    ['half a house', { target: '2,5' }, 'TARGET_COUNT_UNREADABLE'],
    ['a count in words', { target: 'nhiều' }, 'TARGET_COUNT_UNREADABLE'],
    ['no figure', { target: '' }, 'TARGET_MISSING'],
    ['a unit that nobody knows', { for_unit: 'Xã Không Có Thật' }, 'TARGET_UNIT_UNKNOWN'],
    ['a unit of another time', { for_unit: 'Phường An Mỹ', year: '2026' }, 'TARGET_UNIT_UNKNOWN'],
    ['a former unit, marked so', { for_unit: 'Phường An Mỹ cũ', year: '2026' }, 'TARGET_UNIT_UNKNOWN'],
    ['a province that was no more', { for_unit: '49', year: '2026' }, 'TARGET_UNIT_UNKNOWN'],
  ])('sets a row with %s aside and enters the others', (_what, changes, rule) => {
    const { records, met } = report('targets', table([set(changes), set()]));
    expect(met).toEqual([[rule, [2]]]);
    expect(records.map(({ row }) => row)).toEqual([3]);
  });

  it.each<[string, string, string, Asked]>([
    ['before it ended', 'Phường An Mỹ', '20341', ONE],
    ['after it began', 'Phường Tam Kỳ', '20341@2025-07-01', ONE],
    ['before its province ended', 'Tỉnh Quảng Nam', '49', ONE],
    ['by a code of two units, as of the first day of the period', '20341', '20341', ONE],
    [
      'by a code of two units, of a later period',
      '20341',
      '20341@2025-07-01',
      { ...ONE, unit: '48', from: '2025-07-01' },
    ],
  ])('knows a unit that existed on some days of the year only: %s', (_when, unit, id, asked) => {
    const { records, met } = report('targets', table([set({ year: '2025', for_unit: unit })]), asked);
    expect([met, records[0]?.unitId]).toEqual([[], id]);
  });

  it.each<[string, string, string, Asked]>([
    ['a commune of another province', '49', '20194', {}],
    ['another province', '49', '48', {}],
    ['the centre', '49', 'Trung ương', {}],
    ['its own province, of a commune', '20341', '49', {}],
    ['its neighbour, of a commune', '20341', '20335', {}],
    [
      'a commune of a province that its own went into only later',
      '49',
      '20194',
      { from: '2023-01-01', to: '2023-12-31' },
    ],
    [
      'a commune of another province after the mergers',
      '48',
      '00004@2025-07-01',
      { from: '2025-07-01', to: '2025-12-31', receivedOn: '2026-01-15' },
    ],
  ])('sets a target for %s aside, and enters the others', (_whom, unit, other, asked) => {
    const year = (asked.from ?? '2024').slice(0, 4);
    const rows = [
      set({ for_unit: other.slice(0, other.includes('@') ? 5 : undefined), year }),
      set({ for_unit: '', year }),
    ];
    const { met, records } = report('targets', table(rows), { ...asked, unit });
    expect(met).toEqual([['TARGET_UNIT_OUTSIDE', [2]]]);
    expect(records.map(({ row }) => row)).toEqual([3]);
  });

  const MERGED: Asked = { unit: '48', from: '2025-07-01', to: '2025-12-31', receivedOn: '2026-01-15' };
  it.each<[string, string, string, Asked]>([
    ['a commune of a province, of the centre', '2024', '20341', { unit: 'TW' }],
    ['a province, of the centre', '2024', 'Tỉnh Quảng Nam', { unit: 'TW' }],
    ['the province itself', '2024', '49', {}],
    ['the commune itself', '2024', '20341', { unit: '20341' }],
    ['a former commune of a province that its own is made of', '2024', '20341', MERGED],
    ['a former commune that ended in the year', '2025', 'Phường An Mỹ', MERGED],
    ['a province that its own is made of', '2024', '49', MERGED],
    ['a unit of its code in that year, though another bore it before', '2025', '24', { ...ONE, unit: '27' }],
    ['a former commune that the commune took in before it wrote', '2024', '20338', { ...ONE, unit: '20347' }],
    ['a former commune that the commune is made of', '2024', '20341', { ...MERGED, unit: '20341' }],
  ])('enters a target for %s', (_whom, year, unit, asked) => {
    const { met, records } = report('targets', table([set({ for_unit: unit, year })]), asked);
    expect([met, records.length]).toEqual([[], 1]);
  });

  it('tells of a target that is set twice, and keeps both', () => {
    const rows = [
      set({ for_unit: '' }),
      set({ for_unit: 'Tỉnh Quảng Nam' }),
      set({ organisation: 'Hội Nông dân' }),
      set({ for_unit: 'Phường An Mỹ', organisation: 'HỘI  NÔNG DÂN' }),
      set({ organisation: 'Hội Phụ nữ' }),
      set({ organisation: 'Hội Phụ nữ', year: '2023' }),
      set({ organisation: 'Hội Phụ nữ', indicator: 'SINH_KE' }),
    ];
    const { met, records } = report('targets', table(rows));
    expect(met).toEqual([['TARGET_TWICE', [3, 5]]]);
    expect(records).toHaveLength(rows.length);
  });

  it('reads a row whose year is written out, though sections begin alike', () => {
    const { records, rows } = report('targets', table([set({ year: 'Năm 2024' })]));
    expect([records[0]?.year, rows.ignored]).toEqual([2024, 1]);
  });
});
