import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Purpose } from '#domain/codes.ts';
import { householdsHelpedBy } from '#domain/targets/helped-by.ts';
import type { Summary } from '#domain/validate/summary.ts';

const WOMEN = 'Hội Liên hiệp Phụ nữ tỉnh';
const YOUTH = 'Tỉnh đoàn';

type Line = NonNullable<Summary['organisations']>[number];
const line = (organisation: string, purpose: Purpose, households?: number, year = 2024): Line => ({
  ...{ organisation, year, purpose },
  ...(households === undefined ? {} : { households }),
});
const FILES: Pick<Summary, 'organisations' | 'organisationsUntold'>[] = [
  { organisations: [line(WOMEN, 'SINH_KE', 3), line(WOMEN, 'TET', 20), line(YOUTH, 'GIAO_DUC')] },
  {},
  { organisations: [line(WOMEN.toUpperCase(), 'SINH_KE', 2), line(WOMEN, 'SINH_KE', 7, 2023)] },
];

describe('households that an organisation helped', () => {
  it.each<[string, Parameters<typeof householdsHelpedBy>, number | undefined]>([
    ['add up over files, however the name is written', [FILES, 2024, 'SINH_KE', WOMEN], 5],
    ['of all purposes are those of the indicator of all', [FILES, 2024, 'HO_GIUP', WOMEN], 25],
    ['are of one year', [FILES, 2023, 'HO_GIUP', WOMEN], 7],
    ['are none where others are named and this one is not', [FILES, 2024, 'SINH_KE', 'Hội Nông dân'], 0],
    ['are none of a purpose for which it is not named', [FILES, 2024, 'NHA_XAY_MOI', WOMEN], 0],
    ['are unknown where its rows count none', [FILES, 2024, 'HO_GIUP', YOUTH], undefined],
    ['are unknown of a year in which nobody is named', [FILES, 2022, 'HO_GIUP', WOMEN], undefined],
    ['are unknown where no file names anybody', [[{}], 2024, 'HO_GIUP', WOMEN], undefined],
    [
      'are unknown where a file names too many to be told',
      [[...FILES, { organisationsUntold: true }], 2024, 'SINH_KE', WOMEN],
      undefined,
    ],
    ['are of nobody whose name may be a person’s', [FILES, 2024, 'HO_GIUP', 'Nguyễn Thị Mẫu'], undefined],
    ['are no money', [FILES, 2024, 'VAN_DONG', WOMEN], undefined],
  ])('%s', (_, of, expected) => {
    const found = householdsHelpedBy(...of);
    expect(found).toEqual(expected === undefined ? undefined : { reached: expected, shared: 0 });
  });

  it('do not depend on how lines are spread over files', () => {
    const lines = fc.array(
      fc.record({
        organisation: fc.constantFrom(WOMEN, YOUTH),
        year: fc.constantFrom(2023, 2024),
        purpose: fc.constantFrom<Purpose>('SINH_KE', 'TET'),
        households: fc.integer({ min: -5, max: 50 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (all) => {
        const apart = all.map((one) => ({ organisations: [one] })).reverse();
        for (const indicator of ['SINH_KE', 'HO_GIUP'] as const)
          expect(householdsHelpedBy(apart, 2024, indicator, WOMEN)).toEqual(
            householdsHelpedBy([{ organisations: all }], 2024, indicator, WOMEN),
          );
      }),
    );
  });
});
