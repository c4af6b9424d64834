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

  it('is one issue of each rule once all texts together are too long for one record', () => {
    const collector = new Collector();
    const long = (row: number) => ({
      row,
      column: 'c',
      params: { candidates: `${row} ${'x'.repeat(1500)}` },
    });
    for (let row = 2; row < 102; row += 1) {
      collector.add('COMMUNE_AMBIGUOUS', long(row));
      collector.add('COMMUNE_OTHER_DATE', long(row));
      collector.add('CODE_UNKNOWN', { row, column: 'c' });
    }
    const { issues } = collector;
    expect(issues.length).toBeLessThan(75);
    expect(JSON.stringify(issues).length).toBeLessThan(130_000);
    const counted = Map.groupBy(issues, ({ rule }) => rule);
    for (const own of counted.values()) expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  });

  it('leaves known issues what they are', () => {
    const collector = new Collector();
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 300; i += 1) collector.add('CODE_UNKNOWN', { row: i, column: `c${i}` });
    }
    expect(collector.issues.map(({ count }) => count)).toEqual([...new Array<number>(200).fill(2), 200]);
  });
});
