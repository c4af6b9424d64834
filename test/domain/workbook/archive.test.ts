import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '#domain/workbook/write.ts';
import { writeZip } from '#domain/workbook/zip-writer.ts';
import { cellsOf, collect, opened, refusalOf } from './read.ts';
import { type Entry, parts, sheet, zip } from './zip.ts';

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
/** So long that it comes out of the archive in many portions. */
const LONG = Array.from({ length: 20_000 }, (_, i) => `<row><c><v>${i * 7919}</v></c></row>`).join('');
const READERS = 30;

describe('an archive', () => {
  // The library itself lets work wait that is too much at once, and gives in after five seconds.
  it('is read any number of times at once, while others are written', async () => {
    const book = await opened(sheet(LONG));
    const readers = Array.from({ length: READERS }, () => book.rows());
    for (const reader of readers) expect((await reader.next()).done).toBe(false);
    const written = await collect(writeWorkbook([{ name: 'Thu', rows: [{ cells: ['x'] }] }]));
    expect(await cellsOf(written)).toEqual([['x']]);
    for (const reader of readers) await reader.return(undefined);
  }, 4_000);

  it('has no date of its making in it', async () => {
    const bytes = await collect(writeWorkbook([{ name: 'Thu', rows: [{ cells: ['x'] }] }]));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint32(0, true), view.getUint32(10, true)]).toEqual([0x04034b50, 33 << 16]);
  });

  it('is written without the extensions for large files, which not every office program opens', async () => {
    const bytes = await collect(writeWorkbook([{ name: 'Thu', rows: [{ cells: ['x'] }] }]));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint16(4, true), view.getUint16(28, true)]).toEqual([20, 0]);
  });

  it.each<[string, Partial<Entry>]>([
    ['holds less than it declares', { size: 1_000 }],
    ['holds more than it declares', { size: 10 }],
    ['has another check sum', { crc: 7 }],
    ['has another check sum, and is not packed', { crc: 7, stored: true }],
    ['holds less than it declares, and is not packed', { size: 1_000, stored: true }],
  ])('is damaged where an entry %s', async (_, lie) => {
    const bytes = zip(
      parts({ sheets: { Thu: ROW } }).map((part) =>
        part.path.includes('sheet1') ? { ...part, ...lie } : part,
      ),
    );
    expect((await refusalOf(bytes))?.rule).toBe('WORKBOOK_DAMAGED');
  });

  it.each([
    ['begin at the root', (path: string) => `/${path}`],
    ['are parted by backslashes', (path: string) => path.replaceAll('/', '\\')],
    ['are in capitals', (path: string) => path.toUpperCase()],
  ])('is read where its names %s', async (_, rename) => {
    const folder = { path: 'xl/', data: '', stored: true };
    const entries = parts({ sheets: { Thu: ROW } }).map((part) => ({ ...part, path: rename(part.path) }));
    expect(await cellsOf(zip([folder, ...entries]))).toEqual([['1']]);
  });

  it('is damaged where an entry is packed in another way than workbooks are', async () => {
    const bytes = sheet(ROW);
    const text = Buffer.from(bytes).toString('latin1');
    const names = [text.indexOf('xl/styles.xml'), text.lastIndexOf('xl/styles.xml')];
    for (const [i, name] of names.entries()) bytes[name - (i === 0 ? 22 : 36)] = 12;
    expect((await refusalOf(bytes))?.rule).toBe('WORKBOOK_DAMAGED');
  });

  it('is damaged where a part ends within a character', async () => {
    const data = Buffer.concat([Buffer.from('<worksheet/>'), Buffer.from([0xe1, 0xba])]);
    const entries = parts({ sheets: { Thu: ROW } });
    const bytes = zip(entries.map((part) => (part.path.includes('sheet1') ? { ...part, data } : part)));
    expect((await refusalOf(bytes))?.rule).toBe('WORKBOOK_DAMAGED');
  });

  it('lets go of the part that it is at when nobody takes any more', async () => {
    let closed = false;
    function* chunks() {
      try {
        for (let i = 0; ; i++) yield `${Math.sin(i)}`;
      } finally {
        closed = true;
      }
    }
    for await (const bytes of writeZip([{ path: 'a', chunks: chunks() }])) if (bytes.length > 1_000) break;
    expect(closed).toBe(true);
  });

  it('is damaged where an entry does not begin where the directory says', async () => {
    const bytes = sheet(ROW);
    const text = Buffer.from(bytes).toString('latin1');
    bytes[text.indexOf('PK\x03\x04', text.indexOf('xl/styles.xml'))] = 0;
    expect((await refusalOf(bytes))?.rule).toBe('WORKBOOK_DAMAGED');
  });
});
