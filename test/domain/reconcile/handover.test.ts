import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { type Vnd, vnd } from '#domain/money.ts';
import type { HandoverSide } from '#domain/publish/map-schema.ts';
import { clearHandovers } from '#domain/reconcile/handover.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';

const registry = shippedRegistry();
const digest = 'a'.repeat(64) as Sha256;

const unitAt = (code: string, day: string) => {
  const unit = registry.at(code as UnitCode, day as IsoDate);
  if (unit === undefined) throw new Error(`no ${code} on ${day}`);
  return unit;
};
/** Hòa Bắc and Hòa Hiệp Nam went into Hải Vân (20194); Hòa Liên was split between it and Liên Chiểu (20197). */
const BEFORE = '2025-06-30';
const AFTER = '2025-07-10';
let rows = 0;
const side = (
  direction: 'in' | 'out',
  code: string,
  amount: number,
  date: string,
  fund = 'QVNN',
): HandoverSide => {
  rows += 1;
  return {
    unit: unitAt(code, direction === 'out' ? BEFORE : AFTER),
    fund: fund as FundCode,
    direction,
    date: date as IsoDate,
    amountVnd: vnd(amount),
    digest,
    row: rows,
  };
};
const out = (code: string, amount: number, date = BEFORE, fund?: string) =>
  side('out', code, amount, date, fund);
const take = (code: string, amount: number, date = AFTER, fund?: string) =>
  side('in', code, amount, date, fund);

/** Pairs as amounts, and what is in limbo. */
const cleared = (...sides: HandoverSide[]) =>
  clearHandovers(registry, sides).map(({ pairs, limboVnd, unpaired }) => ({
    pairs: pairs.map((pair) => `${pair.out.map(amountOf).join('+')}=${pair.in.map(amountOf).join('+')}`),
    limbo: limboVnd as number,
    unpaired: unpaired.map((one) => `${one.direction} ${one.unit.code} ${one.amountVnd}`),
  }));
const amountOf = ({ amountVnd }: HandoverSide): number => amountVnd;

describe('what units that ended hand over', () => {
  it.each<[string, HandoverSide[], string[], number, string[]]>([
    ['is taken over by the unit that it went into', [out('20293', 5), take('20194', 5)], ['5=5'], 0, []],
    [
      'may be taken over by any of those that it was split among',
      [out('20296', 5), take('20197', 5)],
      ['5=5'],
      0,
      [],
    ],
    [
      'of several is taken over in one sum',
      [out('20293', 5), out('20195', 7), take('20194', 12)],
      ['7+5=12'],
      0,
      [],
    ],
    [
      'of one is taken over by several',
      [out('20296', 9), take('20194', 4), take('20197', 5)],
      ['9=4+5'],
      0,
      [],
    ],
    ['is in limbo while nobody takes it over', [out('20293', 5)], [], 5, ['out 20293 5']],
    [
      'is what was not taken back again',
      [out('20293', 100), out('20293', -100), out('20293', 90), take('20194', 90)],
      ['100+-100=', '90=90'],
      0,
      [],
    ],
    ['cannot come from nobody', [take('20194', 5)], [], -5, ['in 20194 5']],
    [
      'is not taken over by a unit that it did not go into',
      [out('20293', 5), take('20197', 5)],
      [],
      0,
      ['out 20293 5', 'in 20197 5'],
    ],
    [
      'must be the same to the đồng',
      [out('20293', 5), take('20194', 6)],
      [],
      -1,
      ['out 20293 5', 'in 20194 6'],
    ],
    [
      'goes with the nearest of two equal ones',
      [out('20293', 5), take('20194', 5, '2025-12-01'), take('20194', 5, '2025-07-01')],
      ['5=5'],
      -5,
      ['in 20194 5'],
    ],
  ])('%s', (_, sides, pairs, limbo, unpaired) => {
    expect(cleared(...sides)).toEqual([{ pairs, limbo, unpaired }]);
  });

  it('is cleared fund by fund', () => {
    const found = clearHandovers(registry, [out('20293', 5), take('20194', 5, AFTER, 'YAGI-2024')]);
    expect(found.map(({ fund, limboVnd }) => [fund, limboVnd])).toEqual([
      ['QVNN', 5],
      ['YAGI-2024', -5],
    ]);
  });

  const sides = fc.array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom('20293', '20195', '20296'), fc.integer({ min: -3, max: 9 }))
        .map(([c, n]) => out(c, n)),
      fc
        .tuple(fc.constantFrom('20194', '20197'), fc.integer({ min: -3, max: 9 }))
        .map(([c, n]) => take(c, n)),
    ),
    { maxLength: 12 },
  );

  it('uses each side once, nets every pair to zero, and does not depend on the order of the sides', () => {
    fc.assert(
      fc.property(sides, fc.nat(), (list, turn) => {
        const found = clearHandovers(registry, list);
        for (const { pairs, unpaired, limboVnd } of found) {
          const used = [...pairs.flatMap((pair) => [...pair.out, ...pair.in]), ...unpaired];
          expect(used.map((one) => one.row).sort((a, b) => a - b)).toEqual(
            list.map((one) => one.row).sort((a, b) => a - b),
          );
          const sum = (some: readonly HandoverSide[]) =>
            some.reduce((total, one) => total + one.amountVnd, 0);
          for (const pair of pairs) expect(sum(pair.out)).toBe(sum(pair.in));
          const signed = (one: HandoverSide): Vnd =>
            vnd(one.direction === 'out' ? one.amountVnd : -one.amountVnd);
          expect(limboVnd as number).toBe(unpaired.reduce((total, one) => total + signed(one), 0));
        }
        const at = list.length === 0 ? 0 : turn % list.length;
        expect(clearHandovers(registry, [...list.slice(at), ...list.slice(0, at)].reverse())).toEqual(found);
      }),
    );
  });
});
