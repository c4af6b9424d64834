import { describe, expect, it } from 'vitest';
import { readTitles } from '#domain/parse/table/titles.ts';
import { rowsOf } from './support.ts';

const facts = (text: string) => readTitles(rowsOf(text));

describe('the lines above a table', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['Từ ngày 01/09/2024 đến ngày 30/09/2024', '2024-09-01', '2024-09-30'],
    ['Từ/ From: 01/09/2024|Đến/ To: 10/09/2024', '2024-09-01', '2024-09-10'],
    ['From 1-9-2024 to 10-9-2024', '2024-09-01', '2024-09-10'],
    ['(01/09/2024 - 30/09/2024)', '2024-09-01', '2024-09-30'],
    ['Từ ngày 1 tháng 9 năm 2024 đến hết ngày 30 tháng 9 năm 2024', '2024-09-01', '2024-09-30'],
    ['Tháng 9 năm 2024', '2024-09-01', '2024-09-30'],
    ['BẢNG KÊ ỦNG HỘ THÁNG 02/2024', '2024-02-01', '2024-02-29'],
    ['Quý III/2024', '2024-07-01', '2024-09-30'],
    ['quý 4 năm 2023', '2023-10-01', '2023-12-31'],
    ['6 tháng đầu năm 2024', '2024-01-01', '2024-06-30'],
    ['6 tháng cuối năm 2024', '2024-07-01', '2024-12-31'],
    ['Báo cáo 9 tháng năm 2024', '2024-01-01', '2024-09-30'],
    ['DANH SÁCH ỦNG HỘ NĂM 2024', '2024-01-01', '2024-12-31'],
    ['Quỹ năm 2024', '2024-01-01', '2024-12-31'],
    ['Hà Nội, ngày 30 tháng 9 năm 2024', undefined, undefined],
    ['Kèm theo Quyết định số 15 năm 2024', undefined, undefined],
    ['Từ ngày 30/09/2024 đến ngày 01/09/2024', undefined, undefined],
    ['Tháng 13 năm 2024', undefined, undefined],
    ['Danh sách ủng hộ', undefined, undefined],
  ])('%j state the period %s to %s', (line, from, to) => {
    const { period } = facts(`\n${line}`);
    expect([period?.from, period?.to]).toEqual([from, to]);
    if (from !== undefined) expect(period?.row).toBe(2);
  });

  it.each([
    ['ĐVT: triệu đồng', 1_000_000],
    ['Đơn vị tính: 1.000 đồng', 1_000],
    ['Đơn vị: nghìn đồng', 1_000],
    ['ĐVT:|1.000.000 đ', 1_000_000],
    ['(Đơn vị tính: đồng Việt Nam)', 1],
    ['(triệu đồng)', 1_000_000],
    ['Đơn vị: tỷ đồng', 1_000_000_000],
    ['Đơn vị tính là: triệu đồng', 1_000_000],
    ['Đơn vị tính bằng nghìn đồng', 1_000],
    ['ĐVT: (triệu đồng)', 1_000_000],
    ['ĐVT: ng.đ', 1_000],
    ['Số liệu tính bằng triệu đồng', 1_000_000],
    ['Đơn vị tỉnh Đồng Tháp', undefined],
    ['Đơn vị tính: VNĐ', 1],
    ['BẢNG KÊ|ĐVT: ngàn đồng', 1_000],
    ['Đơn vị: Đồng Tháp', undefined],
    ['Đơn vị: UBMTTQ xã Ví Dụ', undefined],
    ['Ủng hộ 5 triệu đồng', undefined],
  ])('%j state figures in %s đồng', (line, value) => {
    expect(facts(line).multiplier?.value).toBe(value);
    if (value !== undefined) expect(facts(line).multiplier).toMatchObject({ row: 1 });
  });

  it.each([
    ['Số tài khoản: 0011001932418', '2418'],
    ['Số tài khoản/ Account No: 0011 0019 32418', '2418'],
    ['STK|0011.0019.3241', '3241'],
    ['Tài khoản số ****1234', '1234'],
    ['Account number: 7823352242744636 - VND', '4636'],
    ['Điện thoại: 0912345678', undefined],
    ['Tài khoản Quỹ Vì người nghèo', undefined],
  ])('%j name the account …%s', (line, last4) => {
    expect(facts(line).accountLast4).toBe(last4);
    expect(JSON.stringify(facts(line))).not.toMatch(/\d{5}/);
  });

  it.each([
    ['Số dư đầu kỳ: 1.234.567', 1_234_567],
    ['Số dư đầu kỳ: -1.234.567', -1_234_567],
    ['Số dư đầu kỳ|(1.234.567)', -1_234_567],
    ['Số dư đầu kỳ – 1.234.567', 1_234_567],
    ['Số dư đầu kỳ - 1.234.567', undefined],
    ['Số dư đầu kỳ (01/01/2024)', undefined],
    ['Số dư đầu kỳ 01/01/2024', undefined],
    ['Số dư đầu kỳ/ Opening balance|1,234,567.00 VND', 1_234_567],
    ['Opening balance: 0', 0],
    ['Số dư đầu kỳ', undefined],
    ['Số dư đầu kỳ: 1.234,5', undefined],
    ['Số dư cuối kỳ: 5.000', undefined],
  ])('%j open with %s', (line, openingVnd) => {
    expect(facts(line).openingVnd).toBe(openingVnd);
  });

  it.each([
    ['Đơn vị: UBMTTQ xã Ví Dụ', 'UBMTTQ xã Ví Dụ'],
    ['ĐƠN VỊ:|Phường Ví Dụ', 'Phường Ví Dụ'],
    ['ỦY BAN MTTQ VIỆT NAM XÃ VÍ DỤ|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'ỦY BAN MTTQ VIỆT NAM XÃ VÍ DỤ'],
    ['Đơn vị: nghìn đồng', undefined],
    ['Bảng kê', undefined],
  ])('%j name the body %s', (line, unitText) => {
    expect(facts(line).unitText).toBe(unitText);
  });

  it('count where they say something first', () => {
    expect(facts('Tháng 9 năm 2024\nTháng 8 năm 2024\nĐVT: đồng\nĐVT: triệu đồng')).toMatchObject({
      period: { from: '2024-09-01', row: 1 },
      multiplier: { value: 1, row: 3, text: 'ĐVT: đồng' },
    });
    expect(facts('')).toEqual({});
  });
});
