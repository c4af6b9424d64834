import { describe, expect, it } from 'vitest';
import { vnd } from '#domain/money.ts';
import { Collector } from '#domain/validate/collector.ts';

describe('what is wrong in more ways than anybody can read', () => {
  it('is one issue from the two hundred and first on, with its count', () => {
    const collector = new Collector();
    for (let row = 2; row < 100_002; row += 1) {
      collector.add('BALANCE_BREAK', { row, differenceVnd: vnd(row), amountVnd: vnd(row) });
    }
    const { issues } = collector;
    expect(issues).toHaveLength(201);
    expect(issues.reduce((sum, { count }) => sum + count, 0)).toBe(100_000);
    expect(issues.at(-1)).toMatchObject({ count: 100_000 - 200, differenceVnd: 202, actualVnd: 202 });
    expect(issues.at(-1)?.rows?.length).toBe(20);
  });

  it('leaves known issues what they are', () => {
    const collector = new Collector();
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 300; i += 1) collector.add('CODE_UNKNOWN', { row: i, column: `c${i}` });
    }
    expect(collector.issues.map(({ count }) => count)).toEqual([...new Array<number>(200).fill(2), 200]);
  });
});
