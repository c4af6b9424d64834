import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapLimited } from '#handlers/shell/limit.ts';

/** Work that takes so many turns of the event loop, one at least, and counts how many are under way. */
function counting() {
  let underWay = 0;
  let most = 0;
  const work = async (turns: number): Promise<number> => {
    underWay += 1;
    most = Math.max(most, underWay);
    for (let turn = 0; turn <= turns; turn += 1) await setImmediate();
    underWay -= 1;
    return turns * 10;
  };
  return { work, most: () => most };
}

describe('mapping with a limit', () => {
  it('keeps the order and the limit, whatever each call takes', async () => {
    const cases = fc.asyncProperty(
      fc.array(fc.nat(3), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (turns, limit) => {
        const { work, most } = counting();
        expect(await mapLimited(turns, limit, work)).toEqual(turns.map((n) => n * 10));
        expect(most()).toBe(Math.min(limit, turns.length));
      },
    );
    await fc.assert(cases, { numRuns: 50 });
  });

  it('throws the first failure', async () => {
    const fail = async (turns: number): Promise<never> => {
      for (let turn = 0; turn < turns; turn += 1) await setImmediate();
      throw new Error(`after ${turns}`);
    };
    await expect(mapLimited([3, 1, 2], 3, fail)).rejects.toThrow('after 1');
  });

  it('begins nothing after a failure, and leaves nothing under way behind', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = async (item: number): Promise<void> => {
      begun.push(item);
      await setImmediate();
      if (item === 0) throw new Error('stop');
      await setImmediate();
      ended.push(item);
    };
    await expect(mapLimited([0, 1, 2, 3, 4, 5], 2, work)).rejects.toThrow('stop');
    expect(begun).toEqual([0, 1]);
    expect(ended).toEqual([1]);
    await setImmediate();
    expect(begun).toEqual([0, 1]);
  });
});
