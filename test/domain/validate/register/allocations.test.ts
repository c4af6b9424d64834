import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDigits } from '#domain/format.ts';
import { report, table } from './support.ts';

const allotted = (changes: Readonly<Record<string, string>> = {}) => ({
  stage: 'PHAN_BO',
  date: '15/01/2024',
  round: 'Đợt 1',
  to_unit: '20341',
  amount_vnd: '120.000.000',
  decision_no: '01/QĐ-MTTQ-BVĐ',
  donor: '',
  ...changes,
});

describe('a register of promises and allotments', () => {
  it('adds amounts of one stage up, and never those of two: they are the same money at two times', () => {
    expect(report('allocations', table([allotted(), allotted()])).acceptedVnd).toBe(240_000_000);
    const both = table([allotted(), allotted({ stage: 'Đăng ký ủng hộ', to_unit: '', round: '' })]);
    expect(report('allocations', both).acceptedVnd).toBe(0);
  });

  it('gives one record for each row, with its stage, its round and its unit', () => {
    const text = table([
      allotted(),
      allotted({ stage: 'Đăng ký ủng hộ', to_unit: '', round: '', donor: 'Công ty TNHH Ví Dụ' }),
    ]);
    const { records, met, entries, acceptedVnd } = report('allocations', text);
    expect(met).toEqual([]);
    expect({ entries, acceptedVnd }).toEqual({ entries: 2, acceptedVnd: 0 });
    expect(records).toEqual([
      {
        row: 2,
        stage: 'PHAN_BO',
        date: '2024-01-15',
        amountVnd: 120_000_000,
        round: 'Đợt 1',
        toId: '20341',
        toText: '20341',
        decisionNo: '01/QĐ-MTTQ-BVĐ',
      },
      {
        row: 3,
        stage: 'DANG_KY',
        date: '2024-01-15',
        amountVnd: 120_000_000,
        decisionNo: '01/QĐ-MTTQ-BVĐ',
        donor: 'Công ty TNHH Ví Dụ',
      },
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a negative amount', { amount_vnd: '-5.000' }, 'NEGATIVE_NOT_ALLOWED'],
    ['no amount', { amount_vnd: '' }, 'FIELD_MISSING'],
    ['no stage', { stage: '' }, 'FIELD_MISSING'],
    ['a stage of no list', { stage: 'TIEP_NHAN' }, 'CODE_UNKNOWN'],
    ['no day', { date: '' }, 'FIELD_MISSING'],
    ['a day to come', { date: '16/01/2025' }, 'DATE_FUTURE'],
    ['an amount in words of another kind', { amount_vnd: 'khoảng 5 triệu gì đó' }, 'AMOUNT_UNREADABLE'],
  ])('sets a row with %s aside and enters the others', (_what, changes, rule) => {
    const { records, met, rows } = report('allocations', table([allotted(changes), allotted()]));
    expect(met).toEqual([[rule, [2]]]);
    expect(records.map(({ row }) => row)).toEqual([3]);
    expect(rows).toMatchObject({ accepted: 1, quarantined: 1 });
  });

  it.each<[string, string]>([
    ['a unit that nobody knows', 'Xã Không Có Thật'],
    ['a code that nobody bears', '99999'],
    ['a province that was no more', '49'],
    ['no unit', ''],
  ])('keeps an allotment to %s and tells', (_what, unit) => {
    const day = { date: '05/08/2025', to_unit: unit };
    const asked = { unit: '48', from: '2025-07-01', to: '2025-12-31', receivedOn: '2026-01-15' };
    const { records, met, issues } = report('allocations', table([allotted(day)]), asked);
    expect(met).toEqual([['ALLOCATION_UNIT_UNKNOWN', [2]]]);
    expect(issues[0]).toMatchObject({ actualVnd: 120_000_000, column: 'Đơn vị nhận' });
    expect(records).toMatchObject([{ amountVnd: 120_000_000 }]);
    expect(records[0]?.toId).toBeUndefined();
    expect(records[0]?.toText ?? '').toBe(unit);
  });

  it('tells of a promise for an unknown unit, but asks for none', () => {
    const promised = { stage: 'DANG_KY' };
    const rows = [allotted({ ...promised, to_unit: '' }), allotted({ ...promised, to_unit: 'Xã Không Có' })];
    expect(report('allocations', table(rows)).met).toEqual([['ALLOCATION_UNIT_UNKNOWN', [3]]]);
  });

  it('knows a province as the receiver of the centre', () => {
    const rows = ['49', 'Tỉnh Quảng Nam', 'UBMTTQ Việt Nam tỉnh Quảng Nam', 'Quảng Nam', '49 - Quảng Nam'];
    const text = table(rows.map((unit) => allotted({ to_unit: unit })));
    const { records, met } = report('allocations', text, { unit: 'TW' });
    expect(met).toEqual([]);
    expect(records.map(({ toId }) => toId)).toEqual(rows.map(() => '49'));
  });

  it('flags a day out of the period', () => {
    const { met } = report('allocations', table([allotted({ date: '15/01/2023' })]));
    expect(met).toEqual([['DATE_OUTSIDE_PERIOD', [2]]]);
  });

  it('keeps cells of columns that nobody knows, and a total changes nothing', () => {
    const text = `${table([{ ...allotted(), 'Cột lạ': 'chữ' }])}Tổng cộng,,,,120.000.000,,,\n`;
    const { records, met, rows } = report('allocations', text);
    expect(met.map(([rule]) => rule)).toEqual(['COLUMN_UNKNOWN']);
    expect(records).toMatchObject([{ extra: { 'Cột lạ': 'chữ' } }]);
    expect(rows.ignoredAs.total).toBe(1);
  });

  it('loses no đồng and no row, whatever is wrong with some of them', () => {
    const bad = fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      { stage: '' },
      { date: 'x' },
      { to_unit: 'Xã Không Có Thật' },
    );
    const made = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e9 }), bad), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(made, (list) => {
        const rows = list.map(([amount, changes]) =>
          allotted({ amount_vnd: groupDigits(amount), ...changes }),
        );
        const { acceptedVnd, quarantinedVnd, records, rows: counts } = report('allocations', table(rows));
        expect(acceptedVnd + quarantinedVnd).toBe(list.reduce((sum, [amount]) => sum + amount, 0));
        expect(acceptedVnd).toBe(records.reduce((sum, { amountVnd }) => sum + amountVnd, 0));
        expect(counts.accepted + counts.quarantined).toBe(list.length);
        expect(counts.accepted).toBe(records.length);
      }),
      { numRuns: 40 },
    );
  });
});
