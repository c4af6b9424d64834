import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Vnd, vnd } from '#domain/money.ts';
import { EarmarksSchema, earmarkShortfall } from '#domain/norms/earmarks.ts';
import type { UnitId } from '#domain/units/unit.ts';

const A = '20194' as UnitId;
const B = '20197' as UnitId;
const money = (of: Readonly<Record<string, number>>) =>
  new Map(Object.entries(of).map(([id, amount]): [UnitId, Vnd] => [id as UnitId, vnd(amount)]));

describe('money given for a commune', () => {
  it.each<[string, Record<string, number>, Record<string, number>, number, { owed: number; short: number }]>([
    ['is not owed once used there', { [A]: 10 }, { [A]: 10 }, 0, { owed: 0, short: 0 }],
    [
      'is owed until then, and nothing can be said while the balance covers it',
      { [A]: 10 },
      { [A]: 4 },
      6,
      { owed: 6, short: 0 },
    ],
    [
      'was spent elsewhere where the balance does not cover it',
      { [A]: 10 },
      { [A]: 4 },
      5,
      { owed: 6, short: 1 },
    ],
    [
      'is not made up for by what another commune got beyond its own',
      { [A]: 10, [B]: 1 },
      { [B]: 99 },
      3,
      { owed: 10, short: 7 },
    ],
    ['is owed to each commune', { [A]: 10, [B]: 5 }, { [A]: 1, [B]: 1 }, 0, { owed: 13, short: 13 }],
    [
      'is never short by more than is owed, however far the book is overdrawn',
      { [A]: 10 },
      { [A]: 4 },
      -50,
      { owed: 6, short: 6 },
    ],
    [
      'is not short in an overdrawn book that owes nothing',
      { [A]: 10 },
      { [A]: 12 },
      -50,
      { owed: 0, short: 0 },
    ],
    [
      'is not more than was given, whatever was taken back',
      { [A]: 10 },
      { [A]: -4 },
      0,
      { owed: 10, short: 10 },
    ],
    ['is nothing where all of it was given back', { [A]: 0, [B]: -1 }, {}, 0, { owed: 0, short: 0 }],
  ])('%s', (_, earmarked, used, closing, { owed, short }) => {
    const found = earmarkShortfall(money(earmarked), money(used), vnd(closing));
    expect([found.owedVnd, found.shortfallVnd]).toEqual([owed, short]);
  });

  it('lists its communes in order, each with what is owed', () => {
    const found = earmarkShortfall(money({ [B]: 5, [A]: 10 }), money({ [B]: 6, '20300': 7 }), vnd(0));
    expect(found.communes).toEqual([
      { communeId: A, earmarkedVnd: 10, usedVnd: 0, owedVnd: 10 },
      { communeId: B, earmarkedVnd: 5, usedVnd: 6, owedVnd: 0 },
    ]);
    expect(v.parse(EarmarksSchema, found)).toEqual(found);
  });

  /** A book told movement by movement: what is spent elsewhere out of earmarked money is known here. */
  it('accuses no book that kept it, and never of more than was spent elsewhere', () => {
    const movement = fc.record({
      commune: fc.constantFrom(A, B),
      given: fc.nat(20),
      used: fc.nat(20),
      elsewhere: fc.nat(20),
      free: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 8 }), (book) => {
        const [earmarked, used] = [new Map<UnitId, Vnd>(), new Map<UnitId, Vnd>()];
        let closing = 0;
        let elsewhere = 0;
        for (const one of book) {
          closing += one.given + one.free - one.used - one.elsewhere;
          elsewhere += one.elsewhere;
          earmarked.set(one.commune, vnd((earmarked.get(one.commune) ?? 0) + one.given));
          used.set(one.commune, vnd((used.get(one.commune) ?? 0) + one.used));
        }
        fc.pre(closing >= 0);
        const { shortfallVnd } = earmarkShortfall(earmarked, used, vnd(closing));
        const beyond = [...used].reduce(
          (sum, [id, amount]) => sum + Math.max(0, amount - (earmarked.get(id) ?? 0)),
          0,
        );
        const free = book.reduce((sum, one) => sum + one.free, 0);
        // All free money may have gone elsewhere, or to communes beyond what was given for them, first.
        expect(shortfallVnd).toBe(Math.max(0, elsewhere + beyond - free));
      }),
    );
  });
});
