import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { latestOnly } from '#dashboard/src/data/latest-only.ts';
import { loadPage } from '#dashboard/src/data/load.ts';
import { objectsOf, POINTER_FRESH_MS } from '#dashboard/src/data/objects.ts';
import type { FileData, PageData } from '#dashboard/src/data/pages.ts';
import { atlasOf } from '#dashboard/src/gazetteer/atlas.ts';
import { parseRoute } from '#dashboard/src/routes.ts';
import type { IsoDate } from '#domain/date.ts';
import { SNAPSHOT_VERSION } from '#domain/publish/node-parts.ts';
import { POINTER_KEY } from '#domain/publish/schema.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { CHIENG_AN, MANY_SUM_VND, SAMPLE_BOOKS } from './support/books.ts';
import { GIFT_DIGEST, MARKED_BOOKS, REPLACED_BOOKS } from './support/marked-books.ts';
import { publishSamples, type Site } from './support/snapshot.ts';
import { memoryWorld } from './support/world.ts';

const DAY = '2025-11-01' as IsoDate;
let engines: TestEngines;
let full: Site;
/** The books of 2024 alone: an earlier state of the ledger. */
let earlier: Site;

beforeAll(async () => {
  engines = await startTestEngines();
  full = await publishSamples(engines);
  earlier = await publishSamples(engines, SAMPLE_BOOKS.slice(0, 4));
});

afterAll(() => engines.stop());

function reader(site = full) {
  const world = memoryWorld(site);
  const objects = objectsOf(world);
  const source = { objects, atlas: atlasOf(objects) };
  const load = (path: string) => loadPage(source, parseRoute(new URL(path, 'http://localhost')), DAY);
  const page = async (path: string): Promise<PageData> => {
    const result = await load(path);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  return { world, objects, load, page };
}

const digestOf = async (book: string, index = 0): Promise<string> => {
  const data = await reader().page(book);
  const digest = data.page === 'statement' ? data.statement.submissions[index]?.digest : undefined;
  if (digest === undefined) throw new Error(`no file ${index} in ${book}`);
  return digest;
};

describe('from an address down the tree', () => {
  test('each page is found by its address', async () => {
    const { page } = reader();
    expect((await page('/')).page).toBe('nation');
    expect((await page('/tw')).page).toBe('unit');
    expect((await page('/tinh/14')).page).toBe('province');
    expect((await page('/xa/03646')).page).toBe('unit');
    expect((await page('/xa/03646/so/QVNN')).page).toBe('statement');
    expect((await page('/tw/so/YAGI-2024')).page).toBe('statement');
    expect((await page('/phuong-phap')).page).toBe('method');
  });

  test('a code names the unit of today; its former bearer keeps an address of its own', async () => {
    const { page } = reader();
    const now = await page('/tinh/24');
    const then = await page('/tinh/24~2025-06-30');
    if (now.page !== 'province' || then.page !== 'province') throw new Error('not provinces');
    expect([now.unit.name, now.onMap, now.view]).toEqual(['Tỉnh Bắc Ninh', true, 'now']);
    expect([then.unit.name, then.onMap, then.view]).toEqual(['Tỉnh Bắc Giang', false, 'reported']);
  });

  test('a code leads to the unit of today even where the ledger has not reached its day yet', async () => {
    const { page } = reader(earlier);
    const data = await page('/tinh/24');
    expect(data).toMatchObject({ page: 'unit', unit: { id: '24@2025-07-01' }, onMap: false });
    // The unit before it is still on the map of what the ledger knows.
    const then = await page('/tinh/24~2025-06-30');
    expect(then).toMatchObject({ page: 'province', unit: { id: '24' }, onMap: true, view: 'now' });
  });

  test('the address of a book without an end leads to the former bearer where only that one keeps it, and says so', async () => {
    const { page } = reader();
    const data = await page('/tinh/24/so/YAGI-2024');
    if (data.page !== 'statement') throw new Error('not a statement');
    expect([data.unit.name, data.endedInstead, data.others.map(({ id }) => id)]).toEqual([
      'Tỉnh Bắc Giang',
      true,
      ['24@2025-07-01'],
    ]);
    const present = await page('/tinh/24/so/QVNN');
    expect(present).toMatchObject({
      unit: { id: '24@2025-07-01' },
      endedInstead: false,
      others: [{ id: '24' }],
    });
  });

  test('a file by its digest, page by page, down to a row', async () => {
    const { page } = reader();
    const digest = await digestOf('/tinh/24~2025-06-30/so/YAGI-2024');
    const path = `/tinh/24~2025-06-30/so/YAGI-2024/tep/${digest}`;
    const file = async (query: string) => (await page(path + query)) as FileData;
    const pages = await Promise.all([1, 2, 3].map((n) => file(`?trang=${n}`)));
    const rows = pages.flatMap((data) =>
      data.rows.flatMap((part): { row: number; amountVnd?: number | undefined }[] => [...part.rows]),
    );
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 250 }, (_, i) => i + 2));
    expect(rows.reduce((sum, { amountVnd }) => sum + (amountVnd ?? 0), 0)).toBe(MANY_SUM_VND);
    expect((await file('?dong=130')).pageNo).toBe(2);
    expect((await file('?dong=130')).sought).toEqual({ row: 130, present: true });
    expect((await file('?dong=252')).sought).toEqual({ row: 252, present: false });
    expect((await file('?trang=99')).pageNo).toBe(3);
  });

  test('the same bytes declared anew: the address leads to the declaration in force, else to the last', async () => {
    const path = `/xa/${CHIENG_AN}/so/QVNN`;
    const marked = reader(await publishSamples(engines, MARKED_BOOKS));
    const book = await marked.page(path);
    if (book.page !== 'statement') throw new Error('not a statement');
    expect(book.statement.submissions.map(({ digest, state }) => [digest, state])).toEqual([
      [GIFT_DIGEST, 'SUPERSEDED'],
      [GIFT_DIGEST, 'ACCEPTED'],
    ]);
    expect((await marked.page(`${path}/tep/${GIFT_DIGEST}`)) as FileData).toMatchObject({
      file: { state: 'ACCEPTED', history: [{ at: '2025-10-04T04:00:00.000Z' }, { state: 'ACCEPTED' }] },
    });

    const replaced = reader(await publishSamples(engines, REPLACED_BOOKS));
    const { file } = (await replaced.page(`${path}/tep/${GIFT_DIGEST}`)) as FileData;
    expect([file.state, file.history[0]?.at]).toEqual(['SUPERSEDED', '2025-10-04T04:00:00.000Z']);
  });

  test.each([
    ['/xa/99999'],
    ['/tinh/99'],
    ['/tinh/24~2020-06-30'],
    ['/xa/03646/so/YAGI-2024'],
    [`/xa/03646/so/QVNN/tep/${'0'.repeat(64)}`],
    ['/nowhere'],
  ])('%s is missing, and said to be', async (path) => {
    const result = await reader().load(path);
    expect(result).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });
});

describe('what arrives is not trusted', () => {
  test('nothing published yet', async () => {
    expect(await reader(new Map()).load('/')).toMatchObject({ ok: false, error: { kind: 'empty' } });
  });

  test.each([
    ['not JSON', '{', { kind: 'malformed', where: 'JSON' }],
    ['not of the contract', `{"version":${SNAPSHOT_VERSION}}`, { kind: 'malformed', where: 'root' }],
    ['of a later contract', `{"version":${SNAPSHOT_VERSION + 1}}`, { kind: 'outdated' }],
  ])('a pointer %s', async (_, text, error) => {
    expect(await reader(new Map([...full, [POINTER_KEY, text]])).load('/')).toMatchObject({
      ok: false,
      error,
    });
  });

  test('an object whose bytes are not those of its name', async () => {
    const site = new Map(
      [...full].map(([key, text]) => [
        key,
        text.includes('"type":"nation"') ? text.replace('TET-2020', 'TET-2021') : text,
      ]),
    );
    expect(await reader(site).load('/')).toMatchObject({ ok: false, error: { kind: 'tampered' } });
  });

  test('a failure is not kept: the next try asks again', async () => {
    const { world, load } = reader();
    world.fail = 'offline';
    expect(await load('/')).toMatchObject({ ok: false, error: { kind: 'offline' } });
    world.fail = 503;
    expect(await load('/')).toMatchObject({ ok: false, error: { kind: 'server', status: 503 } });
    world.fail = undefined;
    expect((await load('/')).ok).toBe(true);
  });
});

describe('time', () => {
  test('immutable objects are asked for once, the pointer again when it has aged', async () => {
    const { world, page } = reader();
    await page('/tinh/14');
    const first = world.asked.length;
    await page('/tinh/14');
    expect(world.asked).toHaveLength(first);
    world.nowMs = () => POINTER_FRESH_MS + 1;
    await page('/tinh/14');
    expect(world.asked.slice(first)).toEqual([POINTER_KEY]);
  });

  test('an older pointer that arrives later does not replace the newer one', async () => {
    const { world, objects } = reader();
    const newer = await objects.pointer();
    world.site = earlier;
    objects.expirePointer();
    expect(await objects.pointer()).toEqual(newer);
  });

  test('a snapshot replaced while it is read is read again', async () => {
    const { world, page, objects } = reader(earlier);
    await objects.pointer();
    world.site = full;
    const data = await page('/xa/03646');
    expect(data.page).toBe('unit');
  });

  test('the answer to an address that was left never covers a later one', async () => {
    const answers = new Map<string, (text: string) => void>();
    const shown: string[] = [];
    const ask = latestOnly(
      (question: string) => new Promise<string>((resolve) => answers.set(question, resolve)),
      (answer) => shown.push(answer),
    );
    const both = [ask('first'), ask('second')];
    answers.get('second')?.('answer to the second');
    answers.get('first')?.('answer to the first');
    await Promise.all(both);
    expect(shown).toEqual(['answer to the second']);
  });
});
