import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkFile } from '#domain/check/check-file.ts';
import { type CheckReport, CheckReportSchema } from '#domain/check/report.ts';
import { allFixtures, bytesOf, inPortions, nodeHasher, requestOf } from '#test/fixtures/fixtures.ts';

/** Longer, and something hangs; the slowest machine needs far less for a file of this size. */
const MOST_MS = 10_000;
/** Larger fixtures are mutated elsewhere often enough, and only slow this down. */
const LARGEST = 40_000;

const fixtures = allFixtures()
  .map((fixture) => ({ fixture, bytes: bytesOf(fixture.name) }))
  .filter(({ bytes }) => bytes.length <= LARGEST);
const texts = fixtures.filter(({ fixture }) => fixture.name.endsWith('.csv'));
const books = fixtures.filter(({ fixture }) => /\.xlsx?$/.test(fixture.name));

type Sample = (typeof fixtures)[number];

/** Checks bytes as one would check the sample. Never throws, whatever the bytes are; that is what is tested. */
async function checkAs({ fixture }: Sample, bytes: Uint8Array, portion?: number): Promise<CheckReport> {
  const start = performance.now();
  const { report } = await checkFile(inPortions(bytes, portion), requestOf(fixture), {
    hasher: nodeHasher(),
  });
  expect(performance.now() - start).toBeLessThan(MOST_MS);
  return report;
}

/** What holds of every report, whatever the file. */
function expectSound(report: CheckReport, bytes: Uint8Array): void {
  v.parse(CheckReportSchema, report);
  const { rows, accepted, quarantined, ignored, ignoredAs, state, issues } = report;
  expect(report.file.bytes).toBe(bytes.length);
  expect(accepted + quarantined + ignored).toBe(rows);
  expect(Object.values(ignoredAs).reduce((sum, count) => sum + count, 0)).toBe(ignored);
  if (state === 'rejected') expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
  // A file is taken without rows only where it says that there are none.
  else if (accepted === 0) expect(issues.map(({ code }) => code)).toContain('NO_MOVEMENTS');
  expect(state === 'acceptedInPart').toBe(state !== 'rejected' && quarantined > 0);
  for (const { count, what, fix, en } of issues) {
    expect(count).toBeGreaterThan(0);
    expect(`${what} ${fix} ${en.what} ${en.fix}`).not.toMatch(/\{\w+\}|\[…\]|undefined|NaN/);
  }
}

/** One change to bytes. `at` and `length` are shares of the file. */
type Change = (bytes: Uint8Array) => Uint8Array;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const some = fc.uint8Array({ minLength: 1, maxLength: 12 });
/** Bytes that mean something to one of our readers. */
const telling = fc.constantFrom(
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\0',
    "'",
    '\ufeff',
    '\u0301',
    '\u00a0',
    '?',
    '(',
    '-',
  ],
  ...[
    'sep=;\n',
    'Tổng cộng',
    'nt',
    '//',
    '#REF!',
    'ĐVT: triệu đồng',
    '1e9',
    '1.00E+15',
    'PK\u0003\u0004',
    '%PDF',
  ],
);
const encoded = telling.map((text) => new Uint8Array(Buffer.from(text)));
const spot = (bytes: Uint8Array, at: number): number => Math.floor(at * bytes.length);
const spliced = (bytes: Uint8Array, at: number, gone: number, put: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)]));
const NOTHING = new Uint8Array(0);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(share, fc.nat({ max: 255 })).map(
    ([at, mask]): Change =>
      (bytes) => {
        const flipped = bytes.slice();
        const place = spot(bytes, at);
        if (place < flipped.length) flipped[place] = (flipped[place] ?? 0) ^ mask;
        return flipped;
      },
  ),
  fc.tuple(share, fc.oneof(some, encoded)).map(
    ([at, put]): Change =>
      (bytes) =>
        spliced(bytes, spot(bytes, at), 0, put),
  ),
  fc.tuple(share, fc.nat({ max: 200 })).map(
    ([at, gone]): Change =>
      (bytes) =>
        spliced(bytes, spot(bytes, at), gone, NOTHING),
  ),
  fc.tuple(share, share, fc.nat({ max: 400 })).map(
    ([from, to, length]): Change =>
      (bytes) => {
        const piece = bytes.slice(spot(bytes, from), spot(bytes, from) + length);
        return spliced(bytes, spot(bytes, to), 0, piece);
      },
  ),
  share.map(
    (at): Change =>
      (bytes) =>
        bytes.subarray(0, spot(bytes, at)),
  ),
  fc.tuple(fc.constantFrom(...',;|\t"\n'), fc.constantFrom(...',;|\t"\n')).map(
    ([from, to]): Change =>
      (bytes) =>
        bytes.map((byte) => (byte === from.charCodeAt(0) ? to.charCodeAt(0) : byte)),
  ),
);
const changes = fc.array(change, { minLength: 1, maxLength: 5 });
/** By name, or a failure would print the whole file. */
const nameOf = (samples: readonly Sample[]) => fc.constantFrom(...samples.map(({ fixture }) => fixture.name));

function sampleOf(name: string): Sample {
  const sample = fixtures.find(({ fixture }) => fixture.name === name);
  if (sample === undefined) throw new Error(`no fixture ${name}`);
  return sample;
}

/** Text of which every sign has tripped somebody's reader up. */
const nasty = fc
  .array(
    fc.oneof(
      telling,
      fc.constantFrom(
        'Ngày',
        'Số tiền',
        'Người ủng hộ',
        'Nội dung chi',
        'Ghi nợ',
        'Số dư',
        '05/03/2024',
        '1.500.000',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => new Uint8Array(Buffer.from(parts.join(''))));

describe('whatever the bytes are, there is a report that adds up', () => {
  it('of mutated tables', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        nameOf(texts),
        changes,
        fc.integer({ min: 1, max: 5_000 }),
        async (name, list, portion) => {
          const sample = sampleOf(name);
          const bytes = list.reduce((so, one) => one(so), sample.bytes);
          expectSound(await checkAs(sample, bytes, portion), bytes);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('of mutated workbooks', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(nameOf(books), changes, async (name, list) => {
        const sample = sampleOf(name);
        const bytes = list.reduce((so, one) => one(so), sample.bytes);
        expectSound(await checkAs(sample, bytes), bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('of random bytes and of nasty text', { timeout: 60_000 }, async () => {
    const anything = fc.oneof(fc.uint8Array({ maxLength: 2_000 }), nasty);
    await fc.assert(
      fc.asyncProperty(nameOf(texts), anything, async (name, bytes) => {
        expectSound(await checkAs(sampleOf(name), bytes), bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('and it is the same however the bytes come in portions', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        nameOf(texts),
        changes,
        fc.integer({ min: 1, max: 64 }),
        async (name, list, portion) => {
          const sample = sampleOf(name);
          const bytes = list.reduce((so, one) => one(so), sample.bytes);
          expect(await checkAs(sample, bytes, portion)).toEqual(await checkAs(sample, bytes));
        },
      ),
      { numRuns: 100 },
    );
  });
});

const MEBIBYTE = 1024 * 1024;
const SIZE = 20 * MEBIBYTE;
/** Twenty million rows are many short-lived objects; whoever kept them all would need gigabytes. */
const MOST_MEMORY = 450 * MEBIBYTE;
/** Blank lines are twenty million rows; all else is done in a moment. */
const MOST_MS_ROWS = 25_000;
const HEAD = new Uint8Array(Buffer.from('Ngày,Người ủng hộ,Số tiền\n05/03/2024,Nguyễn Thị Mẫu,100.000\n'));

/** A file that is never whole in memory: a beginning, and then one byte over and over. */
const endless = (head: Uint8Array, byte: number) =>
  async function* portions() {
    yield head;
    const portion = new Uint8Array(64 * 1024).fill(byte);
    for (let sent = 0; sent < SIZE; sent += portion.length) yield portion;
  };

describe('a file of twenty megabytes', () => {
  const bytes = ['x', '"', ',', '\0', '\n', ' ', '\r', '\u00e9', ';'].map(
    (sign) => [sign, sign.charCodeAt(0)] as const,
  );
  const cases = bytes.flatMap(([sign, byte]) =>
    [NOTHING, HEAD].map(
      (head) => [JSON.stringify(sign), head.length > 0 ? 'below a table' : 'alone', byte, head] as const,
    ),
  );

  it.each(cases)(
    'of nothing but %s, %s, costs neither time nor memory',
    async (_sign, _where, byte, head) => {
      let most = 0;
      const before = process.memoryUsage().rss;
      const watch = () => {
        most = Math.max(most, process.memoryUsage().rss - before);
      };
      const start = performance.now();
      const { report } = await checkFile(
        endless(head, byte),
        { ...requestOf(sampleOf('clean.csv').fixture), kind: 'contributions' },
        { hasher: nodeHasher(), progress: watch },
      );
      watch();
      expect(performance.now() - start).toBeLessThan(MOST_MS_ROWS);
      expect(most).toBeLessThan(MOST_MEMORY);
      v.parse(CheckReportSchema, report);
      expect(report.rows).toBe(report.accepted + report.quarantined + report.ignored);
      expect(report.file.bytes).toBe(SIZE + head.length);
    },
  );
});
