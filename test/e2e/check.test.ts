/** The page that checks a file, in a real browser: nothing leaves, nothing stalls, and all of it by keyboard. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '#domain/check/check-file.ts';
import type { IsoDate } from '#domain/date.ts';
import { formatVnd } from '#domain/format.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { openWorkbook } from '#domain/workbook/read.ts';
import { SECURITY_HEADERS } from '#infra/constructs/site-headers.ts';
import { buildDashboard } from '#infra/local/dashboard-build.ts';
import { type Served, serve } from '#test/dashboard/support/serve.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { axeProblems } from './axe.ts';

const PHONE = { width: 360, height: 800 };
const DESKTOP = { width: 1280, height: 900 };
const DAY = '2025-11-21' as IsoDate;

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await serve((await buildDashboard()).dir, new Map());
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

interface Visit {
  readonly page: Page;
  readonly complaints: string[];
  /** Addresses asked for since the page was ready. */
  readonly asked: string[];
}

async function visit(options: Parameters<Browser['newContext']>[0] = {}): Promise<Visit> {
  const page = await browser.newPage({ viewport: DESKTOP, ...options });
  page.setDefaultTimeout(8_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await open(page);
  page.context().on('request', (request) => asked.push(request.url()));
  return { page, complaints, asked };
}

async function open(page: Page): Promise<void> {
  await page.goto(`${served.url}/kiem-tra?ngay=${DAY}`);
  await page.locator('[data-readiness="ready"]').waitFor();
}

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

async function check(page: Page, name: string, text: string): Promise<void> {
  await page.setInputFiles('#chon-tep', file(name, text));
  await page.locator('#ket-qua', { hasText: /./ }).waitFor();
  await page.getByRole('button', { name: `Kiểm tra lại ${name}` }).waitFor();
  await page.locator('#can-xem').waitFor();
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const mainText = async (page: Page) => plain((await page.locator('main').allInnerTexts()).join());

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return contentOf(download);
}

async function contentOf(download: Download) {
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);

const CLEAN = `Ngày,Người ủng hộ,Số tiền (đồng)
10/09/2024,Nguyễn Văn Mẫu,200.000
11/09/2024,Trần Thị Thử,1.802.000
12/09/2024,Lê Văn Ví Dụ,50.000
Tổng cộng,,2.052.000
`;
/** Two rows cannot be read, and the total is stated for all of them. */
const FAULTY = `Ngày,Người ủng hộ,Số tiền (đồng)
10/09/2024,Nguyễn Văn Mẫu,200.000
31/02/2024,Trần Thị Thử,300.000
12/09/2024,Lê Văn Ví Dụ,năm trăm mấy
13/09/2024,Phạm Thị Thí Dụ,100.000
Tổng cộng,,700.000
`;
/** The last balance is 50 dollars more than its line gives. */
const DOLLARS = `Ngày GD,Số CT,Ghi nợ (USD),Ghi có (USD),Số dư (USD)
10/03/2024,FT01,,"1,500.50","2,500.50"
11/03/2024,FT02,"500.25",,"2,000.25"
12/03/2024,FT03,,"100.00","2,150.25"
`;
/** Promised and allotted: never one sum. */
const ALLOCATIONS = `Giai đoạn,Ngày,Đợt phân bổ,Đơn vị nhận,Số tiền (đồng),Người đăng ký
DANG_KY,02/10/2025,,,10.000.000.000,Công ty Mẫu
DANG_KY,03/10/2025,,,6.000.000.000,Quỹ Mẫu
PHAN_BO,08/10/2025,Đợt 1,19,8.000.000.000,
`;
/** Each figure may be thousands or a fraction; only a person knows. */
const NO_HEADING = `UBMTTQ xã Minh Hoạ
d1;ten;tien
10/09/2024;Nguyễn Văn Mẫu;200.000
11/09/2024;Trần Thị Thử;300.000
`;

/** 50,000 rows, of which every fiftieth has no such day. */
function manyRows(): string {
  let text = 'Ngày,Số chứng từ,Người ủng hộ,Số tiền (đồng),Ghi chú\n';
  for (let i = 0; i < 50_000; i += 1) {
    const day = i % 50 === 49 ? '31/02/2024' : `${String((i % 28) + 1).padStart(2, '0')}/09/2024`;
    text += `${day},PT-${i},"Nguyễn Văn Mẫu, tổ ${i % 300}",${(i % 900) + 100}.000,ủng hộ đồng bào\n`;
  }
  return text;
}

describe('on this machine alone', () => {
  test('a file is checked without any network, and nothing is asked of it', async () => {
    const { page, complaints, asked } = await visit();
    await page.context().setOffline(true);
    await check(page, 'thu.csv', FAULTY);
    const text = await mainText(page);
    for (const part of [
      'Tệp không rời khỏi máy này',
      'Đọc được một phần',
      '300.000 đ',
      '1 tiêu đề, 1 dòng tổng',
      'Dòng 6 ghi tổng 700.000 đ',
    ])
      expect(text).toContain(part);
    expect(textOf(await saved(page, 'Lưu tệp sửa lỗi, CSV'))).toContain('năm trăm mấy');
    expect((await saved(page, 'Mẫu Bảng thu (tiếp nhận), CSV')).name).toBe('mau-bang-thu.csv');
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('stopping goes back to the start, says so, and the page still works without any network', async () => {
    const { page } = await visit();
    await page.context().setOffline(true);
    await page.setInputFiles('#chon-tep', file('nhieu.csv', manyRows()));
    await page.getByRole('button', { name: 'Dừng lại' }).click();
    await expect.poll(() => page.locator('[data-said]').textContent()).toContain('Đã dừng kiểm tra');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('chon-tep');
    expect(await page.locator('progress, #ket-qua').count()).toBe(0);
    await check(page, 'thu.csv', CLEAN);
    expect(await mainText(page)).toContain('2.052.000 đ');
  });

  test('works under the very policy that the site is served with', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const policy = SECURITY_HEADERS.contentSecurityPolicy?.contentSecurityPolicy ?? '';
    expect(policy).toContain("worker-src 'self'");
    await page.route('**/*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
    await open(page);
    await check(page, 'thu.csv', CLEAN);
    expect(await mainText(page)).toContain('Tệp nộp được như thế này.');
    expect((await saved(page, 'Lưu báo cáo (JSON)')).name).toBe('thu-bao-cao.json');
    expect(complaints).toEqual([]);
  });
});

describe('a statement in another currency', () => {
  test('goes back until its money and its rate are said, then is told in that money', async () => {
    const { page, complaints } = await visit();
    await check(page, 'sao-ke.csv', DOLLARS);
    expect(await mainText(page)).toContain('Sao kê bằng USD, mà tờ khai chưa ghi đúng loại tiền ấy');
    await page.getByLabel('Loại tiền').selectOption('USD');
    await page.getByLabel('Tỷ giá cuối kỳ').fill('25.4');
    await page.getByText('Viết số đồng, ví dụ 25400').waitFor();
    await page.getByLabel('Tỷ giá cuối kỳ').fill('25.400');
    await check(page, 'sao-ke.csv', DOLLARS);
    const text = await mainText(page);
    for (const part of ['1.600,50 USD', 'Ghi có (USD)', 'lệch +50 USD', 'Đọc được, còn chỗ chưa khớp'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\d đ(?!\p{L})/u);
    expect(await axeProblems(page)).toEqual([]);
    await page.getByLabel('Loại bảng').first().selectOption('contributions');
    expect(await page.getByLabel('Loại tiền').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('the report', () => {
  test('is the engine’s own, to the last byte', async () => {
    const { page } = await visit();
    await check(page, 'thu.csv', FAULTY);
    const hash = createHash('sha256');
    const bytes = new TextEncoder().encode(FAULTY);
    const { report } = await checkFile(
      async function* () {
        yield bytes;
      },
      { name: 'thu.csv', overrides: {}, context: { receivedOn: DAY, registry: shippedRegistry() } },
      {
        hasher: {
          update: (portion) => {
            hash.update(portion);
          },
          digest: () => hash.digest('hex') as Sha256,
        },
      },
    );
    const { bytes: written } = await saved(page, 'Lưu báo cáo (JSON)');
    expect(textOf({ bytes: written })).toBe(`${JSON.stringify(report, null, 2)}\n`);
  });

  test('leads from a problem to its cell, and back again', async () => {
    const { page, complaints } = await visit();
    await check(page, 'thu.csv', FAULTY);
    const place = page.locator('.places button', { hasText: 'Dòng 4' });
    await place.click();
    const row = page.getByRole('group', { name: 'Dòng 4 của tệp' });
    expect(await row.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(plain((await row.locator('tr.marked').textContent()) ?? '')).toContain('năm trăm mấy');
    expect(await row.locator('tr.marked th').textContent()).toBe('Số tiền (đồng)');
    await row.getByRole('button', { name: 'Đóng dòng 4' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dòng 4');
    expect(await row.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('shows what stands at a place within the card that tells of it', async () => {
    for (const viewport of [PHONE, DESKTOP]) {
      const { page } = await visit({ viewport });
      await check(page, 'thu.csv', FAULTY);
      const outside = await page.locator('.findings > li').evaluateAll((cards) =>
        cards.flatMap((card) => {
          const box = card.getBoundingClientRect();
          return [...card.querySelectorAll('.found')].flatMap((found) => {
            const { left, right, top, bottom } = found.getBoundingClientRect();
            const inside = left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom;
            return inside ? [] : [found.textContent];
          });
        }),
      );
      expect(await page.locator('.findings .found').count()).toBeGreaterThan(1);
      expect(outside).toEqual([]);
    }
  });

  test('of a register that nobody named says what it was taken for, and adds no stages up', async () => {
    const { page, complaints } = await visit();
    await check(page, 'phan-bo.csv', ALLOCATIONS);
    const text = await mainText(page);
    for (const part of [
      'phan-bo.csv, Bảng đăng ký, phân bổ',
      'Đăng ký ủng hộ (không cộng vào sổ)\n16.000.000.000 đ',
      'Phân bổ (không cộng vào sổ)\n8.000.000.000 đ',
      'Loại bảng: Bảng đăng ký, phân bổ (nhận ra qua tên cột; chọn loại khác ở ô “Loại bảng”',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Tổng các dòng ghi sổ|24\.000\.000\.000|[^\d.]0 đ/);
    await check(page, 'chi-tieu.csv', 'Năm,Chỉ tiêu,Chỉ tiêu giao\n2023,NHA_XAY_MOI,15\n');
    expect(await mainText(page)).toContain('chi-tieu.csv, Bảng chỉ tiêu, kế hoạch');
    expect(await mainText(page)).not.toMatch(/Tổng các dòng ghi sổ|[^\d.]0 đ/);
    expect(complaints).toEqual([]);
  });

  test('shows the beginning of a file on a phone in lines, not in towers of words', async () => {
    const { page } = await visit({ viewport: PHONE });
    const prose = 'Công ty Cổ phần Xây dựng Mẫu ủng hộ đồng bào vùng lũ';
    await check(page, 'la.csv', `d1;${'ten;'.repeat(8)}tien\n${`1;${`${prose};`.repeat(8)}2\n`.repeat(4)}`);
    const heights = await page
      .locator('.raw tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(4);
    expect(Math.max(...heights)).toBeLessThan(130);
  });

  test('names the first places of many and counts all of them', async () => {
    const { page } = await visit();
    await check(page, 'nhieu.csv', manyRows());
    const card = page.locator('.findings > li', { hasText: 'Dòng 51' }).first();
    const text = plain((await card.allInnerTexts()).join());
    expect(text).toContain('1.000 chỗ');
    expect(text).toContain('và 980 chỗ khác nữa');
    await card.getByRole('button', { name: 'Xem thêm 17 chỗ' }).click();
    expect(await card.getByRole('button', { name: /^Dòng / }).count()).toBe(20);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dòng 201');
  });

  test('of very many different problems shows some, counts all, and leads on to the rest', async () => {
    const { page } = await visit();
    let text = 'Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Số dư,Nội dung\n';
    for (let i = 1; i <= 60; i += 1) text += `10/09/2024,FT${i},0,1.000,${i * 7_000 + 500},ung ho\n`;
    await check(page, 'sao-ke.csv', text);
    const cards = page.locator('.findings').first().locator('> li');
    expect(await mainText(page)).toContain('59 chỗ');
    expect(await cards.count()).toBe(25);
    await page.getByRole('button', { name: 'Xem tiếp 25 trong 34 điều còn lại' }).click();
    expect(await cards.count()).toBe(50);
    expect(await cards.nth(25).evaluate((card) => card === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Xem tiếp 9 trong 9 điều còn lại' }).click();
    expect(await cards.count()).toBe(59);
  });

  test('comes back as a workbook with the summary first', async () => {
    const { page } = await visit();
    await check(page, 'thu.csv', FAULTY);
    const { name, bytes } = await saved(page, 'Lưu tệp sửa lỗi, Excel');
    expect(name).toBe('thu-sua-loi.xlsx');
    const opened = await openWorkbook(bytes);
    expect(opened.ok && opened.value.sheets.length).toBeGreaterThan(1);
  });
});

describe('how a file was read', () => {
  test('can be said otherwise, kept for the unit, is used next time, and can be dropped', async () => {
    const { page, complaints } = await visit();
    await page.getByLabel('Mã đơn vị').fill('03646');
    await page.getByText('Phường Tô Hiệu, Tỉnh Sơn La').waitFor();
    await check(page, 'thu.csv', CLEAN);
    await page.getByText('Sửa cách đọc').click();
    await page.getByLabel('Số tiền (đồng): tính bằng').selectOption('nghìn đồng');
    await page.getByRole('button', { name: 'Kiểm tra lại theo cách này' }).click();
    await expect.poll(() => mainText(page)).toContain(plain(formatVnd(2_052_000_000)));
    await page.getByRole('button', { name: /^Lưu cách đọc này cho Phường Tô Hiệu/ }).click();
    expect(JSON.parse(textOf(await saved(page, 'Lưu cách đọc thành tệp JSON')))).toEqual({
      multipliers: { amount_vnd: 1000 },
    });

    await open(page);
    await page.getByLabel('Mã đơn vị').fill('03646');
    await check(page, 'khac.csv', CLEAN);
    const kept = await mainText(page);
    expect(kept).toContain('Đang đọc theo cách đã lưu trên máy này');
    expect(kept).toContain('2.052.000.000 đ');
    await page.getByRole('button', { name: /^Bỏ cách đã lưu/ }).click();
    await expect.poll(() => mainText(page)).toContain('2.052.000 đ');
    expect(await mainText(page)).not.toContain('Đang đọc theo cách đã lưu');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('a person who points at the heading and names the columns gets a file read that no machine could', async () => {
    const { page } = await visit();
    await check(page, 'la.csv', NO_HEADING);
    expect(await mainText(page)).toContain('Phải sửa');
    await page.getByLabel('Loại bảng').first().selectOption('Bảng thu (tiếp nhận)');
    await page.getByRole('button', { name: 'Tiêu đề cột ở Dòng 2' }).click();
    await page.locator('#cot-date').selectOption('d1');
    await page.locator('#cot-donor').selectOption('ten');
    await page.locator('#cot-amount_vnd').selectOption('tien');
    await page.getByRole('button', { name: 'Kiểm tra lại theo cách này' }).click();
    await expect.poll(() => mainText(page)).toContain('500.000 đ');
  });

  test('a reading kept as a file is taken, and another file is not', async () => {
    const { page } = await visit();
    await check(page, 'thu.csv', CLEAN);
    await page.setInputFiles('#tep-cach-doc', file('x.json', '{"numbers":"dot"}'));
    await page.getByText('x.json không phải tệp cách đọc').waitFor();
    await page.setInputFiles('#tep-cach-doc', file('k.json', '{"multipliers":{"amount_vnd":1000000}}'));
    await expect.poll(() => mainText(page)).toContain('2.052.000.000.000 đ');
    await check(page, 'khac.csv', CLEAN);
    const text = await mainText(page);
    for (const part of ['Cách đọc đã sửa cho thu.csv không dùng cho tệp này', '2.052.000 đ'])
      expect(text).toContain(part);
  });
});

describe('for everyone', () => {
  test('the keyboard alone chooses a file, and ends on the answer', async () => {
    const { page } = await visit();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.id)) === 'chon-tep') break;
    }
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(file('thu.csv', CLEAN));
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('ket-qua');
    expect(await page.locator('[data-said]').textContent()).toBe('Kiểm tra xong.');
  });

  test('a file may be dropped anywhere on the page', async () => {
    const { page } = await visit();
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'tha.csv'));
      return transfer;
    }, CLEAN);
    await page.dispatchEvent('footer', 'dragover', { dataTransfer: data });
    expect(await mainText(page)).toContain('Thả ra để kiểm tra');
    await page.dispatchEvent('footer', 'drop', { dataTransfer: data });
    await page.locator('#ket-qua').waitFor();
    expect(await mainText(page)).toContain('tha.csv');
  });

  test.each([
    ['phone', PHONE, 'dark'],
    ['desktop', DESKTOP, 'light'],
  ] as const)(
    'axe finds nothing and nothing is wider than the screen: %s',
    async (_, viewport, colorScheme) => {
      const { page, complaints } = await visit({ viewport, colorScheme });
      const problems: string[] = [];
      const look = async (what: string) => {
        problems.push(...(await axeProblems(page)).map((problem) => `${what}: ${problem}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) problems.push(`${what}: ${overflow} px wider than the screen`);
      };
      await look('start');
      for (const [name, text] of [
        ['clean.csv', CLEAN],
        ['faulty.csv', FAULTY],
        ['refused.csv', NO_HEADING],
        ['empty.csv', ''],
      ] as const) {
        await check(page, name, text);
        for (const summary of await page.locator('.reading-form:not([open]) > summary').all())
          await summary.click();
        const place = page.locator('.places button').first();
        if ((await place.count()) > 0) await place.click();
        await look(name);
      }
      expect(problems).toEqual([]);
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});

describe('speed', () => {
  /** Checked in the page itself, such a file holds it up for seconds. How long the frames are is printed, not judged. */
  const HELD_UP_MS = 500;
  /** Other programs on this machine may hold a frame up; the page itself does so every time. */
  const TRIES = 8;

  test('50,000 rows never hold up the page', async () => {
    // A path, as people give one: bytes handed over by the test are unpacked in the page itself.
    const path = join(mkdtempSync(join(tmpdir(), 'kiem-tra-')), 'nhieu.csv');
    writeFileSync(path, manyRows());
    const measured: number[] = [];
    for (let i = 0; i < TRIES; i += 1) {
      const { page } = await visit();
      await page.evaluate(watchFrames);
      await page.setInputFiles('#chon-tep', path);
      await page.locator('#ket-qua').waitFor();
      await page.locator('.findings').first().waitFor();
      await page.waitForTimeout(500);
      measured.push(await page.evaluate(() => Math.round(Number(document.documentElement.dataset.longest))));
      await page.close();
      if (Math.min(...measured) < HELD_UP_MS) break;
      await setTimeout(1_000);
    }
    console.info(`longest frame with a file of 50,000 rows: ${measured.join(', ')} ms`);
    expect(Math.min(...measured)).toBeLessThan(HELD_UP_MS);
  }, 120_000);
});

/** Runs in the page: the longest time between two frames, and the longest task. */
function watchFrames(): void {
  const { dataset } = document.documentElement;
  let longest = 0;
  let last = performance.now();
  const note = (ms: number) => {
    longest = Math.max(longest, ms);
    dataset.longest = String(longest);
  };
  const frame = (now: number) => {
    note(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) note(duration);
  }).observe({ type: 'longtask' });
}
