import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { inflateText, readZipDirectory, type ZipEntry } from '#domain/workbook/zip-reader.ts';
import { refusalOf } from './read.ts';
import { type Entry, parts, sheet, workbook, zip } from './zip.ts';

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const good = parts({ sheets: { Thu: ROW } });
const MEBIBYTE = 1024 * 1024;
/** Half a mebibyte that does not pack as well as a bomb. */
const LONG = Array.from({ length: 90_000 }, (_, i) => i).join('');

const replace = (path: string, entry: Partial<Entry>): Uint8Array =>
  zip(good.map((part) => (part.path === path ? { ...part, ...entry } : part)));
const SHEET = 'xl/worksheets/sheet1.xml';

describe('a workbook is refused', () => {
  it.each<[string, () => Uint8Array, string, object?]>([
    ['that is empty', () => new Uint8Array(), 'FILE_EMPTY'],
    ['that is a text', () => Buffer.from('Ngày,Số tiền\n'), 'WORKBOOK_DAMAGED'],
    ['that is cut off', () => zip(good).slice(0, -40), 'WORKBOOK_DAMAGED'],
    ['that is some other zip', () => zip([{ path: 'a.txt', data: 'x' }]), 'WORKBOOK_DAMAGED'],
    [
      'in the format of OpenDocument',
      () => zip([{ path: 'content.xml', data: '<x/>' }]),
      'FILE_NOT_A_TABLE',
      { format: 'tệp OpenDocument (.ods)' },
    ],
    [
      'in the binary format of before 2007',
      () => Buffer.from('d0cf11e0a1b11ae100', 'hex'),
      'FILE_NOT_A_TABLE',
      { format: 'tệp Excel đời cũ (.xls)' },
    ],
    [
      'in the binary format of after 2007',
      () =>
        replace('_rels/.rels', {
          data: '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        }),
      'FILE_NOT_A_TABLE',
      { format: 'tệp Excel nhị phân (.xlsb)' },
    ],
    ['with an encrypted entry', () => replace(SHEET, { flags: 1 }), 'WORKBOOK_ENCRYPTED'],
    ['with a wrong check sum', () => replace(SHEET, { crc: 1 }), 'WORKBOOK_DAMAGED'],
    ['without its sheet', () => zip(good.filter(({ path }) => path !== SHEET)), 'WORKBOOK_DAMAGED'],
    [
      'with two parts of one name',
      () => zip([...good, { path: 'XL/Worksheets/sheet1.xml', data: good.at(-1)?.data ?? '' }]),
      'WORKBOOK_DAMAGED',
    ],
    [
      'whose sheet is no UTF-8',
      () => replace(SHEET, { data: Buffer.from('<worksheet>\xff</worksheet>', 'latin1') }),
      'WORKBOOK_DAMAGED',
    ],
  ])('%s', async (_, make, rule, params) => {
    const finding = await refusalOf(make());
    expect(finding?.rule).toBe(rule);
    if (params) expect(finding?.params).toEqual(params);
  });

  it('that has a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'A', rows: [['x']] }],
      encryption: { password: 'p', spinCount: 1 },
    });
    expect((await refusalOf(bytes))?.rule).toBe('WORKBOOK_ENCRYPTED');
  });

  it.each([
    ['tags that do not match', '<row></c>'],
    ['an unknown entity', '<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>'],
    ['half of a character', '<row><c t="inlineStr"><is><t>&#xD800;</t></is></c></row>'],
    ['rows out of order', '<row r="3"/><row r="2"/>'],
    ['a row twice', '<row r="3"/><row r="3"/>'],
    ['a row that no spreadsheet has', '<row r="1048577"/>'],
    ['a row without a number in its number', '<row r="x"/>'],
    ['a cell twice', '<row r="1"><c r="A1"/><c r="A1"/></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"/></row>'],
    ['a cell that is nowhere', '<row r="1"><c r="1A"/></row>'],
    ['a cell of an unknown type', '<row r="1"><c r="A1" t="z"><v>1</v></c></row>'],
    ['a shared text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>'],
    ['a tag without an end', `<row r="${LONG}`],
    ['a thousand levels', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`],
  ])('whose sheet has %s', async (_, rows) => {
    expect((await refusalOf(sheet(rows)))?.rule).toBe('WORKBOOK_DAMAGED');
  });

  it('that expands entities a billion times', async () => {
    const lol = `<!DOCTYPE s [<!ENTITY a "lol">${'bcdefghij'.replace(/./g, (x) => `<!ENTITY ${x} "${`&${String.fromCharCode(x.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`;
    const bytes = replace(SHEET, {
      data: `${lol}<worksheet><sheetData><row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`,
    });
    expect((await refusalOf(bytes))?.rule).toBe('WORKBOOK_DAMAGED');
  });
});

describe('a workbook is too large', () => {
  const zeros = (bytes: number) => ' '.repeat(bytes);

  it.each<[string, () => Uint8Array, string]>([
    [
      'by the number of its parts',
      () => zip([...good, ...Array.from({ length: 2_000 }, (_, i) => ({ path: `x${i}`, data: '' }))]),
      'parts',
    ],
    [
      'by what it declares of one entry',
      () => zip([...good, { path: 'x', data: 'x', size: 300 * MEBIBYTE }]),
      'ratio',
    ],
    [
      'by the sum of what it declares',
      () =>
        zip([
          ...good,
          ...Array.from({ length: 600 }, (_, i) => ({ path: `x${i}`, data: 'x', size: MEBIBYTE })),
        ]),
      'bytes',
    ],
    [
      'by how far an entry inflates',
      () => replace(SHEET, { data: `<worksheet>${zeros(8 * MEBIBYTE)}</worksheet>` }),
      'ratio',
    ],
    [
      'by the length of a cell',
      () => sheet(`<row><c t="str"><v>${Array.from({ length: 60_000 }, (_, i) => i).join('')}</v></c></row>`),
      'cellText',
    ],
    [
      'by the length of an inline text',
      () =>
        sheet(
          `<row><c t="inlineStr"><is><t>${Array.from({ length: 60_000 }, (_, i) => i).join('')}</t></is></c></row>`,
        ),
      'cellText',
    ],
    [
      'by its merged areas',
      () =>
        sheet(ROW, {
          behind: Array.from({ length: 100_001 }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`).join(
            '',
          ),
        }),
      'merges',
    ],
    [
      'by its sheets',
      () => workbook({ sheets: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`S${i}`, ''])) }),
      'sheets',
    ],
  ])('%s', async (_, make, what) => {
    expect(await refusalOf(make())).toMatchObject({ rule: 'WORKBOOK_TOO_LARGE', params: { what } });
  });

  it('no more than it declares comes out of an entry, whatever is in it', async () => {
    const bytes = replace(SHEET, { data: zeros(200 * MEBIBYTE), size: 100_000 });
    const before = process.memoryUsage().arrayBuffers;
    expect((await refusalOf(bytes))?.rule).toBe('WORKBOOK_DAMAGED');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * MEBIBYTE);
    const entry = (await readZipDirectory(bytes)).get(SHEET);
    let length = 0;
    await expect(async () => {
      for await (const text of inflateText(entry as ZipEntry)) length += text.length;
    }).rejects.toThrow('WORKBOOK_DAMAGED');
    expect(length).toBeLessThanOrEqual(100_000);
  });

  it.each([
    ['a cell in the last column of all', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 16_384],
    ['a cell behind the two hundredth column', '<row r="1"><c r="GS1"><v>1</v></c></row>', 201],
    ['a cell where no spreadsheet has a column', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>', 18_278],
  ])('with %s it is too wide', async (_, rows, columns) => {
    expect(await refusalOf(sheet(rows))).toMatchObject({
      rule: 'WORKBOOK_TOO_WIDE',
      params: { columns, limit: 200, row: 1 },
    });
  });

  it('at the two hundredth column it is not', async () => {
    expect(await refusalOf(sheet('<row r="1"><c r="GR1"><v>1</v></c></row>'))).toBeUndefined();
  });
});
