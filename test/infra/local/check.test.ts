import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { CheckReportSchema } from '#domain/check/report.ts';
import { codesOf, TABLE_KINDS } from '#domain/codes.ts';
import { runCli, spawnCli } from '#test/support/run-cli.ts';

const root = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const at = (name: string): string => join(root, name);
const put = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const ON = ['--on', '2025-02-01'];

const GOOD = `Số phiếu;Ngày;Họ và tên;Số tiền;Hình thức
A1;05/01/2025;Công ty Mẫu;1.500.000;Chuyển khoản
A2;06/01/2025;Người Mẫu;250.000;Tiền mặt
`;
const HALF = `${GOOD}A3;31/02/2025;Người Khác;100.000;Tiền mặt\n`;
const UNREAD = 'Ngày;Họ và tên\n05/01/2025;Công ty Mẫu\n';

describe('what is asked for wrongly', () => {
  const good = put('good.csv', GOOD);

  it.each([
    ['no file', ['check'], 'Thiếu tên tệp'],
    ['a file that is not there', ['check', at('gone.csv')], 'Không tìm thấy tệp'],
    ['an unknown kind', ['check', good, '--kind', 'x'], '--kind x'],
    ['a unit that does not exist', ['check', good, '--unit', '99999'], '--unit 99999'],
    ['half a period', ['check', good, '--from', '2025-01-01'], '--to'],
    ['a column of no contract', ['check', good, '--numbers', 'giá=dot'], 'không có cột'],
    ['a sign between thousands that is none', ['check', good, '--numbers', 'amount_vnd=x'], '--numbers'],
    ['a multiplier that is none', ['check', good, '--multiplier', 'amount_vnd=7'], '--multiplier'],
    ['an encoding that nobody reads', ['check', good, '--encoding', 'ebcdic'], '--encoding'],
    ['a reading that is no JSON', ['check', good, '--reading', good], '--reading'],
    ['the file itself as its repair', ['check', good, '--repair-csv', good], 'đang đọc'],
    ['a directory that is not there', ['check', good, '--repair-csv', at('no/where.csv')], 'Không ghi được'],
    ['a register to compare', ['check', good, '--kind', 'houses', '--against', good], '--against'],
    ['a kind of reference data', ['template', '--kind', 'units', '--out', at('u.csv')], 'decisions'],
    ['a statement to compare', ['check', good, '--kind', 'statement', '--against', good], '--against'],
    ['a template of another format', ['template', '--kind', 'contributions', '--out', at('t.ods')], '.xlsx'],
    ['a template over a file', ['template', '--kind', 'contributions', '--out', good], 'tệp đã có'],
  ])('%s: exit 2 and a hint', async (_, args, hint) => {
    const { code, out, err } = await runCli(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(hint);
    expect(readFileSync(good, 'utf8')).toBe(GOOD);
  });

  it.each(['check', 'template'])('%s has help with an example', async (name) => {
    const { code, out } = await runCli(name, '--help');
    expect([code, out.includes(`npx so-cong-khai ${name}`)]).toEqual([0, true]);
  });
});

describe('a file checked', () => {
  it.each([
    ['sound', GOOD, 0, 'TỆP ĐỌC ĐƯỢC TRỌN VẸN'],
    ['sound in part', HALF, 4, 'NỘP ĐƯỢC MỘT PHẦN: 1 dòng'],
    ['refused', UNREAD, 1, 'TỆP CHƯA NỘP ĐƯỢC'],
  ])('%s: its headline and its exit code', async (name, text, exit, headline) => {
    const { code, out } = await runCli('check', put(`${name}.csv`, text), '--kind', 'contributions', ...ON);
    expect([code, out.startsWith(headline)]).toEqual([exit, true]);
  });

  it('is told in figures that add up, with what was concluded and what to do', async () => {
    const { out } = await runCli('check', put('half.csv', HALF), ...ON);
    expect(out).toContain('4 = nhận 2 + để riêng 1 + bỏ qua 1');
    expect(out).toContain('1.750.000\u00a0đ');
    expect(out).toContain('Cột “Họ và tên” là “Người ủng hộ”');
    expect(out).toContain('Dòng 4 ghi “31/02/2025”');
    expect(out).toContain('--repair-xlsx');
  });

  it('is told to scripts as the report and nothing else', async () => {
    const file = put('half.csv', HALF);
    const { code, out, err } = await spawnCli('check', file, '--kind', 'contributions', ...ON, '--json');
    const report = JSON.parse(out);
    expect([code, err]).toEqual([4, '']);
    expect(v.parse(CheckReportSchema, report)).toEqual(report);
    expect(out).toBe(`${JSON.stringify(report, null, 2)}\n`);
    expect(report).toMatchObject({
      file: { name: 'half.csv' },
      checkedOn: '2025-02-01',
      rows: 4,
      sumVnd: 1_750_000,
    });
  });

  it('is judged as of today unless a day is given', async () => {
    const before = Date.now();
    const { out } = await runCli('check', put('good.csv', GOOD), '--json');
    expect(Date.parse(JSON.parse(out).checkedOn)).toBeGreaterThan(before - 2 * 86_400_000);
  });

  it('is judged by the period where one is given', async () => {
    const file = put('good.csv', GOOD);
    const { out } = await runCli(
      'check',
      file,
      ...ON,
      '--unit',
      '24',
      '--from',
      '2025-01-06',
      '--to',
      '2025-01-31',
      '--json',
    );
    expect(JSON.parse(out).issues).toMatchObject([{ code: 'DATE_OUTSIDE_PERIOD', count: 1 }]);
  });

  it.each([
    ['the sign between thousands', 'Ngày;Số tiền\n05/01/2025;1,500\n', ['--numbers', 'Số tiền=comma'], 1500],
    [
      'what figures stand for',
      'Ngày;Số tiền\n05/01/2025;1.500\n',
      ['--multiplier', 'amount_vnd=1000'],
      1_500_000,
    ],
    [
      'which column is which',
      'Ngày;Số tiền;Thực nhận\n05/01/2025;1.000;2.000\n',
      ['--column', 'amount_vnd=thực nhận'],
      2000,
    ],
    ['where the heading is', 'Ngày;Số tiền\nNgày;Số tiền\n05/01/2025;1.000\n', ['--heading-row', '2'], 1000],
    ['what delimits', 'Ngày|Số tiền\n05/01/2025|1.000\n', ['--delimiter', '|'], 1000],
    ['which part of a day comes first', 'Ngày;Số tiền\n01/05/2025;1.000\n', ['--dates', 'mdy'], 1000],
  ])('is read as a person says: %s', async (_, text, options, sumVnd) => {
    const file = put('said.csv', text);
    const { out } = await runCli('check', file, '--kind', 'contributions', ...ON, ...options, '--json');
    const { sumVnd: sum, inferred } = JSON.parse(out);
    expect(sum).toBe(sumVnd);
    expect(inferred.some(({ overridden }: { overridden: boolean }) => overridden)).toBe(true);
  });

  it('keeps what was said for the next file, by headings without accents', async () => {
    const file = put('odd.csv', 'Ngày;Số tiền;Thực nhận\n05/01/2025;1.000;2.000\n');
    const saved = at('reading.json');
    await runCli(
      'check',
      file,
      ...ON,
      '--kind',
      'contributions',
      '--column',
      'amount_vnd=Thực nhận',
      '--save-reading',
      saved,
    );
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual({
      columns: { date: 'ngay', amount_vnd: 'thuc nhan' },
    });
    const { out } = await runCli(
      'check',
      file,
      ...ON,
      '--kind',
      'contributions',
      '--reading',
      saved,
      '--json',
    );
    expect(JSON.parse(out).sumVnd).toBe(2000);
  });
});

describe('what is written', () => {
  it('the repair in both formats, which are read as the file was', async () => {
    const [csv, xlsx] = [at('sua.csv'), at('sua.xlsx')];
    const { out } = await runCli(
      'check',
      put('half.csv', HALF),
      ...ON,
      '--repair-csv',
      csv,
      '--repair-xlsx',
      xlsx,
    );
    expect(out).toContain(`Tệp sửa: ${csv}, ${xlsx}`);
    for (const file of [csv, xlsx]) {
      const again = await runCli('check', file, ...ON, '--json');
      expect(JSON.parse(again.out)).toMatchObject({ accepted: 2, quarantined: 1, sumVnd: 1_750_000 });
    }
  });

  it('nothing of a file without rows, and that is said', async () => {
    const { code, out } = await runCli(
      'check',
      put('scan.csv', '%PDF-1.7 …'),
      ...ON,
      '--repair-csv',
      at('pdf.csv'),
    );
    expect([code, out.includes('Không có tệp sửa'), existsSync(at('pdf.csv'))]).toEqual([1, true, false]);
  });

  it.each(['xlsx', 'csv'])('a template (%s) whose headings are known', async (format) => {
    const file = at(`mau.${format}`);
    expect((await runCli('template', '--kind', 'disbursements', '--out', file)).code).toBe(0);
    const { out } = await runCli('check', file, '--json');
    expect(JSON.parse(out)).toMatchObject({ kind: 'disbursements', issues: [{ code: 'FILE_HEADING_ONLY' }] });
  });
});

describe.each(codesOf(TABLE_KINDS))('a template of %s', (kind) => {
  it.each(['xlsx', 'csv'])('(%s) is read as what it is', async (format) => {
    const file = at(`${kind}.${format}`);
    expect((await runCli('template', '--kind', kind, '--out', file)).code).toBe(0);
    const { out } = await runCli('check', file, '--kind', kind, '--json');
    expect(JSON.parse(out)).toMatchObject({ kind, issues: [{ code: 'FILE_HEADING_ONLY' }] });
  });
});

describe('a file and the one before', () => {
  const before = put('before.csv', GOOD);
  const after = put(
    'after.csv',
    `${GOOD.replace('250.000', '350.000')}A4;08/01/2025;Người Mới;50.000;Tiền mặt\n`,
  );

  it('are compared in words', async () => {
    const { out } = await runCli('check', after, ...ON, '--against', before);
    expect(out).toContain(
      'thêm 1 dòng (+50.000\u00a0đ), bớt 0 dòng (0\u00a0đ), sửa 1 dòng (+100.000\u00a0đ)',
    );
    expect(out).toContain('Sửa dòng 3, số tiền: 250.000\u00a0đ → 350.000\u00a0đ');
  });

  it('are compared in figures', async () => {
    const { out } = await runCli('check', after, ...ON, '--against', before, '--json');
    expect(JSON.parse(out).changes).toMatchObject({
      unchanged: { rows: 1, sumVnd: 1_500_000 },
      added: { rows: 1, sumVnd: 50_000, first: [{ row: 4, date: '2025-01-08', amountVnd: 50_000 }] },
      changed: { rows: 1, sumVnd: 100_000, first: [{ fields: ['amount'] }] },
    });
  });

  it('cannot be compared when the former one was not read', async () => {
    const { code, err } = await runCli('check', after, ...ON, '--against', put('unread.csv', UNREAD));
    expect([code, err.includes('Không so được')]).toEqual([1, true]);
  });
});
