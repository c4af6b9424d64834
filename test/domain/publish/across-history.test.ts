/** What was open between books before: the groups and the short cut against going through all days with all lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { addDays } from '#domain/days.ts';
import { vnd } from '#domain/money.ts';
import { AcrossHistory } from '#domain/publish/across-history.ts';
import { byReceiver, lineId, standsAt } from '#domain/publish/across-lines.ts';
import { marksAcross } from '#domain/publish/across-marks.ts';
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

/** All lines in all states, one after the other. */
function slowly(lines: readonly TransferSide[], told: ToldSteps) {
  const times = lines.flatMap((line) => {
    const late = toldBeyond(told, line.date, 30);
    return [line.since, line.until, late].filter((one) => one !== undefined);
  });
  let standing = new Map<string, Told>();
  const gone: string[] = [];
  const met = new Set<string>();
  for (const now of [...new Set([...times, ...told.map(([first]) => first)])].sort()) {
    const asOf = toldAt(told, now);
    const clearing = clear(lines.filter((line) => standsAt(line, now)));
    const found =
      asOf === undefined || clearing === undefined ? new Map<string, Told>() : findings(clearing, asOf);
    const open = new Set([...found.values()].flatMap((one) => one.sides.map(lineId)));
    const corrected = (side: TransferSide) =>
      side.until === now &&
      lines.some(
        (other) =>
          other.since === now &&
          other.unit === side.unit &&
          other.direction === side.direction &&
          other.amountVnd === side.amountVnd,
      );
    for (const [mark, one] of standing) {
      if (found.has(mark)) continue;
      if (!one.sides.some((side) => open.has(lineId(side)) || corrected(side))) gone.push(`${mark} ${now}`);
    }
    for (const mark of found.keys()) met.add(mark);
    standing = new Map(found);
  }
  return { gone, met };
}

function quickly(lines: readonly TransferSide[], told: ToldSteps) {
  const last = told.at(-1)?.[1] ?? START;
  const clearing = clear(lines.filter(({ until }) => until === undefined));
  const now = clearing === undefined ? new Map() : findings(clearing, last);
  const groups = byReceiver(lines, options.madeOf);
  return {
    now,
    groups,
    history: new AcrossHistory(groups, now, { told, knownFrom: undefined, clear, findings }),
  };
}

const made = fc.record({
  out: fc.boolean(),
  commune: fc.nat({ max: 2 }),
  named: fc.boolean(),
  amount: fc.constantFrom(10, 20, 30, -10),
  on: fc.constantFrom(0, 5, 40, 80),
  since: fc.constantFrom(90, 100, 110, 150),
  // Rarely: a group with a line that was taken back is looked at whatever else it has.
  until: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(5, 10, 50) },
  ),
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
  it.each([
    ['to units by name', true],
    ['to nobody by name too', false],
  ])('is that of all lines in all states, of transfers %s', (_, allNamed) => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 9 }), steps, (lines, told) => {
        const sides = lines.map((line) => side({ ...line, named: allNamed || line.named }));
        const { now, groups, history } = quickly(sides, told);
        const { gone, met } = slowly(sides, told);
        expect(groups.flat()).toHaveLength(sides.length);
        const known = history.gone.map(({ mark, until }) => `${mark} ${until}`);
        expect([...known].sort()).toEqual(gone.filter((one) => !now.has(one.split(' ')[0] ?? '')).sort());
        expect([...history.met.keys()].sort()).toEqual([...new Set([...met, ...now.keys()])].sort());
      }),
      { numRuns: 600 },
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
