import { describe, expect, it } from 'vitest';
import { isRepairable } from '#domain/check/repair.ts';
import { LOOK_FIRST } from '#domain/check/repair-row.ts';
import { cellsOf, REQUEST, repaired, sheetOf, textOf } from './repair-support.ts';

const HEADING = 'Số phiếu;Ngày;Họ và tên;Số tiền (đồng);Hình thức';
const GOOD = 'PT-1;05/01/2025;Công ty Mẫu;1.500.000;Chuyển khoản';
const file = (...lines: string[]): string => `${[HEADING, ...lines].join('\n')}\n`;

/** The two columns of ours, of the row that stands at that place. */
const beside = (csv: Uint8Array, row: number, delimiter = ';') =>
  cellsOf(csv, delimiter)
    .at(row - 1)
    ?.slice(5, 7)
    .map((cell) => cell.replace(/^"/, ''));

describe('the file that goes back as CSV', () => {
  it('has every row with the content as it was written, the mark of UTF-8, CR LF and two columns more', async () => {
    const text = file(GOOD, '', ';;Tổng cộng;1.500.000;', 'Người lập biểu');
    const { csv } = await repaired(text);
    expect(textOf(csv)).toBe(
      `\ufeff${HEADING};Lỗi;Cách sửa\r\n${GOOD};;\r\n;;;;;;\r\n;;Tổng cộng;1.500.000;;;\r\nNgười lập biểu;;;;;;\r\n`,
    );
  });

  it.each([
    ['a comma', ',', ','],
    ['a semicolon', ';', ';'],
    ['a tab', '\t', '\t'],
    ['a bar, which Excel does not open', '|', ','],
  ])('keeps %s between cells', async (_, own, given) => {
    const { csv } = await repaired(file(GOOD.replaceAll('.000', '000')).replaceAll(';', own));
    expect(textOf(csv).split('\r\n')[0]).toBe(
      `\ufeff${HEADING.replaceAll(';', given)}${given}Lỗi${given}Cách sửa`,
    );
  });

  it.each([
    ['a day of no calendar', GOOD.replace('05/01', '31/02'), 'Ngày không đọc được', '“Ngày”'],
    [
      'words for an amount',
      GOOD.replace('1.500.000', 'khá nhiều'),
      'Số tiền không đọc được',
      '“Số tiền (đồng)”',
    ],
    ['a code of no list', GOOD.replace('Chuyển khoản', 'Chuyển bò'), 'Mã không có', '“Hình thức”'],
  ])(
    'says beside the row what is wrong with %s, and in which column of the file',
    async (_, row, title, column) => {
      const [error, fix] = beside((await repaired(file(GOOD, row))).csv, 3) ?? [];
      expect(error).toContain(title);
      expect(error).toContain(column);
      expect(fix).not.toBe('');
    },
  );

  it('numbers what is wrong where it is more than one thing, errors before warnings', async () => {
    const row = 'PT-1;31/02/2025;Công ty Mẫu;không rõ;Chuyển khoản';
    const [error] = beside((await repaired(file(GOOD, row))).csv, 3) ?? [];
    expect(error).toMatch(/^1\) .*2\) /);
  });

  it('gives what should stand there, where that is safe to say', async () => {
    const { csv, report } = await repaired(file(GOOD, GOOD.replace('05/01/2025', '05/01/202S')));
    const suggestion = report.issues.flatMap(({ places }) => places.map((place) => place.suggestion))[0];
    const [, fix = ''] = beside(csv, 3) ?? [];
    expect(fix.includes('→')).toBe(suggestion != null);
  });

  it('marks what is only to be looked at as that, and leaves out what is only good to know', async () => {
    const { csv } = await repaired(
      file(GOOD, GOOD, GOOD.replace('1.500.000', '-1.500.000').replace('PT-1', 'PT-2')),
    );
    expect(beside(csv, 3)?.[0]).toMatch(/^Xem lại: Có thể trùng/);
    expect(beside(csv, 4)).toEqual(['', '']);
  });

  it('tells in the row of a total by how much it differs', async () => {
    const { csv } = await repaired(file(GOOD, ';;Tổng cộng;1.400.000;'));
    expect(beside(csv, 3)?.[0]).toContain('lệch −100.000');
  });

  it('tells of an amount unlike all others, which only the end of the file shows', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `PT-${i};05/01/2025;Người ${i};${200 + i}.000;Tiền mặt`,
    );
    const { csv, report } = await repaired(
      file(...rows, 'PT-99;05/01/2025;Người X;900.000.000.000;Tiền mặt'),
    );
    expect(report.issues.map(({ code }) => code)).toContain('AMOUNT_OUTLIER');
    expect(beside(csv, 62)?.[0]).toContain('Số tiền khác hẳn');
  });

  it('keeps cells from being run as formulas', async () => {
    const { csv } = await repaired(
      file(GOOD.replace('Công ty Mẫu', '=HYPERLINK(1)'), GOOD.replace('PT-1', '@x')),
    );
    expect(cellsOf(csv, ';').map((cells) => [cells[0], cells[2]])).toEqual([
      ['Số phiếu', 'Họ và tên'],
      ['PT-1', "'=HYPERLINK(1)"],
      ["'@x", 'Công ty Mẫu'],
    ]);
  });

  it('writes its two columns anew when it is checked again, not twice', async () => {
    const first = await repaired(file(GOOD, GOOD.replace('05/01', '31/02')));
    const second = await repaired(first.csv);
    expect(textOf(second.csv)).toBe(textOf(first.csv));
  });

  it('puts a heading of ours over the heading that is printed again on each page', async () => {
    const { csv } = await repaired(file(GOOD, HEADING, GOOD.replace('PT-1', 'PT-2')));
    expect(beside(csv, 3)).toEqual(['Lỗi', 'Cách sửa']);
    expect((await repaired(csv)).report.ignoredAs.heading).toBe(2);
  });

  it('gives letters of an old font as they are meant', async () => {
    const tcvn3 =
      'Sè phiÕu;Ngµy;Hä vµ tªn;Sè tiÒn (®ång);H×nh thøc\nPT-1;05/01/2025;C«ng ty MÉu;1.500.000;ChuyÓn kho¶n\n';
    const { csv } = await repaired(Buffer.from(tcvn3, 'latin1'));
    expect(textOf(csv)).toContain('PT-1;05/01/2025;Công ty Mẫu;1.500.000;Chuyển khoản;');
  });
});

describe('rows whose cells may have slipped', () => {
  it.each([
    [
      'too few cells',
      'PT-2;06/01/2025;Công ty Mẫu;200.000',
      ['PT-2', '06/01/2025', 'Công ty Mẫu', '200.000', ''],
    ],
    [
      'a stray quote',
      'PT-2;06/01/2025;Công ty M"ẫu;200.000;Tiền mặt',
      ['PT-2', '06/01/2025', '"Công ty M""ẫu"', '200.000', 'Tiền mặt'],
    ],
  ])('%s: laid out in line, and never taken for sound when it comes back as it is', async (_, row, cells) => {
    const { csv } = await repaired(file(GOOD, row));
    const found = cellsOf(csv, ';')[2] ?? [];
    expect(found.slice(0, 5)).toEqual(cells);
    expect(found.at(-1)).toBe(LOOK_FIRST);
    expect((await repaired(csv)).report).toMatchObject({ accepted: 1, quarantined: 1 });
  });

  it('too many cells: what is too much stands to the right of ours, and the row is not taken for sound', async () => {
    const { csv } = await repaired(file(GOOD, 'PT-2;06/01/2025;Công ty Mẫu;200;000;Tiền mặt'));
    const found = cellsOf(csv, ';')[2] ?? [];
    expect([found.slice(0, 5), found.at(-1)]).toEqual([
      ['PT-2', '06/01/2025', 'Công ty Mẫu', '200', '000'],
      'Tiền mặt',
    ]);
    expect((await repaired(csv)).report).toMatchObject({ accepted: 1, quarantined: 1 });
  });

  it('is taken once its cells are in place and what stood beyond is gone', async () => {
    const { csv } = await repaired(file(GOOD, 'PT-2;06/01/2025;Công ty Mẫu;200.000'));
    const mended = textOf(csv).replace('200.000;;', '200.000;Tiền mặt;').replace(LOOK_FIRST, '');
    expect((await repaired(mended)).report).toMatchObject({ accepted: 2, quarantined: 0, sumVnd: 1_700_000 });
  });
});

describe('a file that is refused', () => {
  it.each([
    ['without its amounts', 'Ngày;Họ và tên\n05/01/2025;Công ty Mẫu\n', 2, 'Thiếu cột bắt buộc'],
    ['without a heading', 'a;b\nc;d\n', 2, 'Không thấy dòng tiêu đề'],
    [
      'of another kind',
      'Ngày;Nội dung chi;Xã/phường;Số tiền\n05/01/2025;SINH_KE;x;1.000.000\n',
      4,
      'Nộp nhầm loại bảng',
    ],
  ])('%s comes back with the reason in the first row below the heading', async (_, text, width, reason) => {
    const { csv, report } = await repaired(text);
    const [heading, first] = cellsOf(csv, ';');
    expect(report.state).toBe('rejected');
    expect(heading?.slice(width)).toEqual(['Lỗi', 'Cách sửa']);
    expect(first?.[width]).toContain(reason);
  });

  it('tells of a column written in two ways where they meet', async () => {
    const { csv, report } = await repaired(file(GOOD, GOOD.replace('1.500.000', '2,500,000')));
    expect(report.state).toBe('rejected');
    expect([beside(csv, 2)?.[0], beside(csv, 3)?.[0]]).toEqual([
      expect.stringContaining('Một cột viết số theo hai kiểu'),
      expect.stringContaining('Một cột viết số theo hai kiểu'),
    ]);
  });

  it('whose quote is never closed comes back line by line, to the last', async () => {
    const { csv, report } = await repaired(
      file(GOOD, 'PT-2;06/01/2025;"Công ty;200.000;Tiền mặt', 'PT-3;x;y;z;w'),
    );
    expect(report.issues[0]?.code).toBe('QUOTE_UNCLOSED');
    expect(textOf(csv)).toContain('PT-3;x;y;z;w');
  });

  it('with line ends of old Macs comes back with line ends that are read', async () => {
    const { csv } = await repaired(file(GOOD).replaceAll('\n', '\r'));
    expect(cellsOf(csv, ';')[1]?.slice(0, 5)).toEqual(GOOD.split(';'));
  });

  it('does not make rows sound whose cells may have slipped, once its heading is mended', async () => {
    const { csv } = await repaired(
      'Ngày;Người ủng hộ;Hình thức;Trị\n05/01/2025;Công ty Mẫu;200.000\n06/01/2025;Công ty Mẫu;Tiền mặt;1.000\n',
    );
    const { report } = await repaired(textOf(csv).replace('Trị', 'Số tiền'));
    expect(report).toMatchObject({ accepted: 1, quarantined: 1, sumVnd: 1000 });
  });

  it('of one line alone has the reason in a row below', async () => {
    const { csv } = await repaired('Ngày;Họ và tên\n');
    expect(cellsOf(csv, ';')[1]?.[2]).toContain('Thiếu cột bắt buộc');
  });

  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4])],
    ['nothing', new Uint8Array(0)],
    ['a torn workbook', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 9, 9, 9, 9])],
  ])('and is %s has no rows to give back', async (_, bytes) => {
    const { outcome, csv, xlsx } = await repaired(bytes);
    expect([isRepairable(outcome), csv.length, xlsx.length]).toEqual([false, 0, 0]);
  });
});

describe('the file that goes back as a workbook', () => {
  it('has the rows first, so that it is read when it comes back, and the report on one page after them', async () => {
    const { xlsx, report } = await repaired(file(GOOD, GOOD.replace('05/01', '31/02')));
    const [heading, first, second] = await sheetOf(xlsx);
    expect(heading).toEqual([...HEADING.split(';'), 'Lỗi', 'Cách sửa']);
    expect(first?.slice(0, 5)).toEqual(GOOD.split(';'));
    expect(second?.[5]).toContain('Ngày không đọc được');
    const summary = await sheetOf(xlsx, 'Tóm tắt');
    expect(summary[0]?.[0]).toMatch(/^NỘP ĐƯỢC MỘT PHẦN: 1 dòng/);
    expect((await repaired(xlsx)).report).toMatchObject({
      accepted: report.accepted,
      quarantined: 1,
      sumVnd: report.sumVnd,
    });
  });

  it('keeps the name of its sheet when it came as a workbook', async () => {
    const { xlsx } = await repaired(file(GOOD));
    const again = await repaired(xlsx, { ...REQUEST, overrides: { sheet: 'Các dòng' } });
    expect((await sheetOf(again.xlsx, 'Các dòng'))[1]?.slice(0, 5)).toEqual(GOOD.split(';'));
  });
});
