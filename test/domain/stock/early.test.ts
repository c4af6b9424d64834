import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Milli } from '#domain/quantity.ts';
import { issuedEarly } from '#domain/stock/early.ts';
import type { Factor } from '#domain/stock/factors.ts';

type Line = Parameters<typeof issuedEarly>[0][number];

const line = (month: string, item: string, unit: string, received: number, issued: number): Line => ({
  ...{ month, item, unitOfMeasure: unit },
  ...{ inMilli: (received * 1000) as Milli, outMilli: (issued * 1000) as Milli },
});
const BOX: Factor = { item: 'Mì', from: 'thùng', to: 'gói', factorMilli: 30_000 as Milli };
const told = (lines: readonly Line[], factors: readonly Factor[] = []) =>
  issuedEarly(lines, factors).map(
    ({ month, item, unitOfMeasure, shortMilli }) => `${month} ${item} ${shortMilli / 1000} ${unitOfMeasure}`,
  );

describe('goods issued before they were received', () => {
  it.each<[string, Line[], Factor[], string[]]>([
    [
      'are told by the month at whose end most was missing',
      [
        line('2024-01', 'Gạo', 'kg', 0, 50),
        line('2024-02', 'gạo', 'Kg', 10, 30),
        line('2024-03', 'Gạo', 'kg', 90, 0),
      ],
      [],
      ['2024-02 Gạo 70 Kg'],
    ],
    [
      'whatever the order in which files tell of them',
      [line('2024-03', 'Gạo', 'kg', 50, 0), line('2024-01', 'Gạo', 'kg', 0, 50)],
      [],
      ['2024-01 Gạo 50 kg'],
    ],
    ['are not told within a month', [line('2024-01', 'Gạo', 'kg', 50, 50)], [], []],
    [
      'are not told where nothing of them came later: they are short in all',
      [line('2024-01', 'Gạo', 'kg', 0, 50), line('2024-02', 'Gạo', 'kg', 0, 5)],
      [],
      [],
    ],
    [
      'are told where some of them came later',
      [line('2024-01', 'Gạo', 'kg', 0, 50), line('2024-02', 'Gạo', 'kg', 20, 0)],
      [],
      ['2024-01 Gạo 50 kg'],
    ],
    [
      'are told of each unit of measure',
      [
        line('2024-01', 'Mì', 'gói', 0, 30),
        line('2024-01', 'Mì', 'thùng', 1, 0),
        line('2024-02', 'Mì', 'gói', 30, 0),
      ],
      [],
      ['2024-01 Mì 30 gói'],
    ],
    [
      'are not told where another unit covers them by a recorded factor',
      [
        line('2024-01', 'Mì', 'gói', 0, 30),
        line('2024-01', 'Mì', 'thùng', 1, 0),
        line('2024-02', 'Mì', 'gói', 30, 0),
      ],
      [BOX],
      [],
    ],
    [
      'are told by what it does not cover',
      [
        line('2024-01', 'Mì', 'gói', 0, 31),
        line('2024-01', 'Mì', 'thùng', 1, 0),
        line('2024-02', 'Mì', 'gói', 30, 0),
      ],
      [BOX],
      ['2024-01 Mì 1 gói'],
    ],
  ])('%s', (_, lines, factors, expected) => {
    expect(told(lines, factors)).toEqual(expected);
  });

  it('are told when and only when some month ends further below zero than the last', () => {
    const month = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(fc.array(month, { maxLength: 8 }), (moves) => {
        const lines = moves.map(([of, received, issued]) =>
          line(`2024-0${of}`, 'Gạo', 'kg', received, issued),
        );
        const left = (until: number) =>
          moves.reduce((sum, [of, received, issued]) => (of <= until ? sum + received - issued : sum), 0);
        const lowest = Math.min(0, ...[1, 2, 3, 4, 5, 6].map(left));
        const found = issuedEarly(lines, []);
        if (lowest < Math.min(0, left(6))) expect(found).toMatchObject([{ shortMilli: -lowest * 1000 }]);
        else expect(found).toEqual([]);
      }),
    );
  });
});
