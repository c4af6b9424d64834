import { describe, expect, test } from 'vitest';
import {
  fileHref,
  loadedPart,
  nationHref,
  parseRoute,
  statementHref,
  unitHref,
  withPeriod,
} from '#dashboard/src/routes.ts';
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
    ['/?dia-gioi=luc-ghi-so', { page: 'nation', view: 'reported' }],
    ['/?dia-gioi=hien-nay&quy=QVNN', { page: 'nation', view: 'now', fund: 'QVNN' }],
    ['/?dia-gioi=hom-qua', { page: 'nation' }],
    ['/xa/25159?dia-gioi=luc-ghi-so', { page: 'unit', unit: { code: '25159' }, view: 'reported' }],
    [
      '/xa/25159/so/QVNN?dia-gioi=hien-nay',
      { page: 'statement', unit: { code: '25159' }, fund: 'QVNN', view: 'now' },
    ],
    [
      '/tw/so/QVNN?ky=2025-Q3&dia-gioi=hien-nay',
      { page: 'statement', unit: { code: 'TW' }, fund: 'QVNN', view: 'now', period: '2025-Q3' },
    ],
    ['/tw/so/QVNN?ky=ca-so', { page: 'statement', unit: { code: 'TW' }, fund: 'QVNN', period: '' }],
    ['/tw/so/QVNN?ky=', { page: 'statement', unit: { code: 'TW' }, fund: 'QVNN' }],
    ['/tw?ky=2025-Q3', { page: 'unit', unit: { code: 'TW' } }],
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
    ['/doi-soat', { page: 'conserve' }],
    ['/doi-soat?quy=YAGI-2024', { page: 'conserve', fund: 'YAGI-2024' }],
    ['/doi-soat/14', { page: 'conserve', unit: { code: '14' } }],
    [
      '/doi-soat/24~2025-06-30?quy=QVNN',
      { page: 'conserve', unit: { code: '24', validTo: '2025-06-30' }, fund: 'QVNN' },
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
    '/doi-soat/25159',
    '/doi-soat/14/x',
    '/doi-soat/TW',
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
    expect(at(unitHref(ended, { fund }))).toEqual({ page: 'unit', unit: ended, fund });
    expect(at(statementHref(ended, fund))).toEqual({ page: 'statement', unit: ended, fund });
    const present = { code: '20341' as UnitCode };
    for (const view of ['now', 'reported'] as const) {
      const shown = view === 'now' ? {} : { view };
      expect(at(nationHref({ view }))).toEqual({ page: 'nation', ...shown });
      expect(at(unitHref(present, { view }))).toEqual({ page: 'unit', unit: present, ...shown });
      expect(at(unitHref(ended, { view }))).toEqual({ page: 'unit', unit: ended, ...shown });
      // A book is shown as it was written unless the present map is asked for.
      const asked = view === 'now' ? { view } : {};
      expect(at(statementHref(present, fund, { view }))).toEqual({
        page: 'statement',
        unit: present,
        fund,
        ...asked,
      });
      for (const period of ['', '2025', '2025-H1', 'nobody’s & odd'])
        expect(at(statementHref(present, fund, { view, period }))).toMatchObject({ ...asked, period });
    }
    expect(at(fileHref({ code: 'TW' as UnitCode }, fund, DIGEST, 7))).toEqual({
      page: 'file',
      unit: { code: 'TW' },
      fund,
      digest: DIGEST,
      row: 7,
    });
  });

  test('another period is the same page, everything else is another', () => {
    const url = (path: string) => new URL(path, 'http://localhost');
    const book = url('/tw/so/QVNN?dia-gioi=hien-nay#bao-cao');
    const chosen = withPeriod(book, '2025-Q3');
    expect(chosen.pathname + chosen.search + chosen.hash).toBe('/tw/so/QVNN?dia-gioi=hien-nay&ky=2025-Q3');
    expect(withPeriod(chosen, '').search).toBe('?dia-gioi=hien-nay&ky=ca-so');
    expect(loadedPart(chosen)).toBe(loadedPart(book));
    for (const other of ['/tw/so/QVNN', '/tw/so/YAGI-2024?dia-gioi=hien-nay', '/tw?dia-gioi=hien-nay'])
      expect(loadedPart(url(other))).not.toBe(loadedPart(book));
  });
});
