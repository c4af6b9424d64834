import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { type AllocationLine, type FunnelBook, funnelOf } from '#domain/transfer/funnel.ts';
import type { UnitId } from '#domain/units/unit.ts';

let rows = 0;
const line = (
  stage: AllocationLine['stage'],
  amount: number,
  more: { date?: string; round?: string; to?: string } = {},
): AllocationLine => {
  rows += 1;
  return {
    stage,
    date: (more.date ?? '2025-11-01') as IsoDate,
    amountVnd: vnd(amount),
    ...(more.round !== undefined && { round: more.round }),
    ...(more.to !== undefined && { to: more.to as UnitId }),
    digest: 'b'.repeat(64) as Sha256,
    row: rows,
  };
};
const book = (
  received: number,
  uses = 0,
  sentRounds: Record<string, number> = {},
  transfersOut = 0,
): FunnelBook => ({
  receivedVnd: vnd(received),
  usesVnd: vnd(uses),
  transfersOutVnd: vnd(transfersOut),
  sentInRounds: Object.entries(sentRounds).map(([round, amount]) => ({ round, amountVnd: vnd(amount) })),
});

describe('a funnel', () => {
  it('keeps what was published late in 2025 at the centre apart, in đồng', () => {
    const funnel = funnelOf(
      [line('DANG_KY', 2_088_500_000_000), line('PHAN_BO', 833_152_000_000)],
      book(1_175_249_000_000, 0, {}, 833_152_000_000),
    );
    expect(funnel).toEqual({
      pledgedVnd: 2_088_500_000_000,
      receivedVnd: 1_175_249_000_000,
      allocatedVnd: 833_152_000_000,
      disbursedVnd: 0,
      sentVnd: 833_152_000_000,
      rounds: [],
      sentUnallocated: [],
    });
  });

  it('has no stage that nobody handed in, and has one of zero that somebody did', () => {
    expect(funnelOf([], book(5))).not.toHaveProperty('pledgedVnd');
    expect(funnelOf([], book(5))).not.toHaveProperty('allocatedVnd');
    expect(funnelOf([line('DANG_KY', 0), line('PHAN_BO', 0)], book(5))).toMatchObject({
      pledgedVnd: 0,
      allocatedVnd: 0,
    });
  });

  it('counts what was sent down beside what was disbursed, never in it', () => {
    expect(funnelOf([], book(100, 30, {}, 60))).toMatchObject({ disbursedVnd: 30, sentVnd: 60 });
  });

  it.each([
    [99, undefined],
    [100, undefined],
    [101, 1],
  ])(
    'of 100 at hand and %i allocated says by how much it is too much, whether received, from above or carried forward',
    (allocated, over) => {
      expect(funnelOf([line('PHAN_BO', allocated)], book(100)).overAllocatedVnd).toBe(over);
      const hand = { ...book(20), fromAboveVnd: vnd(30), openingVnd: vnd(50) };
      expect(funnelOf([line('PHAN_BO', allocated)], hand)).toMatchObject({ receivedVnd: 20 });
      expect(funnelOf([line('PHAN_BO', allocated)], hand).overAllocatedVnd).toBe(over);
    },
  );
});

describe('lines of days that the book does not hold', () => {
  const lines = [
    line('PHAN_BO', 30, { round: '1', date: '2025-10-31' }),
    line('PHAN_BO', 50, { round: '1', date: '2025-11-01' }),
    line('PHAN_BO', 70, { round: '2', date: '2025-11-02' }),
    line('DANG_KY', 900, { date: '2025-11-01' }),
  ];
  const held = (until: string | undefined) =>
    funnelOf(lines, { ...book(20, 0, { 'Đợt 1': 30, 'đợt 2': 5 }), heldUntil: until as IsoDate });

  it('are in no figure, and counted', () => {
    expect(held('2025-10-31')).toMatchObject({
      pledgedVnd: 0,
      allocatedVnd: 30,
      overAllocatedVnd: 10,
      rounds: [{ round: '1', allocatedVnd: 30, sentVnd: 30, differenceVnd: 0 }],
      laterRows: 3,
    });
    expect(held('2025-11-01')).toMatchObject({ pledgedVnd: 900, allocatedVnd: 80, laterRows: 1 });
  });

  it('are an allocation that was handed in: what was sent of that round before its day is not without one', () => {
    expect(held('2025-10-31').sentUnallocated).toEqual([]);
  });

  it.each(['2025-11-02', undefined])('there are none until %s', (until) => {
    expect(held(until)).not.toHaveProperty('laterRows');
    expect(held(until)).toMatchObject({ allocatedVnd: 150, rounds: [{ round: '1' }, { round: '2' }] });
  });
});

describe('a round', () => {
  it('is one however it is written, here and where it was sent, and shown as the first in order', () => {
    const lines = [
      line('PHAN_BO', 10, { round: 'ĐỢT I' }),
      line('PHAN_BO', 20, { round: '1', date: '2025-10-01' }),
      line('PHAN_BO', 5, { round: 'Đợt 10' }),
      line('PHAN_BO', 7, { round: 'Đợt 1/2025' }),
    ];
    const { rounds, sentUnallocated } = funnelOf(
      lines,
      book(100, 0, { 'Đợt phân bổ số 1': 12, 'đợt 01': 18, 'Đợt X': 5, 'đợt 2': 1, 'Đợt II': 3 }),
    );
    expect(
      rounds.map(({ round, date, allocatedVnd, sentVnd }) => [round, date, allocatedVnd, sentVnd]),
    ).toEqual([
      ['1', '2025-10-01', 30, 30],
      ['Đợt 1/2025', '2025-11-01', 7, 0],
      ['Đợt 10', '2025-11-01', 5, 5],
    ]);
    expect(sentUnallocated).toEqual([{ round: 'Đợt II', sentVnd: 4 }]);
  });

  it('has its first day, what it gives, what was sent, the difference and its receivers after corrections', () => {
    const lines = [
      line('PHAN_BO', 30, { round: 'đợt 10', to: '48', date: '2025-11-20' }),
      line('PHAN_BO', 10, { round: 'đợt 2', to: '48', date: '2025-11-05' }),
      line('PHAN_BO', 20, { round: 'đợt 2', to: '66', date: '2025-11-03' }),
      line('PHAN_BO', 5, { round: 'đợt 2', to: '51', date: '2025-11-03' }),
      line('PHAN_BO', -5, { round: 'đợt 2', to: '51', date: '2025-11-04' }),
      line('PHAN_BO', 7, { round: 'đợt 2', date: '2025-11-30' }),
      line('PHAN_BO', 1),
      line('DANG_KY', 900, { round: 'đợt 2', date: '2025-10-01' }),
    ];
    const funnel = funnelOf(lines, book(100, 0, { 'đợt 2': 30, 'đợt 9': 4, 'đợt 0': 0 }));
    expect(funnel.allocatedVnd).toBe(68);
    expect(funnel.rounds).toEqual([
      { round: 'đợt 2', date: '2025-11-03', allocatedVnd: 37, sentVnd: 30, differenceVnd: -7, receivers: 2 },
      { round: 'đợt 10', date: '2025-11-20', allocatedVnd: 30, sentVnd: 0, differenceVnd: -30, receivers: 1 },
    ]);
    expect(funnel.sentUnallocated).toEqual([{ round: 'đợt 9', sentVnd: 4 }]);
  });

  it('does not depend on the order of lines, and rounds and lines without one make up what was allocated', () => {
    const lines = fc.array(
      fc
        .record({
          amount: fc.integer({ min: -5, max: 50 }),
          round: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
          to: fc.option(fc.constantFrom('48', '66'), { nil: undefined }),
          day: fc.constantFrom('2025-11-01', '2025-11-02', '2025-11-03'),
        })
        .map(({ amount, round, to, day }) =>
          line('PHAN_BO', amount, {
            date: day,
            ...(round !== undefined && { round }),
            ...(to !== undefined && { to }),
          }),
        ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(lines, (list) => {
        const funnel = funnelOf(list, book(10));
        expect(funnelOf([...list].reverse(), book(10))).toEqual(funnel);
        const loose = list.filter(({ round }) => round === undefined);
        const inRounds = funnel.rounds.reduce((all, { allocatedVnd }) => all + allocatedVnd, 0);
        expect(inRounds + loose.reduce((all, { amountVnd }) => all + amountVnd, 0)).toBe(funnel.allocatedVnd);
      }),
    );
  });
});
