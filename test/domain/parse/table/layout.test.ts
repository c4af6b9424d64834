import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, REGISTER_KINDS, TABLE_KINDS, type TableKind } from '#domain/codes.ts';
import { headingKey, headingsOf } from '#domain/parse/column.ts';
import { CONTRACT, columnsToFill } from '#domain/parse/contract.ts';
import { findLayout } from '#domain/parse/table/layout.ts';
import { layoutOf, namesOf, refusalOf, rowsOf } from './support.ts';

const VIETCOMBANK = `NGÂN HÀNG TMCP VÍ DỤ||||
SAO KÊ TÀI KHOẢN/ STATEMENT OF ACCOUNT||||
Số tài khoản/ Account No: 0011001932418||||
Từ/ From: 01/09/2024 Đến/ To: 10/09/2024||||
Ngày1/⏎TNX Date/ Số CT/ Doc No|Số tiền ghi nợ/⏎Debit|Số tiền ghi có/⏎Credit|Số dư/⏎Balance|Nội dung chi tiết/⏎Transactions in detail
01/09/2024⏎5213.660||50.000||ung ho`;
const BIDV = `STT⏎No.|Ngày giao dịch⏎Transaction date|Ngày hiệu lực⏎Effective date|Ghi nợ (VND)/⏎Debit amount (VND)|Ghi có (VND)/⏎Credit amount (VND)|Số dư (VND)/⏎Balance (VND)|Số bút toán⏎Seq No|Diễn giải⏎Description`;
const VIETINBANK = `STT/ No|Ngày hạch toán/ Accounting date|Mô tả giao dịch/ Transaction description|Nợ/ Debit|Có/ Credit|Số dư/ Account balance|Số giao dịch/ Transaction number|Tài khoản đối ứng/ Corresponsive account|Tên tài khoản đối ứng/ Corresponsive name`;

describe('the layout of a bank statement', () => {
  it.each<[string, string, string[]]>([
    ['Vietcombank', VIETCOMBANK, ['date', 'debit_vnd', 'credit_vnd', 'balance_vnd', 'description']],
    [
      'BIDV',
      BIDV,
      [
        ...['line_no', 'date', 'value_date', 'debit_vnd', 'credit_vnd', 'balance_vnd'],
        ...['document_no', 'description'],
      ],
    ],
    [
      'Agribank',
      'Date|Remark|Dr|Cr|Balance|Ref',
      ['date', 'description', 'debit_vnd', 'credit_vnd', 'balance_vnd', 'document_no'],
    ],
    [
      'VietinBank',
      VIETINBANK,
      [
        ...['line_no', 'date', 'description', 'debit_vnd', 'credit_vnd', 'balance_vnd', 'document_no'],
        ...['account', 'counterparty'],
      ],
    ],
    [
      'VBSP',
      'stt|ngay_gd|ngay_gia_tri|noi_dung|so_tien|so_du',
      ['line_no', 'date', 'value_date', 'description', 'amount_vnd', 'balance_vnd'],
    ],
    [
      'a plain Vietnamese export',
      'Ngày|Nợ|Có|Số dư|Nội dung',
      ['date', 'debit_vnd', 'credit_vnd', 'balance_vnd', 'description'],
    ],
    [
      'a two-row export',
      'Ngày GD|Số CT|Phát sinh||Số dư|Diễn giải\n||Nợ|Có||',
      ['date', 'document_no', 'debit_vnd', 'credit_vnd', 'balance_vnd', 'description'],
    ],
  ])('of %s is found without being told the kind', (_, text, names) => {
    const layout = layoutOf(text);
    expect(layout.kind).toBe('bankStatement');
    expect(layout.kindConfidence).toBeGreaterThan(0.7);
    expect(namesOf(layout)).toEqual(names);
    expect(namesOf(layoutOf(text, 'bankStatement'))).toEqual(names);
  });

  it('knows the cell that holds a day and a document number', () => {
    const { columns, headingFirst } = layoutOf(VIETCOMBANK);
    expect(headingFirst).toBe(5);
    expect(columns.map(({ alsoDocumentNo }) => alsoDocumentNo)).toEqual([true, ...Array(4).fill(undefined)]);
    expect(columns[0]?.heading).toBe('Ngày1/ TNX Date/ Số CT/ Doc No');
  });

  it.each<TableKind>(['contributions', 'disbursements'])('is refused as %s', (kind) => {
    for (const text of [VIETCOMBANK, BIDV, VIETINBANK, 'stt|ngay_gd|ngay_gia_tri|noi_dung|so_tien|so_du']) {
      expect(refusalOf(text, kind)).toMatchObject({
        rule: 'WRONG_KIND',
        params: { kind: TABLE_KINDS[kind], other: TABLE_KINDS.bankStatement },
      });
    }
  });

  it('needs a debit, a credit or an amount', () => {
    for (const amount of ['Ghi nợ', 'Ghi có', 'Số tiền'])
      expect(namesOf(layoutOf(`Ngày|${amount}|Số dư`, 'bankStatement'))[2]).toBe('balance_vnd');
    expect(refusalOf('Ngày|Nội dung|Số dư', 'bankStatement')).toMatchObject({
      rule: 'COLUMN_MISSING',
      column: 'Ghi nợ (đồng) / Ghi có (đồng) / Số tiền (đồng)',
      params: { english: 'debit_vnd / credit_vnd / amount_vnd' },
    });
  });
});

describe('the money of a statement', () => {
  const moneyOf = (text: string) =>
    layoutOf(text, 'bankStatement').columns.map(({ name = '?', currency = '' }) =>
      `${name} ${currency}`.trim(),
    );

  it.each([
    ['Ngày|Ghi nợ (USD)|Ghi có (USD)|Số dư (USD)', 'USD'],
    ['Ngày GD|Ghi nợ/ Debit (EUR)|Ghi có/ Credit (EUR)|Số dư/ Balance (EUR)', 'EUR'],
    ['Ngày|Phát sinh nợ USD|Phát sinh có USD|Số dư cuối USD', 'USD'],
    ['Ngày|Ghi nợ⏎(RMB)|Ghi có⏎(RMB)|Số dư⏎(RMB)', 'CNY'],
    ['Ngày|Phát sinh (USD)||Số dư (USD)\n|Nợ|Có|', 'USD'],
    ['Ngày|Ghi nợ|Ghi có|Số dư\n|(USD)|(USD)|(USD)', 'USD'],
  ])('is named by %s', (headings, currency) => {
    expect(moneyOf(headings)).toEqual([
      'date',
      ...['debit_vnd', 'credit_vnd', 'balance_vnd'].map((name) => `${name} ${currency}`),
    ]);
  });

  it('is that of the columns in đồng where both stand there', () => {
    expect(moneyOf('Ngày|Ghi có (USD)|Ghi có (VNĐ)|Số dư (VNĐ)')).toEqual([
      'date',
      '? USD',
      'credit_vnd VND',
      'balance_vnd VND',
    ]);
  });

  it('in a book is another column than its đồng', () => {
    expect(namesOf(layoutOf('Ngày|Người ủng hộ|Số tiền (USD)|Số tiền', 'contributions'))).toEqual([
      'date',
      'donor',
      '?',
      'amount_vnd',
    ]);
  });
});

describe('what each one gets', () => {
  it.each(['Số tiền/hộ', 'Số tiền / 1 hộ', 'Số tiền hỗ trợ/người', 'Số tiền (SGD)'])(
    '%s is no amount paid',
    (heading) => {
      expect(findLayout(rowsOf(`Ngày|Nội dung chi|Xã|${heading}`), 'disbursements')).toMatchObject({
        error: { rule: 'COLUMN_MISSING' },
      });
    },
  );
});

describe('a heading of two rows', () => {
  it('takes in a unit alone in its cell below the heading', () => {
    const layout = layoutOf('Ngày|Họ tên|Số tiền\n||triệu đồng\n1/9/2024|A|5', 'contributions');
    expect(layout).toMatchObject({ headingLast: 2 });
    expect(layout.columns[2]).toMatchObject({ name: 'amount_vnd', multiplier: 1_000_000 });
  });

  it('takes in no data, even where all of them are in words', () => {
    const rows = 'ngày 5 tháng 9 năm 2024|Bà A|TM|5 triệu đồng|x';
    expect(layoutOf(`Ngày|Họ tên||Số tiền|\n${rows}\n${rows}`, 'contributions').headingLast).toBe(1);
  });

  it('takes parts of groups, the row of column numbers and the lines above', () => {
    const layout = layoutOf(
      `ỦY BAN MTTQ XÃ VÍ DỤ||||||
BẢNG KÊ TIỀN ỦNG HỘ||||||

TT|Họ tên, địa chỉ|Chứng từ||Số tiền|||Ghi chú
||Số|Ngày, tháng|Tiền mặt|Chuyển khoản|Tổng cộng|
A|B|C|D|1|2|3=1+2|E
1|Ông Ví Dụ|01|5/9/2024|50.000||50.000|`,
      'contributions',
    );
    expect(layout).toMatchObject({ headingFirst: 4, headingLast: 6, width: 8 });
    expect(namesOf(layout)).toEqual([
      ...['line_no', 'donor', 'document_no', 'date', '?', '?', 'amount_vnd', 'note'],
    ]);
    expect(layout.unknown).toEqual([
      { position: 4, heading: 'Số tiền / Tiền mặt' },
      { position: 5, heading: 'Số tiền / Chuyển khoản' },
    ]);
  });

  it('with two amounts and no sum of them is refused, and both are named', () => {
    const text = 'Ngày|Người ủng hộ|Số tiền|\n||Tiền mặt|Chuyển khoản\n1/9/2024|A|5.000|';
    expect(refusalOf(text, 'contributions')).toMatchObject({
      rule: 'COLUMN_REPEATED',
      column: 'Số tiền (đồng)',
      params: { times: 2, columns: 'C, D' },
    });
    expect(
      namesOf(layoutOf(text, 'contributions', { columns: { amount_vnd: 'Số tiền / Chuyển khoản' } })),
    ).toEqual(['date', 'donor', '?', 'amount_vnd']);
  });

  it('keeps what was pledged, and what goods are worth, out of the amount', () => {
    expect(
      namesOf(
        layoutOf(
          'Ngày|Người ủng hộ|Đăng ký||Thực nhận|\n||Số tiền|Ngày hẹn|Số tiền|Ghi chú',
          'contributions',
        ),
      ),
    ).toEqual(['date', 'donor', '?', '?', 'amount_vnd', 'note']);
    expect(
      namesOf(
        layoutOf(
          'Ngày|Người ủng hộ|Số tiền|Hiện vật|||\n|||Tên hàng|ĐVT|Số lượng|Thành tiền',
          'contributions',
        ),
      ),
    ).toEqual(['date', 'donor', 'amount_vnd', 'item', 'unit', 'quantity', 'stated_value_vnd']);
  });

  it('carries a group to the right only over its own parts', () => {
    const { columns, headingLast } = layoutOf('Ngày||Người ủng hộ|Số tiền\n|Số CT||', 'contributions');
    expect(headingLast).toBe(2);
    expect(columns[1]).toMatchObject({ heading: 'Số CT', name: 'document_no' });
    expect(layoutOf('Ngày||Người ủng hộ|Số tiền\n|x|y|', 'contributions').headingLast).toBe(1);
  });

  it.each([
    ['a unit below', 'Ngày|Người ủng hộ|Số tiền\n||(triệu đồng)\n1/9/2024|A|5', 1_000_000],
    ['English below', 'Ngày|Người ủng hộ|Số tiền\nDate|Donor name|Amount (VND)\n1/9/2024|A|5', 1],
  ])('goes on with %s', (_, text, multiplier) => {
    const layout = layoutOf(text, 'contributions');
    expect(layout.headingLast).toBe(2);
    expect(layout.columns[2]).toMatchObject({ name: 'amount_vnd', multiplier });
  });

  it.each([
    ['a section', 'I. Thu tiền mặt||'],
    ['a row of data', '1/9/2024|A|5.000'],
    ['a row without date and amount', '|Ông Ví Dụ|'],
    ['a blank row', '||'],
    ['a reversal', '||(500.000)'],
    ['lines to sign on', '(Ký, ghi rõ)||(Ký, họ tên)'],
  ])('does not take in %s', (_, row) => {
    expect(layoutOf(`Ngày|Người ủng hộ|Số tiền\n${row}`, 'contributions').headingLast).toBe(1);
  });
});

describe('a heading', () => {
  it.each([
    ['Số tiền (triệu đồng)', 1_000_000],
    ['Số tiền (1.000đ)', 1_000],
    ['Số tiền (nghìn đồng)', 1_000],
    ['Số tiền⏎(ĐVT: ngàn đồng)', 1_000],
    ['Số tiền, tr.đ', 1_000_000],
    ['Số tiền ủng hộ (tỷ đồng)', 1_000_000_000],
    ['Số tiền (đồng)', 1],
    ['Số tiền (VNĐ)', 1],
    ['Số tiền', undefined],
  ])('%j counts in %s đồng', (heading, multiplier) => {
    const found = layoutOf(`Ngày|Người ủng hộ|${heading}`, 'contributions').columns[2];
    expect(found?.name).toBe('amount_vnd');
    expect(found?.multiplier).toBe(multiplier);
  });

  it.each([
    'Số tiền (USD)',
    'Số tiền đăng ký',
    'Số tiền còn lại',
    'Số tiền theo kế hoạch',
    'Số tiền lũy kế',
    'Ghi nợ/Ghi có',
    'Số tiền bà con gửi',
    'Hợp đồng',
  ])('%j is no amount of a contribution', (heading) => {
    expect(refusalOf(`Ngày|Người ủng hộ|${heading}`, 'contributions')).toMatchObject({
      rule: 'COLUMN_MISSING',
      params: { english: 'amount_vnd' },
    });
  });

  it.each([
    ['Ngày sinh', 'Ngày'],
    ['Diễn giải', 'Ghi chú'],
    ['Ngày ghi sổ', 'Ngày chứng từ'],
    ['Thành tiền', 'Số tiền'],
    ['Số tiền đợt này', 'Số tiền'],
  ])('%j gives way to %j, whichever comes first', (weak, strong) => {
    const rest = ['Ngày', 'Người ủng hộ', 'Số tiền', 'Ghi chú'].filter(
      (text) => text !== strong && !(text === 'Ngày' && strong === 'Ngày chứng từ'),
    );
    for (const pair of [
      [weak, strong],
      [strong, weak],
    ]) {
      const layout = layoutOf([...pair, ...rest].join('|'), 'contributions');
      expect(layout.unknown).toEqual([{ position: pair.indexOf(weak), heading: weak }]);
    }
  });

  it('may carry the mark of a footnote', () => {
    expect(namesOf(layoutOf('Ngày1|Người ủng hộ|Số tiền2', 'contributions'))).not.toContain('?');
  });

  it('that stands there twice is refused where it is clear, else the first is taken', () => {
    expect(refusalOf('Ngày|Số tiền|Ghi chú|Notes|Người ủng hộ', 'contributions')).toMatchObject({
      rule: 'COLUMN_REPEATED',
      column: 'Ghi chú',
      params: { times: 2, columns: 'C, D' },
    });
    expect(namesOf(layoutOf('STT|TT|Ngày|Số tiền|Nội dung|Diễn giải', 'contributions'))).toEqual([
      ...['line_no', '?', 'date', 'amount_vnd', 'note', '?'],
    ]);
  });

  it('is surer the better it matches', () => {
    const confidence = (heading: string) =>
      layoutOf(`Ngày|Người ủng hộ|${heading}`, 'contributions').columns[2]?.confidence ?? 0;
    const steps = ['Số tiền', 'Số tiền/ Amount', 'Tiền mặt', 'Số tiền (thực)', 'Số tiền quý này'].map(
      confidence,
    );
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps[0]).toBe(1);
  });

  it('below title lines is found as it would be without them, wherever it is repeated', () => {
    const heading = 'Ngày|Người ủng hộ|Số tiền|Ghi chú';
    const titles = fc.array(fc.constantFrom('BẢNG KÊ', '|ĐVT: đồng', '', 'Ngày 5/9/2024', 'Quyết định|15'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(titles, (lines) => {
        const layout = layoutOf(
          [...lines, heading, '1/9/2024|A|5|', heading, '2/9/2024|B|6|'].join('\n'),
          'contributions',
        );
        expect(layout.headingFirst).toBe(lines.length + 1);
        expect(namesOf(layout)).toEqual(['date', 'donor', 'amount_vnd', 'note']);
      }),
    );
  });
});

describe.each(codesOf(TABLE_KINDS))('the headings of %s', (kind) => {
  const columns = CONTRACT[kind];

  it('name one column each, by their accents at least', () => {
    const names = columns.flatMap((column) =>
      [
        ...new Set(
          headingsOf(column).map((text) =>
            text
              .toLowerCase()
              .replace(/[^\p{L}\d]+/gu, ' ')
              .trim(),
          ),
        ),
      ].map((text) => [text, column.name]),
    );
    const byText = new Map(names.map(([text, name]) => [text, name]));
    expect(names.filter(([text, name]) => byText.get(text ?? '') !== name)).toEqual([]);
    expect(columns.flatMap(headingsOf).filter((text) => headingKey(text) === '')).toEqual([]);
  });

  it('are each found beside the columns that must be there', () => {
    const needed = columns.filter(
      (column) => column.required || column.requiredOneOf !== undefined || column.name === 'balance_vnd',
    );
    for (const column of columns) {
      for (const heading of headingsOf(column)) {
        const others = needed.filter((one) => one !== column).map(({ title }) => title);
        const layout = layoutOf([heading, ...others].join('|'), kind === 'bankStatement' ? undefined : kind);
        expect([heading, layout.columns[0]?.name]).toEqual([heading, column.name]);
      }
    }
  });
});

describe('the kind of a table', () => {
  it.each<[string, TableKind]>([
    ['Số chứng từ|Ngày|Người ủng hộ|Hình thức|Số tiền (đồng)|Ghi chú', 'contributions'],
    ['STT|Họ tên, địa chỉ|Ngày|Số tiền ủng hộ|Hiện vật|Đồng ý công khai', 'contributions'],
    ['Ngày|Nội dung chi|Xã/phường|Số hộ|Số tiền', 'disbursements'],
  ])('%s is %s', (heading, kind) => {
    expect(layoutOf(heading).kind).toBe(kind);
    expect(layoutOf(heading, kind).kindConfidence).toBe(1);
    for (const other of codesOf(TABLE_KINDS).filter((one) => one !== kind))
      expect(refusalOf(heading, other)).toMatchObject({ rule: 'WRONG_KIND' });
  });

  it('is not guessed where several fit', () => {
    expect(refusalOf('Ngày|Số tiền|Ghi chú')).toMatchObject({
      rule: 'KIND_UNCLEAR',
      rows: [1],
      params: { kinds: Object.values(TABLE_KINDS).join('; ') },
    });
  });

  it.each(codesOf(REGISTER_KINDS))('is guessed to be %s by the headings of its template', (kind) => {
    const titles = columnsToFill(kind)
      .map(({ title }) => title)
      .join('|');
    expect(layoutOf(titles)).toMatchObject({ kind, unknown: [] });
    expect(layoutOf(titles, kind)).toMatchObject({ kind, kindConfidence: 1, unknown: [] });
  });

  it.each(codesOf(REGISTER_KINDS))('is not guessed to be %s where a required column is missing', (kind) => {
    const columns = columnsToFill(kind);
    for (const missing of columns.filter(({ required }) => required)) {
      const titles = columns.filter((column) => column !== missing).map(({ title }) => title);
      const guessed = findLayout(rowsOf(titles.join('|')), undefined);
      expect(guessed.ok ? guessed.value.kind : 'none').not.toBe(kind);
      // What only a book must have is not asked for.
      if (!guessed.ok && kind !== 'allocations') expect(guessed.error.rule).not.toBe('COLUMN_MISSING');
    }
  });

  it.each([
    ['a stage', 'Ngày|Người ủng hộ|Số tiền|Giai đoạn', 'contributions'],
    ['a kind of sum', 'Ngày|Người ủng hộ|Số tiền|Loại|Ghi chú', 'contributions'],
    ['a status', 'Ngày|Nội dung chi|Xã/phường|Số tiền|Tình trạng', 'disbursements'],
    ['a target', 'Ngày|Người ủng hộ|Số tiền|Năm|Chỉ tiêu', 'contributions'],
  ])('stays that of a book with %s beside its columns', (_what, headings, kind) => {
    expect(layoutOf(headings).kind).toBe(kind);
  });

  it('is that of houses, whatever the support for them is called', () => {
    const headings = 'Mã nhà|Loại hỗ trợ|Tình trạng|Ngày|Xã/phường|Kinh phí hỗ trợ|Nguồn hỗ trợ';
    expect(layoutOf(headings).kind).toBe('houses');
  });

  it('is not a bank’s for the account number of a giver', () => {
    expect(layoutOf('Ngày|Số tiền|Nội dung|Số tài khoản', 'contributions').kind).toBe('contributions');
  });

  it('stays as declared where a balance stands beside the donors', () => {
    expect(layoutOf('Ngày|Người ủng hộ|Số tiền|Số dư', 'contributions').kind).toBe('contributions');
  });
});

describe('a table without a heading', () => {
  it.each([
    ['nothing but data', '05/03/2024|Công ty Ví Dụ|1.000.000|\n06/03/2024|Bà Ví Dụ|Tiền mặt|', 1],
    ['words that are headings elsewhere', '05/03/2024|Có|Nợ|1.000', 1],
    ['a title that names a column', 'Bảng kê\nSố chứng từ: 15', 1],
    ['blank rows and prose', '\n|\nUBMTTQ|Bảng kê\nKính gửi các ông bà', 3],
    ['nothing', '', 1],
  ])('%s is refused at its first row with text', (_, text, row) => {
    expect(refusalOf(text, 'contributions')).toEqual({
      rule: 'HEADING_NOT_FOUND',
      severity: 'error',
      count: 1,
      rows: [row],
      params: { kind: TABLE_KINDS.contributions, example: 'Ngày, Số tiền (đồng)' },
    });
    expect(refusalOf(text)).toMatchObject({ rule: 'HEADING_NOT_FOUND' });
  });

  it('is told from one whose heading lacks a column', () => {
    expect(refusalOf('Ngày|Ai|Bao nhiêu\n1/9/2024|A|5', 'contributions')).toMatchObject({
      rule: 'COLUMN_MISSING',
      params: { english: 'amount_vnd' },
    });
  });

  it('with quotes astray is refused for them', () => {
    const rows = [{ row: 1, cells: ['Ngày', 'Số "tiền"'], fault: 'QUOTE_STRAY' as const }];
    expect(findLayout(rows, 'contributions')).toMatchObject({
      ok: false,
      error: { rule: 'HEADING_QUOTES', rows: [1] },
    });
  });

  it.each([201, 100_000])('of %d columns is refused for them', (columns) => {
    const cells = Array.from({ length: columns }, () => 'Nội dung chi');
    expect(findLayout([{ row: 3, cells }], 'contributions')).toMatchObject({
      ok: false,
      error: { rule: 'COLUMNS_TOO_MANY', rows: [3], params: { columns, limit: 200 } },
    });
    expect(refusalOf(['Ngày|Số tiền', ...Array(198).fill('x')].join('|'), 'contributions')).toBeUndefined();
  });
});

describe('what a person says', () => {
  const text = 'Ngày|Ngày chứng từ|Ai cho|Số tiền|Số tiền\n1/9/2024|1/9/2024|A|5|6';

  it('of columns goes before what was found', () => {
    expect(refusalOf(text, 'contributions')).toMatchObject({ rule: 'COLUMN_REPEATED', column: 'Ngày' });
    const columns = { date: 'NGAY CHUNG TU', donor: 'ai  cho', amount_vnd: 'Số tiền (cột 5)', note: 'gone' };
    const layout = layoutOf(text, 'contributions', { columns });
    expect(namesOf(layout)).toEqual(['?', 'date', 'donor', '?', 'amount_vnd']);
    expect(layout.columns.map(({ overridden }) => overridden === true)).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
    expect(layout.at).toEqual({ date: 1, donor: 2, amount_vnd: 4 });
  });

  it('of a heading that this file does not have changes nothing', () => {
    const columns = { donor: 'Ân nhân', nothing: 'Ngày' };
    expect(namesOf(layoutOf('Ngày|Người ủng hộ|Số tiền', 'contributions', { columns }))).toEqual([
      ...['date', 'donor', 'amount_vnd'],
    ]);
  });

  it('may be that a column is not there', () => {
    expect(
      namesOf(layoutOf('Ngày|Người ủng hộ|Số tiền', 'contributions', { columns: { donor: '' } })),
    ).toEqual([...['date', '?', 'amount_vnd']]);
    expect(refusalOf('Ngày|Số tiền', 'contributions', { columns: { date: '' } })).toMatchObject({
      rule: 'COLUMN_MISSING',
    });
  });

  it('of the heading row is taken', () => {
    const twice = 'Ngày|Người ủng hộ|Số tiền|Ghi chú\n\nNgày|Số tiền\n1/9/2024|5';
    expect(layoutOf(twice, 'contributions').headingFirst).toBe(1);
    expect(layoutOf(twice, 'contributions', { headingRow: 3 })).toMatchObject({ headingFirst: 3, width: 2 });
    for (const headingRow of [2, 4, 9])
      expect(refusalOf(twice, 'contributions', { headingRow })).toMatchObject({
        rule: 'HEADING_NOT_FOUND',
        rows: [headingRow],
      });
  });
});

it('no cells make it throw', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'Ngày',
      'Số tiền',
      'Tổng cộng',
      '(1)',
      '1',
      'ĐVT: triệu đồng',
      '__proto__',
      'Ghi nợ',
      '5.000',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
      fc.option(fc.constantFrom(...codesOf(TABLE_KINDS)), { nil: undefined }),
      (table, kind) => {
        const found = findLayout(
          table.map((cells, i) => ({ row: i + 1, cells })),
          kind,
        );
        if (found.ok) {
          expect(found.value.columns).toHaveLength(found.value.width);
          expect(found.value.unknown.length + Object.keys(found.value.at).length).toBe(found.value.width);
        } else expect(found.error.rule).toMatch(/^(HEADING|COLUMN|KIND|WRONG)/);
      },
    ),
    { numRuns: 150 },
  );
  expect(findLayout(rowsOf(''), undefined).ok).toBe(false);
});
