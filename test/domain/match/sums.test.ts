import { describe } from 'vitest';
import { entry, K, line, table } from './rows.ts';

describe('sums', () => {
  table([
    {
      name: 'one line is all entries of its document',
      lines: [line(1, 1, 500 * K, { reference: 'GBC-7' })],
      entries: [
        entry(1, 1, 200 * K, { documentNo: 'GBC-7' }),
        entry(2, 9, 300 * K, { documentNo: 'gbc-7', cash: true }),
      ],
      found: ['1=1+2 GROUPED DOCUMENT_ADDS_UP'],
    },
    {
      name: 'several lines are one entry of their document',
      lines: [-200 * K, -300 * K].map((amount, i) => line(i + 1, i + 1, amount, { reference: 'UNC-7' })),
      entries: [entry(1, 9, -500 * K, { documentNo: 'UNC-7' })],
      found: ['1+2=1 GROUPED DOCUMENT_ADDS_UP'],
    },
    {
      name: 'signs are not mixed: 500 is not 700 less 200',
      lines: [line(1, 1, 500 * K, { reference: 'GBC-7' })],
      entries: [700 * K, -200 * K].map((amount, i) => entry(i + 1, 1, amount, { documentNo: 'GBC-7' })),
      found: [],
    },
    {
      name: 'all entries left of a day are one line within three days',
      lines: [line(1, 4, 610 * K)],
      entries: [100, 200, 310].map((amount, i) => entry(i + 1, 1, amount * K)),
      found: ['1=1+2+3 GROUPED ENTRIES_OF_DAY_ADD_UP'],
    },
    {
      name: 'all lines left of a day, of one account, are one entry that sums the day up',
      lines: [
        ...[100, 200, 310].map((amount, i) => line(i + 1, 1, amount * K)),
        line(4, 1, 77 * K, { account: '200' }),
      ],
      entries: [entry(1, 1, 610 * K)],
      found: ['1+2+3=1 GROUPED LINES_OF_DAY_ADD_UP'],
    },
    {
      name: 'lines of a day, of all accounts, are one entry',
      lines: [line(1, 1, 100 * K), line(2, 1, 77 * K, { account: '200' })],
      entries: [entry(1, 1, 177 * K)],
      found: ['1+2=1 GROUPED LINES_OF_DAY_ADD_UP'],
    },
    {
      name: 'cash of three days within a week before is one deposit',
      lines: [line(1, 8, 610 * K)],
      entries: [100, 200, 310].map((amount, i) => entry(i + 1, i + 1, amount * K, { cash: true })),
      found: ['1=1+2+3 GROUPED CASH_DEPOSIT'],
    },
    {
      name: 'cash of eight days before is no deposit, nor is cash that comes later',
      lines: [line(1, 9, 300 * K), line(2, 1, 310 * K)],
      entries: [
        ...[100, 200].map((amount, i) => entry(i + 1, 1, amount * K, { cash: true })),
        ...[110, 200].map((amount, i) => entry(i + 3, 2, amount * K, { cash: true })),
      ],
      found: [],
    },
    {
      name: 'one receipt is a deposit where the narrative says so',
      lines: [line(1, 1, 100 * K, { text: 'NOP TIEN MAT vao tai khoan' }), line(2, 2, 200 * K)],
      entries: [100, 200].map((amount, i) => entry(i + 1, i + 1, amount * K, { cash: true })),
      found: ['1=1 GROUPED CASH_DEPOSIT'],
    },
    {
      name: 'entries in a row, within days that have more',
      lines: [line(1, 3, 610_111)],
      entries: [7_000_003, 100_100, 510_011, 9_000_007].map((amount, i) => entry(i + 1, i + 1, amount)),
      found: ['1=2+3 GROUPED ENTRIES_IN_A_ROW'],
    },
    {
      name: 'lines in a row are one entry',
      lines: [-7_000_003, -100_100, -510_011, -9_000_007].map((amount, i) => line(i + 1, i + 1, amount)),
      entries: [entry(1, 3, -610_111)],
      found: ['2+3=1 GROUPED LINES_IN_A_ROW'],
    },
    {
      name: 'a run that could be another one is none',
      lines: [line(1, 9, 300_004)],
      entries: [100_003, 200_001, 100_003].map((amount, i) => entry(i + 1, i + 3, amount)),
      found: [],
    },
    {
      name: 'a run is none where one entry alone could be the line',
      lines: [line(1, 9, 300_004)],
      entries: [300_004, 100_003, 200_001].map((amount, i) => entry(i + 1, i === 0 ? 3 : 4, amount)),
      found: [],
    },
    {
      name: 'one entry alone is no run: it is too far away to be the line',
      lines: [line(1, 9, 300_004)],
      entries: [300_004, 5_000_001].map((amount, i) => entry(i + 1, i + 3, amount)),
      found: [],
    },
    {
      name: 'a run that two lines claim is none',
      lines: [3, 4].map((day) => line(day, day, 610_111)),
      entries: [7_000_003, 100_100, 510_011, 9_000_007].map((amount, i) => entry(i + 1, i + 1, amount)),
      found: [],
    },
    {
      name: 'among many round amounts a run adds up by chance',
      lines: [line(1, 2, 2_300 * K)],
      entries: Array.from({ length: 14 }, (_, i) =>
        entry(i + 1, 1 + (i % 3), ((i % 3) * 5 + (i - (i % 3)) / 3 + 1) * 100 * K),
      ),
      found: [],
    },
    {
      name: 'the only choice that adds up',
      lines: [line(1, 2, 410 * K)],
      entries: [...[100, 77, 310].map((amount, i) => entry(i + 1, 1, amount * K)), entry(4, 3, 900 * K)],
      found: ['1=1+3 GROUPED ONLY_ENTRIES_THAT_ADD_UP'],
    },
    {
      name: 'the only choice of lines that adds up',
      lines: [...[100, 77, 310].map((amount, i) => line(i + 1, 1, amount * K)), line(4, 3, 900 * K)],
      entries: [entry(1, 2, 410 * K)],
      found: ['1+3=1 GROUPED ONLY_LINES_THAT_ADD_UP'],
    },
    {
      name: 'two choices that add up are none',
      lines: [line(1, 2, 410 * K)],
      entries: [...[100, 77, 310, 333].map((amount, i) => entry(i + 1, 1, amount * K)), entry(5, 3, 900 * K)],
      found: [],
    },
    {
      name: 'two lines for one choice are none',
      lines: [line(1, 2, 410 * K), line(2, 3, 410 * K)],
      entries: [...[100, 77, 310].map((amount, i) => entry(i + 1, 1, amount * K)), entry(4, 3, 900 * K)],
      found: [],
    },
  ]);
});
