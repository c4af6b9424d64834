/** What the report of the standing fund says of the campaigns within it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Campaign, FundCode } from '#domain/campaigns/campaign.ts';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import { reconcile } from '#domain/reconcile/account.ts';
import { drivesOf } from '#domain/reconcile/report.ts';
import { bookOf, type Kept, movements, YEAR_2024 } from './books.ts';

const DRIVES: readonly Campaign[] = [...campaignsInForce([]).values()].filter(
  ({ fundKind }) => fundKind === 'QUY_VNN',
);
const SAID = { ...YEAR_2024, additional: true };
const given = (rows: readonly string[], at: number): Kept =>
  movements('contributions', 'document_no,date,amount_vnd,channel,campaign', rows, { ...SAID, at });
const spent = (rows: readonly string[], at: number): Kept =>
  movements('disbursements', 'document_no,date,amount_vnd,purpose,households,campaign', rows, {
    ...SAID,
    at,
  });
const accountOf = (files: readonly Kept[], drives = DRIVES) => reconcile({ ...bookOf(files), drives });

describe('drives', () => {
  it('have in by source and out by purpose of the rows that name them, over all files, and no balance', () => {
    const { drives } = accountOf([
      given(['PT-1,2024-01-05,500,,TET-2024', 'PT-2,2024-01-06,70,,', 'PT-3,2024-02-01,-20,,TET-2024'], 1),
      given(['PT-4,2024-01-02,7,LAI_TIEN_GUI,TET-2024', 'PT-5,2024-11-01,9,,CAO-DIEM-2024'], 2),
      spent(['PC-1,2024-01-20,300,TET,3,TET-2024', 'PC-2,2024-01-21,40,SINH_KE,1,'], 3),
    ]);
    expect(drives).toEqual([
      {
        ...{ campaign: 'CAO-DIEM-2024', name: expect.stringContaining('2024') },
        period: { from: '2024-11-01', to: '2024-11-01' },
        ...{ inVnd: 9, outVnd: 0 },
        in: [{ source: 'AN_DANH', amountVnd: 9, entries: 1 }],
        out: [],
      },
      {
        ...{ campaign: 'TET-2024', name: expect.stringContaining('2024') },
        period: { from: '2024-01-02', to: '2024-02-01' },
        ...{ inVnd: 487, outVnd: 300 },
        in: [
          { source: 'AN_DANH', amountVnd: 480, entries: 2 },
          { source: 'LAI_TIEN_GUI', amountVnd: 7, entries: 1 },
        ],
        out: [{ purpose: 'TET', amountVnd: 300, entries: 1, households: 3 }],
      },
    ]);
  });

  it('are those known as such: a code that becomes known is told of with the same files', () => {
    const files = [given(['PT-1,2024-01-05,500,,TET-2031', 'PT-2,2024-01-05,5,,YAGI-2024'], 1)];
    expect(accountOf(files).drives).toEqual([]);
    const [drive] = DRIVES;
    if (drive === undefined) throw new Error('no drive is shipped');
    const later = { ...drive, code: 'TET-2031' as FundCode };
    expect(accountOf(files, [...DRIVES, later]).drives).toMatchObject([{ campaign: 'TET-2031', inVnd: 500 }]);
  });

  it('have every row that names them once, whatever file it stands in and in whatever order', () => {
    const codes = DRIVES.slice(0, 3).map(({ code }) => code);
    const row = fc.record({
      day: fc.integer({ min: 10, max: 28 }),
      amount: fc.integer({ min: 1, max: 900 }),
      code: fc.constantFrom('', ...codes),
      file: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const files = Map.groupBy(rows, ({ file }) => file);
        const { drives } = accountOf(
          [...files].map(([file, own]) =>
            given(
              own.map(({ day, amount, code }, i) => `PT-${file}-${i},2024-01-${day},${amount},,${code}`),
              file,
            ),
          ),
        );
        const sums = codes
          .map((code) => rows.filter((one) => one.code === code))
          .filter((own) => own.length > 0)
          .map((own) => [own[0]?.code, own.length, own.reduce((sum, { amount }) => sum + amount, 0)])
          .sort();
        expect(drives.map(({ campaign, inVnd, in: [line] }) => [campaign, line?.entries, inVnd])).toEqual(
          sums,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('are none where summaries of an earlier release tell nothing by campaign', () => {
    const { summary } = given(['PT-1,2024-01-05,500,,TET-2024'], 1).file;
    const { campaigns: _lost, ...former } = summary;
    expect(drivesOf(DRIVES, [summary])).toHaveLength(1);
    expect(drivesOf(DRIVES, [former])).toEqual([]);
  });
});
