import { describe, expect, it } from 'vitest';
import { vnd } from '#domain/money.ts';
import { renderFinding } from '#domain/rules/render.ts';
import { contextOf } from '#test/domain/validate/support.ts';
import { readPortions } from '#test/support/read-book.ts';

const BANK = 'Ngày giao dịch,Ghi có (đồng),Số dư\n';

function read(dates: readonly string[], declared: { from: string; to: string } | undefined) {
  const rows = dates.map((date, i) => `${date},100,${(i + 1) * 100}\n`);
  const { period: _, ...known } = contextOf();
  const context = declared === undefined ? known : contextOf(declared);
  const overrides = {};
  return readPortions([Buffer.from(BANK + rows.join(''))], { kind: 'bankStatement', context, overrides })
    .outcome;
}

const OCTOBER = { from: '2024-10-01', to: '2024-10-31' };

describe('a statement', () => {
  it.each<[string, readonly string[], boolean]>([
    ['of the declared month', ['03/10/2024', '25/10/2024'], true],
    ['with one line of it', ['25/09/2024', '01/10/2024'], true],
    ['with its last day alone', ['31/10/2024'], true],
    ['of the month before', ['10/09/2024', '25/09/2024'], false],
    ['of the month behind', ['01/11/2024', '25/11/2024'], false],
    ['as Excel turned its days about', ['2024-05-10', '2024-06-10'], true],
    ['beside other months, as Excel turned its day about', ['25/09/2024', '2024-05-10'], true],
    ['whose texts may be read either way', ['10/09/2024', '10/08/2024'], true],
    ['as other texts of it prove the day first', ['10/09/2024', '10/08/2024', '25/08/2024'], false],
    ['of a day that is the same either way', ['09/09/2024'], false],
  ])('%s', (_, dates, isTaken) => {
    const { refusal } = read(dates, OCTOBER);
    expect(refusal?.map(({ rule }) => rule)).toEqual(isTaken ? undefined : ['STATEMENT_OUTSIDE_PERIOD']);
  });

  it('of other days says which they are, and to declare these', () => {
    const [finding] = read(['25/09/2024', '10/09/2024'], OCTOBER).refusal ?? [];
    const told = finding && renderFinding(finding);
    expect(told?.what).toBe(
      'Các dòng của sao kê có ngày 10/09/2024 – 25/09/2024, không dòng nào thuộc kỳ đã khai 01/10/2024 – 31/10/2024.',
    );
    expect(told?.fix).toContain('Khai đúng kỳ của sao kê');
  });

  it('without a declared period is of any', () => {
    expect(read(['10/09/2024'], undefined).refusal).toBeUndefined();
  });

  it('that prints the balance on the last line of a day begins before that day', () => {
    const text = `${BANK}05/10/2024,1000000,\n05/10/2024,200000,6200000\n07/10/2024,300000,6500000\n`;
    const context = { ...contextOf(OCTOBER), openingVnd: vnd(5_000_000) };
    const { table } = readPortions([Buffer.from(text)], {
      ...{ kind: 'bankStatement', context, overrides: {} },
    }).outcome;
    expect(table?.report).toMatchObject({ openingVnd: 5_000_000, closingVnd: 6_500_000, breaks: 0 });
  });
});
