/** What pages say of reconciliation, in a real browser, on a snapshot in which all of it is filled. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatVnd } from '#domain/format.ts';
import { POINTER_KEY } from '#domain/publish/schema.ts';
import { buildDashboard } from '#infra/local/dashboard-build.ts';
import { TRANSIT_VND, UNSENT_VND } from '#test/dashboard/support/made-across.ts';
import { madeSnapshot } from '#test/dashboard/support/made-snapshot.ts';
import {
  BANK_FILE,
  DECISIONS_FILE,
  EXPLAINED_MARK,
  OPEN_MARK,
  RESOLVED_MARK,
} from '#test/dashboard/support/made-statement.ts';
import {
  ON_ITS_WAY_VND,
  publishReconciled,
  QUANG_NAM,
  SHORT_VND,
  TAN_THANH,
} from '#test/dashboard/support/reconciled-books.ts';
import { type Served, serve } from '#test/dashboard/support/serve.ts';
import type { Site } from '#test/dashboard/support/snapshot.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { axeProblems } from './axe.ts';
import { DESKTOP, follow, heading, mainText, PHONE, plain, visitSite, whole } from './visit.ts';

let served: Served;
/** One đồng too much in what the nation counts; five in what a province's own node does. */
let broken: Served;
/** Books that went through the whole pipeline. */
let handed: Served;
let books: Site;
let engines: TestEngines;
let browser: Browser;

const BOOK = '/xa/03646/so/QVNN';
const amount = (vnd: number): string => plain(formatVnd(vnd));

beforeAll(async () => {
  const { dir } = await buildDashboard();
  served = await serve(dir, madeSnapshot());
  broken = await serve(dir, madeSnapshot({ nationVnd: 1, provinceVnd: 5 }));
  engines = await startTestEngines({ tableEngine: 'dynalite' });
  books = await publishReconciled(engines);
  handed = await serve(dir, books);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await broken?.stop();
  await handed?.stop();
  await engines?.stop();
});

/** What of a part is on screen. */
const shown = async (part: Locator | undefined): Promise<string> =>
  plain(((await part?.allInnerTexts()) ?? []).join('\n'));

const visit = (viewport = DESKTOP, context: Parameters<Browser['newContext']>[0] = {}, at = served) =>
  visitSite(browser, at, viewport, context);

describe('the page of the sums', () => {
  test('from the nation: the parts add up, every province too, and every đồng on its way is listed', async () => {
    const { page, complaints, goto } = await visit();
    await goto('/');
    expect(await mainText(page)).toContain(`${amount(TRANSIT_VND)} đang chuyển, chưa nơi nào ghi nhận`);
    await follow(page, /^Đối soát toàn quốc/);
    expect(new URL(page.url()).pathname).toBe('/doi-soat');
    await whole(page);
    const before = await mainText(page);
    for (const part of [
      'Máy của bạn vừa cộng 2 phần',
      '3 trên 4 sổ đã đối chiếu',
      '3.000.000 đ',
      'chuyển cho Tỉnh Sơn La',
    ])
      expect(before).toContain(part);
    // By keyboard: the button is one, and answers to Enter.
    await page.getByRole('button', { name: 'Cộng lại từng tỉnh trên máy này' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('tất cả đều khớp').waitFor();
    const after = await mainText(page);
    for (const part of [
      'Cộng mọi bước',
      'Các bước trên giải thích đúng số chênh ấy',
      amount(UNSENT_VND),
      '−1.000.000 đ',
    ])
      expect(after).toContain(part);
    await follow(page, 'Tỉnh Sơn La');
    await whole(page);
    expect(await heading(page)).toBe('Đối soát Tỉnh Sơn La');
    const province = await mainText(page);
    for (const part of [
      'Máy của bạn vừa cộng 3 phần',
      '11 trên 13 xã, phường được giao đã đạt',
      '84,8%',
      'Phường Tô Hiệu, dòng 6',
      amount(UNSENT_VND),
      'Số chuyển và số nhận khác nhau',
    ])
      expect(province).toContain(part);
    expect(complaints).toEqual([]);
  });

  test('sums that do not add up are told with the figure, the place and the difference', async () => {
    const { page, goto } = await visit(DESKTOP, {}, broken);
    await goto('/doi-soat');
    const text = await mainText(page);
    for (const part of ['Lệch', 'Ủng hộ: cộng được 2.339.083.709 đ, ghi 2.339.083.710 đ, lệch −1 đ'])
      expect(text).toContain(part);
    await page.getByRole('button', { name: 'Cộng lại từng tỉnh trên máy này' }).click();
    await page.getByText('1 nơi lệch').waitFor();
    expect(await mainText(page)).toContain('khác số toàn quốc dùng');
  });

  test('is in the head and foot of every page', async () => {
    const { page, goto } = await visit();
    await goto('/phuong-phap');
    for (const place of [page.getByRole('navigation', { name: 'Trang chính' }), page.locator('footer')])
      expect(await place.getByRole('link', { name: /^Đối soát/ }).getAttribute('href')).toBe('/doi-soat');
  });
});

describe('the page of a book', () => {
  test('tells bank, matching, days, stages, houses, goods and late payments', async () => {
    const { page, complaints, goto } = await visit();
    await goto(BOOK);
    await whole(page);
    const text = await mainText(page);
    for (const part of [
      ...['Lãi tiền gửi', 'Phí ngân hàng', 'Hoàn trả người ủng hộ', 'chi bổ sung'],
      ...['Sổ = ngân hàng + tiền mặt', '−500.000 đ', '80.074.054 đ', 'thiếu 10 ngày', 'Tài khoản TK 1.'],
      ...['Khớp chính xác', 'Ngân hàng có, sổ chưa ghi', 'Khớp theo nhóm'],
      ...['200.000.000 đ', 'Chuyển trừ phân bổ', '−10.000.000 đ'],
      ...['2 dòng đăng ký, phân bổ ghi sau ngày cuối', '1 nhà có cả xây mới lẫn sửa chữa'],
      ...['5 nhà', 'Ngân hàng Ví Dụ', '1 thùng = 30 gói', 'phần còn ở đơn vị tính khác bù được'],
    ])
      expect(text).toContain(part);
    expect(complaints).toEqual([]);
  });

  test('days left are counted from the reader’s own day, and what was not read in a source is no law', async () => {
    const { page, goto } = await visit();
    await page.clock.setFixedTime(new Date('2025-10-03T05:00:00Z'));
    await goto(BOOK);
    const duties = await shown(page.locator('#nghia-vu'));
    for (const part of [
      'Tính đến hôm nay, 03/10/2025',
      'còn 12 ngày',
      'trễ 5 ngày',
      'theo cấu hình, chưa đối chiếu văn bản',
    ])
      expect(duties).toContain(part);
    await page.clock.setFixedTime(new Date('2025-10-15T17:30:00Z'));
    await page.reload();
    await page.getByText('quá hạn 1 ngày').waitFor();
  });

  test('a period is picked and its account shown; the report is saved under the name of the book', async () => {
    const { page, goto } = await visit(PHONE);
    await goto(BOOK);
    await whole(page);
    const report = page.locator('#bao-cao');
    expect(await shown(report)).toContain('Chưa đủ');
    await report.getByLabel('Theo').selectOption('Quý');
    const text = await shown(report);
    for (const part of ['Quý 3/2025', 'Đủ ngày', '156.096.054 đ', '82.074.054 đ', 'Cộng đúng'])
      expect(text).toContain(part);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      report.getByRole('link', { name: /CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('bao-cao-03646-QVNN-2025-09-30.csv');
  });

  test('the period chosen is in the address: each choice is a step back, and asks the site for nothing', async () => {
    const { page, complaints, goto } = await visit();
    await page.clock.setFixedTime(new Date('2025-10-03T05:00:00Z'));
    await goto(BOOK);
    await whole(page);
    const report = page.locator('#bao-cao');
    const now = async () => [new URL(page.url()).search, await shown(report.locator('caption'))];
    const period = (search: string, name: string) => [search, expect.stringContaining(name)];
    expect(await now()).toEqual(period('', 'Năm 2025'));
    // As long after that the site would be asked whether there is something newer.
    await page.clock.setFixedTime(new Date('2025-10-03T06:00:00Z'));
    await page.context().setOffline(true);
    const kind = report.getByLabel('Theo');
    await kind.focus();
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('ArrowUp');
    expect(await now()).toEqual(period('?ky=2025-Q3', 'Quý 3/2025'));
    expect(await kind.evaluate((element) => element === document.activeElement)).toBe(true);
    await report.getByLabel('Kỳ').selectOption('Quý 2/2025');
    expect(await now()).toEqual(period('?ky=2025-Q2', 'Quý 2/2025'));
    await kind.selectOption('Cả sổ');
    expect(await now()).toEqual(period('?ky=ca-so', 'Cả sổ'));
    await page.goBack();
    await page.goBack();
    expect(await now()).toEqual(period('?ky=2025-Q3', 'Quý 3/2025'));
    await page.goBack();
    expect(await now()).toEqual(period('', 'Năm 2025'));
    expect(await kind.inputValue()).toBe('NAM');
    await page.goForward();
    expect(await now()).toEqual(period('?ky=2025-Q3', 'Quý 3/2025'));
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(complaints).toEqual([]);
  });

  test('a period says what was compared in it, each difference with its sign', async () => {
    const { page, complaints, goto } = await visit(PHONE);
    await goto(`${BOOK}?ky=2025-Q3`);
    await whole(page);
    const report = page.locator('#bao-cao');
    await report.getByText('Đối chiếu của kỳ: 2 phép, 1 phép lệch').click();
    const compared = report.locator('details');
    await compared.getByText('Cuối tháng, số dư của sổ').waitFor();
    for (const part of ['Tại ngày 31/07/2025', '1.000.000 đ', '700.000 đ', '300.000 đ', 'Lệch', 'Khớp'])
      expect(await shown(compared)).toContain(part);
    expect(complaints).toEqual([]);
  });

  test('a drive is chosen like a period: in and out, without a balance', async () => {
    const { page, complaints, goto } = await visit(PHONE);
    await goto(BOOK);
    await whole(page);
    const report = page.locator('#bao-cao');
    await report.getByLabel('Theo').selectOption('Đợt vận động');
    expect(new URL(page.url()).search).toBe('?ky=TET-2025');
    const text = await shown(report.locator('table.report'));
    for (const part of [
      'Tết vì người nghèo 2025',
      'không có số dư riêng',
      '4.000.000 đ',
      '1.500.000 đ',
      '3 lượt hộ',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Số dư đầu kỳ');
    expect(text).not.toContain('Số dư cuối kỳ');
    await report.getByLabel('Theo').selectOption('Năm');
    expect(await shown(report.locator('table.report'))).toContain('Số dư cuối kỳ');
    expect(complaints).toEqual([]);
  });

  test('a link shows its period, on paper too', async () => {
    const { page, goto } = await visit();
    await goto(`${BOOK}?ky=2025-Q2`);
    await whole(page);
    const report = page.locator('#bao-cao');
    expect(await report.getByLabel('Theo').inputValue()).toBe('QUY');
    expect(await report.getByLabel('Kỳ').inputValue()).toBe('2025-Q2');
    await page.emulateMedia({ media: 'print' });
    expect(await report.getByLabel('Kỳ').isVisible()).toBe(false);
    const caption = report.locator('caption');
    expect(await caption.isVisible()).toBe(true);
    for (const part of ['Quý 2/2025', '01/04/2025']) expect(await shown(caption)).toContain(part);
  });

  test('a period that the book does not have gives the whole book, and says so until another is chosen', async () => {
    const { page, complaints, goto } = await visit(PHONE);
    await goto(`${BOOK}?ky=2031-Q1`);
    await whole(page);
    const report = page.locator('#bao-cao');
    const hint = report.getByText('Sổ này không có kỳ mà địa chỉ trang nêu');
    expect(await hint.isVisible()).toBe(true);
    expect(await report.getByLabel('Theo').inputValue()).toBe('TOAN_BO');
    expect(await shown(report.locator('caption'))).toContain('Cả sổ');
    await report.getByLabel('Theo').selectOption('Năm');
    expect(new URL(page.url()).search).toBe('?ky=2025');
    expect(await hint.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('findings stand by what became of them; a mark leads to its finding, folded away or not', async () => {
    const { page, goto } = await visit();
    await goto(BOOK);
    const [open, explained, resolved] = [OPEN_MARK, EXPLAINED_MARK, RESOLVED_MARK].map((mark) =>
      page.locator(`#cb-${mark}`),
    );
    const seen = async () => [
      await open?.isVisible(),
      await explained?.isVisible(),
      await resolved?.isVisible(),
    ];
    expect(await seen()).toEqual([true, true, false]);
    expect(await shown(explained)).toContain('Giải trình của Kế toán, ngày 01/10/2025');
    await page.getByLabel('Đang mở (1)').check();
    expect(await seen()).toEqual([true, false, false]);

    await goto(`/xa/03646`);
    await goto(`${BOOK}#cb-${RESOLVED_MARK}`);
    await page.waitForFunction((id) => document.activeElement?.id === id, `cb-${RESOLVED_MARK}`);
    expect(await resolved?.isVisible()).toBe(true);
    expect(await shown(resolved)).toContain('Hết từ ngày 30/09/2025');
  });

  test('paper has what a screen folds away, and no buttons', async () => {
    const { page, goto } = await visit();
    await goto(BOOK);
    await whole(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(`#cb-${RESOLVED_MARK}`).isVisible()).toBe(true);
    expect(await page.locator('#ngan-hang').getByRole('cell', { name: 'Trùng tệp' }).isVisible()).toBe(true);
    expect(await page.locator('.downloads').isVisible()).toBe(false);
    expect(
      await page
        .getByRole('button', { name: /Chép mã/ })
        .first()
        .isVisible(),
    ).toBe(false);
  });
});

describe('files without rows to show', () => {
  test('say why, and what their sum is', async () => {
    const { page, complaints, goto } = await visit();
    await goto(BOOK);
    await follow(page, /^Sao kê ngân hàng/);
    expect(new URL(page.url()).pathname).toBe(`${BOOK}/tep/${BANK_FILE}`);
    const text = await mainText(page);
    for (const part of ['Ghi có trừ ghi nợ', '77.074.054 đ', 'Các dòng của sao kê không công khai'])
      expect(text).toContain(part);
    expect(text).not.toContain('Tệp không có dòng');
    await goto(`${BOOK}/tep/${DECISIONS_FILE}?dong=2`);
    expect(await mainText(page)).toContain('dòng 2 của tệp gốc');
    expect(complaints).toEqual([]);
  });
});

describe('on books that were handed in', () => {
  test.each([DESKTOP, PHONE])(
    'a book’s page sets each of its transfers beside the row of the other book, and leads there',
    async (viewport) => {
      const { page, complaints, goto } = await visit(viewport, {}, handed);
      await goto(`/tinh/${QUANG_NAM}/so/QVNN`);
      await whole(page);
      const transfers = page.locator('#chuyen-tien');
      await transfers.waitFor();
      expect(await shown(transfers)).toMatch(/Khớp|Lệch|Đang chuyển|Chưa ghi/);
      expect(await axeProblems(page)).toEqual([]);
      const row = transfers.locator('td .note a, dd .note a').first();
      const leads = await row.getAttribute('href');
      await row.click();
      await page.waitForURL((url) => leads !== null && `${url.pathname}${url.search}` === leads);
      expect(complaints).toEqual([]);
    },
  );

  test.each([DESKTOP, PHONE])(
    'a province’s book shows its targets beside what it reached, each with its row',
    async (viewport) => {
      const { page, complaints, goto } = await visit(viewport, {}, handed);
      await goto(`/tinh/${QUANG_NAM}/so/QVNN`);
      await whole(page);
      const targets = page.locator('#chi-tieu');
      const own = await shown(targets);
      for (const part of ['300.000.000 đ', 'Chưa tính cấp dưới']) expect(own).toContain(part);
      expect(own).not.toContain('Phường Tân Thạnh');
      await targets.getByText('Chỉ tiêu giao cho cấp dưới').first().click();
      const text = await shown(targets);
      for (const part of ['Phường Tân Thạnh', 'Sổ này không cho biết']) expect(text).toContain(part);
      expect(await axeProblems(page)).toEqual([]);
      await targets.getByRole('link', { name: 'Phường Tân Thạnh' }).click();
      expect(new URL(page.url()).searchParams.get('dong')).toBe('3');
      expect(complaints).toEqual([]);
    },
  );

  test('from the sums of the nation down to the row of an open transfer', async () => {
    const { page, complaints, goto } = await visit(DESKTOP, {}, handed);
    await goto('/doi-soat');
    await whole(page);
    expect(await mainText(page)).toContain('Máy của bạn vừa cộng 2 phần');
    await page.getByRole('button', { name: 'Cộng lại từng tỉnh trên máy này' }).click();
    await page.getByText('tất cả đều khớp').waitFor();
    expect(await mainText(page)).toContain('Các bước trên giải thích đúng số chênh ấy');
    await follow(page, 'Tỉnh Quảng Nam');
    await whole(page);
    const text = await mainText(page);
    for (const part of [
      amount(ON_ITS_WAY_VND),
      `−${amount(SHORT_VND)}`,
      '1 trên 2 xã, phường được giao đã đạt',
      'Chỉ tiêu của từng đơn vị',
    ])
      expect(text).toContain(part);
    await page.getByRole('table', { name: 'Từng khoản mới thấy một bên' }).getByRole('link').first().click();
    await page.locator('tr.marked').waitFor();
    expect(plain((await page.locator('tr.marked').allInnerTexts()).join())).toContain(amount(ON_ITS_WAY_VND));
    expect(complaints).toEqual([]);
  });

  test('a receiver without a book here has its name, in another province with that', async () => {
    const { page, goto } = await visit(PHONE, {}, handed);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    for (const [path, receiver] of [
      ['/doi-soat', 'chuyển cho Thị trấn Cát Tiên, Tỉnh Lâm Đồng'],
      [`/doi-soat/${QUANG_NAM}~2025-06-30`, 'chuyển cho Phường An Mỹ'],
    ] as const) {
      await goto(path);
      await whole(page);
      const open = await shown(page.getByRole('table', { name: 'Từng khoản mới thấy một bên' }));
      expect(open).toContain(receiver);
      expect(open).not.toContain('đơn vị mã');
    }
    // A few names are not worth the history of all units.
    const gazetteer = [...books].find(([, text]) => text.startsWith('{"type":"gazetteer"'))?.[0];
    expect(gazetteer).toBeDefined();
    expect(asked).toContain(POINTER_KEY);
    expect(asked).not.toContain(gazetteer);
  });

  test('another view of the places of use leaves the period as it is', async () => {
    const { page, goto } = await visit(DESKTOP, {}, handed);
    await goto(`/xa/${TAN_THANH}/so/QVNN?ky=2024-Q1`);
    await whole(page);
    await follow(page, 'Theo địa giới hiện nay');
    await whole(page);
    expect(new URL(page.url()).search).toBe('?dia-gioi=hien-nay&ky=2024-Q1');
    expect(await shown(page.locator('#bao-cao caption'))).toContain('Quý 1/2024');
  });

  test('a book with a bank, a register of houses and an explanation has all of it on its page', async () => {
    const { page, complaints, goto } = await visit(PHONE, {}, handed);
    await goto(`/xa/${TAN_THANH}/so/QVNN`);
    await whole(page);
    const text = await mainText(page);
    for (const part of [
      ...['4.989.000 đ', '−111.000 đ', 'Mỗi dòng sao kê, mỗi khoản ghi sổ đứng ở đúng một nơi'],
      ...['2 nhà', 'Giải trình của Kế toán', 'Cộng đúng, tính lại trên máy của bạn', 'Hạn công khai'],
    ])
      expect(text).toContain(part);
    expect(await axeProblems(page)).toEqual([]);
    await follow(page, /^Sao kê ngân hàng/);
    expect(await mainText(page)).toContain('Các dòng của sao kê không công khai');
    expect(complaints).toEqual([]);
  });
});

describe('for everyone', () => {
  test.each([
    ['phone', PHONE, 'light'],
    ['desktop', DESKTOP, 'dark'],
  ] as const)(
    'nothing that axe can find, nothing wider than the screen, with all folds open: %s %o %s',
    async (_, viewport, colorScheme) => {
      const { page, complaints, goto } = await visit(viewport, { colorScheme });
      const problems: string[] = [];
      for (const path of ['/', '/tinh/14', BOOK, `${BOOK}/tep/${BANK_FILE}`, '/doi-soat', '/doi-soat/14']) {
        await goto(path);
        await whole(page);
        const check = page.getByRole('button', { name: 'Cộng lại từng tỉnh trên máy này' });
        if ((await check.count()) > 0) {
          await check.click();
          await page.getByText('tất cả đều khớp').waitFor();
        }
        if ((await page.locator('.chart').count()) > 0)
          await page.locator('.chart[data-drawing="drawn"]').waitFor();
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        });
        problems.push(...(await axeProblems(page)).map((problem) => `${path}: ${problem}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) problems.push(`${path}: ${overflow} px wider than the screen`);
      }
      expect(problems).toEqual([]);
      expect(complaints).toEqual([]);
    },
    120_000,
  );
});
