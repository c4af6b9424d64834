/** Which days of a book its files tell of. */
import { describe, expect, it } from 'vitest';
import { income, type Kept, spending, statement, statementOf } from './books.ts';

const kindsOf = (...files: Kept[]) => statementOf(...files).coverage.map(({ kind }) => kind);
const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const account = (digits: string, days: object, at: number) =>
  statement({ ...MARCH, at, account: digits, opening: 0, lines: [], ...days });

describe('the days of a book', () => {
  const own = [
    income(['PT-1,2024-03-02,500'], { ...MARCH, at: 1 }),
    spending(['PC-1,2024-03-03,100'], { ...MARCH, at: 2 }),
  ];

  it('are told of a bank with one account: what two of its statements share, and what none has', () => {
    const { coverage } = statementOf(
      ...own,
      account('0001', { to: '2024-03-12' }, 3),
      account('0001', { from: '2024-03-10', to: '2024-03-20' }, 4),
    );
    expect(coverage.find(({ kind }) => kind === 'bankStatement')?.stretches).toEqual([
      { from: '2024-03-01', to: '2024-03-09', state: 'COVERED' },
      { from: '2024-03-10', to: '2024-03-12', state: 'OVERLAP' },
      { from: '2024-03-13', to: '2024-03-20', state: 'COVERED' },
      { from: '2024-03-21', to: '2024-03-31', state: 'MISSING' },
    ]);
  });

  it('are told by account where there are several: days of two accounts do not overlap, nor fill each other’s gaps', () => {
    const files = [...own, account('0001', {}, 3), account('0002', { to: '2024-03-24' }, 4)];
    expect(kindsOf(...files)).toEqual(['contributions', 'disbursements']);
    expect(statementOf(...files).bank?.accounts.map(({ label, coverage }) => [label, coverage])).toEqual([
      ['TK 1', [{ from: '2024-03-01', to: '2024-03-31', state: 'COVERED' }]],
      ['TK 2', [{ from: '2024-03-01', to: '2024-03-24', state: 'COVERED' }]],
    ]);
  });
});
