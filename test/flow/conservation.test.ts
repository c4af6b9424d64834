/** Promise 1 and 2 on the sample books: sums close at every node, from the rows up to the nation. */

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBookKind } from '#domain/codes.ts';
import { AcrossSchema } from '#domain/publish/across-schema.ts';
import { type ProvinceMap, ProvinceMapSchema } from '#domain/publish/map-schema.ts';
import type { Child, FundTotals, Totals } from '#domain/publish/node-parts.ts';
import { ReportSchema } from '#domain/publish/report-schema.ts';
import { RowPageSchema } from '#domain/publish/row-schema.ts';
import {
  csvKey,
  NationSchema,
  objectKey,
  PointerSchema,
  ProvinceSchema,
  type Statement,
  StatementSchema,
  SubmissionNodeSchema,
  UnitNodeSchema,
} from '#domain/publish/schema.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { drain, makePipeline, type Pipeline, runIngest, upload } from '#test/support/pipeline.ts';
import { sampleFiles } from '#test/support/sample-books.ts';

const closes = (t: Totals): number =>
  t.openingVnd +
  t.donationsVnd +
  t.transfersInVnd +
  t.handoversInVnd +
  t.interestVnd +
  t.refundsInVnd -
  t.usesVnd -
  t.transfersOutVnd -
  t.handoversOutVnd -
  t.refundsOutVnd -
  t.feesVnd -
  t.closingVnd;

const inflow = (t: Totals): number =>
  t.donationsVnd + t.transfersInVnd + t.handoversInVnd + t.interestVnd + t.refundsInVnd;
const outflow = (t: Totals): number =>
  t.usesVnd + t.transfersOutVnd + t.handoversOutVnd + t.refundsOutVnd + t.feesVnd;

/** Plain sums, worked out here a second time. */
function plainSums(parts: readonly FundTotals[][]): Record<string, Record<string, number>> {
  const sums: Record<string, Record<string, number>> = {};
  for (const { fund, totals } of parts.flat()) {
    sums[fund] ??= {};
    const sum = sums[fund];
    for (const [name, value] of Object.entries(totals)) sum[name] = (sum[name] ?? 0) + value;
  }
  return sums;
}

const asRecord = (funds: readonly FundTotals[]) =>
  Object.fromEntries(funds.map(({ fund, totals }) => [fund, totals]));

describe('money is conserved', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;

  const object = async <T>(hash: string, schema: v.GenericSchema<unknown, T>): Promise<T> =>
    v.parse(schema, JSON.parse((await pipeline.site.readText(objectKey(hash))) ?? 'null'));
  const nation = async () => {
    const pointer = v.parse(
      PointerSchema,
      JSON.parse((await pipeline.site.readText('data/latest.json')) ?? ''),
    );
    return object(pointer.root, NationSchema);
  };
  const units = async (): Promise<Child[]> => {
    const { centre, provinces } = await nation();
    const nodes = await Promise.all(provinces.map((child) => object(child.object, ProvinceSchema)));
    return [
      ...(centre ? [centre] : []),
      ...nodes.flatMap(({ own, communes }) => [...(own ? [own] : []), ...communes]),
    ];
  };
  const statements = async (): Promise<Statement[]> => {
    const nodes = await Promise.all((await units()).map((child) => object(child.object, UnitNodeSchema)));
    return Promise.all(
      nodes.flatMap((node) => node.statements.map((ref) => object(ref.object, StatementSchema))),
    );
  };

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    for (const { bytes, declaration } of sampleFiles())
      await runIngest(pipeline, await upload(pipeline, bytes, declaration));
    await drain(engines, pipeline);
  });
  afterAll(() => engines.stop());

  it('at every province as reported: communes + own', async () => {
    const { provinces } = await nation();
    expect(provinces.length).toBeGreaterThanOrEqual(5);
    for (const child of provinces) {
      const { own, communes, funds } = await object(child.object, ProvinceSchema);
      const parts = [...communes.map((commune) => commune.funds), ...(own ? [own.funds] : [])];
      expect(plainSums(parts)).toEqual(asRecord(funds));
      expect(child.funds).toEqual(funds);
    }
  });

  it('in the nation: provinces + centre, and the position counts every accepted file', async () => {
    const { centre, provinces, funds, position } = await nation();
    expect(plainSums([...provinces.map((p) => p.funds), ...(centre ? [centre.funds] : [])])).toEqual(
      asRecord(funds),
    );
    for (const { totals } of funds) expect(closes(totals)).toBe(0);
    expect(position).toBe(await pipeline.table.head());
  });

  const onMap = async (): Promise<ProvinceMap[]> => {
    const { map } = await nation();
    return Promise.all(map.provinces.map((child) => object(child.object, ProvinceMapSchema)));
  };

  it('at every province of the map: communes + own + undetermined, each of them the sum of its parts', async () => {
    const { map } = await nation();
    const nodes = await onMap();
    expect(nodes.map(({ unit }) => unit.name)).toContain('Thành phố Đà Nẵng');
    expect(nodes.some(({ undetermined }) => undetermined.length > 0)).toBe(true);
    for (const [i, { own, communes, undetermined, funds }] of nodes.entries()) {
      const places = [...(own ? [own] : []), ...communes];
      for (const place of places) {
        expect(plainSums(place.parts.map((part) => part.funds))).toEqual(asRecord(place.funds));
      }
      const parts = [...places.map((place) => place.funds), ...undetermined.map(({ child }) => child.funds)];
      expect(plainSums(parts)).toEqual(asRecord(funds));
      expect(map.provinces[i]?.funds).toEqual(funds);
    }
  });

  it('on the map of the nation: provinces + undetermined + centre, with every book in one place', async () => {
    const { centre, map, funds } = await nation();
    const loose = map.undetermined.map(({ child }) => child.funds);
    const parts = [...map.provinces.map((p) => p.funds), ...loose, ...(centre ? [centre.funds] : [])];
    expect(plainSums(parts)).toEqual(asRecord(funds));
    const placed = (await onMap()).flatMap(({ own, communes, undetermined }) => [
      ...(own?.parts ?? []),
      ...communes.flatMap((commune) => commune.parts),
      ...undetermined.map(({ child }) => child),
    ]);
    const ids = (children: readonly Child[]) => children.map(({ unit }) => unit.id).sort();
    expect(ids([...placed, ...(centre ? [centre] : [])])).toEqual(ids(await units()));
  });

  it('in what units hand over: pairs net to zero, and the rest is in limbo, to the đồng', async () => {
    const clearings = (await onMap()).flatMap(({ clearing, findings }) =>
      clearing.map((one) => ({ ...one, findings })),
    );
    expect(clearings).toHaveLength(1);
    for (const { outVnd, inVnd, limboVnd, pairs, unpaired, findings } of clearings) {
      const sum = (sides: readonly { amountVnd: number }[]) =>
        sides.reduce((total, side) => total + side.amountVnd, 0);
      for (const pair of pairs) expect(sum(pair.out)).toBe(sum(pair.in));
      expect(pairs.map((pair) => [pair.out.length, pair.in.length])).toEqual([
        [1, 1],
        [1, 1],
        [1, 1],
      ]);
      expect(limboVnd).toBe(outVnd - inVnd);
      expect(limboVnd).toBe(sum(unpaired));
      expect(unpaired.map(({ unit, direction }) => [unit.name, direction])).toEqual([
        ['Phường Hòa Hiệp Nam', 'out'],
      ]);
      expect(findings).toMatchObject([{ rule: 'HANDOVER_NOT_TAKEN', actualVnd: limboVnd }]);
    }
  });

  it('in every statement: opening + in − out = closing, and its lines add up to its totals', async () => {
    const all = await statements();
    expect(all.length).toBeGreaterThanOrEqual(20);
    for (const { totals, inBySource, outByPurpose, outByCommune, months, goods } of all) {
      expect(closes(totals)).toBe(0);
      const sum = (lines: readonly { amountVnd: number }[]) =>
        lines.reduce((total, line) => total + line.amountVnd, 0);
      expect(sum(inBySource)).toBe(inflow(totals));
      expect(sum(outByPurpose)).toBe(outflow(totals));
      expect(sum(outByCommune)).toBe(totals.usesVnd);
      expect(months.at(-1)?.closingVnd ?? totals.closingVnd).toBe(totals.closingVnd);
      for (const line of goods) expect(line.balanceMilli).toBe(line.inMilli - line.outMilli);
    }
  });

  it('down to the rows: the public rows of the files in force add up to the statement', async () => {
    for (const { totals, submissions } of await statements()) {
      let inVnd = 0;
      let outVnd = 0;
      for (const line of submissions) {
        const file = await object(line.object, SubmissionNodeSchema);
        expect(file.rows.accepted + file.rows.quarantined + file.rows.ignored).toBe(file.rows.total);
        if (!isBookKind(file.kind)) {
          expect(file.pages).toEqual([]);
          continue;
        }
        const pages = await Promise.all(file.pages.map((page) => object(page.object, RowPageSchema)));
        const rows = pages.flatMap((page): { row: number; amountVnd?: number | undefined }[] => page.rows);
        expect(new Set(rows.map(({ row }) => row)).size).toBe(file.rows.accepted);
        const sum = rows.reduce((total, { amountVnd }) => total + (amountVnd ?? 0), 0);
        expect(sum).toBe(file.acceptedVnd);
        if (file.state === 'SUPERSEDED') continue;
        if (file.kind === 'contributions') inVnd += sum;
        else outVnd += sum;
      }
      expect(inVnd).toBe(inflow(totals));
      expect(outVnd).toBe(outflow(totals));
    }
  });

  it('in every report: each period adds up and goes on from the one before, and a year is its months', async () => {
    for (const { totals, report } of await statements()) {
      const { parts } = await object(report.json, ReportSchema);
      expect(await pipeline.site.readText(csvKey(report.csv))).toContain(String(totals.closingVnd));
      const sums = (kind: string) =>
        parts
          .filter((part) => part.kind === kind)
          .map(({ inVnd, outVnd }) => [inVnd, outVnd])
          .reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d], [0, 0]);
      for (const kind of ['THANG', 'QUY', 'SAU_THANG', 'NAM', 'TOAN_BO']) {
        const own = parts.filter((part) => part.kind === kind);
        expect(sums(kind)).toEqual([inflow(totals), outflow(totals)]);
        expect([own[0]?.openingVnd, own.at(-1)?.closingVnd]).toEqual([totals.openingVnd, totals.closingVnd]);
        for (const [i, { openingVnd, inVnd, outVnd, closingVnd }] of own.entries()) {
          expect(openingVnd + inVnd - outVnd).toBe(closingVnd);
          expect(own[i + 1]?.openingVnd ?? closingVnd).toBe(closingVnd);
        }
      }
    }
  });

  it('between levels: received − sent = unsent + differing − transit, of the transfers in the books themselves', async () => {
    const root = await nation();
    const nodes = await Promise.all(root.provinces.map((child) => object(child.object, ProvinceSchema)));
    let pairs = 0;
    for (const { across, cleared } of [root, ...nodes]) {
      const { books, clearing } = await object(across ?? '', AcrossSchema);
      for (const { pairing, open, ...sums } of clearing) {
        expect(cleared).toContainEqual(sums);
        expect(sums.receivedVnd - sums.sentVnd).toBe(sums.unsentVnd + sums.differingVnd - sums.transitVnd);
        const amountOf = ([book, i]: readonly [number, number]) =>
          books[book]?.transfers[i]?.amountVnd ?? Number.NaN;
        const all = (side: 'out' | 'in') => [
          ...pairing.flatMap((pair) => pair[side]),
          ...open.filter(([book, i]) => books[book]?.transfers[i]?.direction === side),
        ];
        const sum = (side: 'out' | 'in') => all(side).reduce((total, place) => total + amountOf(place), 0);
        expect([sum('out'), sum('in')]).toEqual([sums.sentVnd, sums.receivedVnd]);
        expect(new Set([...all('out'), ...all('in')].map(String)).size).toBe(
          all('out').length + all('in').length,
        );
        pairs += sums.pairs;
      }
    }
    expect(pairs).toBeGreaterThan(0);
  });

  it('between levels and statements: what a unit sent and received is what its book says', async () => {
    const root = await nation();
    for (const child of root.provinces) {
      const node = await object(child.object, ProvinceSchema);
      const { books } = await object(node.across ?? '', AcrossSchema);
      for (const { unit, fund, transfers } of books) {
        const own = [...node.communes, ...(node.own ? [node.own] : [])].find(
          (one) => one.unit.id === unit.id,
        );
        const totals = own?.funds.find((one) => one.fund === fund)?.totals;
        const sum = (direction: string) =>
          transfers
            .filter((transfer) => transfer.direction === direction)
            .reduce((total, { amountVnd }) => total + amountVnd, 0);
        expect([sum('out'), sum('in')]).toEqual([totals?.transfersOutVnd, totals?.transfersInVnd]);
      }
    }
  });
});
