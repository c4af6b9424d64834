import { describe, expect, it } from 'vitest';
import type { ObjectStore } from '#adapters/ports.ts';
import { supersessions } from '#domain/reconcile/supersede.ts';
import { besideFiles } from '#handlers/reconcile/beside-files.ts';
import { income, type Kept, register, spending, statement } from '#test/domain/reconcile/books.ts';

const GIVEN = income(['PT-1,2024-01-03,500'], { at: 1 });
const BANK = statement({ at: 2, opening: 0, lines: [] });
const REPLACED = [
  spending(['PC-1,2024-01-20,200'], { at: 3 }),
  register('targets', [], { at: 4 }),
  statement({ at: 5, account: '11', opening: 1, lines: [] }),
];
const IN_FORCE = [
  spending(['PC-1,2024-01-21,200'], { at: 6 }),
  register('targets', [{ row: 2 } as never], { at: 7 }),
  statement({ at: 8, account: '11', opening: 2, lines: [] }),
];

const idOf = ({ file }: Kept) => file.submission.id;

/** Which files are read, of a book in which the first file says that it has so many entries. */
async function readOf(files: readonly Kept[], entries: number) {
  const located = files.map(({ file }, i) => ({
    ...file,
    submission: { ...file.submission, entries: i === 0 ? entries : file.submission.entries },
    entriesKey: file.submission.id,
  }));
  const read: string[] = [];
  const ledger: Pick<ObjectStore, 'read'> = {
    // biome-ignore lint/correctness/useYield: the files are empty
    read: async function* (key) {
      read.push(key);
    },
  };
  const superseded = supersessions(located.map(({ submission }) => submission));
  const rows = await besideFiles(located, superseded, ledger as ObjectStore);
  expect([...rows.keys()].sort()).toEqual([...read].sort());
  return read.sort();
}

describe('rows that stand beside the movements', () => {
  const files = [GIVEN, BANK, ...REPLACED, ...IN_FORCE];

  it('are read of replaced files too while all files of the book have up to 50,000', async () => {
    expect(await readOf(files, 50_000 - files.length + 1)).toEqual(files.map(idOf).sort());
  });

  it('are read of the files in force alone in a larger book', async () => {
    const live = [GIVEN, BANK, ...IN_FORCE];
    expect(await readOf(files, 50_000 - files.length + 2)).toEqual(live.map(idOf).sort());
  });

  it('are none of movements where the book has no statement', async () => {
    const targets = files.filter(({ registers }) => registers !== undefined);
    expect(await readOf([GIVEN, ...targets], 1)).toEqual(targets.map(idOf).sort());
  });
});
