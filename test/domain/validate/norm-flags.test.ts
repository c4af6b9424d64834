import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CampaignSchema } from '#domain/campaigns/campaign.ts';
import type { Issue } from '#domain/finding.ts';
import { renderFindingEn } from '#domain/rules/english/render.ts';
import { renderFinding } from '#domain/rules/render.ts';
import { readBookFile } from '#test/support/read-book.ts';
import { contextOf, csv, spent } from './support.ts';

const source = 'Hướng dẫn mẫu';
const RICE = { per: 'NGUOI', bound: 'MAX', item: 'Gạo', unitOfMeasure: 'kg', quantityMilli: 15_000, source };
const LEAST = { purpose: 'SINH_KE', per: 'NGUOI', bound: 'MIN', amountVnd: 5_000_000, source };

/** What is said of payments of a fund with these norms. */
function issuesOf(norms: readonly object[], ...rows: Record<string, string>[]): readonly Issue[] {
  const campaign = v.parse(CampaignSchema, {
    ...{ code: 'MAU-2024', name: 'Đợt mẫu', fundKind: 'QUY_VNN', from: '2024-01-01', levels: ['TINH'] },
    norms,
  });
  const context = { ...contextOf({ kind: 'disbursements' }), campaign };
  const text = csv(rows.map((row, i) => spent({ document_no: `PC-${i}`, ...row })));
  const { outcome } = readBookFile(Buffer.from(text), 'disbursements', context);
  if (!outcome.ok) throw new Error(outcome.error[0].rule);
  return outcome.value.issues;
}
const told = (issues: readonly Issue[]) =>
  issues.map((issue) => renderFinding(issue).what.replaceAll('\u00a0', ' '));

describe('a row with money and goods', () => {
  const rice = { item: 'gạo', quantity: '9.000,0', unit: 'kg', persons: '1', document_no: 'PC-9' };

  it.each([
    ['goods alone', ''],
    ['goods and money', '100.000'],
  ])('of %s is held against the norm of its goods', (_, amount_vnd) => {
    expect(issuesOf([RICE], { ...rice, amount_vnd })).toMatchObject([
      { rule: 'NORM_OF_GOODS', count: 1, rows: [2], params: { perOne: '9.000 kg', limit: '15 kg' } },
    ]);
  });

  it('is held against the norm of its money too', () => {
    const rules = issuesOf([RICE, LEAST], { ...rice, amount_vnd: '100.000' }).map(({ rule }) => rule);
    expect(rules).toEqual(['NORM_BELOW_MIN', 'NORM_OF_GOODS']);
  });
});

describe('what is told of a broken norm', () => {
  it('is what came to one beside what should have, of the payment that is furthest off', () => {
    const issues = issuesOf(
      [{ ...LEAST, certainty: 'S' }],
      { persons: '2', amount_vnd: '8.000.000' },
      { persons: '2', amount_vnd: '6.000.000' },
      { persons: '1', amount_vnd: '4.999.999' },
      { persons: '1', amount_vnd: '5.000.000' },
    );
    expect(told(issues)).toEqual([
      '3 khoản chi “Hỗ trợ sinh kế”, tổng 18.999.999 đ (các dòng 2, 3, 4): khoản thấp nhất mỗi người 3.000.000 đ, thấp hơn mức 5.000.000 đ/người; mức theo Hướng dẫn mẫu.',
    ]);
    expect(renderFinding(issues[0] as Issue).fix).not.toMatch(/hộ/);
    expect(renderFindingEn(issues[0] as Issue).what).toContain('gives 3,000,000\u00a0VND for each person');
  });

  it('is of a most what is furthest above', () => {
    const most = { ...LEAST, per: 'HO', bound: 'MAX', certainty: 'S' };
    const issues = issuesOf(
      [most],
      { households: '1', amount_vnd: '7.000.000' },
      { households: '1', amount_vnd: '6.000.000' },
    );
    expect(told(issues)).toEqual([
      '2 khoản chi “Hỗ trợ sinh kế”, tổng 13.000.000 đ (các dòng 2, 3): khoản cao nhất mỗi hộ 7.000.000 đ, cao hơn mức 5.000.000 đ/hộ; mức theo Hướng dẫn mẫu.',
    ]);
  });

  it('is of goods the limit as it was held: months times the monthly rate', () => {
    const issues = issuesOf([{ ...RICE, months: 3, certainty: 'S' }], {
      ...{ amount_vnd: '', item: 'Gạo', quantity: '91', unit: 'kg', persons: '2' },
    });
    expect(told(issues)).toEqual([
      '1 dòng cấp Gạo nhiều hơn mức tối đa (dòng 2): dòng xa mức nhất cấp mỗi người 45,5 kg, mức cho mỗi người là 15 kg × 3 tháng = 45 kg; mức theo Hướng dẫn mẫu.',
    ]);
  });

  it.each([['M'], [undefined]])(
    'says of a norm of certainty %s that nobody compared it with its document',
    (certainty) => {
      const issues = issuesOf([{ ...LEAST, certainty }], { persons: '1', amount_vnd: '1' });
      expect(told(issues)[0]).toContain(
        'mức theo cấu hình, chưa đối chiếu văn bản; nguồn ghi là Hướng dẫn mẫu.',
      );
    },
  );

  it('shows the treasurer the cell as it stands, and no figure of ours', () => {
    const money = issuesOf([LEAST], { persons: '2', amount_vnd: '6 triệu' });
    expect(money).toMatchObject([{ value: '6 triệu', places: [{ row: 2, value: '6 triệu' }] }]);
    const goods = issuesOf([RICE], { amount_vnd: '', item: 'Gạo', quantity: '46,5 kg', persons: '1' });
    expect(goods).toMatchObject([{ value: '46,5 kg' }]);
  });
});
