import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '#test/support/run-cli.ts';

const root = mkdtempSync(join(tmpdir(), 'submit-again-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
};
const DECLARED = [
  ...['--kind', 'contributions', '--unit', '14', '--fund', 'QVNN'],
  ...['--from', '2025-01-01', '--to', '2025-01-31', '--data', join(root, 'data')],
];
/** Two columns of money: only the treasurer knows which one came in. */
const book = (...rows: string[]): string =>
  `${['Số phiếu,Ngày,Họ và tên,Số tiền,Thực nhận', ...rows].join('\n')}\n`;
const FIRST = book('A1,05/01/2025,Công ty Mẫu,900000,1500000', 'A2,06/01/2025,Người Mẫu,100000,250000');
const CORRECTED = book(
  'A1,05/01/2025,Công ty Mẫu,900000,1500000',
  'A2,06/01/2025,Người Mẫu,1,350000',
  'A3,07/01/2025,Người Mới,1,50000',
);

/** Each hands something in: engines start and stop, on a machine that may be busy. */
describe('a book handed in again', { timeout: 120_000 }, () => {
  it('refuses a reading that is too long to travel with a file, before anything starts', async () => {
    const long = Array.from({ length: 12 }, () => '--column').flatMap((option, i) => [
      option,
      `${NAMES[i]}=${'ố'.repeat(1)}${'dài '.repeat(45)}`,
    ]);
    const { code, err } = await runCli('submit', put('a.csv', FIRST), ...DECLARED, ...long);
    expect([code, err.includes('2 kB')]).toEqual([2, true]);
  });

  it('is read as the treasurer says', async () => {
    const { code, out } = await runCli(
      'submit',
      put('a.csv', FIRST),
      ...DECLARED,
      '--column',
      'amount_vnd=Thực nhận',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ state: 'ACCEPTED', acceptedVnd: 1_750_000 });
    expect(JSON.parse(out)).not.toHaveProperty('changes');
  });

  it('takes the columns as they were said last, says so, and tells what the correction changed', async () => {
    const { code, out, err } = await runCli('submit', put('b.csv', CORRECTED), ...DECLARED);
    expect(code).toBe(0);
    expect(err).toContain('Nhận cột như lần nộp trước: amount_vnd=thuc nhan');
    expect(out).toContain('1.900.000\u00a0đ');
    expect(out).toContain(
      'thêm 1 dòng (+50.000\u00a0đ), bớt 0 dòng (0\u00a0đ), sửa 1 dòng (+100.000\u00a0đ)',
    );
  });

  it('tells the same in figures, and takes no former columns where that is not wanted', async () => {
    const { out, err } = await runCli(
      'submit',
      put('c.csv', FIRST.replace('A2', 'A20')),
      ...DECLARED,
      '--no-saved-reading',
      '--json',
    );
    expect(err).not.toContain('Nhận cột như');
    expect(JSON.parse(out)).toMatchObject({
      acceptedVnd: 1_000_000,
      changes: { unchanged: { rows: 0 }, removed: { rows: 1, sumVnd: 50_000 } },
    });
  });
});

const NAMES = [
  'donor',
  'note',
  'item',
  'unit',
  'quantity',
  'date',
  'amount_vnd',
  'document_no',
  'channel',
  'donor_class',
  'earmark',
  'campaign',
];
