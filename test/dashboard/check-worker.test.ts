import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningOf, sheetsOf } from '#dashboard/src/check/beginning.ts';
import { newDesk } from '#dashboard/src/check/carry-out.ts';
import { newChecker, OrderFailed, type Thread } from '#dashboard/src/check/checker.ts';
import { fileBytes } from '#dashboard/src/check/file-bytes.ts';
import type { Asked, Told } from '#dashboard/src/check/protocol.ts';
import { parseReading, readingFile, savedReadings } from '#dashboard/src/check/saved-readings.ts';
import { sha256Hasher } from '#dashboard/src/check/sha256-hasher.ts';
import { troubleText } from '#dashboard/src/check/trouble.ts';
import type { IsoDate } from '#domain/date.ts';
import type { UnitCode } from '#domain/units/unit.ts';

const DAY = '2025-11-21' as IsoDate;
const CSV = 'Ngày,Người ủng hộ,Số tiền (đồng)\n10/09/2024,Nguyễn Văn Mẫu,200.000\n';
const none = () => undefined;

describe('a file’s bytes', () => {
  test('come whole and in order, and their digest is the one everybody else computes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300_000 }), async (bytes) => {
        const hasher = sha256Hasher();
        let at = 0;
        for await (const portion of fileBytes(new Blob([Buffer.from(bytes)]))) {
          expect(Buffer.compare(portion, bytes.subarray(at, at + portion.length))).toBe(0);
          hasher.update(portion);
          at += portion.length;
        }
        expect(at).toBe(bytes.length);
        expect(hasher.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
      { numRuns: 20 },
    );
  });

  test('may be left unread', async () => {
    const portions = fileBytes(new Blob([Buffer.alloc(1_000_000)]));
    expect((await portions.next()).done).toBe(false);
    expect((await portions.return(undefined)).done).toBe(true);
  });
});

describe('how a file begins', () => {
  const blob = (text: string) => new Blob([text]);

  test('is shown as it stands, empty lines left out, under the delimiter that makes most cells', async () => {
    expect(await beginningOf(blob('Xã Minh Hoạ, 2024\n\nngay;ten;tien\n1;Mẫu;2\n'), {})).toEqual([
      { row: 1, cells: ['Xã Minh Hoạ, 2024'] },
      { row: 3, cells: ['ngay', 'ten', 'tien'] },
      { row: 4, cells: ['1', 'Mẫu', '2'] },
    ]);
  });

  test('follows what a person says of the delimiter', async () => {
    const [first] = await beginningOf(blob('a;b,c;d;e\n1;2,3;4;5\n'), { delimiter: ',' });
    expect(first?.cells).toEqual(['a;b', 'c;d;e']);
  });

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 and no more')],
    ['nothing', Buffer.alloc(0)],
  ])('of %s there is nothing to show', async (_, bytes) => {
    expect(await beginningOf(new Blob([bytes]), {})).toEqual([]);
    expect(await sheetsOf(new Blob([bytes]))).toEqual([]);
  });

  test('is bounded, however long its lines and cells are', async () => {
    const lines = await beginningOf(blob(`${`${'x'.repeat(500)},`.repeat(60)}\n`.repeat(100)), {});
    expect(lines.length).toBeLessThanOrEqual(40);
    for (const { cells } of lines) {
      expect(cells.length).toBeLessThanOrEqual(30);
      expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(80);
    }
  });
});

describe('the desk', () => {
  const job = (text: string) => ({ file: new File([text], 'thu.csv'), overrides: {}, day: DAY });

  test('checks a file, gives it back with its errors, and makes templates', async () => {
    const desk = newDesk();
    const examined = await desk({ order: 'check', job: job(CSV) }, none);
    expect(examined).toMatchObject({
      report: { accepted: 1, sumVnd: 200_000 },
      beginning: [],
      repairable: true,
    });
    const repaired = (await desk({ order: 'repair', format: 'csv' }, none)) as Blob;
    expect(await repaired.text()).toContain('Nguyễn Văn Mẫu');
    const template = (await desk({ order: 'template', kind: 'contributions', format: 'xlsx' }, none)) as Blob;
    expect((await sheetsOf(template)).length).toBe(3);
    expect(await desk({ order: 'sheets' }, none)).toEqual([]);
  });

  test('shows how a file begins in which no table was found', async () => {
    const examined = await newDesk()({ order: 'check', job: job('a;b\n1;2\n') }, none);
    expect(examined).toMatchObject({ report: { state: 'rejected' }, beginning: [{ row: 1 }, { row: 2 }] });
  });

  test('has nothing to give back before anything was checked', async () => {
    await expect(newDesk()({ order: 'repair', format: 'csv' }, none)).rejects.toThrow('nothing was checked');
  });

  test.each([
    ['03646', DAY, DAY, 'Phường Tô Hiệu, Tỉnh Sơn La'],
    ['14', DAY, DAY, 'Tỉnh Sơn La'],
    ['24', '2025-01-01', '2025-06-30', 'Tỉnh Bắc Giang'],
    ['24', '2025-01-01', '2025-12-31', undefined],
    ['99999', DAY, DAY, undefined],
  ])('the code %s from %s to %s names %s', async (code, from, to, name) => {
    const period = { from: from as IsoDate, to: to as IsoDate };
    expect(await newDesk()({ order: 'unit', code: code as UnitCode, period }, none)).toBe(name);
  });
});

/** A worker that does what the test says. */
class TestThread implements Thread {
  readonly asked: Asked[] = [];
  ended = false;
  readonly #message: ((event: { data: Told }) => void)[] = [];
  readonly #error: ((event: { message?: string }) => void)[] = [];
  postMessage(asked: Asked): void {
    this.asked.push(asked);
  }
  terminate(): void {
    this.ended = true;
  }
  addEventListener(type: 'message' | 'error', listener: (event: never) => void): void {
    if (type === 'message') this.#message.push(listener as (event: { data: Told }) => void);
    else this.#error.push(listener as (event: { message?: string }) => void);
  }
  tell(data: Told): void {
    for (const listener of this.#message) listener({ data });
  }
  fail(message: string): void {
    for (const listener of this.#error) listener({ message });
  }
}

describe('the page’s side of the worker', () => {
  test('gives each answer to whoever asked, in any order', async () => {
    const thread = new TestThread();
    const checker = newChecker(thread);
    const [sheets, blob] = [checker.sheets(), checker.repair('csv')];
    const made = new Blob(['x']);
    thread.tell({ told: 'done', id: thread.asked[1]?.id ?? 0, result: made });
    thread.tell({ told: 'done', id: thread.asked[0]?.id ?? 0, result: ['Thu'] });
    expect(await blob).toBe(made);
    expect(await sheets).toEqual(['Thu']);
  });

  test('passes progress on, and trouble as such', async () => {
    const thread = new TestThread();
    const seen: number[] = [];
    const checked = newChecker(thread).check(
      { file: new File([], 'x'), overrides: {}, day: DAY },
      (bytes) => void seen.push(bytes),
    );
    thread.tell({ told: 'progress', id: 1, bytes: 10 });
    thread.tell({ told: 'progress', id: 99, bytes: 11 });
    thread.tell({ told: 'failed', id: 1, trouble: 'unreadable', detail: 'gone' });
    await expect(checked).rejects.toMatchObject({ trouble: 'unreadable' });
    expect(seen).toEqual([10]);
  });

  test('that is stopped ends the worker and fails whatever was asked, then and later', async () => {
    const thread = new TestThread();
    const checker = newChecker(thread);
    const waiting = checker.sheets();
    checker.stop();
    expect(thread.ended).toBe(true);
    await expect(waiting).rejects.toMatchObject({ trouble: 'stopped' });
    await expect(checker.sheets()).rejects.toMatchObject({ trouble: 'stopped' });
  });

  test('is ready when the worker says so, and never where it could not be loaded', async () => {
    const [good, bad] = [new TestThread(), new TestThread()];
    const [ready, failed] = [newChecker(good).ready, newChecker(bad).ready];
    good.tell({ told: 'ready' });
    bad.fail('404');
    await expect(ready).resolves.toBeUndefined();
    await expect(failed).rejects.toMatchObject({ trouble: 'not-loaded', message: '404' });
  });

  test('each trouble is told in words of its own', () => {
    const texts = (['unreadable', 'not-loaded', 'stopped', 'broken'] as const).map((trouble) =>
      troubleText(new OrderFailed(trouble)),
    );
    expect(new Set(texts).size).toBe(4);
    expect(troubleText(new TypeError('x'))).toBe(texts[3]);
  });
});

describe('readings that are kept', () => {
  function memory(): Storage {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    } as Storage;
  }

  test('are kept by unit and kind, and can be forgotten', () => {
    const storage = memory();
    const saved = savedReadings(() => storage);
    expect(saved.save('24', 'contributions', { dates: 'mdy' })).toBe(true);
    expect(saved.of('24', 'contributions')).toEqual({ dates: 'mdy' });
    expect([saved.of('24', 'disbursements'), saved.of('14', 'contributions')]).toEqual([
      undefined,
      undefined,
    ]);
    saved.forget('24', 'contributions');
    expect(saved.of('24', 'contributions')).toBeUndefined();
  });

  test('that were damaged, or a browser that keeps nothing, are as if there were none', () => {
    const storage = memory();
    storage.setItem('so-cong-khai.cach-doc.24.contributions', '{"dates":"mitdday"}');
    expect(savedReadings(() => storage).of('24', 'contributions')).toBeUndefined();
    const forbidden = savedReadings(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(forbidden.save('24', 'contributions', {})).toBe(false);
    expect(forbidden.of('24', 'contributions')).toBeUndefined();
    forbidden.forget('24', 'contributions');
  });

  test('come back from their file as they were', () => {
    const reading = {
      columns: { date: 'Ngày "thu"', donor: '' },
      multipliers: { amount_vnd: 1000 as const },
    };
    expect(parseReading(readingFile(reading))).toEqual(reading);
    expect([parseReading('không phải JSON'), parseReading('{"numbers":"dot"}')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
