import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { addDays } from '#domain/days.ts';
import { balanceOn } from '#domain/reconcile/account-balance.ts';
import { accountsOf } from '#domain/reconcile/accounts.ts';
import { bookOf, FEBRUARY, JANUARY, type Kept, statement } from './books.ts';

const chainOf = (files: readonly Kept[]) => {
  const [chain] = accountsOf(bookOf(files));
  if (chain === undefined) throw new Error('no account');
  return chain;
};
const dayOf = (n: number): IsoDate => addDays('2024-01-01' as IsoDate, n);

/** Lines of 90 days; where `unlisted` is not 0 the bank prints a balance that does not follow. */
const lines = fc.array(
  fc.record({
    day: fc.nat({ max: 90 }),
    amount: fc.integer({ min: -500, max: 900 }),
    unlisted: fc.constantFrom(0, 0, 0, 7, -30),
  }),
  { maxLength: 30 },
);

describe('the balance of an account', () => {
  it('is, at the end of any day, what the last line up to it prints', () => {
    fc.assert(
      fc.property(lines, fc.nat({ max: 90 }), (made, asked) => {
        let balance = 1_000;
        const ordered = made
          .toSorted((a, b) => a.day - b.day)
          .map((one) => {
            balance += one.amount + one.unlisted;
            return { ...one, balance };
          });
        const chain = chainOf([
          statement({
            ...{ at: '2024-06-01', from: dayOf(0), to: dayOf(90), account: '0001', opening: 1_000 },
            lines: ordered.map(
              ({ day, amount, unlisted, balance: after }) =>
                `${dayOf(day)} x ${amount < 0 ? '' : '+'}${amount}${unlisted === 0 ? '' : ` =${after}`}`,
            ),
          }),
        ]);
        expect(balanceOn(chain, dayOf(asked))).toBe(
          ordered.findLast(({ day }) => day <= asked)?.balance ?? 1_000,
        );
      }),
      { numRuns: 150 },
    );
  });

  const months = (more: object) => [
    statement({
      ...{ at: 1, from: '2024-01-01', to: '2024-01-31', account: '0001', opening: 100, lines: [] },
      ...more,
    }),
    statement({
      ...{ at: 2, from: '2024-03-01', to: '2024-03-31', account: '0001', opening: 130 },
      lines: ['2024-03-05 x +5'],
    }),
  ];

  it('jumps, over days that no statement covers, by what they hide', () => {
    const chain = chainOf(months({}));
    expect(['2024-01-31', '2024-03-01', '2024-03-05'].map((day) => balanceOn(chain, day as IsoDate))).toEqual(
      [100, 130, 135],
    );
  });

  it.each<[string, readonly string[], Readonly<Record<string, number>>]>([
    [
      'among lines of other days',
      ['2024-01-05 a +1', '2024-03-20 b +2', '2024-01-07 c +4'],
      { '2024-01-04': 100, '2024-01-06': 101, '2024-01-07': 107, '2024-01-31': 107 },
    ],
    [
      'above a line of the period',
      ['2024-12-20 a +1', '2024-01-07 b +2'],
      { '2024-01-06': 100, '2024-01-07': 103 },
    ],
    [
      'below a line of the period',
      ['2024-01-07 a +1', '2023-12-20 b +2'],
      { '2024-01-06': 100, '2024-01-07': 103 },
    ],
    [
      'once day and month change places, as far as the lines around it allow',
      ['2024-08-01 a +1', '2024-01-09 b +2', '2024-07-01 c +4', '2024-12-01 d +8'],
      { '2024-01-07': 100, '2024-01-08': 101, '2024-01-09': 107, '2024-01-11': 107, '2024-01-12': 115 },
    ],
    [
      'at an end, which is of the day that it prints',
      ['2023-12-20 a +1', '2024-01-07 b +2', '2024-02-20 c +4'],
      { '2024-01-06': 101, '2024-01-31': 103, '2024-02-20': 107 },
    ],
  ])('counts a line of a day outside the period by its place: %s', (_, lines, balances) => {
    const chain = chainOf([statement({ at: 1, ...JANUARY, account: '0001', opening: 100, lines })]);
    for (const [day, balance] of Object.entries(balances))
      expect([day, balanceOn(chain, day as IsoDate)]).toEqual([day, balance]);
  });

  it('counts what is not listed with the line that shows it', () => {
    const lines = ['2024-03-20 a +1 =108', '2024-01-07 b +2'];
    const chain = chainOf([statement({ at: 1, ...JANUARY, account: '0001', opening: 100, lines })]);
    expect(['2024-01-06', '2024-01-07'].map((day) => balanceOn(chain, day as IsoDate))).toEqual([100, 110]);
  });

  it('counts a line by its date where another statement has it among its own days', () => {
    const lines = ['2024-02-05 a +1', '2024-01-07 b +2'];
    const chain = chainOf([
      statement({ at: 1, ...JANUARY, account: '0001', opening: 100, lines }),
      statement({ at: 2, ...FEBRUARY, account: '0001', opening: 100, lines: lines.slice(0, 1) }),
    ]);
    expect(chain.lines.map(({ date, day }) => [date, day])).toEqual([
      ['2024-01-07', undefined],
      ['2024-02-05', undefined],
    ]);
  });

  it('is not known of a day before its statements, nor before days that hide nobody knows what', () => {
    expect(balanceOn(chainOf(months({})), '2023-12-30' as IsoDate)).toBeUndefined();
    expect(balanceOn(chainOf(months({})), '2023-12-31' as IsoDate)).toBe(100);
    const unprinted = chainOf(months({ noBalances: true }));
    expect(balanceOn(unprinted, '2024-01-31' as IsoDate)).toBeUndefined();
    expect(balanceOn(unprinted, '2024-03-01' as IsoDate)).toBe(130);
  });
});
