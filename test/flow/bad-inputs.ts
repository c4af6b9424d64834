import { vnd } from '#domain/money.ts';
import type { Declaration } from '#domain/submission.ts';
import { type Declared, declare } from '#test/domain/validate/support.ts';

/** A file that must be sent back, and the rule that says why. */
export interface BadInput {
  readonly name: string;
  readonly rule: string;
  readonly bytes: Uint8Array;
  /** As the treasurer declared it. */
  readonly declaration: Declaration;
  /** What stands in the metadata instead of the declaration: nothing when empty. */
  readonly garbled?: string;
}

const HEADING = 'Ngày,Người ủng hộ,Số tiền (đồng),Ghi chú\n';
const ROW = '05/03/2024,Công ty Ví Dụ,1.000.000,\n';
export const GOOD_FILE = Buffer.from(HEADING + ROW);

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  );

type Row = [name: string, rule: string, bytes: Uint8Array, declared?: Declared, garbled?: string];

const ROWS: readonly Row[] = [
  ['an empty file', 'FILE_EMPTY', bytesOf('')],
  ['a heading only', 'FILE_HEADING_ONLY', bytesOf(HEADING)],
  ['a PDF', 'FILE_NOT_A_TABLE', bytesOf('%PDF-1.7\n', [0xe2, 0xe3, 0], HEADING)],
  ['a PNG', 'FILE_NOT_A_TABLE', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0])],
  ['a RAR', 'FILE_NOT_A_TABLE', bytesOf('Rar!', [0x1a, 7, 0])],
  ['NUL bytes', 'FILE_NUL_BYTES', bytesOf(HEADING, ROW, '05/03/2024', [0, 0], ',A,5,\n')],
  [
    'not UTF-8 in the middle',
    'FILE_NOT_UTF8',
    bytesOf(HEADING, ROW.repeat(500), [0xc3, 0x28], ROW.repeat(500)),
  ],
  ['a quote that never closes', 'QUOTE_UNCLOSED', bytesOf(HEADING, ROW, '05/03/2024,"A,5,\n', ROW)],
  ['old Mac line ends', 'LINE_ENDS_OLD_MAC', bytesOf((HEADING + ROW).replaceAll('\n', '\r'))],
  ['hundreds of columns', 'COLUMNS_TOO_MANY', bytesOf(HEADING.trim(), ',x'.repeat(300), '\n', ROW)],
  [
    'thousands of kinds of goods',
    'GOODS_TOO_VARIED',
    bytesOf(
      'Ngày,Số tiền,Hiện vật,Số lượng,Đơn vị tính\n',
      ...Array.from({ length: 5_001 }, (_, i) => `05/03/2024,,Món ${i},1,cái\n`),
    ),
  ],
  ['no heading', 'HEADING_NOT_FOUND', bytesOf('UBMTTQ,Bảng kê\n', ROW)],
  ['a heading with stray quotes', 'HEADING_QUOTES', bytesOf('Ngày,Số "tiền"\n05/03/2024,5\n')],
  ['the wrong kind', 'WRONG_KIND', bytesOf(HEADING, ROW), { kind: 'disbursements' }],
  ['a missing column', 'COLUMN_MISSING', bytesOf('Ngày,Người ủng hộ\n05/03/2024,A\n')],
  ['a column twice', 'COLUMN_REPEATED', bytesOf('Ngày,Số tiền,Amount\n05/03/2024,5,5\n')],
  ['nothing but faults', 'NOTHING_ACCEPTED', bytesOf(HEADING, '05/03/2024,A,năm triệu,\n')],
  ['sums beyond reason', 'SUM_TOO_LARGE', bytesOf(HEADING, '05/03/2024,A,999999999999999,\n'.repeat(20))],
  [
    'a statement in another currency without its rate',
    'STATEMENT_CURRENCY',
    bytesOf('Loại tiền: USD,,\nNgày giao dịch,Ghi có,Số dư\n05/03/2024,100,100\n'),
    { kind: 'bankStatement' as never },
  ],
  [
    'a statement of another month than the declared one',
    'STATEMENT_OUTSIDE_PERIOD',
    bytesOf('Ngày giao dịch,Ghi có (đồng),Số dư\n25/03/2024,100,100\n'),
    { kind: 'bankStatement' as never, from: '2024-04-01', to: '2024-04-30' },
  ],
  ['an unknown unit', 'UNIT_UNKNOWN', GOOD_FILE, { unit: '98' }],
  [
    'a unit that changed within the period',
    'UNIT_NOT_IN_PERIOD',
    GOOD_FILE,
    { unit: '24', from: '2025-06-01', to: '2025-07-31', receivedAt: '2025-08-01T00:00:00Z' },
  ],
  ['an unknown fund', 'FUND_UNKNOWN', GOOD_FILE, { fund: 'KHONG-CO' }],
  ['a drive named as a fund', 'FUND_IS_A_DRIVE', GOOD_FILE, { fund: 'TET-2024' }],
  ['a period reversed', 'PERIOD_REVERSED', GOOD_FILE, { from: '2024-12-31', to: '2024-01-01' }],
  ['a period of a lifetime', 'PERIOD_TOO_LONG', GOOD_FILE, { from: '1950-01-01', to: '2024-12-31' }],
  ['a period of another age', 'PERIOD_TOO_EARLY', GOOD_FILE, { from: '1989-12-31', to: '1990-01-31' }],
  [
    'a balance beyond reason',
    'BALANCE_TOO_LARGE',
    GOOD_FILE,
    { balances: { closingVnd: vnd(-10_000_000_000_001) } },
  ],
  ['less than no cash', 'CASH_NEGATIVE', GOOD_FILE, { balances: { cashVnd: vnd(-5) } }],
  ['a future period', 'PERIOD_IN_FUTURE', GOOD_FILE, { from: '2026-01-01', to: '2026-12-31' }],
  ['no declaration', 'DECLARATION_INVALID', GOOD_FILE, {}, ''],
  ['a declaration that is no JSON', 'DECLARATION_INVALID', GOOD_FILE, {}, '%7B'],
  ['a declaration badly encoded', 'DECLARATION_INVALID', GOOD_FILE, {}, '%E0%A4%A'],
  [
    'a declaration of something else',
    'DECLARATION_INVALID',
    GOOD_FILE,
    {},
    encodeURIComponent('{"unit":"Hà Nội"}'),
  ],
];

/** One second apart, so that each has a place of its own in the inbox. */
export const BAD_INPUTS: readonly BadInput[] = ROWS.map(([name, rule, bytes, declared, garbled], i) => ({
  name,
  rule,
  // The same bytes for the same book are one submission: a good file that is badly declared gets a note of its own.
  bytes: bytes === GOOD_FILE ? Buffer.from(GOOD_FILE.toString('utf8').trimEnd().concat(`${i}\n`)) : bytes,
  declaration: declare({ receivedAt: `2025-01-15T02:00:${String(i).padStart(2, '0')}Z`, ...declared }),
  ...(garbled === undefined ? {} : { garbled }),
}));
