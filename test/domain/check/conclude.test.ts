import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateOrder, NumberStyle, Overrides } from '#domain/parse/reading.ts';
import { bookOf, inferred, readTable, rulesOf } from './read.ts';

const HEADING = 'Ngày;Người ủng hộ;Số tiền;Hiện vật;Số lượng;ĐVT;Trị giá\n';
/** A line for each amount. */
const amounts = (texts: readonly string[], heading = HEADING) =>
  heading + texts.map((text, i) => `05/03/2024;Công ty Ví Dụ ${i};${text};;;;\n`).join('');
/** A line for each quantity. */
const quantities = (texts: readonly string[]) =>
  HEADING + texts.map((text) => `05/03/2024;Công ty Ví Dụ;;Gạo;${text};kg;\n`).join('');

async function styleOf(text: string, column: string, overrides: Overrides = {}) {
  const { reading } = await readTable(text, overrides);
  return reading?.plan.styles[column];
}

describe('the sign between thousands of a column', () => {
  it.each<[texts: string[], style: NumberStyle, sumVnd: number]>([
    [['1.234.567', '500'], 'dot', 1_235_067],
    [['1.500', '500'], 'dot', 2_000],
    [['1,234,567', '500'], 'comma', 1_235_067],
    [['1,500', '2,000'], 'comma', 3_500],
    [['1,500.00', '2'], 'comma', 1_502],
    [['1.500,00', '2'], 'dot', 1_502],
    [['500', '1 500'], 'dot', 2_000],
    [['2.5 tỷ', '1,500'], 'comma', 2_500_001_500],
    [['2,5 tỷ', '1.500'], 'dot', 2_500_001_500],
    [['1,500', '1.200 triệu', '2.5 triệu'], 'comma', 3_701_500],
  ])('%j is a %s', async (texts, style, sumVnd) => {
    const outcome = await readTable(amounts(texts));
    expect(outcome.reading?.plan.styles.amount_vnd).toBe(style);
    expect(bookOf(outcome).acceptedVnd).toBe(sumVnd);
  });

  it('is what its cells say, not one slip of the pen among them', async () => {
    const outcome = await readTable(amounts(['1,500', '2,000', '12.5', '3,000']));
    expect(outcome.reading?.plan.styles.amount_vnd).toBe('comma');
    expect(outcome.refusal).toBeUndefined();
    expect(rulesOf(outcome)).toEqual(['AMOUNT_FRACTION']);
  });

  it('is never guessed where cells prove both: refused with the two rows', async () => {
    const { refusal } = await readTable(amounts(['500', '1,500', '700', '1.234.567', '2,000,000']));
    expect(refusal).toEqual([
      {
        rule: 'NUMBERS_MIXED',
        severity: 'error',
        count: 1,
        column: 'Số tiền (đồng)',
        rows: [3, 5],
        params: { rowDot: 5, rowComma: 3 },
        value: '1.234.567 | 1,500',
        places: [
          { row: 3, value: '1,500' },
          { row: 5, value: '1.234.567' },
        ],
      },
    ]);
  });

  it('is concluded over the whole file, the last row too', async () => {
    const many = Array.from({ length: 500 }, () => '1.500');
    expect((await readTable(amounts([...many, '1,500,000']))).refusal).toMatchObject([
      { rule: 'NUMBERS_MIXED', rows: [2, 502] },
    ]);
  });

  it('is each column’s own, where each proves its own', async () => {
    const text = `${HEADING}05/03/2024;A;1.500.000;Gạo;70.5;kg;\n05/03/2024;B;1.500.000;Gạo;1.200;kg;\n`;
    const { reading, table } = await readTable(text);
    expect(reading?.plan.styles).toMatchObject({ amount_vnd: 'dot', quantity: 'comma' });
    expect(table?.of === 'book' && table.report.sums.goods).toMatchObject([{ inMilli: 71_700 }]);
  });

  it.each<[text: string, style: NumberStyle]>([
    [`${HEADING}05/03/2024;A;1.500.000;Gạo;1.200;kg;\n`, 'dot'],
    [`${HEADING}05/03/2024;A;1,500,000;Gạo;1.200;kg;\n`, 'comma'],
    [`${HEADING}05/03/2024;A;;Gạo;1.200;kg;1,500,000\n`, 'comma'],
  ])('is taken from the other columns where a column proves none', async (text, style) => {
    expect(await styleOf(text, 'quantity')).toBe(style);
    expect(rulesOf(await readTable(text))).not.toContain('NUMBERS_ASSUMED');
  });

  it('of quantities that nothing tells is assumed, and it is said', async () => {
    const outcome = await readTable(quantities(['5', '1.200', '2.400']));
    expect(outcome.reading?.plan.styles.quantity).toBe('dot');
    expect(bookOf(outcome).sums.goods).toMatchObject([{ inMilli: 3_605_000 }]);
    expect(bookOf(outcome).issues).toMatchObject([
      { rule: 'NUMBERS_ASSUMED', severity: 'warning', count: 2, column: 'Số lượng', rows: [3] },
    ]);
  });

  it('of quantities with one sign as a decimal is proven by it', async () => {
    const outcome = await readTable(quantities(['70.1', '1.200']));
    expect(bookOf(outcome).sums.goods).toMatchObject([{ inMilli: 71_300 }]);
    expect(rulesOf(outcome)).toEqual([]);
  });
});

describe('amounts in thousands or millions', () => {
  const MILLIONS = HEADING.replace('Số tiền', 'Số tiền (triệu đồng)');

  it('with three digits behind are not guessed at: a thousandfold error', async () => {
    const { refusal } = await readTable(amounts(['5', '1.500', '2.000'], MILLIONS));
    expect(refusal).toMatchObject([
      { rule: 'NUMBERS_AMBIGUOUS', column: 'Số tiền (đồng)', count: 2, rows: [3], value: '1.500' },
    ]);
  });

  it.each<[texts: string[], sumVnd: number]>([
    [['2,5', '1.500'], 1_502_500_000],
    [['2.5', '1.500'], 4_000_000],
    [['1.234.567', '1.500'], 1_236_067_000_000],
    [['25', '7'], 32_000_000],
  ])('%j are clear', async (texts, sumVnd) => {
    expect(bookOf(await readTable(amounts(texts, MILLIONS))).acceptedVnd).toBe(sumVnd);
  });

  it('are clear once another column, or a person, says how figures are written', async () => {
    const beside = `${MILLIONS}05/03/2024;A;1.500;Gạo;70,5;kg;\n`;
    expect(bookOf(await readTable(beside)).acceptedVnd).toBe(1_500_000_000);
    const said = await readTable(amounts(['1.500'], MILLIONS), { numbers: { amount_vnd: 'comma' } });
    expect(bookOf(said).acceptedVnd).toBe(1_500_000);
  });

  it('beside a unit written in the cells is the cells’ own', async () => {
    expect((await readTable(amounts(['1.500 triệu', '2.000 triệu']))).refusal).toMatchObject([
      { rule: 'NUMBERS_AMBIGUOUS', count: 2 },
    ]);
    expect(bookOf(await readTable(amounts(['1.500 triệu', '500.000']))).acceptedVnd).toBe(1_500_500_000);
  });

  it.each<[name: string, title: string, heading: string, factor: number]>([
    ['the heading', '', 'Số tiền (nghìn đồng)', 1_000],
    ['a title', 'ĐVT: triệu đồng;;;;;;\n', 'Số tiền', 1_000_000],
    ['both, alike', 'ĐVT: triệu đồng;;;;;;\n', 'Số tiền (triệu đồng)', 1_000_000],
  ])('are said to be so by %s', async (_name, title, heading, factor) => {
    const text = amounts(['5', '7'], title + HEADING.replace('Số tiền', heading));
    const outcome = await readTable(text);
    expect(bookOf(outcome).acceptedVnd).toBe(12 * factor);
    expect(inferred(outcome, 'multiplier')[0]).toMatchObject({ column: 'amount_vnd', value: String(factor) });
  });

  it('are refused where title and heading differ, until a person says which', async () => {
    const text = amounts(
      ['5'],
      `ĐVT: triệu đồng;;;;;;\n${HEADING.replace('Số tiền', 'Số tiền (nghìn đồng)')}`,
    );
    expect((await readTable(text)).refusal).toMatchObject([
      {
        rule: 'UNIT_CONFLICT',
        column: 'Số tiền (đồng)',
        rows: [1],
        params: { heading: 'Số tiền (nghìn đồng)' },
      },
    ]);
    const said = await readTable(text, { multipliers: { amount_vnd: 1_000 } });
    expect(bookOf(said).acceptedVnd).toBe(5_000);
  });
});

describe('what a person says of figures', () => {
  it('wins over what their cells show, and mixed cells are then read one way', async () => {
    const mixed = amounts(['1,500,000', '1.500', '500']);
    const outcome = await readTable(mixed, { numbers: { amount_vnd: 'comma' } });
    expect(outcome.refusal).toBeUndefined();
    expect(bookOf(outcome)).toMatchObject({ acceptedVnd: 1_500_500, rows: { quarantined: 1 } });
    expect(inferred(outcome, 'numbers')).toMatchObject([
      { value: 'comma', overridden: true, agreeing: 1, of: 3 },
    ]);
  });

  it('multiplies what no heading multiplies', async () => {
    const outcome = await readTable(amounts(['5']), { multipliers: { amount_vnd: 1_000_000 } });
    expect(bookOf(outcome).acceptedVnd).toBe(5_000_000);
  });
});

describe('the order of day and month', () => {
  const days = (texts: readonly string[]) => `Ngày;Số tiền\n${texts.map((text) => `${text};5\n`).join('')}`;

  it.each<[texts: string[], order: DateOrder]>([
    [['05/03/2024', '06/03/2024'], 'dmy'],
    [['25/03/2024', '06/03/2024'], 'dmy'],
    [['03/25/2024', '03/26/2024', '03/06/2024'], 'mdy'],
    [['03/25/2024', '25/03/2024', '03/26/2024'], 'dmy'],
    [['03/25/2024', ...Array.from({ length: 20 }, () => '05/03/2024')], 'dmy'],
    [['2024-03-25', '03/06/2024'], 'dmy'],
    [['03/06/2024', '04/06/2024', '03/25/2024'], 'dmy'],
  ])('%j is %s: the month first only with proof', async (texts, order) => {
    const { reading } = await readTable(days(texts));
    expect(reading?.plan.dates).toBe(order);
  });

  it('proves nothing without a year, and comes to rest', async () => {
    const us = ['03/25/2024', '03/26/2024'];
    for (const texts of [['1/13'], ['05/03/2024', '1/13'], ['13/1', ...us], ['1/13', ...us]]) {
      const { reading } = await readTable(days(texts));
      expect(reading?.plan.dates).toBe(texts.includes('03/25/2024') ? 'mdy' : 'dmy');
    }
  });

  it('once proven holds for all its days', async () => {
    const outcome = await readTable(days(['03/25/2024', '03/26/2024', '03/06/2024']));
    expect(bookOf(outcome).sums.days.map(({ date }) => date)).toEqual([
      '2024-03-06',
      '2024-03-25',
      '2024-03-26',
    ]);
  });

  it('is what a person says', async () => {
    const outcome = await readTable(days(['05/03/2024']), { dates: 'mdy' });
    expect(bookOf(outcome).sums.days[0]?.date).toBe('2024-05-03');
    expect(inferred(outcome, 'dates')).toMatchObject([{ value: 'mdy', overridden: true }]);
  });
});

describe('the period named above a table', () => {
  const titled = (title: string) => `${title};\nNgày;Số tiền\n05/03/2024;5\n`;

  it.each([
    ['Từ ngày 01/01/2024 đến ngày 31/12/2024', []],
    ['Năm 2024', []],
    ['Từ ngày 01/01/2024 đến ngày 30/06/2024', ['PERIOD_DIFFERS']],
  ])('%j is compared with the declared one', async (title, rules) => {
    expect(rulesOf(await readTable(titled(title)))).toEqual(rules);
  });
});

describe('a conclusion', () => {
  it('is the same whatever order the rows stand in', async () => {
    const cell = fc.constantFrom(
      '500',
      '1.500',
      '1,500',
      '1.234.567',
      '1,234,567',
      '2,5',
      '2.5',
      '5tr5',
      '1.200 triệu',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async (texts) => {
        const there = await readTable(amounts(texts));
        const back = await readTable(amounts(texts.toReversed()));
        expect(back.reading?.plan.styles).toEqual(there.reading?.plan.styles);
        expect(rulesOf(back).toSorted()).toEqual(rulesOf(there).toSorted());
        expect(back.table?.of === 'book' && back.table.report.acceptedVnd).toBe(
          there.table?.of === 'book' && there.table.report.acceptedVnd,
        );
      }),
      { numRuns: 200 },
    );
  });
});
