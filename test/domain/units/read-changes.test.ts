import { describe, expect, it } from 'vitest';
import { CHANGE_COLUMNS, limited, readChanges } from '#domain/units/read-changes.ts';

const COLUMNS = Object.keys(CHANGE_COLUMNS);
const GOOD = [
  COLUMNS,
  ['2026-04-30', '26248', 'KEPT', '26248', 'Phường Trảng Bom', '75', 'Nghị quyết 30'],
  ['2026-04-30', '75', 'kept', '75', 'Thành phố Đồng Nai', '', 'Nghị quyết 30, điều 1; khoản 2'],
  ['2025-07-01', '', 'WHOLE', '00009', 'Xã “Chín”', '75', 'Nghị quyết "1"'],
];
const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
const table = (rows: readonly (readonly string[])[], delimiter = ',', end = '\n'): string =>
  rows.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + end).join('');
const read = (text: string) => readChanges(new TextEncoder().encode(text));

function errors(text: string | Uint8Array): readonly string[] {
  const result = typeof text === 'string' ? read(text) : readChanges(text);
  return result.ok ? ['read'] : result.error;
}
/** The good file with one cell of its second line changed. */
const withCell = (column: string, text: string): string =>
  table(GOOD.map((cells, i) => (i === 1 ? cells.with(COLUMNS.indexOf(column), text) : cells)));

const EXPECTED = {
  ok: true,
  value: {
    changes: [
      {
        on: '2025-07-01',
        rows: [
          { extent: 'WHOLE', code: '00009', name: 'Xã “Chín”', provinceCode: '75', act: 'Nghị quyết "1"' },
        ],
      },
      {
        on: '2026-04-30',
        rows: [
          {
            formerCode: '26248',
            extent: 'KEPT',
            code: '26248',
            name: 'Phường Trảng Bom',
            provinceCode: '75',
            act: 'Nghị quyết 30',
          },
          {
            formerCode: '75',
            extent: 'KEPT',
            code: '75',
            name: 'Thành phố Đồng Nai',
            act: 'Nghị quyết 30, điều 1; khoản 2',
          },
        ],
      },
    ],
    places: [[4], [2, 3]],
  },
};

describe('a table of changes', () => {
  it.each([
    ['with commas', table(GOOD)],
    ['with semicolons', table(GOOD, ';')],
    ['with tabs', table(GOOD, '\t')],
    ['with a byte order mark', `\ufeff${table(GOOD)}`],
    ['with the line ends of Windows', table(GOOD, ';', '\r\n')],
    ['without a last line end', table(GOOD).trimEnd()],
    ['in decomposed letters', table(GOOD).normalize('NFD')],
    [
      'with spaces around, and headings in capitals',
      table(GOOD.map((cells, i) => cells.map((cell) => ` ${i === 0 ? cell.toUpperCase() : cell} `))),
    ],
  ])('is read %s', (_what, text) => {
    expect(read(text)).toEqual(EXPECTED);
  });

  it('is read whatever the order of its columns, with others among them', () => {
    const order = [6, 0, 3, 2, 1, 5, 4];
    const turned = GOOD.map((cells, i) => [i === 0 ? 'ghi chú' : 'x', ...order.map((at) => cells[at] ?? '')]);
    expect(read(table(turned))).toEqual(EXPECTED);
  });

  it('passes over blank lines, and counts them as a spreadsheet does', () => {
    const [heading = [], ...rows] = GOOD;
    const result = read(
      table([heading, [''], ...rows.slice(0, 2), heading.map(() => ' '), ...rows.slice(2)]),
    );
    expect(result).toEqual({ ...EXPECTED, value: { ...EXPECTED.value, places: [[6], [3, 4]] } });
  });
});

describe('a table that is none', () => {
  const [heading = [], first = []] = GOOD;

  it.each([
    [
      'no UTF-8',
      Uint8Array.from([...new TextEncoder().encode(table(GOOD)), 0xc3, 0x28]),
      'tệp không phải văn bản UTF-8: trong Excel chọn lưu “CSV UTF-8”',
    ],
    ['a quote left open', `${table(GOOD)}2026-04-30,"26248\n`, 'có dấu nháy kép mở mà không đóng'],
    ['nothing at all', '', `dòng 1 thiếu cột: ${COLUMNS.join(', ')}`],
    ['a column missing', table([heading.slice(0, 5), first]), 'dòng 1 thiếu cột: province_code, legal_act'],
    ['a heading only', table([heading]), 'không có dòng nào dưới dòng tiêu đề'],
    ['blank lines only', table([heading, ['', '', ''], [' ']]), 'không có dòng nào dưới dòng tiêu đề'],
    ['more lines than the country needs', table([heading]) + '\n'.repeat(50_001), 'quá 50000 dòng'],
    [
      'a stray quote',
      `${table(GOOD)}2026-04-30,26"248,KEPT,26248,Xã A,75,x\n`,
      'dòng 5: dấu nháy kép đặt sai chỗ',
    ],
    [
      'a day of no calendar',
      withCell('valid_from', '2026-02-30'),
      'dòng 2: valid_from không phải một ngày (năm-tháng-ngày)',
    ],
    [
      'a day as people write it',
      withCell('valid_from', '30/04/2026'),
      'dòng 2: valid_from không phải một ngày (năm-tháng-ngày)',
    ],
    ['a way that is none', withCell('extent', 'HALF'), 'dòng 2: không đọc được extent'],
    ['no way', withCell('extent', ''), 'dòng 2: không đọc được extent'],
    ['a code without its zeros', withCell('code', '4'), 'dòng 2: không đọc được code'],
    ['no code', withCell('code', ''), 'dòng 2: không đọc được code'],
    ['the centre', withCell('code', 'TW'), 'dòng 2: không đọc được code'],
    ['a former code of letters', withCell('former_code', 'abcde'), 'dòng 2: không đọc được former_code'],
    ['the centre as what was before', withCell('former_code', 'TW'), 'dòng 2: không đọc được former_code'],
    ['no name', withCell('name', ''), 'dòng 2: không đọc được name'],
    ['a name that is a story', withCell('name', 'x'.repeat(101)), 'dòng 2: không đọc được name'],
    ['a province of three digits', withCell('province_code', '750'), 'dòng 2: không đọc được province_code'],
    ['the centre as province', withCell('province_code', 'TW'), 'dòng 2: không đọc được province_code'],
    ['no legal act', withCell('legal_act', ''), 'dòng 2: không đọc được legal_act'],
    ['cells missing', table([heading, first.slice(0, 3)]), 'dòng 2: không đọc được code, name, legal_act'],
  ])('is refused for %s', (_what, text, message) => {
    expect(errors(text)).toEqual([message]);
  });

  it('tells every line at fault, and at most twenty', () => {
    const bad = ['2026-04-30', '1', 'X', '2', '', '3', ''];
    const two = errors(table([heading, bad, first, ['x', ...bad.slice(1)]]));
    expect(two).toEqual([
      'dòng 2: không đọc được former_code, extent, code, name, province_code, legal_act',
      'dòng 4: valid_from không phải một ngày (năm-tháng-ngày)',
    ]);
    const many = errors(table([heading, ...new Array<string[]>(25).fill(bad)]));
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toBe('và 5 chỗ khác');
  });

  it('says nothing of a limit that is not passed', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => `dòng ${i}`);
    expect(limited(twenty)).toEqual(twenty);
  });

  it('never repeats the text of a cell', () => {
    const text = withCell('name', 'Nguyễn Văn Bí Mật '.repeat(9));
    expect(errors(text).join(' ')).not.toContain('Bí Mật');
  });
});
