import { describe, expect, it } from 'vitest';
import { renderFinding } from '#domain/rules/render.ts';
import { type Declared, judge } from './support.ts';

const refusal = (declared: Declared) => {
  const judged = judge(declared);
  return judged.ok ? undefined : judged.error;
};

const balances = (amounts: Record<string, number>): Declared => ({
  balances: amounts as NonNullable<Declared['balances']>,
});

describe('a declaration', () => {
  it.each<[name: string, declared: Declared, rule: string | undefined]>([
    ['as it should be', {}, undefined],
    ['of the centre', { unit: 'TW' }, undefined],
    [
      'of a relief campaign',
      { fund: 'YAGI-2024', unit: '24', from: '2024-09-10', to: '2024-09-29' },
      undefined,
    ],
    ['of an unknown province', { unit: '98' }, 'UNIT_UNKNOWN'],
    ['of an unknown commune', { unit: '99999' }, 'UNIT_UNKNOWN'],
    [
      'of a province across its merger',
      { unit: '24', from: '2025-06-01', to: '2025-07-31', receivedAt: '2025-08-01T00:00:00Z' },
      'UNIT_NOT_IN_PERIOD',
    ],
    [
      'up to the day before the merger',
      { unit: '24', from: '2025-06-01', to: '2025-06-30', receivedAt: '2025-08-01T00:00:00Z' },
      undefined,
    ],
    [
      'from the day of the merger',
      { unit: '24', from: '2025-07-01', to: '2025-07-31', receivedAt: '2025-08-01T00:00:00Z' },
      undefined,
    ],
    [
      'of a province that did not change, across it',
      { unit: '14', from: '2025-06-01', to: '2025-07-31', receivedAt: '2025-08-01T00:00:00Z' },
      undefined,
    ],
    ['of an unknown fund', { fund: 'KHONG-CO' }, 'FUND_UNKNOWN'],
    ['of a drive', { fund: 'TET-2024' }, 'FUND_IS_A_DRIVE'],
    ['with its period reversed', { from: '2024-12-31', to: '2024-01-01' }, 'PERIOD_REVERSED'],
    ['of too long a period', { from: '1980-01-01' }, 'PERIOD_TOO_LONG'],
    ['of a period of another age', { from: '1989-12-31', to: '1990-01-31' }, 'PERIOD_TOO_EARLY'],
    ['of the first day that there is', { from: '1990-01-01', to: '1990-01-31' }, undefined],
    [
      'with the largest balances',
      balances({ openingVnd: 1e13, closingVnd: -1e13, cashVnd: 1e13 }),
      undefined,
    ],
    ['with too large an opening', balances({ openingVnd: 1e13 + 1 }), 'BALANCE_TOO_LARGE'],
    ['with too low a closing', balances({ closingVnd: -1e13 - 1 }), 'BALANCE_TOO_LARGE'],
    ['with too much cash', balances({ cashVnd: 1e13 + 1 }), 'BALANCE_TOO_LARGE'],
    ['with less than no cash', balances({ cashVnd: -1 }), 'CASH_NEGATIVE'],
    ['without any cash', balances({ cashVnd: 0 }), undefined],
    ['of a day', { from: '2024-12-31', to: '2024-12-31' }, undefined],
    ['of a period that has not begun', { from: '2025-01-16', to: '2025-01-31' }, 'PERIOD_IN_FUTURE'],
    [
      'of a period that begins today, in Vietnam',
      { from: '2025-01-16', to: '2025-01-31', receivedAt: '2025-01-15T17:00:00Z' },
      undefined,
    ],
  ])('%s', (_name, declared, rule) => {
    expect(refusal(declared)?.rule).toBe(rule);
  });

  it('with too large balances is told which they are', () => {
    const finding = refusal(balances({ openingVnd: 2e13, cashVnd: 3e13 }));
    expect(finding && renderFinding(finding).what).toBe(
      'Tờ khai ghi số dư đầu kỳ, tiền mặt tồn quỹ quá lớn, hơn 10.000.000.000.000\u00a0đ.',
    );
  });

  it.each<[what: string, declared: Declared, versions: string]>([
    [
      'across a merger, as which the code is used again',
      { unit: '24', from: '2025-06-01', to: '2025-07-31' },
      'Tỉnh Bắc Giang đến 30/06/2025, nay là Tỉnh Bắc Ninh (24); Tỉnh Bắc Ninh từ 01/07/2025, lập từ Tỉnh Bắc Giang (24), Tỉnh Bắc Ninh (27)',
    ],
    [
      'after its end',
      { unit: '20362', from: '2025-07-01', to: '2025-12-31' },
      'Xã Tam Thăng đến 30/06/2025, nay là Phường Bàn Thạch (20335)',
    ],
    [
      'after it was split',
      { unit: '00007', from: '2025-07-01', to: '2025-12-31' },
      'Phường Cống Vị đến 30/06/2025, nay thuộc Phường Ngọc Hà (00008), Phường Giảng Võ (00025)',
    ],
    [
      'before it was made',
      { unit: '26485', from: '2024-01-01', to: '2025-12-31' },
      'Xã Phú Hội đến 30/06/2025, nay là Xã Nhơn Trạch (26485); Xã Nhơn Trạch từ 01/07/2025 đến 29/04/2026, lập từ Xã Phước Thiền (26470), Xã Long Tân (26473), Thị trấn Hiệp Phước (26479), …',
    ],
  ])('tells every unit that bore the code, its days and what it became: %s', (_what, declared, versions) => {
    const finding = refusal({ receivedAt: '2026-06-01T00:00:00Z', ...declared });
    expect(finding?.rule).toBe('UNIT_NOT_IN_PERIOD');
    expect(finding?.params?.versions).toBe(versions);
  });

  it.each([
    ['98', 'Tỉnh An Giang (89)'],
    ['20336', 'Phường Tân Thạnh (20335); Xã Hòa Tiến (20326); Phường Hải Châu (20236); …'],
    ['99999', 'Thành phố Hà Nội (01); Phường Phúc Xá (00001)'],
  ])('of the unknown %s names what may have been meant, or how codes look', (unit, candidates) => {
    expect(refusal({ unit })?.params).toEqual({ unit, candidates });
  });
});
