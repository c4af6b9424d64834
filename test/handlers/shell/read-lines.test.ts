import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '#handlers/shell/read-lines.ts';
import { collect } from '#test/adapters/samples.ts';

/** The bytes of a text cut at the places given. */
async function* portions(text: string, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((a, b) => a - b);
  let from = 0;
  for (const to of [...places, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

const read = (text: string, cuts: readonly number[] = []): Promise<string[]> =>
  collect(readLines(portions(text, cuts)));

describe('reading lines', () => {
  it('gives the same lines however the bytes are cut, characters of several bytes included', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'ộ', 'Đ', '😀', ' ', '"', '\r') });
    const cases = fc.asyncProperty(
      fc.array(line),
      fc.array(fc.nat(), { maxLength: 20 }),
      async (lines, cuts) => {
        const text = lines.map((one) => `${one}\n`).join('');
        expect(await read(text, cuts)).toEqual(lines);
      },
    );
    await fc.assert(cases);
  });

  it.each([
    ['nothing', '', []],
    ['a last line without its line feed', 'a\nb', ['a', 'b']],
    ['no blank line after the last line feed', 'a\n', ['a']],
    ['blank lines between', 'a\n\nb\n', ['a', '', 'b']],
  ])('gives %s', async (_, text, lines) => {
    expect(await read(text)).toEqual(lines);
  });

  it('refuses bytes that are no UTF-8, also at the very end', async () => {
    const broken = async function* () {
      yield new Uint8Array([0x61, 0x0a, 0xc4]);
    };
    await expect(collect(readLines(broken()))).rejects.toThrow(TypeError);
  });
});
