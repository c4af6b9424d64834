import { describe, expect, it } from 'vitest';
import { dutiesSince } from '#domain/calendar/duties.ts';
import { fundDays } from '#domain/calendar/fund-days.ts';
import type { IsoDate } from '#domain/date.ts';
import { COMMUNE, FEBRUARY, income, type Kept, spending, statement, statementOf } from './books.ts';

/** The duties of a code as `month state day`. */
const told = (code: string, ...files: readonly Kept[]): string[] =>
  statementOf(...files)
    .duties.filter((duty) => duty.code === code)
    .map(({ forPeriod, state, doneOn }) => [forPeriod.to, state, doneOn].filter(Boolean).join(' '));

const IN = (at: string, more = {}) => income(['PT-1,2024-01-03,500000'], { at, ...more });
const OUT = (at: string, more = {}) => spending(['PC-1,2024-01-20,200000'], { at, ...more });
const BANK = (at: string, account: string, days: object = {}) =>
  statement({ at, account, opening: 0, lines: [], ...days });

describe('the duties of a book', () => {
  it('are met by files that came after the days they are of', () => {
    const files = [IN('2024-02-05'), OUT('2024-02-06'), BANK('2024-02-07', '1111')];
    expect(told('BAO_CAO_THANG', ...files)).toEqual(['2024-01-31 DONE 2024-02-06']);
    expect(told('DOI_CHIEU_NGAN_HANG', ...files)).toEqual(['2024-01-31 DONE 2024-02-07']);
  });

  it('stay met in time when a file is corrected much later', () => {
    const corrected = income(['PT-1,2024-01-03,700000'], { at: '2024-03-20' });
    expect(told('BAO_CAO_THANG', IN('2024-02-05'), OUT('2024-02-06'), corrected)).toEqual([
      '2024-01-31 DONE 2024-02-06',
      '2024-02-29 OPEN',
    ]);
  });

  it('go on after the last day of the figures, to the day of the last file', () => {
    const files = [IN('2024-02-05'), OUT('2024-02-06'), BANK('2024-04-01', '1111')];
    expect(told('BAO_CAO_THANG', ...files)).toEqual([
      '2024-01-31 DONE 2024-02-06',
      '2024-02-29 OPEN',
      '2024-03-31 OPEN',
    ]);
  });

  it('ask for every account that there is by then', () => {
    const first = [BANK('2024-02-01', '1111'), BANK('2024-03-01', '1111', FEBRUARY)];
    const second = BANK('2024-03-05', '2222', FEBRUARY);
    expect(told('DOI_CHIEU_NGAN_HANG', IN('2024-02-01'), ...first, second)).toEqual([
      '2024-01-31 DONE 2024-02-01',
      '2024-02-29 DONE 2024-03-05',
    ]);
    const march = BANK('2024-04-01', '1111', { from: '2024-03-01', to: '2024-03-31', opening: 5, lines: [] });
    const kept = BANK('2024-03-05', '2222', { ...FEBRUARY, opening: 9 });
    expect(told('DOI_CHIEU_NGAN_HANG', IN('2024-02-01'), ...first, kept, march).at(-1)).toBe(
      '2024-03-31 OPEN',
    );
  });

  it('ask nothing of an account after it ended with nothing in it', () => {
    const march = BANK('2024-04-01', '1111', { from: '2024-03-01', to: '2024-03-31', opening: 5 });
    const files = [
      BANK('2024-02-01', '1111'),
      BANK('2024-03-01', '1111', FEBRUARY),
      BANK('2024-03-05', '2222', FEBRUARY),
    ];
    expect(told('DOI_CHIEU_NGAN_HANG', IN('2024-02-01'), ...files, march).at(-1)).toBe(
      '2024-03-31 DONE 2024-04-01',
    );
  });
});

describe('what has come to be owed since the last file', () => {
  const since = (asOf: string, today: string, validTo?: string) =>
    dutiesSince(
      fundDays(undefined, validTo === undefined ? {} : { validTo: validTo as IsoDate }),
      { period: { from: '2024-01-01' as IsoDate, to: '2024-01-31' as IsoDate }, asOf: asOf as IsoDate },
      today as IsoDate,
    )
      .filter(({ code }) => code === 'BAO_CAO_THANG')
      .map(({ forPeriod, state }) => `${forPeriod.to} ${state}`);

  it('is every period that ended between', () => {
    expect(since('2024-02-05', '2024-04-30')).toEqual([
      '2024-02-29 OPEN',
      '2024-03-31 OPEN',
      '2024-04-30 OPEN',
    ]);
    expect(since('2024-02-05', '2024-02-28')).toEqual([]);
    expect(since('2024-02-05', '2024-01-01')).toEqual([]);
  });

  it('ends with the unit', () => {
    expect(since('2024-02-05', '2025-12-31', '2024-03-15')).toEqual(['2024-02-29 OPEN', '2024-03-31 OPEN']);
    expect(COMMUNE.validTo).toBeDefined();
  });
});
