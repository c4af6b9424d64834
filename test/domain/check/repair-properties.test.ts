import fc from 'fast-check';
import { expect, it } from 'vitest';
import { REQUEST, type Repaired, repaired } from './repair-support.ts';

const BOOK = ['Số phiếu', 'Ngày', 'Họ và tên', 'Số tiền (đồng)', 'Hình thức', 'Ghi chú', 'Cột riêng'];

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Công ty Mẫu', 'Trần Thị Ví Dụ', 'nt', '-nt-', '"', '') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '=1+1',
      '+84 1',
      '-',
      '@a',
      "'0012",
      "'=x",
      '\ta',
      ' a ',
      'a\nb',
      'a,b',
      'a;b',
      'a"b',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Tổng cộng',
      '- Tổng cộng',
      'Cộng',
      '+ Cộng trang',
      'Bằng chữ: Một nghìn đồng',
      'Thủ quỹ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const date = fc.constantFrom(
  '05/01/2025',
  '05/01/2025',
  '31/02/2025',
  '5-1-2025',
  '05/01',
  '',
  '"',
  '13/01/2026',
  '=DATE(1)',
);
const amount = fc.constantFrom(
  '1.000.000',
  '200.000',
  '-200.000',
  '(1.500.000)',
  '+5.000.000',
  '',
  'x',
  '1.000.000đ',
  '=A1',
  '12',
);
const channel = fc.constantFrom('Tiền mặt', 'CHUYEN_KHOAN', '', 'Tiền giấy', '-');
const row = fc.tuple(words, date, words, amount, channel, words, words).map((cells) => [...cells]);
const odd = fc.oneof(
  fc.constantFrom(
    [],
    [...BOOK],
    ['', '', 'Tổng cộng', '5.000.000', '', '', ''],
    ['- Tháng 1', '', '', '', '', '', ''],
  ),
  fc.array(fc.oneof(words, date, amount), { maxLength: 10 }),
);
const rows = fc.array(fc.oneof({ weight: 5, arbitrary: row }, { weight: 2, arbitrary: odd }), {
  minLength: 1,
  maxLength: 12,
});

const written = (cells: readonly string[], delimiter: string): string =>
  cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);

const file = fc
  .record({
    titles: fc.array(fc.constantFrom('UỶ BAN MẶT TRẬN', 'Đơn vị tính: đồng', ''), { maxLength: 2 }),
    rows,
    delimiter: fc.constantFrom(',', ';', '\t'),
  })
  .map(({ titles, rows: all, delimiter }) =>
    [...titles.map((title) => [title]), BOOK, ...all]
      .map((cells) => `${written(cells, delimiter)}\n`)
      .join(''),
  );

/** A sheet keeps no blank rows at its end. */
const told = ({ rows: all }: Repaired) => all.filter(({ fate }) => fate !== 'ignored');

it.each(['csv', 'xlsx'] as const)(
  'a file that comes back as %s, with nothing mended, is understood as before: no row more is taken, none less',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const first = await repaired(text);
        const again = await repaired(first[format], REQUEST);
        fc.pre(first.outcome.reading !== undefined);
        expect(told(again)).toEqual(told(first));
        expect(again.report.sumVnd).toBe(first.report.sumVnd);
      }),
      { numRuns: 100, examples: [[`${BOOK.join(',')}\n=A1,Tổng cộng\n`]] },
    );
  },
  60_000,
);

it('no bytes make it throw, and what it gives is well-formed UTF-8', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const { csv } = await repaired(bytes);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(csv)).not.toThrow();
    }),
  );
});
