import { describe, expect, it } from 'vitest';
import { inferenceText } from '#domain/check/inference-text.ts';
import type { Outcome } from '#domain/check/outcome.ts';
import type { Overrides } from '#domain/parse/reading.ts';
import { toTcvn3 } from '#test/domain/parse/text/sample.ts';
import { readBytes, readTable, request } from './read.ts';

const textsOf = ({ inferred }: Outcome) => inferred.map((one) => inferenceText(one, 'contributions'));
const HEADING = 'Ngày;Người ủng hộ;Số tiền\n';
const row = (amount: string, day = '05/03/2024') => `${day};Công ty Ví Dụ;${amount}\n`;

describe('what was concluded is said with its evidence', () => {
  it('of a plain file', async () => {
    const outcome = await readTable(HEADING + row('1.500') + row('500', '25/03/2024') + row('x'));
    expect(textsOf(outcome)).toEqual([
      expect.stringMatching(/^Bảng mã: UTF-8, \d+\/\d+ từ có dấu$/),
      'Các ô ngăn nhau bằng dấu chấm phẩy (;)',
      'Tiêu đề cột ở dòng 1, 3/3 cột nhận ra',
      'Cột “Ngày” là “Ngày”',
      'Cột “Người ủng hộ” là “Người ủng hộ”',
      'Cột “Số tiền” là “Số tiền (đồng)”',
      'Cột “Số tiền”: dấu chấm ngăn hàng nghìn, 1/2 ô',
      'Cột “Ngày”: ngày/tháng/năm, 3/3 ô',
    ]);
  });

  it('of figures that a column proves, counts stand behind it', async () => {
    const { inferred } = await readTable(
      HEADING + Array.from({ length: 1_802 }, (_, i) => row(i < 1_800 ? '1.500' : '12,5')).join(''),
    );
    expect(inferred.find(({ what }) => what === 'numbers')).toEqual({
      what: 'numbers',
      column: 'amount_vnd',
      heading: 'Số tiền',
      value: 'dot',
      agreeing: 1_800,
      of: 1_800,
      confidence: 1,
      overridden: false,
    });
  });

  it('of figures that read alike either way, nothing is concluded', async () => {
    const { inferred } = await readTable(HEADING + row('500') + row('1 500'));
    expect(inferred.filter(({ what }) => what === 'numbers')).toEqual([]);
  });

  it.each<[said: Overrides, text: string]>([
    [
      { numbers: { amount_vnd: 'comma' } },
      'Cột “Số tiền”: dấu phẩy ngăn hàng nghìn, 0/1 ô (do người nộp chỉ định)',
    ],
    [{ multipliers: { amount_vnd: 1_000 } }, 'Cột “Số tiền”: tính bằng nghìn đồng (do người nộp chỉ định)'],
    [{ dates: 'mdy' }, 'Cột “Ngày”: tháng/ngày/năm, 1/1 ô (do người nộp chỉ định)'],
    [{ delimiter: ';' }, 'Các ô ngăn nhau bằng dấu chấm phẩy (;) (do người nộp chỉ định)'],
    [{ headingRow: 1 }, 'Tiêu đề cột ở dòng 1, 3/3 cột nhận ra (do người nộp chỉ định)'],
    [{ columns: { donor: 'Người ủng hộ' } }, 'Cột “Người ủng hộ” là “Người ủng hộ” (do người nộp chỉ định)'],
  ])('of %j, that somebody said so', async (said, text) => {
    expect(textsOf(await readTable(HEADING + row('500'), said))).toContain(text);
  });

  it.each([
    ['ĐVT: triệu đồng;;\n', 'Cột “Số tiền”: tính bằng triệu đồng (theo dòng 1)'],
    ['', 'Cột “Số tiền”: dấu chấm ngăn hàng nghìn, 1/1 ô'],
  ])('of a title %j', async (title, text) => {
    expect(textsOf(await readTable(title + HEADING + row(title === '' ? '1.500' : '15')))).toContain(text);
  });

  it('of the kind, where nobody said it', async () => {
    const outcome = await readBytes(Buffer.from(HEADING + row('5')), { ...request(), kind: undefined });
    expect(textsOf(outcome)).toContain('Loại bảng: Bảng thu (tiếp nhận) (chưa chắc, xin xem lại)');
  });

  it('of a font that was converted', async () => {
    const text = `Ngày;Người ủng hộ;Số tiền\n${'5/3/2024;Nguyễn Thị Bưởi, xã Hoà Phú, tỉnh Đắk Lắk;500\n'.repeat(5)}`;
    const texts = textsOf(await readBytes(Buffer.from(toTcvn3(text), 'latin1')));
    expect(texts[0]).toMatch(/^Bảng mã: windows-1252, \d+\/\d+ từ có dấu/);
    expect(texts[1]).toMatch(/^Phông chữ: TCVN3 \(ABC\), đã chuyển sang Unicode, \d+\/\d+ từ có dấu/);
  });
});
