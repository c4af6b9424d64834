import { describe, expect, it } from 'vitest';
import { csv, given, report } from './support.ts';

describe('a total row', () => {
  const heading = 'Số CT,Ngày,Người ủng hộ,Số tiền\n';
  const rows = '1,05/03/2024,A,1.000\n2,05/03/2024,B,x\n3,06/03/2024,C,500\n4,x,D,20\n';

  it.each([
    ['Tổng cộng', 'total'],
    ['TỔNG CỘNG:', 'total'],
    ['Tổng số tiền', 'total'],
    ['Cộng', 'total'],
    ['Tổng thu', 'total'],
    ['Total', 'total'],
    ['Cộng mang sang', 'carried'],
    ['Lũy kế từ đầu năm', 'carried'],
    ['Luỹ kế', 'carried'],
    ['Số dư đầu kỳ', 'carried'],
    ['Công ty TNHH Ví Dụ', undefined],
    ['Cộng đồng Ví Dụ', undefined],
    ['Tổng công ty Ví Dụ', undefined],
    ['Tổng cộng tác viên', undefined],
    ['Nguyễn Văn Tổng', undefined],
    ['Công', undefined],
    ['Tông', undefined],
    ['Tong cong', 'total'],
    ['Mang sang trang 2', 'carried'],
    ['Chuyển sang tài khoản của ông B', undefined],
    ['Lũy kế của bà Ví Dụ mượn', undefined],
  ])('%j is %s', (text, kind) => {
    const read = report(`${heading}1,05/03/2024,A,5\n ${text} ,,,5\n`);
    expect(read.rows.ignoredAs.total).toBe(kind === undefined ? 0 : 1);
    expect(read.controlTotals).toHaveLength(kind === 'total' ? 1 : 0);
    expect(read.rows.quarantined).toBe(kind === undefined ? 1 : 0);
  });

  it('is compared with all readable amounts above it, and is no entry', () => {
    const read = report(`${heading}${rows}Tổng cộng,,,1.520\n`);
    expect(read.rows).toMatchObject({ total: 6, accepted: 2, quarantined: 2, ignored: 2 });
    expect(read.controlTotals).toEqual([{ row: 6, statedVnd: 1520, computedVnd: 1520 }]);
    expect([read.acceptedVnd, read.quarantinedVnd]).toEqual([1500, 20]);
  });

  it('keeps the difference', () => {
    expect(report(`${heading}${rows}Tổng cộng,,,2.000\n`).controlTotals).toEqual([
      { row: 6, statedVnd: 2000, computedVnd: 1520 },
    ]);
  });

  it('may have fewer cells, and says nothing when carried', () => {
    expect(report(`${heading}${rows}Cộng mang sang,,,7\nTổng cộng\n`)).toMatchObject({
      controlTotals: [],
      rows: { ignored: 3, quarantined: 2 },
    });
  });

  it('may stand in the column of dates', () => {
    const text = 'Ngày,Số tiền,Ghi chú\n05/03/2024,1.000,\nTổng cộng:,1.000,\nLuỹ kế,9.000,\n';
    expect(report(text)).toMatchObject({
      controlTotals: [{ row: 3, statedVnd: 1000, computedVnd: 1000 }],
      rows: { accepted: 1, quarantined: 0, ignored: 3 },
      quarantinedVnd: 0,
    });
  });

  it('with a date is a row like any other', () => {
    expect(report(`${heading}${rows}Tổng cộng,07/03/2024,,9\n`)).toMatchObject({
      controlTotals: [],
      rows: { accepted: 3 },
    });
  });

  it('on every page is kept up to a limit, the last one always', () => {
    const pages = Array.from(
      { length: 1000 },
      (_, i) => `${csv([given({ document_no: `${i}` })]).split('\n')[1]}\nCộng,,,,,${i}\n`,
    );
    const { controlTotals } = report(`${csv([given()]).split('\n')[0]}\n${pages.join('')}`);
    expect(controlTotals).toHaveLength(200);
    expect(controlTotals.at(-1)).toEqual({ row: 2001, statedVnd: 999, computedVnd: 1_000_000_000 });
  });
});
