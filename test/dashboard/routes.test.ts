import { describe, expect, test } from 'vitest';
import { fileHref, parseRoute, statementHref, unitHref } from '#dashboard/src/routes.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { UnitCode } from '#domain/units/unit.ts';

const at = (path: string) => parseRoute(new URL(path, 'http://localhost'));
const DIGEST = 'ab'.repeat(32) as Sha256;

describe('addresses', () => {
  test.each([
    ['/', { page: 'nation' }],
    ['/?quy=QVNN', { page: 'nation', fund: 'QVNN' }],
    ['/tw', { page: 'unit', unit: { code: 'TW' } }],
    ['/tinh/24', { page: 'unit', unit: { code: '24' } }],
    ['/tinh/24/', { page: 'unit', unit: { code: '24' } }],
    [
      '/tinh/24~2025-06-30?quy=YAGI-2024',
      { page: 'unit', unit: { code: '24', validTo: '2025-06-30' }, fund: 'YAGI-2024' },
    ],
    ['/xa/25159', { page: 'unit', unit: { code: '25159' } }],
    ['/tw/so/YAGI-2024', { page: 'statement', unit: { code: 'TW' }, fund: 'YAGI-2024' }],
    ['/xa/25159/so/QVNN', { page: 'statement', unit: { code: '25159' }, fund: 'QVNN' }],
    [
      `/xa/25159/so/QVNN/tep/${DIGEST}`,
      { page: 'file', unit: { code: '25159' }, fund: 'QVNN', digest: DIGEST },
    ],
    [
      `/tinh/24/so/QVNN/tep/${DIGEST}?trang=3`,
      { page: 'file', unit: { code: '24' }, fund: 'QVNN', digest: DIGEST, pageNo: 3 },
    ],
    [
      `/tinh/24/so/QVNN/tep/${DIGEST}?dong=130`,
      { page: 'file', unit: { code: '24' }, fund: 'QVNN', digest: DIGEST, row: 130 },
    ],
    ['/phuong-phap', { page: 'method' }],
    ['/kiem-tra', { page: 'check' }],
    ['/kiem-tra?ngay=2025-11-21', { page: 'check', day: '2025-11-21' }],
    ['/kiem-tra?ngay=2025-02-30', { page: 'check' }],
  ])('%s', (path, route) => {
    expect(at(path)).toEqual(route);
  });

  test.each([
    '/tinh',
    '/tinh/5',
    '/tinh/25159',
    '/xa/24',
    '/tinh/24~2025-02-30',
    '/tinh/24~2025-06-30~x',
    '/xa/25159/so',
    '/xa/25159/so/qvnn',
    '/xa/25159/so/QVNN/tep/abc',
    `/xa/25159/so/QVNN/tep/${DIGEST}/x`,
    '/phuong-phap/x',
    '/kiem-tra/x',
    '/nowhere',
  ])('%s is nobody’s', (path) => {
    expect(at(path)).toEqual({ page: 'missing' });
  });

  test('a query that makes no sense is left out, not obeyed', () => {
    expect(at('/?quy=<b>')).toEqual({ page: 'nation' });
    expect(at(`/tw/so/QVNN/tep/${DIGEST}?trang=0&dong=-1`)).not.toHaveProperty('pageNo');
  });

  test('what is written is read back', () => {
    const ended = { code: '24' as UnitCode, validTo: '2025-06-30' as IsoDate };
    const fund = 'YAGI-2024' as FundCode;
    expect(at(unitHref(ended, fund))).toEqual({ page: 'unit', unit: ended, fund });
    expect(at(statementHref(ended, fund))).toEqual({ page: 'statement', unit: ended, fund });
    expect(at(fileHref({ code: 'TW' as UnitCode }, fund, DIGEST, 7))).toEqual({
      page: 'file',
      unit: { code: 'TW' },
      fund,
      digest: DIGEST,
      row: 7,
    });
  });
});
