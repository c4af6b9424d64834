import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '#domain/check/read-file.ts';
import { REGISTER_KINDS, type TableKind } from '#domain/codes.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { SAMPLE_DIR } from '#infra/local/sample-books/generate.ts';
import { allFixtures, bytesOf, CHECKED_ON, inPortions, requestOf } from '#test/fixtures/fixtures.ts';

/** What a file is read as where nobody says; undefined where it goes back before that is known. */
async function guessOf(bytes: Uint8Array): Promise<TableKind | undefined> {
  const context = { receivedOn: CHECKED_ON, registry: shippedRegistry() };
  const { reading } = await readFile(inPortions(bytes), { context, overrides: {} });
  return reading?.plan.layout.kind;
}

const WORDS: readonly (readonly [part: string, kind: TableKind])[] = [
  ['-chi-tieu-', 'targets'],
  ['-phan-bo-', 'allocations'],
  ['-nha-', 'houses'],
  ['-quyet-dinh-', 'decisions'],
  ['-sao-ke-', 'bankStatement'],
  ['-thu-', 'contributions'],
  ['-chi-', 'disbursements'],
];
const kindByName = (file: string) => WORDS.find(([part]) => file.includes(part))?.[1];
const samples = readdirSync(SAMPLE_DIR).filter((file) => file.endsWith('.csv'));
/** A scan with the name of a table. */
const NO_TABLE = '26110-qvnn-thu-2020-ban-quet.csv';

describe('the kind of a file that nobody named', () => {
  it.each(samples.filter((file) => file !== NO_TABLE))('is that of the sample book %s', async (file) => {
    const kind = kindByName(file);
    expect(kind).toBeDefined();
    expect(await guessOf(readFileSync(join(SAMPLE_DIR, file)))).toBe(kind);
  });

  it('is never a register for a book or a statement', async () => {
    const registers: string[] = [];
    const others = allFixtures().filter(({ name }) => !name.startsWith('register-'));
    expect(others.length).toBeGreaterThan(100);
    for (const fixture of others) {
      const { reading } = await readFile(inPortions(bytesOf(fixture.name)), {
        ...requestOf(fixture),
        kind: undefined,
      });
      const kind = reading?.plan.layout.kind;
      if (kind !== undefined && kind in REGISTER_KINDS) registers.push(`${fixture.name}: ${kind}`);
    }
    expect(registers).toEqual([]);
  });
});
