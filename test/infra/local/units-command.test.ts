import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { CrosswalkComparison } from '#domain/units/compare-crosswalk.ts';
import { runCli } from '#test/support/run-cli.ts';

const root = mkdtempSync(join(tmpdir(), 'units-'));
const data = join(root, 'data');
const put = (name: string, ...lines: string[]): string => {
  const path = join(root, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
const CHANGES = 'valid_from,former_code,extent,code,name,province_code,legal_act';

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('units import', () => {
  it('enters a change, knows it again, and lets books in for the units that it made', {
    timeout: 120_000,
  }, async () => {
    const change = put(
      'change.csv',
      CHANGES,
      '2026-01-01,20341,WHOLE,20399,Phường Tam Kỳ Mới,48,Nghị quyết mẫu',
      '2026-01-01,20335,WHOLE,20399,Phường Tam Kỳ Mới,48,Nghị quyết mẫu',
    );
    const book = put('thu.csv', 'date,donor,amount_vnd', '05/01/2026,Công ty Mẫu,1500000');
    const submit = ['submit', book, '--kind', 'contributions', '--unit', '20399', '--fund', 'QVNN'];
    const when = ['--from', '2026-01-01', '--to', '2026-01-31', '--data', data];
    const early = await runCli(...submit, ...when);
    expect([early.code, early.out.includes('Mã đơn vị 20399 không có trong danh mục')]).toEqual([1, true]);

    const added = await runCli('units', 'import', change, '--data', data, '--json');
    expect([added.code, JSON.parse(added.out)]).toMatchObject([
      0,
      { state: 'ACCEPTED', seq: 1, days: [{ on: '2026-01-01', rows: 2 }] },
    ]);
    const entered = await runCli(...submit, ...when, '--json');
    expect(JSON.parse(entered.out)).toMatchObject({ state: 'ACCEPTED', published: true });
  });

  it.each([
    ['not a table', put('words.csv', 'chỉ là chữ'), 'dòng 1 thiếu cột'],
    [
      'a day that is none',
      put('day.csv', CHANGES, '1/1/2026,20341,KEPT,20341,Phường Tam Kỳ,48,NQ'),
      'dòng 2: valid_from',
    ],
    [
      'a former code of nobody',
      put('code.csv', CHANGES, '2026-02-01,99998,WHOLE,20335,Phường A,48,NQ'),
      'dòng 2, mã 99998',
    ],
  ])('sends back %s, with the place', { timeout: 60_000 }, async (_, file, place) => {
    const { code, err } = await runCli('units', 'import', file, '--data', data);
    expect([code, err.includes(place)], err).toEqual([1, true]);
  });
});

describe('units compare', () => {
  const compared = async (...args: string[]) => {
    const { code, out, err } = await runCli('units', 'compare', ...args, '--json');
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(out) as CrosswalkComparison;
  };

  it('tells what is the same, what is the same by another code, and why the rest is not', async () => {
    const file = put(
      'cross.csv',
      'former_code;present_code;note',
      '00004;00004;Nhập toàn bộ',
      '20344;20350;',
      '06970;06978;Giữ nguyên',
      '20341;20335;',
      '99999;20341;',
      '20341;99999;',
    );
    const { reference, reproduced, share, onlyThere, onlyHere, byAlias } = await compared(file);
    expect({ reference, reproduced, byAlias }).toEqual({ reference: 6, reproduced: 3, byAlias: 1 });
    expect(share).toBe(0.5);
    expect(onlyThere).toEqual([
      {
        former: '20341',
        present: '20335',
        formerName: 'Phường An Mỹ, Thành phố Tam Kỳ',
        presentName: 'Phường Bàn Thạch',
        reason: 'ở đây xã này chỉ đi vào 20341 (Nghị quyết 1659/NQ-UBTVQH15)',
      },
      {
        former: '20341',
        present: '99999',
        formerName: 'Phường An Mỹ, Thành phố Tam Kỳ',
        reason: 'ở đây không có xã nào mang mã 99999 từ 01/07/2025',
      },
      {
        former: '99999',
        present: '20341',
        presentName: 'Phường Tam Kỳ',
        reason: 'ở đây không có xã nào mang mã 99999 đến hết 30/06/2025',
      },
    ]);
    expect(onlyHere.length).toBeGreaterThan(10_000);
    expect(onlyHere.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  it.each([
    ['no columns', put('none.csv', 'a,b', '1,2'), [], 1, 'thiếu cột: former_code'],
    [
      'codes whose zeros Excel took',
      put('zeros.csv', 'former_code,present_code', '4,4'),
      [],
      1,
      'dòng 2: mã phải có 5 chữ số',
    ],
    [
      'a day without a change',
      put('ok.csv', 'former_code,present_code', '00004,00004'),
      ['--on', '2024-01-01'],
      2,
      'không có thay đổi nào',
    ],
  ])('refuses %s', async (_, file, more, exit, hint) => {
    const { code, err } = await runCli('units', 'compare', file, ...more);
    expect([code, err.includes(hint)], err).toEqual([exit, true]);
  });

  const reference = fileURLToPath(new URL('../../../../shared/data/units/crosswalk.csv', import.meta.url));

  it.skipIf(!existsSync(reference))(
    'reproduces a whole reference of the country, and names every difference',
    async () => {
      const found = await compared(reference);
      const lines = readFileSync(reference, 'utf8').trim().split('\n').length - 1;
      console.log(
        `${found.reference} edges, ${found.reproduced} reproduced (${(found.share * 100).toFixed(3)} %), ${found.byAlias} by alias`,
        [
          ...found.onlyThere.map((one) => `there ${one.former}→${one.present}: ${one.reason}`),
          ...found.onlyHere.map((one) => `here ${one.former}→${one.present}: ${one.reason}`),
        ].join('\n'),
      );
      expect(found.reference).toBe(lines);
      expect(found.share).toBeGreaterThanOrEqual(0.995);
      expect(found.reproduced + found.onlyThere.length).toBe(found.reference);
      expect(found.reproduced + found.onlyHere.length).toBe(found.ours);
      for (const { reason } of [...found.onlyThere, ...found.onlyHere]) expect(reason).toMatch(/.{20}/);
    },
  );
});
