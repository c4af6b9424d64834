import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, HOUSE_STATUSES } from '#domain/codes.ts';
import { report, table } from './support.ts';

const step = (changes: Readonly<Record<string, string>> = {}) => ({
  house: 'N-01',
  work: 'NHA_XAY_MOI',
  status: 'KHOI_CONG',
  date: '10/03/2024',
  commune: '20341',
  funder: '',
  amount_vnd: '',
  ...changes,
});

describe('a register of houses', () => {
  it('keeps every step and every funder', () => {
    const rows = [
      step({ status: 'Khảo sát', date: '05/02/2024', work: 'Xây mới' }),
      step({ funder: 'Công ty TNHH Ví Dụ', amount_vnd: '60.000.000' }),
      step({ funder: 'Hội Chữ thập đỏ', amount_vnd: '20.000.000' }),
    ];
    const { records, met, acceptedVnd } = report('houses', table(rows));
    expect([met, acceptedVnd]).toEqual([[], 80_000_000]);
    expect(records.map(({ status, funder, amountVnd }) => [status, funder, amountVnd])).toEqual([
      ['KHAO_SAT', undefined, undefined],
      ['KHOI_CONG', 'Công ty TNHH Ví Dụ', 60_000_000],
      ['KHOI_CONG', 'Hội Chữ thập đỏ', 20_000_000],
    ]);
    expect(records[0]).toMatchObject({ row: 2, house: 'N-01', work: 'NHA_XAY_MOI', communeId: '20341' });
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['no code', { house: '' }, 'FIELD_MISSING'],
    ['no kind of work', { work: '' }, 'FIELD_MISSING'],
    ['a kind of work of no list', { work: 'SINH_KE' }, 'CODE_UNKNOWN'],
    ['no status', { status: '' }, 'FIELD_MISSING'],
    ['a status of no list', { status: 'Đã xong' }, 'CODE_UNKNOWN'],
    ['no day', { date: '' }, 'FIELD_MISSING'],
    ['a day to come', { date: '01/12/2030' }, 'DATE_FUTURE'],
    ['a negative amount', { amount_vnd: '-1.000.000' }, 'NEGATIVE_NOT_ALLOWED'],
  ])('sets a row with %s aside and enters the others', (_what, changes, rule) => {
    const { records, met } = report('houses', table([step(changes), step()]));
    expect(met).toEqual([[rule, [2]]]);
    expect(records.map(({ row }) => row)).toEqual([3]);
  });

  it('keeps a house in a commune that cannot be told, and tells', () => {
    const { records, met } = report('houses', table([step({ commune: 'Xã Không Có Thật' })]));
    expect(met).toEqual([['COMMUNE_UNKNOWN', [2]]]);
    expect(records).toMatchObject([{ communeText: 'Xã Không Có Thật' }]);
  });

  it('takes a blank place in a commune’s own register for the commune', () => {
    const { records } = report('houses', table([step({ commune: '' })]), { unit: '20341' });
    expect(records).toMatchObject([{ communeId: '20341' }]);
  });

  it.each<[string, readonly (readonly [string, string])[], readonly number[]]>([
    [
      'forward',
      [
        ['KHAO_SAT', '01/01/2024'],
        ['BAN_GIAO', '01/06/2024'],
      ],
      [],
    ],
    [
      'nowhere',
      [
        ['KHOI_CONG', '01/04/2024'],
        ['KHOI_CONG', '20/04/2024'],
      ],
      [],
    ],
    [
      'back',
      [
        ['NGHIEM_THU', '01/04/2024'],
        ['KHOI_CONG', '20/04/2024'],
      ],
      [3],
    ],
    [
      'back, written in another order',
      [
        ['KHOI_CONG', '20/04/2024'],
        ['NGHIEM_THU', '01/04/2024'],
      ],
      [2],
    ],
    [
      'on one day',
      [
        ['NGHIEM_THU', '01/04/2024'],
        ['KHOI_CONG', '01/04/2024'],
      ],
      [],
    ],
    [
      'back and forth',
      [
        ['NGHIEM_THU', '01/04/2024'],
        ['KHAO_SAT', '02/04/2024'],
        ['KHOI_CONG', '03/04/2024'],
        ['BAN_GIAO', '04/04/2024'],
      ],
      [3, 4],
    ],
  ])('tells of a status that goes %s exactly where it goes back', (_how, steps, rows) => {
    const text = table(steps.map(([status, date]) => step({ status, date })));
    const { met, records } = report('houses', text);
    expect(met).toEqual(rows.length === 0 ? [] : [['HOUSE_STATUS_BACK', rows]]);
    expect(records).toHaveLength(steps.length);
  });

  it('compares each house with itself only', () => {
    const rows = [
      step({ status: 'BAN_GIAO', date: '01/04/2024' }),
      step({ house: 'N-02', status: 'KHAO_SAT', date: '02/04/2024' }),
      step({ house: 'n-01', status: 'KHAO_SAT', date: '03/04/2024' }),
    ];
    expect(report('houses', table(rows)).met).toEqual([['HOUSE_STATUS_BACK', [4]]]);
  });

  it('tells of as many steps back in whatever order the rows stand', () => {
    const steps = fc.tuple(fc.constantFrom(...codesOf(HOUSE_STATUSES)), fc.integer({ min: 10, max: 28 }));
    const shuffled = fc
      .array(steps, { minLength: 1, maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    const count = (list: readonly (readonly [string, number])[]) => {
      const text = table(list.map(([status, day]) => step({ status, date: `${day}/03/2024` })));
      return report('houses', text).issues.reduce((sum, issue) => sum + issue.count, 0);
    };
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(count(other)).toBe(count(list));
      }),
      { numRuns: 30 },
    );
  });
});
