import { describe, expect, it } from 'vitest';
import type { Entry } from '#domain/entry.ts';
import { readEntries } from '#handlers/shell/read-entries.ts';
import { csv, given, readBook, spent } from '#test/domain/validate/support.ts';

const linesOf = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const ledgerOf = (text: string) => ({
  async *read(): AsyncGenerator<Uint8Array> {
    // In pieces that end anywhere, as a store gives them.
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  },
});

async function read(text: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of readEntries(ledgerOf(text), 'entries/x')) entries.push(entry);
  return entries;
}

const known = [
  ...readBook(csv([given(), given({ document_no: 'PT-2', item: 'Gạo', quantity: '5', unit: 'kg' })])).entries,
  ...readBook(csv([spent()]), { kind: 'disbursements' }).entries,
].map((entry) => JSON.parse(JSON.stringify(entry)) as Entry);

describe('entries of the ledger', () => {
  it('are read back as they were kept, in their order', async () => {
    expect(known.length).toBeGreaterThan(3);
    expect(await read(linesOf(known))).toEqual(known);
  });

  it.each([
    ['no JSON', 'x\n'],
    ['no entry', '{"row":1}\n'],
    ['an amount that is text', linesOf([{ ...known[0], amountVnd: '5' }])],
    ['a day that is none', linesOf([{ ...known[0], date: '2024-02-30' }])],
    ['a code of no list', linesOf([{ ...known[0], donorClass: 'BAN_BE' }])],
  ])('are damaged where a line is %s: reading throws', async (_, text) => {
    await expect(read(linesOf(known.slice(0, 1)) + text)).rejects.toThrow();
  });
});
