import { describe, expect, it } from 'vitest';
import { MAX_ORGANISATION_LINES } from '#domain/validate/organisation-lines.ts';
import { csv, type Declared, disbursementsOf, report, spent } from './support.ts';

const PAID: Declared = { kind: 'disbursements' };
const WOMEN = 'Hội Liên hiệp Phụ nữ xã';
const helped = (organisation: string, more: Parameters<typeof spent>[0] = {}) =>
  spent({ households: '2', organisation, ...more });

/** The organisations of a file, a line each in short. */
function linesOf(rows: readonly ReturnType<typeof spent>[]) {
  const { sums } = report(csv(rows), PAID);
  return sums.organisations?.map(({ organisation, year, purpose, households }) =>
    [organisation, year, purpose, households].join(' '),
  );
}

describe('who helped, by the rows of a file', () => {
  it('stands in the entry as it is written, and for a ditto mark the one above', () => {
    const { entries_ } = report(csv([helped('Nguyễn Thị Mẫu'), helped('nt'), helped('')]), PAID);
    expect(disbursementsOf(entries_).map(({ organisation }) => organisation)).toEqual([
      'Nguyễn Thị Mẫu',
      'Nguyễn Thị Mẫu',
      undefined,
    ]);
  });

  it('is added up by organisation, year and purpose, in order, however the name is written', () => {
    const rows = [
      helped('Tỉnh đoàn'),
      helped(WOMEN),
      helped(WOMEN.toUpperCase(), { households: '5', document_no: 'PC-2' }),
      helped(WOMEN, { purpose: 'TET', document_no: 'PC-3' }),
      helped(WOMEN, { amount_vnd: '-500.000', households: '1', document_no: 'PC-4' }),
      helped(WOMEN, { date: '05/03/2023', document_no: 'PC-5' }),
    ];
    expect(linesOf(rows)).toEqual([
      `${WOMEN} 2023 SINH_KE 2`,
      `${WOMEN} 2024 SINH_KE 6`,
      `${WOMEN} 2024 TET 2`,
      'Tỉnh đoàn 2024 SINH_KE 2',
    ]);
  });

  it('is told without households where no row counts any, and once of a row with money and goods', () => {
    const goods = { item: 'Gạo', quantity: '50', unit: 'kg' };
    expect(linesOf([helped(WOMEN, { households: '' }), helped('Tỉnh đoàn', goods)])).toEqual([
      `${WOMEN} 2024 SINH_KE `,
      'Tỉnh đoàn 2024 SINH_KE 2',
    ]);
  });

  it.each(['Nguyễn Thị Mẫu', 'Bà Mẫu ở thôn 3', ''])(
    'is nobody whose name is not one of a body: %j',
    (name) => {
      expect(report(csv([helped(name)]), PAID).sums).not.toHaveProperty('organisations');
    },
  );

  it('tells two payments of one day apart', () => {
    const twins = [helped(WOMEN), helped('Tỉnh đoàn')];
    expect(report(csv(twins), PAID).issues).toEqual([]);
    expect(report(csv([helped(WOMEN), helped(WOMEN)]), PAID).issues).toMatchObject([
      { rule: 'POSSIBLE_DUPLICATE' },
    ]);
  });

  it('is not told of a column with more names than there are bodies', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => helped(`Chi hội số ${i}`, { document_no: `PC-${i}` }));
    expect(linesOf(rows(MAX_ORGANISATION_LINES))).toHaveLength(MAX_ORGANISATION_LINES);
    const { sums } = report(csv(rows(MAX_ORGANISATION_LINES + 1)), PAID);
    expect(sums).toMatchObject({ organisationsUntold: true });
    expect(sums).not.toHaveProperty('organisations');
  });
});

describe('the column of who helped', () => {
  const read = (heading: string) => {
    const text = `Số CT,Ngày,Nội dung chi,Xã/phường,${heading},Số tiền\nPC-1,05/03/2024,SINH_KE,20335,${WOMEN},1.000.000\n`;
    return disbursementsOf(report(text, PAID).entries_)[0];
  };

  it.each(['Đơn vị giúp đỡ', 'Tổ chức giúp đỡ', 'Đơn vị hỗ trợ', 'ĐƠN VỊ ĐỠ ĐẦU', 'organisation'])(
    'may be headed %s',
    (heading) => {
      expect(read(heading)?.organisation).toBe(WOMEN);
    },
  );

  it.each(['Đơn vị tài trợ', 'Nguồn kinh phí', 'Đơn vị nhận hỗ trợ'])(
    'is not %s: of a donor, over amounts, or of who was helped',
    (heading) => {
      expect(read(heading)?.organisation).toBeUndefined();
    },
  );
});
