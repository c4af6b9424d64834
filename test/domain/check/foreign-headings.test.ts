import { describe, expect, it } from 'vitest';
import { checkFile } from '#domain/check/check-file.ts';
import { milli } from '#domain/quantity.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { RowContext } from '#domain/validate/context.ts';
import { CHECKED_ON, inPortions, nodeHasher } from '#test/fixtures/fixtures.ts';

const statement = (money: string) =>
  `Ngày GD,Số CT,Ghi nợ (${money}),Ghi có (${money}),Số dư (${money})
10/03/2025,FT01,,"1,500.50","2,500.50"
11/03/2025,FT02,"500.25",,"2,000.25"
`;
const RATE = { rateMilli: milli(25_400_000) };

async function check(money: string, declared: Pick<RowContext, 'currency' | 'rateMilli'>) {
  const { report } = await checkFile(
    inPortions(Buffer.from(statement(money))),
    {
      kind: 'bankStatement',
      overrides: {},
      context: { receivedOn: CHECKED_ON, registry: shippedRegistry(), ...declared },
    },
    { hasher: nodeHasher() },
  );
  return report;
}

describe('a statement whose headings name its money', () => {
  it('is read in thousandths of it where the declaration names the same with a rate', async () => {
    const report = await check('USD', { currency: 'USD', ...RATE });
    expect(report.issues).toEqual([]);
    expect(report).toMatchObject({
      state: 'accepted',
      bank: { creditVnd: 1_500_500, debitVnd: 500_250, openingVnd: 1_000_000, closingVnd: 2_000_250 },
    });
  });

  it.each([
    ['dollars, nothing declared', 'USD', {}, 'USD'],
    ['dollars, euros declared', 'USD', { currency: 'EUR', ...RATE }, 'USD'],
    ['dollars without a rate', 'USD', { currency: 'USD' }, 'USD'],
    ['đồng, dollars declared', 'VND', { currency: 'USD', ...RATE }, 'VND'],
  ])('is refused for one thing alone: %s', async (_what, money, declared, named) => {
    const { state, issues } = await check(money, declared);
    expect(state).toBe('rejected');
    expect(issues.map(({ code }) => code)).toEqual(['STATEMENT_CURRENCY']);
    expect(issues[0]?.what).toContain(`Sao kê bằng ${named},`);
  });
});
