import { describe } from 'vitest';
import { entry, K, line, table } from './rows.ts';

describe('same document and amount', () => {
  table([
    {
      name: 'case and spaces of a document number do not matter',
      lines: [line(1, 1, 200 * K, { reference: 'ft 24a-1' })],
      entries: [entry(1, 20, 200 * K, { documentNo: 'FT24A-1 ' })],
      found: ['1=1 EXACT SAME_DOCUMENT'],
    },
    {
      name: 'leading zeros do: it is text',
      lines: [line(1, 1, 200 * K, { reference: '0074' })],
      entries: [entry(1, 20, 200 * K, { documentNo: '74' })],
      found: [],
    },
    {
      name: '31 days apart is the most',
      lines: [line(1, 1, 200 * K, { reference: 'A1' }), line(2, 1, 300 * K, { reference: 'A2' })],
      entries: [entry(1, 32, 200 * K, { documentNo: 'A1' }), entry(2, 33, 300 * K, { documentNo: 'A2' })],
      found: ['1=1 EXACT SAME_DOCUMENT'],
    },
    {
      name: 'a repeated number is paired within its day first, then in order of days',
      lines: [1, 2, 3].map((day) => line(day, day, 200 * K, { reference: '01' })),
      entries: [3, 4, 5].map((day) => entry(day, day, 200 * K, { documentNo: '01' })),
      found: [4, 5, 3].map((row, i) => `${i + 1}=${row} EXACT SAME_DOCUMENT_REPEATED`),
    },
    {
      name: 'a dash or nothing is no document number',
      lines: [line(1, 1, 200 * K, { reference: '-' }), line(2, 1, 300 * K, { reference: '' })],
      entries: [entry(1, 9, 200 * K, { documentNo: '-' }), entry(2, 9, 300 * K, { documentNo: '' })],
      found: [],
    },
    {
      name: 'the same number with the other sign is another thing',
      lines: [line(1, 1, 200 * K, { reference: '01' })],
      entries: [entry(1, 1, -200 * K, { documentNo: '01' })],
      found: [],
    },
  ]);
});

describe('same amount and like text', () => {
  const [an, binh] = ['Nguyễn Văn An', 'Trần Thị Bình'];
  table([
    {
      name: 'who gave stands in the narrative, without accents and among what every transfer says',
      lines: [
        line(1, 1, 200 * K, { text: 'MBVCB.123.TRAN THI BINH ung ho dong bao.CT tu 99' }),
        line(2, 1, 200 * K, { text: 'NGUYEN VAN AN chuyen tien ung ho' }),
      ],
      entries: [entry(1, 2, 200 * K, { text: an }), entry(2, 4, 200 * K, { text: binh })],
      found: ['1=2 STRONG WHOLE_TEXT', '2=1 STRONG WHOLE_TEXT'],
    },
    {
      name: 'four days are too many',
      lines: [line(1, 1, 200 * K, { text: 'NGUYEN VAN AN chuyen tien' })],
      entries: [entry(1, 5, 200 * K, { text: an })],
      found: [],
    },
    {
      name: 'who gave is enough, whatever was noted behind it',
      lines: [
        line(1, 1, 200 * K, { text: 'NGUYEN VAN AN chuyen tien' }),
        line(2, 1, 200 * K, { text: 'LE VAN CHI chuyen tien' }),
      ],
      entries: [entry(1, 1, 200 * K, { text: `${an}\ntổ dân phố 5` })],
      found: ['1=1 STRONG WHOLE_TEXT'],
    },
    {
      name: 'what every transfer says is no text: of two equal lines none is taken',
      lines: [1, 2].map((row) => line(row, 1, 200 * K, { text: 'ung ho dong bao bi bao lut' })),
      entries: [entry(1, 1, 200 * K, { text: 'Ủng hộ đồng bào bị bão lụt' })],
      found: [],
    },
    {
      name: 'half of a name is nobody',
      lines: [1, 2].map((row) => line(row, 1, 200 * K, { text: `NGUYEN VAN ${row === 1 ? 'BA' : 'TU'} ck` })),
      entries: [entry(1, 1, 200 * K, { text: an })],
      found: [],
    },
    {
      name: 'the document number of the ledger stands in the narrative',
      lines: [
        line(1, 1, 200 * K, { text: 'ung ho bao lu UP2820182' }),
        line(2, 1, 200 * K, { text: 'ung ho bao lu UP9999999' }),
      ],
      entries: [entry(1, 1, 200 * K, { documentNo: 'UP9999999' })],
      found: ['2=1 STRONG DOCUMENT_IN_TEXT'],
    },
    {
      name: 'most words of a long text, in another order',
      lines: [
        line(1, 1, 200 * K, { text: 'truong tieu hoc Hoa Mai, lop 5B, co giao Lan' }),
        line(2, 1, 200 * K, { text: 'truong tieu hoc Hoa Sen' }),
      ],
      entries: [entry(1, 1, 200 * K, { text: 'Cô giáo Lan - trường tiểu học Hoa Mai lớp 5A' })],
      found: ['1=1 STRONG MOST_WORDS'],
    },
    {
      name: 'the same text several times is paired within its day first, then in order of days',
      lines: [1, 2].map((day) => line(day, day, 200 * K, { text: 'NGUYEN VAN AN ck' })),
      entries: [entry(1, 2, 200 * K, { text: an }), entry(2, 3, 200 * K, { text: an })],
      found: ['1=2 STRONG WHOLE_TEXT_REPEATED', '2=1 STRONG WHOLE_TEXT_REPEATED'],
    },
  ]);
});

describe('same amount and day', () => {
  const many = <T>(count: number, make: (row: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i + 1));
  table([
    {
      name: 'one and one',
      lines: [line(1, 1, 200 * K)],
      entries: [entry(1, 1, 200 * K)],
      found: ['1=1 LIKELY ONLY_ONE_OF_DAY'],
    },
    {
      name: 'as many equal gifts on both sides are as many gifts',
      lines: many(3, (row) => line(row, 1, 200 * K)),
      entries: many(3, (row) => entry(row, 1, 200 * K)),
      found: [1, 2, 3].map((row) => `${row}=${row} LIKELY EQUAL_GIFTS_OF_DAY`),
    },
    {
      name: 'more on one side: which is missing is not known',
      lines: many(3, (row) => line(row, 1, 200 * K)),
      entries: many(2, (row) => entry(row, 1, 200 * K)),
      found: [],
    },
    {
      name: 'three days apart, and no other of the amount near',
      lines: [line(1, 1, 200 * K), line(2, 11, 200 * K)],
      entries: [entry(1, 4, 200 * K)],
      found: ['1=1 LIKELY ONLY_ONE_NEAR'],
    },
    {
      name: 'another of the amount near either of them is doubt',
      lines: [line(1, 1, 200 * K), line(2, 7, 200 * K)],
      entries: [entry(1, 4, 200 * K)],
      found: [],
    },
    {
      name: 'cash did not pass through the bank',
      lines: [line(1, 1, 200 * K, { reference: 'PT-1', text: 'Nguyen Van An' })],
      entries: [entry(1, 1, 200 * K, { documentNo: 'PT-1', text: 'Nguyễn Văn An', cash: true })],
      found: [],
    },
    {
      name: 'nothing is no amount to go by, even with a document',
      lines: [line(1, 1, 0, { reference: 'PT-1' })],
      entries: [entry(1, 1, 0, { documentNo: 'PT-1' })],
      found: [],
    },
  ]);
});
