import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Target } from '#domain/registers/target.ts';
import { progressOf } from '#domain/targets/progress.ts';
import { type TargetLine, TargetLineSchema } from '#domain/targets/targets-schema.ts';
import type { UnitId } from '#domain/units/unit.ts';

const OWN = '20@2025-07-01' as UnitId;
const A = '20194' as UnitId;
const B = '20197' as UnitId;
const WOMEN = 'Hội Liên hiệp Phụ nữ tỉnh';
const YOUTH = 'Tỉnh đoàn';

const money = (targetVnd: number, more: Partial<Target> = {}): Target =>
  ({ row: 2, year: 2023, indicator: 'VAN_DONG', targetVnd, ...more }) as Target;
const things = (target: number, more: Partial<Target> = {}): Target => ({
  row: 2,
  year: 2023,
  indicator: 'NHA_XAY_MOI',
  target,
  ...more,
});
const nothing = () => undefined;

/** A line in short: whose it is, target, what was reached. */
const short = (lines: readonly TargetLine[]) =>
  lines.map((line) => {
    const who = line.unitId ?? (line.unplaced === undefined ? 'own' : `?${line.unplaced}`);
    const part = line.organisation ?? (line.organisations === undefined ? '' : `Σ${line.organisations}`);
    return `${line.year} ${line.indicator} ${who}${part && ` ${part}`} ${line.target}`;
  });

describe('a target beside what was reached', () => {
  it.each<[string, number, number | undefined, Partial<TargetLine>]>([
    ['is met when as much was reached', 2_000, 2_000, { reached: 2_000, permille: 1000, met: true }],
    ['is met when more was reached', 3, 4, { reached: 4, permille: 1333, met: true }],
    ['is not met one đồng below', 2_000, 1_999, { reached: 1_999, permille: 999, met: false }],
    ['is not met when nothing was reached, and 0 is a figure', 2, 0, { reached: 0, permille: 0, met: false }],
    ['is not met where the books do not tell', 2, undefined, { met: false }],
    ['has no share where nothing was to be reached', 0, 5, { reached: 5, met: true }],
    ['rounds down below zero too', 3, -1, { reached: -1, permille: -334, met: false }],
    [
      'is exact beyond what a thousandfold of đồng would allow',
      9_007_199_254_740_991,
      9_007_199_254_740_990,
      { reached: 9_007_199_254_740_990, permille: 999, met: false },
    ],
  ])('%s', (_, target, reached, expected) => {
    expect(progressOf([money(target)], () => reached)).toEqual([
      { year: 2023, indicator: 'VAN_DONG', target, ...expected },
    ]);
  });

  it('asks the books for the year, the indicator and the unit of the row', () => {
    const asked: unknown[] = [];
    progressOf([money(5), things(1, { unitId: A, year: 2024 })], (...of) => void asked.push(of));
    expect(asked).toEqual([
      [2023, 'VAN_DONG', undefined],
      [2024, 'NHA_XAY_MOI', A],
    ]);
  });

  it('shows what the table itself states beside what the books show, and does not judge by it', () => {
    const rows = [
      money(5, { statedVnd: 6 as never, stated: 1 }),
      things(5, { stated: 0, statedVnd: 1 as never }),
    ];
    expect(progressOf(rows, () => 4)).toMatchObject([
      { reached: 4, statedReached: 6, met: false },
      { reached: 4, statedReached: 0, met: false },
    ]);
  });

  it('gives no line for a row without a target of its kind', () => {
    expect(
      progressOf([things(5, { indicator: 'VAN_DONG' }), money(5, { indicator: 'HO_GIUP' })], nothing),
    ).toEqual([]);
  });
});

describe('whose target it is', () => {
  it.each<[string, Target[], string[]]>([
    [
      'lists years, indicators in their order, the own unit, units, and units that could not be told',
      [
        things(1, { unitText: 'Xã Không Rõ' }),
        things(8, { unitId: 'TW' as UnitId }),
        things(2, { unitId: B }),
        things(3, { unitId: A }),
        things(4),
        things(5, { indicator: 'HO_GIUP' }),
        money(6),
        money(7, { year: 2022 }),
      ],
      [
        '2022 VAN_DONG own 7',
        '2023 VAN_DONG own 6',
        '2023 NHA_XAY_MOI own 4',
        `2023 NHA_XAY_MOI ${A} 3`,
        `2023 NHA_XAY_MOI ${B} 2`,
        '2023 NHA_XAY_MOI TW 8',
        '2023 NHA_XAY_MOI ?1 1',
        '2023 HO_GIUP own 5',
      ],
    ],
    [
      'takes a row that names the unit of the book for its own',
      [things(4, { unitId: OWN, unitText: 'Thành phố Đà Nẵng' })],
      ['2023 NHA_XAY_MOI own 4'],
    ],
    [
      'keeps two units that could not be told apart, and out of the own unit',
      [
        things(1, { unitText: 'Xã B' }),
        things(2, { unitText: 'xã  a' }),
        things(4, { unitText: 'XÃ B', year: 2024 }),
      ],
      ['2023 NHA_XAY_MOI ?1 2', '2023 NHA_XAY_MOI ?2 1', '2024 NHA_XAY_MOI ?2 4'],
    ],
    [
      'adds organisations up, and never to the target of the unit itself',
      [things(10), things(3, { organisation: WOMEN }), things(4, { organisation: YOUTH })],
      [
        '2023 NHA_XAY_MOI own 10',
        '2023 NHA_XAY_MOI own Σ2 7',
        `2023 NHA_XAY_MOI own ${WOMEN} 3`,
        `2023 NHA_XAY_MOI own ${YOUTH} 4`,
      ],
    ],
    [
      'does not print an organisation that may be a person',
      [things(3, { organisation: 'Nguyễn Thị Mẫu' })],
      ['2023 NHA_XAY_MOI own Σ1 3', '2023 NHA_XAY_MOI own Nhà hảo tâm 3'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(short(progressOf(rows, () => 1, { own: OWN }))).toEqual(expected);
  });

  it('lets the later row for the same replace the earlier, and tells so', () => {
    const rows = [
      things(3, { organisation: WOMEN }),
      things(5),
      things(4, { organisation: WOMEN.toUpperCase() }),
      things(6),
      things(7, { unitId: A }),
    ];
    expect(progressOf(rows, nothing).map(({ target, twice }) => [target, twice])).toEqual([
      [6, true],
      [4, undefined],
      [4, true],
      [7, undefined],
    ]);
  });

  it('never asks the books about a unit that could not be told', () => {
    const rows = [things(1, { unitText: 'Xã B' }), things(1, { unitText: 'Xã B', organisation: YOUTH })];
    const lines = progressOf(rows, () => 9, { reachedBy: () => ({ reached: 9, shared: 0 }) });
    expect(lines.map(({ reached, met }) => [reached, met])).toEqual([
      [undefined, false],
      [undefined, false],
      [undefined, false],
    ]);
  });

  it('takes what an organisation reached from who can tell, and never from the unit as a whole', () => {
    const rows = [things(3, { organisation: WOMEN, stated: 3 }), things(4, { organisation: YOUTH })];
    const reachedBy = (...of: unknown[]) => (of[3] === YOUTH ? { reached: 4, shared: 3 } : undefined);
    expect(progressOf(rows, () => 6, { reachedBy })).toMatchObject([
      { organisations: 2, target: 7, reached: 6, met: false },
      { organisation: WOMEN, met: false, statedReached: 3 },
      { organisation: YOUTH, reached: 4, shared: 3, met: true },
    ]);
    expect(progressOf(rows, () => 6).map(({ reached }) => reached)).toEqual([6, undefined, undefined]);
  });

  it('adds stated figures of organisations only where all of them state one, and none of houses, which several share', () => {
    const rows = (indicator: Target['indicator'], second: Partial<Target>) => [
      things(3, { indicator, organisation: WOMEN, stated: 3 }),
      things(4, { indicator, organisation: YOUTH, ...second }),
    ];
    expect(progressOf(rows('SINH_KE', { stated: 0 }), nothing)[0]?.statedReached).toBe(3);
    expect(progressOf(rows('SINH_KE', {}), nothing)[0]).not.toHaveProperty('statedReached');
    for (const indicator of ['NHA_XAY_MOI', 'NHA_SUA_CHUA'] as const)
      expect(progressOf(rows(indicator, { stated: 0 }), nothing)[0]).not.toHaveProperty('statedReached');
  });
});

describe('progress, for any table of targets', () => {
  const targets = fc.array(
    fc.record(
      {
        row: fc.integer({ min: 2, max: 99 }),
        year: fc.integer({ min: 2021, max: 2022 }),
        indicator: fc.constantFrom('VAN_DONG' as const, 'SINH_KE' as const),
        unitId: fc.constantFrom(undefined, A, B),
        unitText: fc.constantFrom(undefined, 'Xã Gì'),
        organisation: fc.constantFrom(undefined, WOMEN, YOUTH),
        targetVnd: fc.nat(9) as fc.Arbitrary<never>,
        target: fc.nat(9),
        stated: fc.nat(9),
      },
      { requiredKeys: ['row', 'year', 'indicator', 'unitId', 'targetVnd', 'target'] },
    ),
    { maxLength: 12 },
  ) as fc.Arbitrary<Target[]>;

  it('does not depend on the order of rows for different things', () => {
    const same = (row: Target) =>
      JSON.stringify([
        row.year,
        row.indicator,
        row.unitId ?? (row.unitText === undefined ? '' : '?'),
        row.organisation,
      ]);
    fc.assert(
      fc.property(
        targets.map((rows) => [...new Map(rows.map((row) => [same(row), row])).values()]),
        fc.func(fc.nat(9)),
        (rows, reached) => {
          const lines = progressOf(rows, reached);
          expect(progressOf([...rows].reverse(), reached)).toEqual(lines);
          expect(lines.some(({ twice }) => twice)).toBe(false);
          expect(lines.filter(({ organisations }) => organisations === undefined)).toHaveLength(rows.length);
        },
      ),
    );
  });

  it('adds up to the organisations of the unit, and fits its schema', () => {
    fc.assert(
      fc.property(targets, fc.nat(9), (rows, got) => {
        const lines = progressOf(rows, () => got);
        expect(v.parse(v.array(TargetLineSchema), lines)).toEqual(lines);
        const whose = (line: TargetLine) => [line.year, line.indicator, line.unitId, line.unplaced].join();
        for (const whole of lines.filter(({ organisations }) => organisations !== undefined)) {
          const parts = lines.filter(
            (line) => line.organisation !== undefined && whose(line) === whose(whole),
          );
          expect(parts).toHaveLength(whole.organisations ?? 0);
          expect(parts.reduce((sum, { target }) => sum + target, 0)).toBe(whole.target);
        }
      }),
    );
  });
});
