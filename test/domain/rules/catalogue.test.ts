import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.ts';
import { RULES, type RuleId, ruleById } from '#domain/rules/catalogue.ts';
import { renderFinding } from '#domain/rules/render.ts';

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i;
const SENTENCE = /^[^\s].*\.$/su;

describe('the catalogue', () => {
  it('names each rule once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(ruleById(id)?.id).toBe(id);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s is told in whole Vietnamese sentences',
    (_id, rule) => {
      for (const text of [rule.title, rule.method, rule.what, rule.fix]) expect(text).toMatch(VIETNAMESE);
      for (const text of [rule.method, rule.what, rule.fix]) {
        expect(text).toMatch(SENTENCE);
        expect(text).not.toMatch(/ {2}|\.\.|\s[.,;:](?=\s|$)/);
        expect(text).toBe(text.normalize('NFC'));
      }
      expect(rule.title).not.toMatch(/[.:]$/);
      // The method page shows it with no finding to fill it from.
      expect(rule.method).not.toMatch(/[{}]/);
      expect(rule.title).not.toMatch(/[{}]/);
    },
  );

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s is as grave as what it does', (_id, rule) => {
    if (rule.consequence !== 'flag') expect(rule.severity).toBe('error');
    if (rule.consequence === 'reject') expect(rule.scope).toBe('file');
    if (rule.consequence === 'quarantine') expect(rule.scope).toBe('row');
  });
});

describe('a rendered finding', () => {
  const finding = (rule: RuleId, rest: Partial<Finding>): Finding => ({
    rule,
    severity: 'error',
    count: 1,
    ...rest,
  });
  it.each<[Finding, string]>([
    [
      finding('CONTROL_TOTAL_MISMATCH', {
        rows: [12],
        expectedVnd: 2_825 as never,
        actualVnd: 2_835 as never,
        differenceVnd: 10 as never,
      }),
      'Dòng 12 ghi tổng 2.835\u00a0đ, cộng các dòng được 2.825\u00a0đ, lệch +10\u00a0đ.',
    ],
    [
      finding('DATE_OUTSIDE_PERIOD', {
        rows: [2],
        actualVnd: -5 as never,
        params: { from: '2024-09-10', to: '2024-09-29' },
      }),
      '1 dòng có ngày ngoài kỳ 10/09/2024–29/09/2024, tổng −5\u00a0đ (dòng 2).',
    ],
    [
      finding('AMOUNT_UNREADABLE', { rows: [2, 3], count: 1002, column: 'Số tiền (đồng)' }),
      '1.002 dòng có “Số tiền (đồng)” không đọc được thành số đồng (các dòng 2, 3 và 1.000 dòng khác).',
    ],
  ])('%#', (found, what) => {
    expect(renderFinding(found).what).toBe(what);
  });

  it('of a newer rule is named by its id', () => {
    expect(renderFinding({ rule: 'NEWER', severity: 'info', count: 1 })).toEqual({
      title: 'NEWER',
      what: 'Quy tắc NEWER.',
      fix: '',
    });
  });
});
