import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubmissionRecord } from '#adapters/ports.ts';
import type { Instant } from '#domain/date.ts';
import type { HistoryStep, SubmissionId } from '#domain/submission.ts';
import { type Ended, withEnd, withStep } from '#handlers/record-steps.ts';

const at = (second: number) => new Date(Date.UTC(2025, 0, 1) + second * 1000).toISOString() as Instant;
const EMPTY: SubmissionRecord = {
  id: 'x' as SubmissionId,
  state: 'RECEIVED',
  history: [],
  seenAtSeq: 0,
  handled: [],
  findings: [],
};
const finding = (rule: string) => ({ rule, severity: 'error' as const, count: 1 });

const end = (state: HistoryStep['state'], second: number, more: Partial<Ended> = {}): Ended => ({
  key: `uploads/${second}`,
  step: { state, at: at(second) },
  ...more,
});

type Change = (record: SubmissionRecord) => SubmissionRecord;
const applied = (changes: readonly Change[]) => changes.reduce((record, change) => change(record), EMPTY);

describe('a working record', () => {
  it('says the same whatever the order in which its steps were written down, and however often', () => {
    const changes: Change[] = [
      (record) => withStep(record, { state: 'RECEIVED', at: at(1) }),
      (record) => withEnd(record, end('ACCEPTED', 1, { seq: 7, findings: [finding('A')] })),
      (record) => withStep(record, { state: 'SUPERSEDED', at: at(2), because: 'digest' }),
      (record) => withStep(record, { state: 'RECEIVED', at: at(3) }),
      (record) => withEnd(record, end('DUPLICATE', 3, { seq: 7 })),
      (record) => withEnd(record, end('REJECTED', 4, { findings: [finding('B')] })),
    ];
    const { handled, ...expected } = applied(changes);
    expect(expected).toMatchObject({ state: 'SUPERSEDED', seq: 7, findings: [finding('A')] });
    expect(expected.history.map(({ state }) => state)).toEqual([
      'RECEIVED',
      'ACCEPTED',
      'SUPERSEDED',
      'RECEIVED',
      'DUPLICATE',
      'REJECTED',
    ]);
    const shuffled = fc.shuffledSubarray([...changes, ...changes], { minLength: 12 });
    fc.assert(
      fc.property(shuffled, (some) => {
        const { handled: keys, ...rest } = applied(some);
        expect(rest).toEqual(expected);
        expect(keys.toSorted()).toEqual(handled.toSorted());
      }),
    );
  });

  it.each([
    ['sent back, then entered', ['REJECTED', 'ACCEPTED'], 'ACCEPTED'],
    ['entered, then sent back', ['ACCEPTED_WITH_QUARANTINE', 'REJECTED'], 'ACCEPTED_WITH_QUARANTINE'],
    ['a duplicate before what it is a duplicate of', ['DUPLICATE', 'ACCEPTED'], 'ACCEPTED'],
    ['replaced before it was told to be entered', ['SUPERSEDED', 'ACCEPTED'], 'SUPERSEDED'],
    ['sent back twice', ['REJECTED', 'REJECTED'], 'REJECTED'],
  ] as const)('%s', (_, states, expected) => {
    const changes = states.map(
      (state, index) => (record: SubmissionRecord) => withEnd(record, end(state, index)),
    );
    expect(applied(changes).state).toBe(expected);
  });

  it('has the reasons of the latest refusal, and of the earliest entering', () => {
    const refused = [1, 2].map((second) => end('REJECTED', second, { findings: [finding(`R${second}`)] }));
    const entered = [
      end('ACCEPTED', 3, { seq: 9, findings: [finding('E3')] }),
      end('ACCEPTED_WITH_QUARANTINE', 4, { seq: 5, findings: [finding('E4')] }),
    ];
    const of = (ends: readonly Ended[]) =>
      applied(ends.map((one) => (record: SubmissionRecord) => withEnd(record, one)));
    expect(of(refused).findings).toEqual([finding('R2')]);
    expect(of(refused.toReversed()).findings).toEqual([finding('R2')]);
    for (const ends of [entered, entered.toReversed()]) {
      expect(of(ends)).toMatchObject({ state: 'ACCEPTED', seq: 9, findings: [finding('E3')] });
    }
  });

  it('is the very same when it knows what is told', () => {
    const known = withEnd(withStep(EMPTY, { state: 'RECEIVED', at: at(1) }), end('ACCEPTED', 1));
    expect(withEnd(known, end('ACCEPTED', 1))).toBe(known);
    expect(withStep(known, { state: 'RECEIVED', at: at(1) })).toBe(known);
  });

  it('stays small however often a file is handed in, and does not forget what became of it', () => {
    let record = EMPTY;
    const hand = (second: number, state: HistoryStep['state']) => {
      record = withStep(record, { state: 'RECEIVED', at: at(second) });
      record = withEnd(record, { ...end(state, second), key: `uploads/${'k'.repeat(150)}/${second}` });
    };
    for (let second = 0; second < 50; second++) hand(second, 'REJECTED');
    hand(50, 'ACCEPTED');
    record = withStep(record, { state: 'SUPERSEDED', at: at(51), because: 'd'.repeat(64) });
    for (let second = 52; second < 3000; second++) hand(second, 'DUPLICATE');
    expect(record.handled).toHaveLength(200);
    expect(record.handled[0]).toMatch(/\/0$/);
    expect(record.handled.at(-1)).toMatch(/\/2999$/);
    expect(record.history).toHaveLength(202);
    expect(record.history.filter(({ state }) => state === 'ACCEPTED' || state === 'SUPERSEDED')).toHaveLength(
      2,
    );
    expect(record.state).toBe('SUPERSEDED');
    expect(JSON.stringify(record).length).toBeLessThan(100_000);
  });
});
