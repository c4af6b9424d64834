import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Vnd, vnd } from '#domain/money.ts';
import { type Earmarks, earmarkShortfall } from '#domain/norms/earmarks.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Succession, UnitId } from '#domain/units/unit.ts';

const A = '20194' as UnitId;
const B = '20197' as UnitId;
const money = (of: Readonly<Record<string, number>>) =>
  new Map(Object.entries(of).map(([id, amount]): [UnitId, Vnd] => [id as UnitId, vnd(amount)]));

type Links = readonly (readonly [from: string, to: string])[];
const registryOf = (links: Links) => {
  const steps = links.map(([from, to]) => ({ from, to, extent: 'WHOLE', on: '2025-07-01', act: 'x' }));
  const those = (end: 'from' | 'to', id: UnitId) =>
    steps.filter((step) => step[end] === id) as unknown as Succession[];
  return {
    successors: (id: UnitId) => those('from', id),
    predecessors: (id: UnitId) => those('to', id),
  };
};

const shortfall = (
  earmarked: Record<string, number>,
  byCommune: Record<string, number>,
  closing: number,
  { anywhere = 0, links = [] as Links } = {},
): Earmarks =>
  earmarkShortfall(
    money(earmarked),
    { byCommune: money(byCommune), anywhereVnd: vnd(anywhere) },
    vnd(closing),
    registryOf(links),
  );

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
    const found = shortfall(earmarked, used, closing);
    expect([found.owedVnd, found.shortfallVnd]).toEqual([owed, short]);
  });

  it('may have been used by payments that name no commune', () => {
    expect(shortfall({ [A]: 10, [B]: 5 }, { [A]: 1 }, 2, { anywhere: 4 })).toMatchObject({
      owedVnd: 10,
      shortfallVnd: 8,
    });
    expect(shortfall({ [A]: 10 }, {}, 0, { anywhere: 10 })).toMatchObject({ owedVnd: 0, shortfallVnd: 0 });
  });

  it('names the communes to which something is owed, in order', () => {
    expect(shortfall({ [B]: 5, [A]: 10, '20300': 1 }, { [B]: 6, '20303': 7 }, 0).communes).toEqual([
      A,
      '20300',
    ]);
  });
});

describe('money given for a commune that became part of another', () => {
  const links: Links = [
    ['00001', '00009'],
    ['00002', '00009'],
    ['00002', '00008'],
  ];

  it.each<[string, Record<string, number>, Record<string, number>, number]>([
    ['is used there when it is used in the new commune', { '00001': 10 }, { '00009': 10 }, 0],
    ['and what is given for the new one, in the former', { '00009': 10 }, { '00001': 4, '00002': 6 }, 0],
    ['or in each that it went into in part', { '00002': 10 }, { '00008': 4, '00009': 6 }, 0],
    ['is not used in another former commune', { '00001': 10 }, { '00002': 10 }, 10],
    ['nor counted for two communes at once', { '00001': 10, '00002': 10 }, { '00009': 12 }, 8],
    [
      'gives way to one that nothing else can have served',
      { '00001': 10, '00002': 10 },
      { '00009': 10, '00008': 10 },
      0,
    ],
    [
      'gives way even where it came first, step by step',
      { '00009': 10, '00001': 10, '00002': 10 },
      { '00009': 10, '00001': 10, '00008': 10 },
      0,
    ],
  ])('%s', (_, earmarked, used, owed) => {
    expect(shortfall(earmarked, used, 0, { links }).owedVnd).toBe(owed);
  });

  it('of the shipped list is met by what its successor got', () => {
    const registry = shippedRegistry();
    const former = registry
      .all()
      .find(({ id, level }) => level === 'XA' && registry.successors(id)[0]?.extent === 'WHOLE');
    const [step] = registry.successors(former?.id ?? A);
    const found = earmarkShortfall(
      money({ [step?.from ?? '']: 10 }),
      { byCommune: money({ [step?.to ?? '']: 10 }), anywhereVnd: vnd(0) },
      vnd(0),
      registry,
    );
    expect(found.owedVnd).toBe(0);
  });
});

/** Places and what became of them; a payment may name another of its line than the one it came to, or none. */
const PLACES = ['00001', '00002', '00003', '00008', '00009'] as const;
const LINKS: Links = [
  ['00001', '00008'],
  ['00002', '00008'],
  ['00002', '00009'],
];
const LINE: Readonly<Record<string, readonly string[]>> = {
  '00001': ['00001', '00008'],
  '00002': ['00002', '00008', '00009'],
  '00003': ['00003'],
  '00008': ['00008', '00001', '00002'],
  '00009': ['00009', '00002'],
};

/** A book told movement by movement: what was spent of the money of a commune, and where, is known here. */
const movement = fc.record({
  commune: fc.constantFrom(...PLACES),
  given: fc.nat(20),
  free: fc.nat(20),
  used: fc.nat(20),
  /** How the payment names its commune: 0 not at all, else one of its line. */
  named: fc.nat(3),
  elsewhere: fc.nat(20),
  /** Where money goes that is spent elsewhere. */
  other: fc.constantFrom(...PLACES),
});

describe('what a book is accused of', () => {
  it('is never more than it spent elsewhere, however its payments name their communes', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 8 }), (book) => {
        const earmarked: Record<string, number> = {};
        const byCommune: Record<string, number> = {};
        /** What a commune's own money paid for there: certainly no money spent elsewhere. */
        const own: Record<string, number> = {};
        let [anywhere, closing] = [0, 0];
        const add = (to: Record<string, number>, key: string, amount: number) => {
          to[key] = (to[key] ?? 0) + amount;
        };
        for (const { commune, given, free, used, named, elsewhere, other } of book) {
          closing += given + free - used - elsewhere;
          add(earmarked, commune, given);
          add(own, commune, used);
          const line = LINE[commune] ?? [];
          if (named === 0) anywhere += used;
          else add(byCommune, line[named % line.length] ?? commune, used);
          add(byCommune, other, elsewhere);
        }
        fc.pre(closing >= 0);
        // At best each commune's money paid for its own payments, and free money for all others as far as it went.
        const unmet = Object.entries(earmarked).reduce(
          (sum, [commune, amount]) => sum + Math.max(0, amount - (own[commune] ?? 0)),
          0,
        );
        const truly = Math.max(0, unmet - closing);
        const { shortfallVnd, owedVnd } = shortfall(earmarked, byCommune, closing, {
          anywhere,
          links: LINKS,
        });
        expect(shortfallVnd).toBeLessThanOrEqual(truly);
        expect(owedVnd).toBeLessThanOrEqual(unmet);
      }),
      { numRuns: 500 },
    );
  });

  it('is exactly that where every payment names its commune and no commune changed', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 8 }), (book) => {
        const [earmarked, used] = [{} as Record<string, number>, {} as Record<string, number>];
        let closing = 0;
        for (const one of book) {
          closing += one.given + one.free - one.used - one.elsewhere;
          earmarked[one.commune] = (earmarked[one.commune] ?? 0) + one.given;
          used[one.commune] = (used[one.commune] ?? 0) + one.used;
        }
        fc.pre(closing >= 0);
        const { shortfallVnd } = shortfall(earmarked, { ...used, '00007': 99 }, closing);
        const owed = Object.entries(earmarked).reduce(
          (sum, [id, amount]) => sum + Math.max(0, amount - (used[id] ?? 0)),
          0,
        );
        expect(shortfallVnd).toBe(Math.max(0, owed - closing));
      }),
    );
  });

  it('is the least over all ways in which payments may have served', () => {
    const amounts = fc.record(Object.fromEntries(PLACES.map((place) => [place, fc.nat(2)])));
    /** Tries every way, one đồng at a time. */
    const leastOwed = (left: Record<string, number>, used: Record<string, number>): number => {
      const from = Object.keys(used).find((id) => (used[id] ?? 0) > 0);
      if (from === undefined) return Object.values(left).reduce((sum, amount) => sum + amount, 0);
      const rest = { ...used, [from]: (used[from] ?? 0) - 1 };
      const ways = (LINE[from] ?? []).filter((to) => (left[to] ?? 0) > 0);
      return Math.min(
        ...ways.map((to) => leastOwed({ ...left, [to]: (left[to] ?? 0) - 1 }, rest)),
        leastOwed(left, rest),
      );
    };
    fc.assert(
      fc.property(amounts, amounts, (earmarked, used) => {
        expect(shortfall(earmarked, used, 0, { links: LINKS }).owedVnd).toBe(leastOwed(earmarked, used));
      }),
      { numRuns: 60 },
    );
  });
});
