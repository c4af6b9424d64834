import { describe, expect, it } from 'vitest';
import { renderFinding } from '#domain/rules/render.ts';
import {
  all,
  decisions,
  explain,
  FEBRUARY,
  goneOf,
  JANUARY,
  type Kept,
  movements,
  one,
  statementOf,
} from './books.ts';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };
const received = (rows: readonly string[], said = {}) =>
  movements('contributions', 'document_no,date,channel,amount_vnd,item,quantity,unit', rows, {
    at: 1,
    openingVnd: 0,
    ...YEAR,
    ...said,
  });
const issued = (rows: readonly string[], said = {}) =>
  movements('disbursements', 'document_no,date,purpose,amount_vnd,item,quantity,unit', rows, {
    at: 2,
    ...YEAR,
    ...said,
  });
const words = (...files: Kept[]) =>
  statementOf(...files)
    .findings.filter(({ rule }) => rule.startsWith('GOODS_') || rule === 'FINDINGS_NOT_LISTED')
    .map((finding) => `${finding.rule}: ${renderFinding(finding).what}`);

describe('goods issued and not received', () => {
  it('are told of each item and unit of measure, with the quantity that is missing', () => {
    expect(
      words(
        received(['N-1,2024-01-02,HIEN_VAT,,Gạo,100,kg', 'N-2,2024-01-02,HIEN_VAT,,Gạo,1,bao']),
        issued([
          'X-1,2024-01-03,CUU_DOI,,Gạo,"150,5",kg',
          'X-2,2024-01-03,CUU_DOI,,Gạo,3,bao',
          'X-3,2024-01-03,CUU_DOI,,Áo ấm,4990,chiếc',
        ]),
      ),
    ).toEqual([
      'GOODS_NEGATIVE: Áo ấm: đã xuất nhiều hơn số đã nhập trong sổ 4.990 chiếc.',
      'GOODS_NEGATIVE: Gạo: đã xuất nhiều hơn số đã nhập trong sổ 2 bao.',
      'GOODS_NEGATIVE: Gạo: đã xuất nhiều hơn số đã nhập trong sổ 50,5 kg.',
    ]);
  });

  it('are explained one by one: what is said of rice says nothing of coats that come later', () => {
    const rice = issued(['X-1,2024-01-03,CUU_DOI,,Gạo,50,kg'], JANUARY);
    const mark = one(statementOf(rice), 'GOODS_NEGATIVE')?.mark ?? '';
    const said = decisions([explain(2, mark)], { at: 3, ...YEAR });
    const coats = issued(['X-2,2024-02-03,CUU_DOI,,Áo ấm,4990,chiếc'], { at: 4, ...FEBRUARY });
    const found = all(statementOf(rice, said, coats), 'GOODS_NEGATIVE');
    expect(found.map(({ params, status }) => [params?.item, status])).toEqual([
      ['Áo ấm', 'OPEN'],
      ['Gạo', 'EXPLAINED'],
    ]);
  });

  it('stand with another quantity as another finding, and none of them is resolved by that', () => {
    const rice = issued(['X-1,2024-01-03,CUU_DOI,,Gạo,50,kg'], JANUARY);
    const some = received(['N-1,2024-01-02,HIEN_VAT,,Gạo,20,kg'], { at: 3, ...JANUARY });
    const found = statementOf(rice, some);
    expect(one(found, 'GOODS_NEGATIVE')?.params).toEqual({ item: 'Gạo', quantity: '30 kg' });
    expect(goneOf(found, 'GOODS_NEGATIVE')).toEqual([]);
    const rest = received(['N-2,2024-02-02,HIEN_VAT,,Gạo,90,kg'], { at: 4, ...FEBRUARY });
    expect(goneOf(statementOf(rice, some, rest), 'GOODS_NEGATIVE')).toHaveLength(1);
  });

  it('are listed as far as anybody reads, and the rest is counted under a mark of its own', () => {
    const kinds = (more: string) =>
      issued([
        ...Array.from({ length: 52 }, (_, i) => `X-${i},2024-01-03,CUU_DOI,,Giống lúa ${i + 10},1,kg`),
        `X-99,2024-01-03,CUU_DOI,,${more},1,kg`,
      ]);
    const found = statementOf(kinds('Đường'));
    expect(all(found, 'GOODS_NEGATIVE')).toHaveLength(50);
    const rest = one(found, 'FINDINGS_NOT_LISTED');
    expect(rest).toMatchObject({ count: 3, params: { title: 'Xuất hiện vật nhiều hơn nhập' } });
    const other = one(statementOf(kinds('Đậu')), 'FINDINGS_NOT_LISTED');
    expect(other).toMatchObject({ count: 3 });
    expect(other?.mark).not.toBe(rest?.mark);
  });
});

describe('goods issued before they were received', () => {
  it('are told with the day by which they were missing', () => {
    expect(
      words(received(['N-1,2024-03-02,HIEN_VAT,,Gạo,50,kg']), issued(['X-1,2024-02-03,CUU_DOI,,Gạo,50,kg'])),
    ).toEqual([
      'GOODS_BEFORE_RECEIPT: Gạo: đến hết ngày 29/02/2024 đã xuất nhiều hơn số đã nhập 50 kg; sau ngày ấy mới nhập.',
    ]);
  });

  it('keep a book from being reconciled', () => {
    const found = statementOf(
      received(['N-1,2024-03-02,HIEN_VAT,,Gạo,50,kg']),
      issued(['X-1,2024-02-03,CUU_DOI,,Gạo,50,kg']),
    );
    expect(found.reasons).toContain('ERRORS');
  });

  it('are not told where they came in the month in which they went', () => {
    expect(
      words(received(['N-1,2024-02-20,HIEN_VAT,,Gạo,50,kg']), issued(['X-1,2024-02-03,CUU_DOI,,Gạo,50,kg'])),
    ).toEqual([]);
  });

  it('are not told of a file of an earlier release, which has no months of goods', () => {
    const { file, ...rest } = issued(['X-1,2024-02-03,CUU_DOI,,Gạo,50,kg']);
    const { goodsByMonth: _none, ...summary } = file.summary;
    const old = { ...rest, file: { ...file, summary } };
    expect(words(received(['N-1,2024-03-02,HIEN_VAT,,Gạo,50,kg']), old)).toEqual([]);
  });
});
