import { describe, expect, it } from 'vitest';
import { type Declared, judge } from './support.ts';

const refusal = (declared: Declared) => {
  const judged = judge(declared);
  return judged.ok ? undefined : judged.error;
};

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

  it('tells every unit that bore the code, with its days', () => {
    const finding = refusal({
      unit: '24',
      from: '2025-06-01',
      to: '2025-07-31',
      receivedAt: '2025-08-01T00:00:00Z',
    });
    expect(finding?.params?.versions).toBe('Tỉnh Bắc Giang đến 30/06/2025; Tỉnh Bắc Ninh từ 01/07/2025');
  });
});
