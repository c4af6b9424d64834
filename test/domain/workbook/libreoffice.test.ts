import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellsOf, opened } from './read.ts';

/** Saved by LibreOffice 7.4; all names are invented. */
const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/workbooks/libreoffice-${name}.xlsx`, import.meta.url)));

describe('what LibreOffice has saved', () => {
  it('is read with its dates, merged cells, formats and formulas', async () => {
    expect(await cellsOf(file('book'))).toEqual([
      ['BẢNG KÊ THU QUỸ “VÌ NGƯỜI NGHÈO” THÁNG 11/2026'],
      ['STT', 'Ngày thu', 'Người ủng hộ', 'Số tiền\n(đồng)', 'Số chứng từ'],
      ['1', '2026-11-01', 'Công ty Hoa Sen & Trúc', '1500000', '0012'],
      ['2', '2026-11-02', '〃', '250000', '0013'],
      ['3', '2026-11-05', 'Hộ bà Nguyễn Thị Đẹp', '50000', '0014'],
      ['4', '2026-11-06', 'Ẩn danh', '70000,5', '0015'],
      [],
      ['Tổng cộng', '', '', '1870000,5', 'PT-0012'],
    ]);
  });

  it('names its sheets, and counts rows that are hidden or filtered out', async () => {
    const book = await opened(file('book'));
    expect(book.sheets).toEqual([
      { name: 'Sổ thu', hidden: false, rows: 8 },
      { name: 'Sổ chi', hidden: false },
    ]);
    expect(book.hiddenRows).toBe(2);
    expect(await cellsOf(file('book'), 'Sổ chi')).toEqual([
      ['Ngày chi', 'Số tiền'],
      ['2026-11-20', '900000'],
    ]);
  });

  it('is read where it came from a page of the web', async () => {
    expect(await cellsOf(file('from-html'))).toEqual([
      ['BẢNG KÊ THU QUỸ “VÌ NGƯỜI NGHÈO” THÁNG 11/2026'],
      ['STT', 'Ngày thu', 'Người ủng hộ', 'Số tiền (đồng)', 'Hình thức'],
      ['1', '2026-11-01', 'Công ty Hoa Sen & Trúc', '1500000', 'Chuyển khoản'],
      ['2', '2026-11-02', '〃', '250000', 'Tiền mặt'],
      ['3', '2026-11-05', 'Hộ bà Nguyễn Thị Đẹp', '50000', 'Tiền mặt'],
    ]);
  });

  it('still holds, to the letter, what we had written and it has saved again', async () => {
    expect(await cellsOf(file('saved-again'))).toEqual([
      ['STT', 'Ngày thu', 'Người ủng hộ', 'Số tiền', 'Lỗi', 'Cách sửa'],
      ['1', '01/11/2026', 'Công ty Hoa Sen & Trúc', '1500000'],
      ['2', '31/02/2026', 'Hộ "bà" <Đẹp>', '-50000', 'Ngày không có trong lịch', 'Ghi lại ngày'],
      ['0003', '02/11/2026', '=HYPERLINK("http://x")', '1.500.000', 'a\nb'],
      ['4', '03/11/2026', '\u0001 _x000D_ 𠮷 ', '999999999999999'],
    ]);
  });
});
