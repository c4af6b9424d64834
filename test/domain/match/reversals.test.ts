import { describe, expect, it } from 'vitest';
import { matchLines } from '#domain/match/match.ts';
import { entry, K, line, lineRef, table } from './rows.ts';

describe('what takes itself back', () => {
  table([
    {
      name: 'a debit and the credit that returns it',
      lines: [
        line(1, 1, -500 * K, { text: 'chi ho tro' }),
        line(2, 60, 500 * K, { text: 'Hoàn trả lệnh chi' }),
      ],
      entries: [],
      found: ['1+2= REVERSAL LINE_TAKEN_BACK'],
    },
    {
      name: 'the same reference says it too',
      lines: [line(1, 1, 500 * K, { reference: 'X9' }), line(2, 2, -500 * K, { reference: 'x9' })],
      entries: [],
      found: ['1+2= REVERSAL LINE_TAKEN_BACK'],
    },
    {
      name: 'not after 61 days, nor of another account, nor without a word of it',
      lines: [
        ...[line(1, 1, -500 * K), line(2, 62, 500 * K, { text: 'hoan tra' })],
        ...[line(3, 1, -600 * K), line(4, 2, 600 * K, { text: 'hoan tra', account: '200' })],
        ...[line(5, 1, -700 * K), line(6, 2, 700 * K, { text: 'ung ho' })],
      ],
      entries: [],
      found: [],
    },
    {
      name: 'people called Hoàn, Huy and Đào return nothing',
      lines: ['Nguyen Van Huy', 'Dao Thi Hoan'].flatMap((text, i) => [
        line(2 * i + 1, 1, -(5 + i) * K),
        line(2 * i + 2, 2, (5 + i) * K, { text }),
      ]),
      entries: [],
      found: [],
    },
    {
      name: 'a return takes the nearest before it',
      lines: [line(1, 1, -500 * K), line(2, 5, -500 * K), line(3, 6, 500 * K, { text: 'REFUND' })],
      entries: [],
      found: ['2+3= REVERSAL LINE_TAKEN_BACK'],
    },
    {
      name: 'within a day the newest may stand first',
      lines: [line(1, 1, 500 * K, { text: 'tra lai' }), line(2, 1, -500 * K)],
      entries: [],
      found: ['1+2= REVERSAL LINE_TAKEN_BACK'],
    },
    {
      name: 'an entry that takes another back, by its number or its text',
      lines: [],
      entries: [
        ...[entry(1, 1, 500 * K, { documentNo: 'PT1' }), entry(2, 9, -500 * K, { documentNo: 'PT1' })],
        ...[entry(3, 1, 600 * K, { text: 'Lê Thị Chi' }), entry(4, 9, -600 * K, { text: 'LE THI CHI' })],
        ...[entry(5, 1, 700 * K, { text: 'Lê Thị Chi' }), entry(6, 9, -700 * K, { text: 'Bùi Văn Dũng' })],
      ],
      found: ['=1+2 REVERSAL ENTRY_TAKEN_BACK', '=3+4 REVERSAL ENTRY_TAKEN_BACK'],
    },
  ]);

  it('a return of what is booked as spent is named with what the ledger lacks, once for each debit', () => {
    const paid = line(1, 1, -500 * K, { reference: 'UNC1' });
    const returned = [2, 3].map((row) => line(row, row, 500 * K, { text: 'Hoan tra UNC1' }));
    const { matches, unmatchedLines } = matchLines(
      [paid, ...returned],
      [entry(1, 1, -500 * K, { documentNo: 'UNC1' })],
      [],
    );
    expect(matches[1]).toEqual({
      lines: [lineRef(2)],
      entries: [],
      level: 'REVERSAL',
      confidence: 70,
      because: 'REFUND_NOT_BOOKED',
      differenceVnd: 500 * K,
    });
    expect(unmatchedLines).toEqual([lineRef(3)]);
  });
});
