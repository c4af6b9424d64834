/** Findings told together where they say the same, and by names that people know. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsAlike } from '#dashboard/src/lib/findings-alike.ts';
import { fundName, withFundName } from '#dashboard/src/lib/funds.ts';
import type { Campaign } from '#domain/campaigns/campaign.ts';
import type { Finding, Severity } from '#domain/finding.ts';
import { renderFinding } from '#domain/rules/render.ts';

const finding = (rule: string, severity: Severity, params: Finding['params'] = {}): Finding => ({
  ...{ rule, severity, count: 1, params },
});
const late = (other: string) =>
  finding('TRANSFER_NOT_RECEIVED', 'warning', { unit: 'Trung ương', fund: 'LU-2025', other, days: 30 });

describe('findings alike', () => {
  test('of one rule are one, each place with its own words; the gravest come first', () => {
    const groups = findingsAlike([
      late('Tỉnh Sơn La'),
      finding('ROWS_QUARANTINED', 'warning'),
      late('Tỉnh Cao Bằng'),
      finding('CLOSING_MISMATCH', 'error'),
    ]);
    expect(groups.map(({ rule, places }) => `${rule} ${places.length}`)).toEqual([
      'CLOSING_MISMATCH 1',
      'TRANSFER_NOT_RECEIVED 2',
      'ROWS_QUARANTINED 1',
    ]);
    const places = groups[1]?.places.map(({ what }) => what);
    expect(places?.map((what) => /Tỉnh \p{L}+ \p{L}+/u.exec(what)?.[0])).toEqual([
      'Tỉnh Sơn La',
      'Tỉnh Cao Bằng',
    ]);
  });

  test('none is lost, and what to do holds for each of its group', () => {
    const rule = fc.constantFrom('TRANSFER_NOT_RECEIVED', 'CLOSING_MISMATCH', 'RULE_OF_TOMORROW');
    const severity = fc.constantFrom<Severity>('error', 'warning', 'info');
    const some = fc.array(fc.record({ rule, severity, count: fc.nat() }), { maxLength: 12 });
    fc.assert(
      fc.property(some, (findings: Finding[]) => {
        const groups = findingsAlike(findings);
        const back = groups.flatMap(({ places }) => places.map((place) => place.finding));
        expect(new Set(back)).toEqual(new Set(findings));
        expect(back).toHaveLength(findings.length);
        for (const { fix, places } of groups)
          expect(places.map((place) => renderFinding(place.finding).fix)).toEqual(places.map(() => fix));
      }),
    );
  });
});

describe('a fund in a finding', () => {
  const campaigns = [{ code: 'LU-2025', name: 'Cứu trợ lũ năm 2025' }] as unknown as readonly Campaign[];

  test('goes by its name', () => {
    const { what } = renderFinding(withFundName(campaigns, late('Tỉnh Sơn La')));
    expect(what).toContain(fundName(campaigns, 'LU-2025'));
    expect(what).not.toContain('LU-2025');
  });

  test('that is not told of is not made up', () => {
    const other = finding('CLOSING_MISMATCH', 'error');
    expect(withFundName(campaigns, other)).toBe(other);
  });
});
