import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { EXTENTS, type SuccessionRow, type UnitHistory } from '#domain/units/change.ts';
import data from '#domain/units/history.data.json' with { type: 'json' };
import { decodeHistory, encodeHistory } from '#domain/units/history-codec.ts';
import type { UnitCode } from '#domain/units/unit.ts';

const overTheWire = (history: UnitHistory): UnitHistory =>
  decodeHistory(JSON.parse(JSON.stringify(encodeHistory(history))));

const code = (text: string) => text as UnitCode;
// Few codes, so that units meet; names with every sign that the short form gives a meaning to.
const communeCode = fc.constantFrom('00001', '00004', '00007', '00016', '20338', '99999').map(code);
const provinceCode = fc.constantFrom('01', '02', '75').map(code);
const anyCode = fc.oneof({ weight: 5, arbitrary: communeCode }, provinceCode);
const kind = fc.constantFrom('Phường ', 'Xã ', 'Thị trấn ', 'Đặc khu ', 'Tỉnh ', '');
const bare = fc.constantFrom(
  'Ba Đình',
  '12',
  '2 Bảo Lộc',
  'xa',
  'p|q%7C',
  "M'Drắk",
  '-3',
  '@00001 ',
  'a,*b',
  'K\nL',
);
const name = fc.tuple(kind, bare).map((parts) => parts.join('').trim());
const base = fc.record(
  { code: anyCode, name, provinceCode, district: fc.constantFrom('Quận 1', 'Huyện | %') },
  { requiredKeys: ['code', 'name'] },
);
const row: fc.Arbitrary<SuccessionRow> = fc.record(
  {
    formerCode: anyCode,
    extent: fc.constantFrom(...EXTENTS),
    code: anyCode,
    name,
    provinceCode,
    act: fc.constantFrom('Nghị quyết 1', 'Nghị quyết 2'),
  },
  { requiredKeys: ['extent', 'code', 'name', 'act'] },
);
const change = fc.record({
  on: fc.constantFrom('2025-07-01', '2026-04-30').map((day) => day as IsoDate),
  rows: fc.array(row, { minLength: 1, maxLength: 12 }),
});
const history: fc.Arbitrary<UnitHistory> = fc.record({
  base: fc.array(base, { maxLength: 12 }),
  changes: fc.array(change, { maxLength: 3 }),
  codeAliases: fc.array(fc.tuple(communeCode, communeCode), { maxLength: 2 }).map((pairs) => new Map(pairs)),
});

describe('decoding gives back what was encoded', () => {
  test('of any history, even one that no division could have had', () => {
    fc.assert(
      fc.property(history, (any) => {
        expect(overTheWire(any)).toEqual(any);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of the history that the product ships with', () => {
    const shipped = decodeHistory(data);
    expect(shipped.base.length).toBeGreaterThan(10_000);
    expect(encodeHistory(shipped)).toEqual(data);
    expect(overTheWire(shipped)).toEqual(shipped);
  });
});

test('the history of the whole country is less than 70,000 bytes on the wire', () => {
  const text = JSON.stringify(data);
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  expect(gzipSync(text, { level: 6 }).length).toBeLessThan(70_000);
  expect(brotli.length).toBeLessThan(70_000);
});

describe('broken data', () => {
  const told = (made: string) => ({
    base: [{ province: '01', districts: [['Quận 1', '4pA']] }],
    changes: [{ on: '2025-07-01', rows: [{ province: '01', act: 'Nghị quyết 1', made: [made] }] }],
    codeAliases: [],
  });

  test('what is told rightly is read', () => {
    expect(decodeHistory(told(',xB')).changes[0]?.rows).toEqual([
      {
        formerCode: '00004',
        extent: 'WHOLE',
        code: '00004',
        name: 'Xã B',
        provinceCode: '01',
        act: 'Nghị quyết 1',
      },
    ]);
  });

  test.each([
    ['another shape', { base: 3 }, /broken at base/],
    ['a line of none', told(''), /not a unit/],
    ['a line without a kind', told(',B'), /not a unit/],
    ['a unit without a name', told(',x'), /no name/],
    ['a unit without a code', told('.,xB'), /no code/],
    ['a step beyond the end', told('7,xB'), /ends before/],
    ['a step before the beginning', told('-1,xB'), /begins before/],
    [
      'a code beyond five digits',
      { ...told(',xB'), base: [{ province: '01', districts: [[null, '100000pA']] }] },
      /no code/,
    ],
  ])('is refused: %s', (_, broken, message) => {
    expect(() => decodeHistory(broken)).toThrow(message);
  });
});
