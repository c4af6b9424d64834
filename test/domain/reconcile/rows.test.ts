import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { daysAround } from '#domain/reconcile/rows.ts';

const period = (from: string, to: string) => ({ period: { from: from as IsoDate, to: to as IsoDate } });

describe('the days around accounts', () => {
  it('are all of theirs, and a month before and behind them', () => {
    expect(daysAround([period('2024-02-01', '2024-02-29'), period('2024-01-10', '2024-01-31')])).toEqual({
      from: '2023-12-10',
      to: '2024-03-31',
    });
    expect(daysAround([])).toBeUndefined();
  });

  it('begin with the calendar where a period does, as an old ledger may have it', () => {
    expect(daysAround([period('1900-01-01', '1900-01-31')])).toEqual({
      from: '1900-01-01',
      to: '1900-03-03',
    });
    expect(daysAround([period('1900-02-01', '1900-02-28')])?.from).toBe('1900-01-01');
    expect(daysAround([period('1900-02-02', '1900-02-28')])?.from).toBe('1900-01-02');
  });
});
