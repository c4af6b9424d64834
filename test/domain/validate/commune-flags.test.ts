import { describe, expect, it } from 'vitest';
import { csv, type Declared, disbursementsOf, report, spent } from './support.ts';

const BOOK: Declared = {
  kind: 'disbursements',
  unit: '48',
  from: '2025-07-01',
  to: '2025-12-31',
  receivedAt: '2026-01-15T02:00:00Z',
};
const CELLS = [
  ['20335', undefined],
  ['99999', 'COMMUNE_UNKNOWN'],
  ['Phường Bàn Thạhc', 'COMMUNE_UNKNOWN'],
  ['20362', 'COMMUNE_OTHER_DATE'],
  ['Xã Tam Thăng', 'COMMUNE_OTHER_DATE'],
  ['20335 - Phường Tân Thạnh', 'COMMUNE_OTHER_DATE'],
  ['Xã Duy Nghĩa, huyện Duy Xuyên', 'COMMUNE_AMBIGUOUS'],
  ['Quảng Nam', 'COMMUNE_IS_PROVINCE'],
  ['48', 'COMMUNE_IS_PROVINCE'],
] as const;

describe('rows whose commune is not known', () => {
  const rows = CELLS.map(([commune], i) =>
    spent({ commune, document_no: `PC-${i}`, date: '05/08/2025', amount_vnd: String(1 << i) }),
  );
  const read = report(csv(rows), BOOK);
  const total = 2 ** CELLS.length - 1;

  it('are entered all the same, with the text that was written', () => {
    expect(read.rows).toMatchObject({ accepted: CELLS.length, quarantined: 0 });
    expect(disbursementsOf(read.entries_).map(({ communeText }) => communeText)).toEqual(
      CELLS.map(([text]) => text),
    );
    expect(read.acceptedVnd).toBe(total);
    expect(read.quarantinedVnd).toBe(0);
  });

  it('are summed under no commune, none to one that may have been meant', () => {
    expect(read.sums.byCommune).toEqual([
      { communeId: '', amountVnd: total - 1, entries: CELLS.length - 1 },
      { communeId: '20335@2025-07-01', amountVnd: 1, entries: 1 },
    ]);
  });

  it('each have the issue of their own kind, and nothing else', () => {
    const counts = Map.groupBy(
      CELLS.flatMap(([, rule]) => rule ?? []),
      (rule) => rule,
    );
    const found: Record<string, number> = {};
    for (const { rule, count } of read.issues) found[rule] = (found[rule] ?? 0) + count;
    expect(found).toEqual(Object.fromEntries([...counts].map(([rule, all]) => [rule, all.length])));
  });

  it('are one issue where the same commune was meant, with what to write in each place', () => {
    const issues = read.issues.filter(({ rule }) => rule === 'COMMUNE_OTHER_DATE');
    expect(issues.map(({ count }) => count)).toEqual([2, 1]);
    expect(issues[0]).toMatchObject({
      severity: 'warning',
      column: 'Xã/phường',
      params: {
        candidates: 'Xã Tam Thăng, Thành phố Tam Kỳ (20362), đến 30/06/2025, nay là Phường Bàn Thạch (20335)',
      },
      places: [
        { row: 5, value: '20362', suggestion: 'Phường Bàn Thạch' },
        { row: 6, value: 'Xã Tam Thăng', suggestion: 'Phường Bàn Thạch' },
      ],
    });
    const unknown = read.issues.find(({ rule }) => rule === 'COMMUNE_UNKNOWN');
    expect(unknown?.places).toEqual([
      { row: 3, value: '99999' },
      { row: 4, value: 'Phường Bàn Thạhc', suggestion: 'Phường Bàn Thạch' },
    ]);
  });

  it('never put the text of a cell among what is published', () => {
    const secret = 'Bà Nguyễn Thị Mẫu';
    const { issues } = report(csv([spent({ commune: `Xã Tam Thăng, ${secret}`, date: '05/08/2025' })]), BOOK);
    for (const { params } of issues) expect(JSON.stringify(params ?? {})).not.toContain('Mẫu');
  });

  it('propose two where two are as near', () => {
    const [issue] = report(csv([spent({ commune: '20372' })]), { kind: 'disbursements' }).issues;
    expect(issue?.places?.[0]?.suggestion).toBe('Xã Tam Thăng (20362) hoặc Xã Tam Phú (20371)');
  });
});
