/** Money that goes down from the centre over a province to its communes: what was sent against what was received. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Across, Cleared } from '#domain/publish/across-schema.ts';
import { csv, given, spent } from '#test/domain/validate/support.ts';
import { Counter } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { makePipeline, type Pipeline } from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';
import { expectSameWhenRebuilt } from '#test/support/rebuilt.ts';

const [PROVINCE, FIRST, SECOND, THIRD] = ['49', '20335', '20338', '20341'] as const;
const ROUND = 'Đợt 1';

const sent = (day: string, to: string, millions: number, round = '') =>
  spent({
    document_no: `PC ${day} ${to}`,
    date: `${day}/2024`,
    purpose: 'CHUYEN_CAP_DUOI',
    commune: '',
    amount_vnd: `${millions}.000.000`,
    to_unit: to,
    round,
  });
const received = (day: string, from: string, millions: number, round = '') =>
  given({
    document_no: `PT ${day} ${from}`,
    date: `${day}/2024`,
    donor: '',
    donor_class: '',
    channel: 'CAP_TREN_CHUYEN',
    amount_vnd: `${millions}.000.000`,
    from_unit: from,
    round,
  });
const gift = (millions: number) => given({ amount_vnd: `${millions}.000.000`, date: '10/01/2024' });

const SENT_BY_PROVINCE = [
  sent('01/03', FIRST, 40, ROUND),
  sent('01/03', SECOND, 30, ROUND),
  sent('02/03', THIRD, 10, ROUND),
];

/** Everything but who sides with whom. */
const sumsOf = (cleared: readonly Cleared[]) =>
  cleared.map(
    ({
      fund,
      sentVnd,
      receivedVnd,
      transitVnd,
      unsentVnd,
      differingVnd,
      differingGrossVnd = Number.NaN,
      ...counts
    }) => ({
      fund,
      millions: [sentVnd, receivedVnd, transitVnd, unsentVnd, differingVnd, differingGrossVnd].map(
        (one) => one / 1e6,
      ),
      ...counts,
    }),
  );

/** Two sides at most, no side twice, and what is left is open: each once. */
function expectPartition({ books, clearing }: Across): void {
  for (const { pairing, open } of clearing) {
    const places = [...pairing.flatMap((pair) => [...pair.out, ...pair.in]), ...open].map(String);
    expect(new Set(places).size).toBe(places.length);
    for (const pair of pairing) {
      const sum = (sides: readonly (readonly [number, number])[]) =>
        sides.reduce((all, [book, i]) => all + (books[book]?.transfers[i]?.amountVnd ?? Number.NaN), 0);
      expect(sum(pair.in) - sum(pair.out)).toBe(pair.differenceVnd);
    }
  }
}

describe('transfers between levels', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let counter: Counter;
  let published: Published;

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    counter = new Counter(engines, pipeline);
    published = new Published(pipeline.site);
    const [into, outOf] = [{ kind: 'contributions' }, { kind: 'disbursements' }] as const;
    await counter.enter(csv([gift(200)]), { unit: 'TW', ...into });
    await counter.enter(csv([sent('01/02', PROVINCE, 100, ROUND)]), { unit: 'TW', ...outOf });
    await counter.enter(csv([received('02/02', 'TW', 100, ROUND)]), { unit: PROVINCE, ...into });
    await counter.enter(csv(SENT_BY_PROVINCE), { unit: PROVINCE, ...outOf });
    await counter.enter(csv([received('03/03', PROVINCE, 40, ROUND), gift(7)]), { unit: FIRST, ...into });
    // One million less than was sent, and five million that nobody sent.
    const second = [received('04/03', PROVINCE, 29, ROUND), received('01/09', PROVINCE, 5)];
    await counter.enter(csv(second), { unit: SECOND, ...into });
    await counter.publish();
  });
  afterAll(() => engines.stop());

  it('clear at each level by itself: the centre with the provinces, a province with its communes', async () => {
    const [nation, province] = [await published.nation(), await published.province(PROVINCE)];
    expect(sumsOf(nation.cleared)).toEqual([
      { fund: 'QVNN', millions: [100, 100, 0, 0, 0, 0], differingPairs: 0, pairs: 1, unpaired: 0 },
    ]);
    expect(nation.acrossFindings).toEqual({ error: 0, warning: 0, info: 0 });
    expect(sumsOf(province.cleared)).toEqual([
      { fund: 'QVNN', millions: [80, 74, 10, 5, -1, 1], differingPairs: 1, pairs: 2, unpaired: 2 },
    ]);
    for (const node of [nation, province]) expectPartition(await published.across(node));
  });

  it('are named where they were not received, came from nobody, or differ in amount', async () => {
    const province = await published.province(PROVINCE);
    const { findings } = await published.across(province);
    expect(
      findings.map(({ rule, date, expectedVnd, actualVnd, differenceVnd, params }) => [
        rule,
        date,
        [expectedVnd, actualVnd, differenceVnd].map((one) => one && one / 1e6),
        params,
      ]),
    ).toEqual([
      [
        'TRANSFER_AMOUNTS_DIFFER',
        '2024-03-01',
        [30, 29, -1],
        { fund: 'QVNN', other: 'Phường Phước Hòa', unit: 'Tỉnh Quảng Nam' },
      ],
      [
        'TRANSFER_NOT_RECEIVED',
        '2024-03-02',
        [undefined, 10, undefined],
        { days: 30, fund: 'QVNN', other: 'Phường An Mỹ', unit: 'Tỉnh Quảng Nam' },
      ],
      [
        'TRANSFER_FROM_NOBODY',
        '2024-09-01',
        [undefined, 5, undefined],
        { fund: 'QVNN', unit: 'Phường Phước Hòa' },
      ],
    ]);
    expect(province.acrossFindings).toEqual({ error: 1, warning: 2, info: 0 });
    for (const { mark, since, status, unitId } of findings) {
      expect(mark).toMatch(/^x[0-9a-f]{10}$/);
      expect([since, status]).toEqual(['2025-01-15', 'OPEN']);
      expect([PROVINCE, SECOND]).toContain(unitId);
    }
  });

  it('may be explained by either end, and by nobody else; no sum changes for that', async () => {
    const before = await published.across(await published.province(PROVINCE));
    const [differing, late] = before.findings;
    const said = (mark = '') => ({
      action: 'GIAI_TRINH',
      finding: mark,
      office: 'Kế toán',
      date: '15/01/2025',
    });
    const theirs = csv([{ ...said(differing?.mark), reason: 'Ngân hàng thu phí một triệu' }]);
    const others = csv([{ ...said(late?.mark), reason: 'Tiền đã về phường khác' }]);
    const unknown = csv([{ ...said('x0123456789'), reason: 'Đã hỏi' }]);
    const digest = await counter.enter(theirs, { unit: SECOND, kind: 'decisions' });
    const notTheirs = await counter.enter(others, { unit: FIRST, kind: 'decisions' });
    const inVain = await counter.enter(unknown, { unit: SECOND, kind: 'decisions' });
    await counter.publish();
    const province = await published.province(PROVINCE);
    const after = await published.across(province);
    expect(after.findings.map(({ status, explained }) => [status, explained?.unitId])).toEqual([
      ['EXPLAINED', SECOND],
      ...Array.from({ length: 4 }, () => ['OPEN', undefined]),
    ]);
    expect(after.findings[0]?.explained).toMatchObject({
      text: 'Ngân hàng thu phí một triệu',
      on: '2025-01-15',
      digest,
      row: 2,
    });
    expect(after.findings.slice(3)).toMatchObject([
      { rule: 'TRANSFER_EXPLANATION_UNKNOWN', digest: notTheirs, rows: [2], unitId: FIRST },
      { rule: 'TRANSFER_EXPLANATION_UNKNOWN', digest: inVain, rows: [2], unitId: SECOND },
    ]);
    expect(after.clearing).toEqual(before.clearing);
    const { findings } = await published.statement('QVNN', PROVINCE, SECOND);
    expect(findings.map(({ rule }) => rule)).not.toContain('EXPLANATION_UNKNOWN');
  });

  it('are neither gifts nor uses, and the nation holds each đồng once', async () => {
    const { funds } = await published.nation();
    const [{ totals } = { totals: undefined }] = funds;
    expect(totals).toMatchObject({ donationsVnd: 207e6, usesVnd: 0 });
    expect(totals).toMatchObject({ transfersOutVnd: 180e6, transfersInVnd: 174e6 });
    // Given less what is on its way (10), less what was lost on it (1), and five million that nobody sent.
    expect(totals?.closingVnd).toBe(207e6 - 10e6 - 1e6 + 5e6);
  });

  it('stand beside what was promised and allotted: four stages, none the sum of others', async () => {
    const line = (stage: string, millions: number, to = '') => ({
      ...{ stage, date: '15/01/2024', amount_vnd: `${millions}.000.000`, to_unit: to },
      round: stage === 'PHAN_BO' ? ROUND : '',
    });
    const before = await published.nation();
    const promises = csv([line('DANG_KY', 300), line('DANG_KY', 50), line('PHAN_BO', 110, PROVINCE)]);
    await counter.enter(promises, { unit: 'TW', kind: 'allocations' });
    await counter.publish();
    const { funnel, totals, findings } = await published.statement('QVNN', 'TW');
    expect(funnel).toEqual({
      pledgedVnd: 350e6,
      receivedVnd: 200e6,
      allocatedVnd: 110e6,
      disbursedVnd: 0,
      sentVnd: 100e6,
      rounds: [
        {
          round: ROUND,
          date: '2024-01-15',
          allocatedVnd: 110e6,
          sentVnd: 100e6,
          differenceVnd: -10e6,
          receivers: 1,
        },
      ],
      sentUnallocated: [],
    });
    expect(findings.map(({ rule }) => rule)).toContain('ROUND_SENT_DIFFERS');
    expect(totals).toMatchObject({ donationsVnd: 200e6, closingVnd: 100e6 });
    const money = ({ funds }: typeof before) =>
      funds.map(({ totals: { submissions: _, warnings: _w, ...rest } }) => rest);
    const after = await published.nation();
    expect(money(after)).toEqual(money(before));
    expect(after.cleared).toEqual(before.cleared);
  });

  it('allots what came from above as rightly as what was given', async () => {
    const allotted = csv(
      [
        [FIRST, 40],
        [SECOND, 30],
        [THIRD, 10],
      ].map(([to, millions]) => ({
        ...{ stage: 'PHAN_BO', date: '20/02/2024', amount_vnd: `${millions}.000.000`, to_unit: String(to) },
        round: ROUND,
      })),
    );
    await counter.enter(allotted, { unit: PROVINCE, kind: 'allocations' });
    await counter.publish();
    const { funnel, findings } = await published.statement('QVNN', PROVINCE);
    expect(funnel?.rounds).toMatchObject([{ round: ROUND, receivers: 3, differenceVnd: 0 }]);
    expect(findings.map(({ rule }) => rule)).not.toContain('ALLOCATED_MORE_THAN_RECEIVED');
  });

  it('are cleared, all of them, once the missing sides are handed in', async () => {
    const before = await published.across(await published.province(PROVINCE));
    counter.wait(3);
    const late = csv([received('20/05', PROVINCE, 10, ROUND)]);
    const received10 = await counter.enter(late, { unit: THIRD, kind: 'contributions' });
    const right = [received('04/03', PROVINCE, 30, ROUND), received('01/09', PROVINCE, 5)];
    counter.wait(1);
    const corrected = await counter.enter(csv(right), { unit: SECOND, kind: 'contributions' });
    counter.wait(1);
    const all = [...SENT_BY_PROVINCE, sent('30/08', SECOND, 5)];
    const sent5 = await counter.enter(csv(all), { unit: PROVINCE, kind: 'disbursements' });
    await counter.publish();
    const province = await published.province(PROVINCE);
    expect(sumsOf(province.cleared)).toEqual([
      { fund: 'QVNN', millions: [85, 85, 0, 0, 0, 0], differingPairs: 0, pairs: 4, unpaired: 0 },
    ]);
    expect(province.acrossFindings).toEqual({ error: 0, warning: 2, info: 0 });
    const across = await published.across(province);
    expectPartition(across);
    // Each with the file that did it, on its day, under the mark that it had.
    const [differing, notReceived, fromNobody] = before.findings.map(({ mark }) => mark);
    expect(across.resolved.map(({ mark, since, resolved }) => [mark, since, resolved])).toEqual([
      [notReceived, '2025-01-15', { digest: received10, on: '2025-01-18', unitId: THIRD }],
      [differing, '2025-01-15', { digest: corrected, on: '2025-01-19', unitId: SECOND }],
      [fromNobody, '2025-01-15', { digest: sent5, on: '2025-01-20', unitId: PROVINCE }],
    ]);
    expect(across.resolved.map(({ explained }) => explained?.unitId)).toEqual([undefined, SECOND, undefined]);
    expect(new Set(across.findings.map(({ rule }) => rule))).toEqual(
      new Set(['TRANSFER_EXPLANATION_UNKNOWN']),
    );
    for (const { pairing, open } of across.clearing) {
      expect(open).toEqual([]);
      expect(pairing.map(({ differenceVnd }) => differenceVnd)).toEqual([0, 0, 0, 0]);
    }
  });

  it('are the same, byte for byte, when everything is derived again', () => expectSameWhenRebuilt(pipeline));
});
