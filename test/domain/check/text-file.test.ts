import { describe, expect, it } from 'vitest';
import { HEAD_BYTES, surveyText } from '#domain/check/survey.ts';
import { TextFile } from '#domain/check/text-file.ts';
import { DELIMITERS, type Delimiter, type Overrides } from '#domain/parse/reading.ts';
import { singly } from '#test/domain/parse/read.ts';
import { bookOf, readBytes, readTable, request, rulesOf } from './read.ts';

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  );
const HEADING = 'Ngày,Người ủng hộ,Số tiền\n';
const ROW = '05/03/2024,Công ty Ví Dụ,1.000\n';

const survey = (text: string | Uint8Array, overrides: Overrides = {}, whole = true) => {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const reading = surveyText(bytes, whole, request({}, overrides));
  if (!reading.ok) return reading.error;
  if (reading.value.format !== 'csv') throw new Error('no text');
  return reading.value;
};

/** How the file is refused, in one portion and byte by byte. */
function refusalOf(bytes: Uint8Array) {
  const [whole, parted] = [[bytes], singly(bytes)].map((portions) => {
    const file = new TextFile(request());
    for (const portion of portions) file.push(portion);
    const end = file.end();
    return 'outcome' in end ? end.outcome.refusal?.[0] : undefined;
  });
  expect(parted).toEqual(whole);
  return whole;
}

describe('the delimiter', () => {
  it.each(DELIMITERS)('%j is told by the headings', (delimiter) => {
    const table = (HEADING + ROW).replaceAll(',', delimiter);
    expect(survey(table)).toMatchObject({ delimiter });
    expect(survey(`${'x'.repeat(500)}\n${table}`)).toMatchObject({ delimiter });
  });

  it.each<[name: string, text: string, delimiter: Delimiter]>([
    ['though a heading holds commas', '"Ngày";"Tên đơn vị, cá nhân ủng hộ";Số tiền\n5/3/2024;b;5\n', ';'],
    ['below a blank row of a spreadsheet', ';;;\nNgày;Số tiền;Ghi chú\n5/3/2024;5;x\n', ';'],
    ['though titles hold other ones', 'Quỹ A, B, C, D | E\nNgày;Số tiền\n5/3/2024;5\n', ';'],
    ['though all the amounts hold commas', 'Ngày|Số tiền\n5/3/2024|1,500,000\n6/3/2024|2,000,000\n', '|'],
    ['by the line of Excel', 'sep=;\nNgày;Số tiền\n5/3/2024;5\n', ';'],
    ['by the line of Excel behind its mark', '\ufeffsep=\t\r\nNgày\tSố tiền\r\n5/3/2024\t5\r\n', '\t'],
  ])('is told %s', (_name, text, delimiter) => {
    expect(survey(text)).toMatchObject({ delimiter });
  });

  it('of a heading that is refused is the one under which its columns are seen', () => {
    const missing = { rule: 'COLUMN_MISSING', column: 'Số tiền (đồng)', rows: [1] };
    expect(survey('Ngày;Người ủng hộ\n5/3/2024;A, B\n')).toMatchObject(missing);
    expect(survey('Ngày,Người ủng hộ\n5/3/2024,A; B | C\n')).toMatchObject(missing);
  });

  it('is what a person says', () => {
    expect(survey('Ngày;Số tiền\n5/3/2024;5\n', { delimiter: ',' })).toMatchObject({
      rule: 'HEADING_NOT_FOUND',
    });
  });

  it('of a separator line is no row of the sheet', async () => {
    const { reading } = await readTable('sep=;\nNgày;Số tiền\n5/3/2024;5\n');
    expect(reading?.plan.layout.headingFirst).toBe(1);
  });
});

describe('the encoding', () => {
  const table = HEADING + ROW.repeat(3);
  it.each<[name: string, bytes: Uint8Array, encoding: string]>([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['UTF-16 LE', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', Buffer.from(`\ufeff${table}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without mark', Buffer.from(table, 'utf16le'), 'utf-16le'],
  ])('%s is told, and the same is read', async (_name, bytes, encoding) => {
    const outcome = await readBytes(bytes);
    expect(outcome.reading).toMatchObject({ text: { encoding } });
    expect(bookOf(outcome)).toMatchObject({ acceptedVnd: 3_000, rows: { accepted: 3, quarantined: 0 } });
  });
});

describe('what is no table', () => {
  const formats: [name: string, bytes: Buffer, format: string][] = [
    ['PDF', bytesOf('%PDF-1.7\n%'), 'tệp PDF'],
    ['PNG', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'ảnh PNG'],
    ['JPEG', bytesOf([0xff, 0xd8, 0xff, 0xe0]), 'ảnh JPEG'],
    ['GIF', bytesOf('GIF89a'), 'ảnh GIF'],
    ['empty ZIP', bytesOf('PK', [5, 6, 0, 0]), 'tệp nén ZIP rỗng'],
    ['GZIP', bytesOf([0x1f, 0x8b, 8, 0]), 'tệp nén GZIP'],
    ['RAR', bytesOf('Rar!', [0x1a]), 'tệp nén RAR'],
    ['7z', bytesOf('7z', [0xbc, 0xaf]), 'tệp nén 7z'],
    ['RTF', bytesOf('{\\rtf1'), 'tệp RTF'],
  ];
  it.each(formats)('%s is named', (_name, bytes, format) => {
    expect(refusalOf(bytes)).toMatchObject({ rule: 'FILE_NOT_A_TABLE', params: { format } });
  });

  it.each<[name: string, bytes: Buffer, rule: string, row: number]>([
    ['a NUL byte in row 3', bytesOf(HEADING, ROW, 'd', [0], ',e,f\n', ROW), 'FILE_NUL_BYTES', 3],
    ['a NUL byte in the heading', bytesOf('\n\nNgày', [0], ',Số tiền\n'), 'FILE_NUL_BYTES', 3],
    ['a bad byte in row 2', bytesOf(HEADING, 'Nguy', [0xc3], 'n,1,2\n', ROW.repeat(20)), 'FILE_NOT_UTF8', 2],
    ['a bad byte late', bytesOf(HEADING, ROW.repeat(500), [0xc3, 0x28], '\n', ROW), 'FILE_NOT_UTF8', 502],
    ['a character cut off by the end', bytesOf(HEADING, ROW, 'a,b,', [0xe1, 0xbb]), 'FILE_NOT_UTF8', 3],
    [
      'bytes of no encoding',
      bytesOf('Ng', [0xff, 0xfe, 0x81], 'y,S', [0x81, 0x8d], '\n1,5\n'),
      'FILE_ENCODING_UNKNOWN',
      1,
    ],
    ['a quote that never closes', bytesOf(HEADING, ROW, '05/03/2024,"e,5\n', ROW), 'QUOTE_UNCLOSED', 3],
    ['old Mac line ends', bytesOf('Ngày,Số tiền\r1/1/2024,5\r2/1/2024,6\r'), 'LINE_ENDS_OLD_MAC', 1],
    [
      'old Mac line ends below blank lines',
      bytesOf('\n\nNgày,Số tiền\r1/1/2024,5\r'),
      'LINE_ENDS_OLD_MAC',
      3,
    ],
    ['a line without end', bytesOf('\n', 'x'.repeat(HEAD_BYTES + 5)), 'LINE_TOO_LONG', 2],
  ])('%s', (_name, bytes, rule, row) => {
    expect(refusalOf(bytes)).toMatchObject({ rule, rows: [row] });
  });

  it.each(['', '\n \n', '\u00a0\n', '\n;;\n,,\n', '\ufeff', '""\n""\n'])('%j is empty', (text) => {
    expect(refusalOf(Buffer.from(text))).toMatchObject({ rule: 'FILE_EMPTY' });
  });

  it('the rest of a file that is refused may be spared', () => {
    const file = new TextFile(request());
    file.push(Buffer.from('%PDF-1.7'));
    expect(file.settled).toBe(false);
    file.push(Buffer.alloc(HEAD_BYTES, 'x'));
    expect(file.settled).toBe(true);
  });
});

describe('what comes first', () => {
  it('is the heading, before anything further down', async () => {
    const other = 'Ngày,Nội dung chi,Số hộ,Số tiền\n05/03/2024,SINH_KE,3,5\n';
    expect(rulesOf(await readBytes(bytesOf(other, [0])))).toEqual(['WRONG_KIND']);
  });

  it('is why reading stopped, where it did before any heading', async () => {
    expect(rulesOf(await readBytes(bytesOf('Ngày,"Số tiền\n05/03/2024,5\n')))).toEqual(['QUOTE_UNCLOSED']);
  });
});
