import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import type { Vnd } from '#domain/money.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { outcomeOf } from '#infra/local/cli/outcome.ts';
import { openSession } from '#infra/local/cli/session.ts';
import { digestOf, handIn } from '#infra/local/hand-in.ts';
import { startRunner } from '#infra/local/runner.ts';
import { runCli, spawnCli } from '#test/support/run-cli.ts';

const root = mkdtempSync(join(tmpdir(), 'cli-'));
const data = join(root, 'data');
const GOOD = `document_no,date,donor,donor_class,publish_name,channel,amount_vnd
A1,05/01/2025,Công ty Mẫu,DOANH_NGHIEP,có,CHUYEN_KHOAN,1500000
A2,06/01/2025,Người Mẫu,CA_NHAN,không,TIEN_MAT,250000
`;
/** As the good one, with a row whose amount nobody can read. */
const HALF = `${GOOD}A3,07/01/2025,Người Khác,CA_NHAN,không,TIEN_MAT,không rõ\n`;

const put = (name: string, text: string): string => {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
};

const declared = (fund = 'QVNN', unit = '14') => [
  ...['--kind', 'contributions', '--unit', unit, '--fund', fund],
  ...['--from', '2025-01-01', '--to', '2025-01-31', '--data', data],
];

/** Every file of a directory with its bytes. */
const contents = (dir: string): Map<string, string> =>
  new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(dir, path), readFileSync(path, 'base64')]),
  );

beforeAll(() => mkdirSync(root, { recursive: true }));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('what is asked for wrongly', () => {
  const file = put('good.csv', GOOD);

  it.each([
    ['no command', [], 'so-cong-khai'],
    ['an unknown command', ['sumbit'], 'Không có lệnh “sumbit”'],
    ['no file', ['submit', ...declared()], 'Thiếu tên tệp'],
    ['a file that is not there', ['submit', join(root, 'gone.csv'), ...declared()], 'Không tìm thấy tệp'],
    ['two files', ['submit', file, file, ...declared()], 'Mỗi lần chỉ nộp một tệp'],
    ['a missing option', ['submit', file, '--kind', 'contributions'], 'Thiếu --unit'],
    ['an unknown option', ['submit', file, ...declared(), '--colour'], '--colour'],
    ['a unit of another shape', ['submit', file, ...declared('QVNN', '1')], '--unit 1'],
    [
      'a day that no calendar has',
      ['submit', file, ...declared(), '--from', '2025-02-30'],
      '--from 2025-02-30',
    ],
    ['an amount with decimals', ['submit', file, ...declared(), '--opening', '1,5'], '--opening 1,5'],
    [
      'a balance beyond what may be declared',
      ['submit', file, ...declared(), '--opening', '200000000000000'],
      'quá lớn',
    ],
    ['an option without its value', ['submit', file, ...declared(), '--opening', '-5'], '--opening=-20000'],
    ['no directory', ['publish', '--data', data], 'Thiếu --out'],
    ['an unknown action', ['campaigns', 'export', file], 'campaigns import'],
  ])('%s: exit 2 and a hint', async (_, args, hint) => {
    const { code, out, err } = await runCli(...args);
    expect(code).toBe(2);
    expect(out + err).toContain(hint);
  });

  it('gives help with an example for each command', async () => {
    for (const name of ['submit', 'publish', 'rebuild', 'status', 'campaigns']) {
      const { code, out } = await runCli(name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`npx so-cong-khai ${name}`);
    }
  });
});

/** Most of the time goes to starting and stopping engines, on a machine that may be busy. */
const PATIENCE = { timeout: 120_000 };

describe('a ledger of its own', PATIENCE, () => {
  it('has nothing to publish at first', async () => {
    const { code, err } = await runCli('publish', '--out', join(root, 'nothing'), '--data', data);
    expect([code, err.includes('chưa có gì để công khai')]).toEqual([1, true]);
  });

  it('refuses before upload what no rule would let in, and changes nothing', async () => {
    const file = put('good.csv', GOOD);
    const { code, out } = await runCli('submit', file, ...declared('KHONG-CO'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ state: 'REFUSED', findings: [{ rule: 'FUND_UNKNOWN' }] });
  });

  it('enters a file, publishes it, and tells the sums in full digits', async () => {
    const { code, out } = await runCli(
      'submit',
      put('good.csv', GOOD),
      ...declared(),
      '--opening',
      '1.000.000',
    );
    expect(code).toBe(0);
    expect(out).toContain('ĐÃ GHI SỔ');
    expect(out).toContain('1.750.000\u00a0đ');
    expect(out).toMatch(/\/tinh\/14\/so\/QVNN\/tep\/[0-9a-f]{64}/);
  });

  it('knows the same file when it comes again', async () => {
    const same = [put('good.csv', GOOD), ...declared(), '--opening', '1.000.000'];
    const { code, out } = await runCli('submit', ...same, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      state: 'DUPLICATE',
      seq: 1,
      published: true,
      acceptedVnd: 1_750_000,
      book: { status: 'UNRECONCILED', reasons: ['NO_CONTROL_FIGURE'], closingVnd: 2_750_000, findings: [] },
    });
  });

  it('tells how the book stands with the file in it: a total that differs, by how much, and what to do', async () => {
    const book = [...declared(), '--closing', '9.000'];
    const { code, out } = await runCli('submit', put('good.csv', GOOD), ...book, '--opening', '5');
    expect(code).toBe(0);
    expect(out).toContain('CHƯA ĐỐI CHIẾU');
    expect(out).toContain('lệch −1.741.005\u00a0đ');
  });

  it('says clearly that rows were set aside', async () => {
    const { code, out } = await runCli('submit', put('half.csv', HALF), ...declared());
    expect(code).toBe(0);
    expect(out).toContain('1 dòng để riêng');
    expect(out).toContain('Cách xử lý');
  });

  it('sends a file back with what is wrong and what to do', async () => {
    const { code, out } = await runCli('submit', put('fake.csv', '%PDF-1.7 …'), ...declared());
    expect(code).toBe(1);
    expect(out).toContain('BỊ TRẢ LẠI');
    expect(out).toContain('tệp PDF');
  });

  it('takes campaigns in and knows them from then on', async () => {
    const campaign = {
      code: 'MAU-2025',
      name: 'Cứu trợ mẫu 2025',
      fundKind: 'CUU_TRO',
      from: '2025-01-01',
      levels: ['TINH'],
    };
    const list = put('campaigns.json', JSON.stringify({ campaigns: [campaign] }));
    const added = await runCli('campaigns', 'import', list, '--data', data, '--json');
    expect([added.code, JSON.parse(added.out).codes]).toEqual([0, ['MAU-2025']]);
    const used = await runCli('submit', put('good.csv', GOOD), ...declared('MAU-2025'));
    expect(used.code).toBe(0);
    const broken = await runCli(
      'campaigns',
      'import',
      put('broken.json', '{"campaigns": []}'),
      '--data',
      data,
    );
    expect([broken.code, broken.err.includes('không phải danh mục')]).toEqual([1, true]);
  });

  it('tells of a former file which one holds now, and takes it back when it is asked to', async () => {
    const former = ['submit', put('good.csv', GOOD), ...declared(), '--opening', '1.000.000'];
    const now = await runCli('submit', put('half.csv', HALF), ...declared(), '--json');
    const { digest, state, inForce } = JSON.parse(now.out);
    expect([state, inForce]).toEqual(['DUPLICATE', true]);
    const again = await runCli(...former);
    expect(again.out).toContain(`KHÔNG CÒN HIỆU LỰC: tệp này đã được thay bằng tệp có mã băm ${digest}`);
    expect(again.out).toContain(`--supersedes ${digest}`);
    const back = await runCli(...former, '--supersedes', digest, '--json');
    expect(JSON.parse(back.out)).toMatchObject({ state: 'ACCEPTED', inForce: true, published: true });
    const other = await runCli('submit', put('half.csv', HALF), ...declared(), '--json');
    expect(JSON.parse(other.out)).toMatchObject({
      state: 'DUPLICATE',
      inForce: false,
      replacedBy: JSON.parse(back.out).digest,
    });
  });

  it('enters a statement of the bank and tells whether the book meets it', async () => {
    const statement = put(
      'statement.csv',
      'date,document_no,credit_vnd,debit_vnd,balance_vnd,description\n05/01/2025,A1,1500000,0,2500000,ung ho\n',
    );
    const book = [...declared(), '--kind', 'statement', '--account', '0123456789'];
    const { code, out } = await runCli('submit', statement, ...book);
    expect(code).toBe(0);
    expect(out).toContain('Ghi có trừ ghi nợ: 1.500.000\u00a0đ');
    expect(out).toContain('Trang công khai');
  });

  it('enters a register, replaces it by a later one, and compares no rows of it', async () => {
    const plan = (target: string) => put('plan.csv', `year,indicator,target\n2025,VAN_DONG,${target}\n`);
    const book = [...declared(), '--kind', 'targets'];
    expect((await runCli('submit', plan('5000000'), ...book)).code).toBe(0);
    const { code, out } = await runCli('submit', plan('6000000'), ...book, '--json');
    const { state, inForce, changes } = JSON.parse(out);
    expect([code, state, inForce, changes]).toEqual([0, 'ACCEPTED', true, undefined]);
  });

  it('cuts a long name between characters', async () => {
    const file = put(`${'a'.repeat(99)}😀.csv`, GOOD.replace('A1', 'D1'));
    const { code, out } = await runCli('submit', file, ...declared('MAU-2025'), '--json');
    expect([code, JSON.parse(out).state]).toEqual([0, 'ACCEPTED']);
  });

  it('lets two commands at once have their turns', async () => {
    const file = put('turns.csv', GOOD.replace('A1', 'B1'));
    const runs = await Promise.all([
      spawnCli('submit', file, ...declared()),
      spawnCli('status', '--data', data, '--json'),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  });

  it('tells where everything stands', async () => {
    const { code, out } = await runCli('status', '--data', data, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      position: 11,
      books: 2,
      deadLetters: [],
      submissions: { REJECTED: 1 },
    });
  });

  it('publishes a whole site, and derives the same bytes again from the ledger alone', async () => {
    const [first, again] = [join(root, 'site'), join(root, 'rebuilt')];
    expect((await runCli('publish', '--out', first, '--data', data)).code).toBe(0);
    const rebuilt = await runCli('rebuild', '--out', again, '--data', data, '--json');
    expect(rebuilt.code).toBe(0);
    expect(JSON.parse(rebuilt.out)).toMatchObject({ slots: 11, books: 2 });
    const files = contents(first);
    expect(contents(again)).toEqual(files);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'index.html',
        '404.html',
        'tinh/14/index.html',
        'phuong-phap/index.html',
        'kiem-tra/index.html',
        'data/latest.json',
      ]),
    );
    expect(files.get('tinh/14/so/QVNN/index.html')).toBe(files.get('index.html'));
  });

  it('writes over its own site, dropping what is no longer public, and over nobody else’s', async () => {
    const site = join(root, 'site');
    writeFileSync(join(site, 'data', 'o', 'old.json'), '{}');
    expect((await runCli('publish', '--out', site, '--data', data)).code).toBe(0);
    expect(contents(site).has('data/o/old.json')).toBe(false);

    const foreign = join(root, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'của người khác');
    const refused = await runCli('publish', '--out', foreign, '--data', data);
    expect([refused.code, refused.err.includes('--force')]).toEqual([2, true]);
    expect((await runCli('publish', '--out', foreign, '--data', data, '--force')).code).toBe(0);
    expect(contents(foreign).has('letter.txt')).toBe(true);
  });

  it('finds how a handing-in ended wherever that was written down, and does not wait for ever', async () => {
    const session = await openSession(data, true, { note: () => undefined, result: () => undefined });
    try {
      const file = put('good.csv', GOOD);
      const declaration = {
        unit: '14' as UnitCode,
        fund: 'QVNN' as FundCode,
        kind: 'contributions',
        period: { from: '2025-01-01' as IsoDate, to: '2025-01-31' as IsoDate },
        // Nobody may declare so much: ingest cannot read the declaration.
        openingVnd: 2e14 as Vnd,
        receivedAt: new Date().toISOString() as Instant,
      } as const;
      const { clients, stores } = session;
      const key = await handIn(clients, stores.inboxBucket, file, declaration, await digestOf(file));
      const { step, record } = await outcomeOf(session, { ...declaration, key });
      expect(step).toMatchObject({ state: 'REJECTED', because: 'DECLARATION_INVALID' });
      expect(record.handled).toEqual([key]);
      await expect(outcomeOf(session, { ...declaration, key: 'uploads/never' }, 300)).rejects.toThrow(
        /so-cong-khai status/,
      );
    } finally {
      await session.close();
    }
  });

  it('tells of a message that no function can handle: set aside, with the reason, and the rest goes on', async () => {
    const runner = await startRunner({
      dataDir: data,
      kind: 'command',
      work: true,
      onTrouble: () => undefined,
    });
    runner.engines.fauxqs.sendMessage('ingest-queue', 'no event at all');
    await runner.idle();
    await runner.stop();
    const { out } = await runCli('status', '--data', data, '--json');
    const [dead, ...others] = JSON.parse(out).deadLetters;
    expect(others).toEqual([]);
    expect(dead).toMatchObject({ queue: 'ingest-dead-letters', about: 'no event at all' });
    expect(dead.reason).toMatch(/Error: /);
    expect((await runCli('status', '--data', data)).out).toContain('Thông điệp hỏng (1), cần người xem');
    expect((await runCli('submit', put('after.csv', GOOD.replace('A1', 'C1')), ...declared())).code).toBe(0);
  });
});
