/** What was open between books before: the groups and the short cut against going through all days with all lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { addDays } from '#domain/days.ts';
import { vnd } from '#domain/money.ts';
import { AcrossHistory } from '#domain/publish/across-history.ts';
import { byReceiver, standsAt } from '#domain/publish/across-lines.ts';
import { marksAcross, placeKey } from '#domain/publish/across-marks.ts';
import type { Told } from '#domain/publish/across-told.ts';
import { mergeTold, type ToldSteps, toldAt, toldBeyond } from '#domain/publish/told-steps.ts';
import { transferFindings } from '#domain/publish/transfer-findings.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { clearTransfers } from '#domain/transfer/clear.ts';
import type { TransferClearing, TransferSide } from '#domain/transfer/side.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit } from '#domain/units/unit.ts';

const registry = shippedRegistry();
const PROVINCE = registry.byId('49' as Unit['id']) as Unit;
const COMMUNES = ['20335', '20338', '20341'].map((id) => registry.byId(id as Unit['id']) as Unit);
const FUND = 'QVNN' as FundCode;
const START = '2024-01-01' as IsoDate;
const day = (after: number): IsoDate => addDays(START, after);
const at = (after: number): Instant => `${day(after)}T02:00:00.000Z` as Instant;
const file = (name: string): Sha256 => hashText(name);

const options = {
  isAbove: (a: Unit, b: Unit) => a.level === 'TINH' && b.level === 'XA',
  madeOf: () => [],
};
const clear = (sides: readonly TransferSide[]) => clearTransfers(sides, options)[0];
const findings = (clearing: TransferClearing, asOf: IsoDate) =>
  marksAcross('x', transferFindings(clearing, PROVINCE, asOf, registry), hashText);

let rows = 0;
interface Made {
  readonly out: boolean;
  readonly commune: number;
  readonly named: boolean;
  readonly amount: number;
  readonly on: number;
  readonly since: number;
  readonly until?: number | undefined;
}
const side = ({ out, commune, named, amount, on, since, until }: Made): TransferSide => {
  rows += 1;
  const unit = COMMUNES[commune] as Unit;
  return {
    unit: out ? PROVINCE : unit,
    fund: FUND,
    direction: out ? 'out' : 'in',
    date: day(on),
    amountVnd: vnd(amount),
    digest: file(`${out ? 'province' : unit.id} ${since}`),
    row: rows,
    since: at(since),
    ...(out && named ? { other: unit.id } : {}),
    ...(until === undefined ? {} : { until: at(since + until), by: file(`later ${since + until}`) }),
  };
};

/** All lines in all states, day by day. */
function slowly(lines: readonly TransferSide[], told: ToldSteps) {
  const days = lines.flatMap((line) => {
    const late = toldBeyond(told, line.date, 30);
    return [line.since, line.until, late].filter((one) => one !== undefined);
  });
  const standing = new Map<string, { told: Told; since: Instant }>();
  const gone: string[] = [];
  for (const on of [...new Set([...days, ...told.map(([first]) => first)])].sort()) {
    const asOf = toldAt(told, on);
    const clearing = clear(lines.filter((line) => standsAt(line, on)));
    const found = asOf === undefined || clearing === undefined ? new Map() : findings(clearing, asOf);
    const places = new Set([...found.values()].map(placeKey));
    for (const [mark, one] of standing) {
      if (found.has(mark)) continue;
      standing.delete(mark);
      if (!places.has(placeKey(one.told))) gone.push(`${mark} ${one.since} ${on}`);
    }
    for (const [mark, one] of found) if (!standing.has(mark)) standing.set(mark, { told: one, since: on });
  }
  return { standing, gone };
}

function quickly(lines: readonly TransferSide[], told: ToldSteps) {
  const last = told.at(-1)?.[1] ?? START;
  const clearing = clear(lines.filter(({ until }) => until === undefined));
  const now = clearing === undefined ? new Map() : findings(clearing, last);
  const groups = byReceiver(lines, options.madeOf);
  return { now, groups, history: new AcrossHistory(groups, now, { told, clear, findings }) };
}

const made = fc.record({
  out: fc.boolean(),
  commune: fc.nat({ max: 2 }),
  named: fc.boolean(),
  amount: fc.constantFrom(10, 20, 30, -10),
  on: fc.constantFrom(0, 5, 40, 80),
  since: fc.constantFrom(90, 100, 110, 150),
  until: fc.option(fc.constantFrom(5, 10, 50), { nil: undefined, freq: 4 }),
});
const steps = fc
  .array(fc.tuple(fc.constantFrom(90, 95, 110, 150, 170), fc.constantFrom(0, 20, 45, 90, 120)), {
    minLength: 1,
    maxLength: 4,
  })
  .map(
    (all): ToldSteps =>
      mergeTold([
        { told: [[at(90), day(0)], ...all.map(([on, to]) => [at(on), day(to)] as [Instant, IsoDate])] },
      ]),
  );

describe('the history of what is open between books', () => {
  it('is that of all lines in all states, though lines that have nothing in common are looked at apart', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 9 }), steps, (lines, told) => {
        const sides = lines.map((line) => side({ ...line, named: true }));
        const { now, history } = quickly(sides, told);
        const { standing, gone } = slowly(sides, told);
        for (const mark of now.keys()) expect(history.since.get(mark)).toBe(standing.get(mark)?.since);
        const known = history.gone.map(({ mark, since, until }) => `${mark} ${since} ${until}`);
        expect([...known].sort()).toEqual(gone.filter((one) => !now.has(one.split(' ')[0] ?? '')).sort());
      }),
      { numRuns: 400 },
    );
  });

  it('holds for transfers to nobody by name, too: they keep the lines of their fund together', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 9 }), steps, (lines, told) => {
        const sides = lines.map(side);
        const { now, groups, history } = quickly(sides, told);
        const { standing } = slowly(sides, told);
        expect(groups.flat()).toHaveLength(sides.length);
        for (const mark of now.keys()) expect(history.since.get(mark)).toBe(standing.get(mark)?.since);
      }),
      { numRuns: 400 },
    );
  });

  it('names the file of the line that was missing, or that took the wrong one back', () => {
    const told: ToldSteps = [[at(100), day(90)]];
    const sent = side({ out: true, commune: 0, named: true, amount: 10, on: 0, since: 100 });
    const other = side({ out: true, commune: 1, named: true, amount: 20, on: 0, since: 100, until: 20 });
    const late = side({ out: false, commune: 0, named: false, amount: 10, on: 5, since: 120 });
    const { history } = quickly([sent, other, late], told);
    expect(
      history.gone.map(({ told: { finding }, until, digest, unitId }) => [
        finding.rule,
        finding.actualVnd,
        until,
        digest,
        unitId,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['TRANSFER_NOT_RECEIVED', 10, at(120), late.digest, COMMUNES[0]?.id],
        ['TRANSFER_NOT_RECEIVED', 20, at(120), other.by, PROVINCE.id],
      ]),
    );
    expect(history.gone).toHaveLength(2);
  });

  it('claims nothing of states that would be too much work, and says that it did not look', () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      side({ out: i % 2 === 0, commune: 0, named: i % 4 === 0, amount: 10, on: 0, since: 100 + i }),
    );
    const { history } = quickly(many, [[at(100), day(90)]]);
    expect(history.whole).toBe(false);
  });

  it('tells up to the latest day of any book, and never less than before', () => {
    const one: ToldSteps = [
      [at(1), day(10)],
      [at(5), day(20)],
    ];
    const other: ToldSteps = [
      [at(1), day(12)],
      [at(3), day(11)],
      [at(5), day(15)],
    ];
    expect(mergeTold([{ told: one }, { told: other }])).toEqual([
      [at(1), day(12)],
      [at(5), day(20)],
    ]);
    expect(mergeTold([])).toEqual([]);
  });
});
