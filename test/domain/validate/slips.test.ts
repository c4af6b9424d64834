import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSlips, nameSlipsWithin, slipsWithin } from '#domain/validate/slips.ts';

describe('slips of a code', () => {
  it('are a digit one off, and two neighbours swapped', () => {
    expect(codeSlips('09')).toEqual(['08', '19', '90']);
    expect(codeSlips('11')).toEqual(['01', '10', '12', '21']);
  });

  it('are other codes of the same length, each once, and lead back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5}$/), (code) => {
        const slips = codeSlips(code);
        expect(new Set(slips).size).toBe(slips.length);
        expect(slips.length).toBeLessThanOrEqual(14);
        for (const slip of slips) {
          expect(slip).toMatch(/^\d{5}$/);
          expect(slip).not.toBe(code);
          expect(codeSlips(slip)).toContain(code);
        }
      }),
    );
  });
});

describe('slips between texts', () => {
  it.each([
    ['tam thang', 'tam thang', 0],
    ['tam thng', 'tam thang', 1],
    ['tam thangg', 'tam thang', 1],
    ['tam thanq', 'tam thang', 1],
    ['tam thagn', 'tam thang', 1],
    ['atm thagn', 'tam thang', 2],
    ['', 'ab', 2],
    ['abc', 'cba', 2],
    ['tam ky', 'tam thang', undefined],
    ['abc', 'xyz', undefined],
  ])('of %j and %j are %s', (a, b, slips) => {
    expect(slipsWithin(a, b, 2)).toBe(slips);
    expect(slipsWithin(b, a, 2)).toBe(slips);
  });

  it('are those that were made, or fewer', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(
        letters,
        fc.nat(8),
        fc.constantFrom('', 'x', 'a'),
        fc.boolean(),
        (text, where, put, cut) => {
          const at = Math.min(where, text.length);
          const slipped = text.slice(0, at) + put + text.slice(at + (cut ? 1 : 0));
          expect(slipsWithin(text, slipped, 1)).toBeLessThanOrEqual(1);
          expect(slipsWithin(text, slipped, 1)).toBe(slipsWithin(slipped, text, 1));
          expect(slipsWithin(text, slipped, 0)).toBe(text === slipped ? 0 : undefined);
        },
      ),
    );
  });
});

describe('slips between names', () => {
  it.each([
    ['tam thng', 'tam thang', 1],
    ['tan thng', 'tam thang', 2],
    ['hai chau', 'cam chau', undefined],
    ['hoa cuong', 'hoa huong', 1],
    ['tamthang', 'tam thang', 1],
    ['ta mthang', 'tam thang', 2],
    ['tamthan', 'tam thang', undefined],
    ['a b c', 'x y z', undefined],
  ])('%j and %j are %s', (a, b, slips) => {
    expect(nameSlipsWithin(a, b, 2)).toBe(slips);
  });
});
