import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RowClass, RowClassifier } from '#domain/parse/table/row-class.ts';
import { layoutOf, rowsOf } from './support.ts';

/** What becomes of each row below the heading. */
function classes(heading: string, rows: string, kind?: Parameters<typeof layoutOf>[1]): RowClass[] {
  const layout = layoutOf(`${heading}\n${rows}`, kind);
  const classifier = new RowClassifier(layout);
  return rowsOf(`${heading}\n${rows}`)
    .map((row) => classifier.classify(row))
    .slice(layout.headingLast);
}
const LIST = 'STT|Ngày|Người ủng hộ|Số tiền|Hiện vật|Số lượng|Ghi chú';
const inList = (row: string) => classes(LIST, `0|04/03/2024|B|1|||\n${row}`, 'contributions')[1];
const STATEMENT = 'Ngày|Số CT|Ghi nợ|Ghi có|Số dư|Nội dung';

describe('a row of a list', () => {
  it.each<[string, RowClass]>([
    ['1|05/03/2024|Công ty Ví Dụ|1.000|||', 'data'],
    ['|5/3/24||0|||', 'data'],
    ['1|15/9|A|5|||', 'data'],
    ['1|1/9|A|5|||', 'data'],
    ["1|'05/03/2024|A|-5|||", 'data'],
    ['1|\u00a0\u00a005/03/2024|A|5|||', 'data'],
    ['1|45000|A|5|||', 'data'],
    ['1|Thứ ba 05/03/2024|A|5|||', 'data'],
    ['1|Ngày 5 tháng 3|A|5|||', 'data'],
    ['1|05/03/2024|Tổng cộng|9|||', 'stray'],
    ['|05/03/2024|Cộng ngày|9|||', 'stray'],
    ['|05/03/2024|CONG|9|||', 'data'],
    ['|05/03/2024|Công ty Cộng|9|||', 'data'],
    ['I||Nguyễn Văn A|9|||', 'data'],
    ['I||Cá Nhân|9|||', 'section'],
    ['I||Trong tỉnh|9|||', 'section'],
    ['1|05/03/2024|A||Gạo|5|', 'data'],
    ['1|05/03/2024|A||||', 'data'],
    ['1||A|1.000|||', 'data'],
    ['1|nt|A|1.000|||', 'data'],
    ['1||A||Gạo|5|', 'data'],
    ['1||Cộng đồng Ví Dụ|1.000|||', 'data'],
    ['1||C. Hương|1.000|||', 'data'],
    ['||V. Hùng|1.000|||', 'data'],
    ['||C|1.000|||', 'data'],
    ['||Nhóm A Ví Dụ|1.000|||', 'data'],
    ['5|6|7|8|9|10|11', 'data'],
    ['||Công|1.000|||', 'data'],
    ['||||||', 'blank'],
    ['', 'blank'],
    ['|\u00a0| |\n|||', 'blank'],
    ['Tổng cộng|||1.520|||', 'total'],
    ['||TỔNG CỘNG:|1.520|||', 'total'],
    ['|Tổng cộng:||1.520|||', 'total'],
    ['|||Cộng|||', 'total'],
    ['Tổng cộng: 1.520 đồng', 'total'],
    ['|Cộng tháng 9||1.520|||', 'total'],
    ['||Cộng phát sinh trong kỳ|1.520|||', 'total'],
    ['||Cộng trang 2|1.520|||', 'total'],
    ['II|Tổng cộng||1.520|||', 'total'],
    ['||Tổng số tiền ủng hộ|1.520|||', 'total'],
    ['Grand total|||1.520|||', 'total'],
    ['||Cộng mang sang|7|||', 'carried'],
    ['||Lũy kế từ đầu năm|7|||', 'carried'],
    ['||Luỹ kế từ đầu năm đến nay|7|||', 'carried'],
    ['||Số dư đầu kỳ|7|||', 'carried'],
    ['||Số dư cuối tháng 9|7|||', 'carried'],
    ['||Tồn quỹ cuối kỳ|7|||', 'carried'],
    ['||Mang sang trang 2|7|||', 'carried'],
    ['||Số trang trước chuyển sang|7|||', 'carried'],
    ['||Chuyển trang sau|7|||', 'carried'],
    ['I||||||', 'section'],
    ['I/|Thu tiền mặt|||||', 'section'],
    ['II. Thu chuyển khoản||||||', 'section'],
    ['A. Tập thể||||||', 'section'],
    ['I||Thu tiền mặt|5.000|||', 'section'],
    ['||II. Các cơ quan|5.000|||', 'section'],
    ['||I. Thu tiền mặt|5.000|||', 'section'],
    ['||IV/ Hội viên|5.000|||', 'section'],
    ['||A. Tập thể||||', 'section'],
    ['Tháng 9/2024:||||||', 'section'],
    ['|Tháng 9/2024||5.000|||', 'section'],
    ['Đợt 2||||||', 'section'],
    ['1|2|3|4|5|6|7', 'heading'],
    ['A|B|1|2|3|4|C', 'heading'],
    ['(1)|(2)|(3)|(4)|(5)|(6)|(7)', 'heading'],
    [LIST, 'heading'],
    [LIST.toUpperCase(), 'heading'],
    [LIST.replaceAll(' ', '⏎'), 'heading'],
    ['||Bằng chữ: Một nghìn đồng||||', 'footer'],
    ['(Viết bằng chữ: Một nghìn đồng chẵn./.)||||||', 'footer'],
    ['Trang 1/12||||||', 'footer'],
    ['|||Trang 1/12|||', 'footer'],
    ['||||||Page 2 of 5', 'footer'],
    ['|Người lập biểu||Kế toán trưởng||Thủ quỹ|', 'footer'],
    ['|||TM. BAN VẬN ĐỘNG|||', 'footer'],
    ['|||TRƯỞNG BAN|||', 'footer'],
    ['|(Ký, ghi rõ họ tên)||(Ký, họ tên)|||', 'footer'],
    ['|||Ví Dụ, ngày 30 tháng 9 năm 2024|||', 'footer'],
    ['|||Ngày … tháng … năm 2024|||', 'footer'],
    ['In lúc: 10:22 30/09/2024||||||', 'footer'],
    ['||Kính gửi các ông bà||||', 'stray'],
    ['||Bà Ví Dụ||||', 'stray'],
    ['||Bà Ví Dụ||Cộng||', 'stray'],
    ['||C. Hương||||', 'stray'],
    ['1||||||', 'stray'],
    ['||Người lập biểu|5.000|||', 'data'],
  ])('%j is %s', (row, kind) => {
    expect(inList(row)).toBe(kind);
  });

  it('in a column of dates may be a label, or a date with words', () => {
    const heading = 'Ngày|Số tiền|Ghi chú';
    const rows = 'Tổng cộng:|1.000|\nLuỹ kế|9.000|\nCộng tháng 9|5|\nNgày 5/9/2024|5|x\n5/9/2024|5|';
    expect(classes(heading, rows, 'contributions')).toEqual(['total', 'carried', 'total', 'data', 'data']);
  });
});

describe('a row of a bank statement', () => {
  it.each<[string, RowClass]>([
    ['10/09/2024|1|5.000||9|x', 'data'],
    ['10/09/2024|1||5.000|9|x', 'data'],
    ['10/09/2024⏎5213.660|||5.000|9|x', 'data'],
    ['2024-10-09 00:00:00|||5.000|9|x', 'data'],
    ['10/09/2024||||9|ung ho', 'data'],
    ['10/09/2024||||9|', 'data'],
    ['||||9|x', 'data'],
    ['10/09/2024|Số dư đầu kỳ|||9|', 'carried'],
    ['10/09/2024||||9|Số dư đầu ngày', 'carried'],
    ['Số dư đầu kỳ||||9|', 'carried'],
    ['Số dư cuối kỳ/ Closing balance||||9|', 'carried'],
    ['Số dư đến ngày 30/09/2024||||9|', 'carried'],
    ['Cộng phát sinh||5.000|6.000||', 'total'],
    ['Tổng số phát sinh||5.000|6.000||', 'total'],
    ['Total||5.000|6.000||', 'total'],
    ['|||||tiếp theo', 'stray'],
  ])('%j is %s', (row, kind) => {
    expect(classes(STATEMENT, row)).toEqual([kind]);
  });
});

describe('rows in their order', () => {
  it('end with names under offices, and the closing words of a bank', () => {
    const rows = `1|05/03/2024|A|5|||
Tổng cộng|||5|||
Lưu ý: số liệu chưa kiểm toán||||||
|Người lập||Thủ quỹ|||
|(Ký)||(Ký)|||

|Nguyễn Thị Ví Dụ||Trần Văn Ví Dụ|||`;
    expect(classes(LIST, rows, 'contributions')).toEqual([
      ...['data', 'total', 'footer', 'footer', 'footer', 'blank', 'footer'],
    ]);
    const inside = '1|05/03/2024|A|5|||\n||Trần Văn Ví Dụ||||\nLưu ý: x||||||\n2|06/03/2024|B|5|||';
    expect(classes(LIST, inside, 'contributions')).toEqual(['data', 'stray', 'stray', 'data']);
  });

  it('have no footer again once data go on', () => {
    const rows = `|Người lập|||||\n1|05/03/2024|A|5|||\n||Trần Văn Ví Dụ||||`;
    expect(classes(LIST, rows, 'contributions')).toEqual(['footer', 'data', 'stray']);
  });

  it('may repeat titles and a heading of two rows on each page', () => {
    const heading = `SAO KÊ TÀI KHOẢN||||
Số tài khoản: 0011001932418||||
Ngày|Số tiền||Số dư|Nội dung
|Ghi nợ|Ghi có||
(1)|(2)|(3)|(4)|(5)`;
    const layout = layoutOf(`${heading}\n10/09/2024||5|5|x\n${heading}\n11/09/2024||5|5|x`);
    const classifier = new RowClassifier(layout);
    const all = rowsOf(`${heading}\n10/09/2024||5|5|x\n${heading}\n11/09/2024||5|5|x`).map((row) =>
      classifier.classify(row),
    );
    const page = ['title', 'title', 'heading', 'heading', 'heading', 'data'];
    expect(all).toEqual([...page, ...page]);
  });
});

describe('a total row', () => {
  const layout = layoutOf(LIST, 'contributions');
  const classifier = new RowClassifier(layout);
  const row = (text: string) => ({ row: 9, cells: rowsOf(text)[0]?.cells ?? [] });

  it.each<[string, unknown]>([
    ['Tổng cộng|||1.520||5|', [{ position: 3, name: 'amount_vnd', text: '1.520' }]],
    ['Tổng cộng|1.520', [{ position: 1, text: '1.520' }]],
    ['Tổng cộng: 1.520 đồng', [{ position: 0, text: '1.520' }]],
    ['Cộng tháng 9|||1.520|||', [{ position: 3, name: 'amount_vnd', text: '1.520' }]],
    ['Tổng cộng', []],
    ['Cộng tháng 9', []],
    ['Tổng cộng|12|||34', []],
  ])('%j states %j', (text, figures) => {
    expect(classifier.figuresOf(row(text))).toEqual(figures);
  });

  it('of a statement states both sides', () => {
    const both = new RowClassifier(layoutOf(STATEMENT)).figuresOf(row('Cộng||5.000|6.000|7|'));
    expect(both.map(({ name, text }) => [name, text])).toEqual([
      ['debit_vnd', '5.000'],
      ['credit_vnd', '6.000'],
    ]);
  });

  it.each([
    ['Tổng cộng|||5|||', 'total'],
    ['||Cộng phát sinh|5|||', 'total'],
    ['||Cộng tháng 9|5|||', 'part'],
    ['||Cộng trang|5|||', 'part'],
    ['Cộng mục I|||5|||', 'part'],
    ['Tổng cộng I|||5|||', 'part'],
    ['||Mang sang|5|||', 'carried'],
    ['||Bà Ví Dụ|5|||', undefined],
  ])('%j sums up %s', (text, kind) => {
    expect(classifier.sumOf(row(text))).toBe(kind);
  });

  it.each([
    ['Tổng cộng|||5||Bằng chữ: Năm đồng|', 'Năm đồng'],
    ['Tổng cộng (Bằng chữ: Năm đồng chẵn./.)', 'Năm đồng chẵn'],
    ['(Số tiền viết bằng chữ): Năm đồng.', 'Năm đồng'],
    ['Bằng chữ|||Năm đồng', 'Năm đồng'],
    ['Bằng chữ:⏎Năm⏎đồng', 'Năm đồng'],
    ['Số tiền bằng chữ ( năm đồng )', 'năm đồng'],
    ['Amount in words: five', 'five'],
    ['BẰNG CHỮ: …', undefined],
    ['Tổng cộng|||5', undefined],
  ])('%j says in words %j', (text, words) => {
    expect(classifier.wordsOf(row(text))).toBe(words);
  });
});

const anyCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'Tổng cộng',
    'Cộng',
    'Trang 1/2',
    'I.',
    '5.000',
    'Ngày 5',
    'Bằng chữ: x',
    'Kế toán',
    '__proto__',
    '',
  ),
);

it('no cells make the classifier throw, and none with text is blank', () => {
  const classifiers = [layoutOf(LIST, 'contributions'), layoutOf(STATEMENT)].map(
    (layout) => new RowClassifier(layout),
  );
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 9 }), (cells) => {
      for (const classifier of classifiers) {
        const row = { row: 7, cells };
        expect(classifier.classify(row) === 'blank').toBe(cells.every((cell) => cell.trim() === ''));
        classifier.sumOf(row);
        classifier.figuresOf(row);
        expect(classifier.wordsOf(row)).not.toBe('');
      }
    }),
    { numRuns: 1000 },
  );
});

it('a row with a date and an amount is data, whatever stands beside them', () => {
  const book = new RowClassifier(layoutOf(LIST, 'contributions'));
  const bank = new RowClassifier(layoutOf(STATEMENT));
  const two = (n: number) => String(n).padStart(2, '0');
  const date = fc
    .tuple(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2000, max: 2030 }),
    )
    .chain(([d, m, y]) =>
      fc.constantFrom(
        `${d}/${m}/${y}`,
        `${two(d)}-${two(m)}-${y}`,
        `${y}-${two(m)}-${two(d)}`,
        `${d}/${m}/${y % 100}`,
      ),
    );
  const amount = fc
    .integer({ min: -1e12, max: 1e12 })
    .chain((n) => fc.constantFrom(`${n}`, n.toLocaleString('de'), `(${n})`, `${n} đ`, `\u00a0${n}`));
  fc.assert(
    fc.property(
      date,
      amount,
      fc.array(anyCell, { minLength: 5, maxLength: 5 }),
      (day, money, [a, b, c, d, e]) => {
        const list = [a, day, b, money, c, d, e].map((cell) => cell ?? '');
        // A sum under a name and a day is set aside, never left out and never entered.
        const kind = b !== undefined && /^(tổng|cộng|luỹ kế)/i.test(b) ? /^(data|stray)$/ : /^data$/;
        expect(book.classify({ row: 9, cells: list })).toMatch(kind);
        const line = [day, a, '', money, b, c].map((cell) => cell ?? '');
        expect(bank.classify({ row: 9, cells: line })).toBe('data');
      },
    ),
  );
});

describe('another table in the same file', () => {
  const below = (heading: string, rows: string) =>
    classes('Ngày|Họ tên|Số tiền|Ghi chú', `1/9/2024|A|5.000|\n${heading}\n${rows}`, 'contributions').slice(
      1,
    );

  it.each([
    'Ngày|Số tiền|Họ tên|Ghi chú',
    'Ngày|Họ tên|Số tiền đăng ký|Số tiền',
    'Họ tên|Ngày|Số tiền|Ghi chú',
  ])('under %j is not read by the first heading, until that comes again', (heading) => {
    const again = 'Ngày|Họ tên|Số tiền|Ghi chú\n3/9/2024|B|7.000|';
    expect(below(heading, `02/09/2024|700.000|500.000|x\n${again}`)).toEqual([
      'stray',
      'stray',
      'heading',
      'data',
    ]);
  });

  it('goes on where its heading stands in the same places', () => {
    expect(below('Ngày|Đơn vị|Số tiền|Ghi chú', '02/09/2024|B|700.000|x')).toEqual(['stray', 'data']);
  });

  it.each<[string, RowClass]>([
    ['01/09/2024|A|1.500.000||', 'stray'],
    ['1|2024-09-01|A|5 triệu|', 'stray'],
    ['Từ ngày|01/09/2024|đến ngày|30/09/2024|', 'title'],
    ['01/09/2024|30/09/2024|||', 'title'],
    ['Số dư đầu kỳ|01/09/2024|1.500.000||', 'title'],
  ])('%j above the heading is %s', (row, kind) => {
    const text = `Ngày|Họ tên|Số tiền||\n${row}\nSTT|Ngày|Họ tên|Số tiền|Ghi chú\n1|1/9/2024|A|5.000|`;
    const layout = layoutOf(text, 'contributions');
    expect(layout.headingFirst).toBe(3);
    expect(new RowClassifier(layout).classify(rowsOf(text)[1] ?? never())).toBe(kind);
  });
});

function never(): never {
  throw new Error('no such row');
}
