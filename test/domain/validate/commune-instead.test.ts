import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit } from '#domain/units/unit.ts';
import { whereabouts } from '#domain/units/whereabouts.ts';
import { finderOf, told } from './told.ts';

const registry = shippedRegistry();
const BEFORE = '2024-09-01' as IsoDate;
const AFTER = '2025-08-01' as IsoDate;
const LATEST = '2026-05-05' as IsoDate;

const look = (holder: string, date: IsoDate, text: string) =>
  told(finderOf(registry, holder, date).look(text, date));

const TAM_THANG =
  'on another day: Xã Tam Thăng, Thành phố Tam Kỳ (20362), đến 30/06/2025, nay là Phường Bàn Thạch (20335)';
const BAN_THACH =
  'on another day: Phường Bàn Thạch (20335), từ 01/07/2025, lập từ Phường Tân Thạnh (20335), Xã Tam Thăng (20362), Phường Hoà Thuận (20375)';

describe('a commune of another day', () => {
  it.each([
    ['48', '20362', `${TAM_THANG} → Phường Bàn Thạch`],
    ['48', 'Xã Tam Thăng', `${TAM_THANG} → Phường Bàn Thạch`],
    ['48', 'xa tam thang', `${TAM_THANG} → Phường Bàn Thạch`],
    ['48', 'Xã Tam Thăng, TP. Tam Kỳ', `${TAM_THANG} → Phường Bàn Thạch`],
    ['48', 'Thôn 3, xã Tam Thăng, TP Tam Kỳ, Quảng Nam', `${TAM_THANG} → Phường Bàn Thạch`],
    ['48', '20362 - Xã Tam Thăng', `${TAM_THANG} → Phường Bàn Thạch`],
    ['48', 'Xã Tam Thăng (20362)', `${TAM_THANG} → Phường Bàn Thạch`],
    ['48', '20362 - Phường Bàn Thạch', `${TAM_THANG} → Phường Bàn Thạch`],
    ['TW', '20362', `${TAM_THANG} → Phường Bàn Thạch (20335)`],
    ['TW', 'Xã Tam Thăng, tỉnh Quảng Nam', `${TAM_THANG} → Phường Bàn Thạch (20335)`],
    [
      '48',
      '20335 - Phường Tân Thạnh',
      'on another day: Phường Tân Thạnh, Thành phố Tam Kỳ (20335), đến 30/06/2025, nay là Phường Bàn Thạch (20335) → Phường Bàn Thạch',
    ],
    [
      '48',
      'Phường Phước Hòa',
      'on another day: Phường Phước Hòa, Thành phố Tam Kỳ (20338), đến 31/12/2024, nay là Phường Tam Kỳ (20341) → Phường Tam Kỳ',
    ],
    [
      '48',
      'TT. Núi Thành',
      'on another day: Thị trấn Núi Thành, Huyện Núi Thành (20965), đến 30/06/2025, nay là Xã Núi Thành (20965) → Xã Núi Thành',
    ],
    [
      '01',
      'Phường Trúc Bạch',
      'on another day: Phường Trúc Bạch, Quận Ba Đình (00004), đến 30/06/2025, nay là Phường Ba Đình (00004) → Phường Ba Đình',
    ],
    [
      '01',
      'Phường Cống Vị',
      'on another day: Phường Cống Vị, Quận Ba Đình (00007), đến 30/06/2025, nay thuộc Phường Ngọc Hà (00008), Phường Giảng Võ (00025) → Phường Cống Vị cũ',
    ],
    [
      '01',
      '7',
      'on another day: Phường Cống Vị, Quận Ba Đình (00007), đến 30/06/2025, nay thuộc Phường Ngọc Hà (00008), Phường Giảng Võ (00025) → Phường Cống Vị cũ',
    ],
    [
      '01',
      'Xã Tân Minh',
      'on another day: Xã Tân Minh, Huyện Sóc Sơn (00406), đến 30/06/2025, nay là Xã Sóc Sơn (00376); Xã Tân Minh, Huyện Thường Tín (10240), đến 30/06/2025, nay là Xã Thượng Phúc (10231)',
    ],
  ])('in the book of %s in August 2025: %j is %s', (holder, text, found) => {
    expect(look(holder, AFTER, text)).toBe(found);
  });

  it.each([
    ['49', 'Phường Bàn Thạch', BAN_THACH],
    ['49', '20335 - Phường Bàn Thạch', BAN_THACH],
    // Of a province that only the later one has in common with the holder's.
    ['49', 'Phường Hòa Cường', 'unknown'],
  ])('in the book of %s in 2024: %j is %s', (holder, text, found) => {
    expect(look(holder, BEFORE, text)).toBe(found);
  });

  it.each([
    [
      'Phường Trảng Bom',
      AFTER,
      'on another day: Phường Trảng Bom (26248), từ 30/04/2026, trước là Xã Trảng Bom (26248) → Xã Trảng Bom',
    ],
    ['Xã Trảng Bom', AFTER, '26248@2025-07-01'],
    [
      'Xã Trảng Bom',
      LATEST,
      'on another day: Xã Trảng Bom (26248), từ 01/07/2025 đến 29/04/2026, nay là Phường Trảng Bom (26248) → Phường Trảng Bom',
    ],
    [
      'Thị trấn Trảng Bom',
      LATEST,
      'on another day: Thị trấn Trảng Bom, Huyện Trảng Bom (26248), đến 30/06/2025, nay là Phường Trảng Bom (26248) → Phường Trảng Bom',
    ],
    ['Xã Trảng Bom cũ', LATEST, '26248@2025-07-01'],
    ['TT Trảng Bom cũ', LATEST, '26248'],
    ['Phường Trảng Bom', LATEST, '26248@2025-07-01'],
  ])('of Đồng Nai, whose xã became phường: %j on %s is %s', (text, date, found) => {
    expect(look('75', date, text)).toBe(found);
  });

  it('is never another that is alike without accents', () => {
    // Xã Tân Thành of Hàm Yên and of Bắc Quang ended; Xã Tân Thanh is there.
    expect(look('08', AFTER, 'Xã Tân Thành')).toMatch(
      /^on another day: Xã Tân Thành, Huyện .*; Xã Tân Thành, /,
    );
    expect(look('08', AFTER, 'xa tan thanh')).toBe('02578@2025-07-01');
  });

  it('is told of no more than three', () => {
    expect(look('79', AFTER, 'Phường 1').match(/\(\d{5}\), đến/g)).toHaveLength(3);
    expect(look('79', AFTER, 'Phường 1')).toMatch(/; …$/);
  });

  it('of the former division has one commune of today proposed, or its former name, or is a question', () => {
    const provinceOf = (unit: Unit) => {
      const place = whereabouts(registry, registry.byId(unit.provinceId as never) as Unit, AFTER);
      return 'unit' in place ? place.unit : undefined;
    };
    const former = registry.communes('2025-06-30' as IsoDate).filter(({ validTo }) => validTo !== undefined);
    fc.assert(
      fc.property(fc.constantFrom(...former), (unit) => {
        const finder = finderOf(registry, provinceOf(unit)?.code ?? '', AFTER);
        const text = `${unit.name}, ${unit.district}`;
        const found = finder.look(text, AFTER);
        if (found === undefined || 'id' in found || found.fault === 'COMMUNE_AMBIGUOUS') return;
        expect(found.fault, text).toBe('COMMUNE_OTHER_DATE');
        expect(found.params?.candidates).toContain(`(${unit.code})`);
        const place = whereabouts(registry, unit, AFTER);
        const wanted = 'unit' in place ? place.unit.id : unit.id;
        const [suggestion, ...others] = found.suggestions ?? [];
        expect(others).toEqual([]);
        if (String(found.params?.candidates).includes('; ')) return;
        expect(finder.look(suggestion, AFTER), text).toEqual({ id: wanted });
      }),
      { numRuns: 400 },
    );
  });
});

describe('a province where a commune should stand', () => {
  const QUANG_NAM = 'province: Tỉnh Quảng Nam (49) of 234, such as Phường Tân Thạnh (20335)';
  const THEN =
    'province: Tỉnh Quảng Nam (49), nay là Thành phố Đà Nẵng (48) of 94, such as Phường Bàn Thạch (20335)';

  it.each([
    ['49', BEFORE, '49', QUANG_NAM],
    ['49', BEFORE, 'Quảng Nam', QUANG_NAM],
    ['49', BEFORE, 'quang nam', QUANG_NAM],
    ['49', BEFORE, 'tỉnh Quảng Nam', QUANG_NAM],
    ['49', BEFORE, 'T. Quảng Nam', QUANG_NAM],
    ['TW', BEFORE, 'Tỉnh Quảng Nam', QUANG_NAM],
    ['48', AFTER, '49', THEN],
    ['48', AFTER, 'Tỉnh Quảng Nam', THEN],
    ['75', AFTER, 'Đồng Nai', 'province: Tỉnh Đồng Nai (75) of 95, such as Phường Bình Phước (25195)'],
    [
      '75',
      LATEST,
      'TP. Đồng Nai',
      'province: Thành phố Đồng Nai (75) of 95, such as Phường Bình Phước (25195)',
    ],
    ['01', BEFORE, '01', 'province: Thành phố Hà Nội (01) of 526, such as Phường Phúc Xá (00001)'],
    // A number that lost its zeros is the holder's commune before it is another's province.
    ['01', BEFORE, '49', 'unknown: 00049'],
    // A town that bore the province's name.
    ['33', BEFORE, 'TP. Hưng Yên', 'unknown'],
    ['49', BEFORE, 'huyện Quảng Nam', 'unknown'],
    ['49', BEFORE, '00', 'unknown'],
    ['49', BEFORE, 'TW', 'unknown'],
  ])('in the book of %s on %s: %j is %s', (holder, date, text, found) => {
    expect(look(holder, date, text)).toBe(found);
  });

  it.each([
    ['24', AFTER, 'Bắc Giang', '? Phường Bắc Giang (07210); Tỉnh Bắc Giang (24)'],
    ['44', AFTER, 'quang tri', '? Phường Quảng Trị (19360); Tỉnh Quảng Trị (44)'],
    ['24', AFTER, 'P. Bắc Giang', '07210@2025-07-01'],
    ['24', AFTER, 'Bắc Giang, Bắc Ninh', '07210@2025-07-01'],
    // The commune that keeps the book means itself.
    ['07210', AFTER, 'Bắc Giang', '07210@2025-07-01'],
    // Not the holder's province: names are of its communes.
    ['01', BEFORE, 'Vĩnh Phúc', '00006'],
  ])('and the name of a commune there, of %s on %s: %j is %s', (holder, date, text, found) => {
    expect(look(holder, date, text)).toBe(found);
  });
});

it('a code and a name of two communes of the day are a question, whoever bore both before', () => {
  expect(look('01', AFTER, '00634 - Phường Đại Mỗ')).toBe('? Phường Tây Mỗ (00634); Phường Đại Mỗ (00637)');
});

it('a code and a name of one commune are that, whatever former district stands behind', () => {
  expect(look('48', AFTER, '20635 - Xã Duy Nghĩa, huyện Duy Xuyên')).toBe('20635@2025-07-01');
});

it.each([
  ['23938', '23737@2025-07-01'],
  ['23938 - Xã Ia Mơ', '23737@2025-07-01'],
])('a commune is found by the code that another source gives it: %j', (text, found) => {
  expect(look('52', AFTER, text)).toBe(found);
});

describe('what nobody bears', () => {
  it.each([
    ['49', '20336', 'unknown: Phường Tân Thạnh'],
    ['49', '20248', 'unknown: Phường Cẩm Nam'],
    ['49', '20372', 'unknown: Xã Tam Thăng (20362) | Xã Tam Phú (20371)'],
    ['49', '20334 - Phường Tân Thạnh', 'unknown: Phường Tân Thạnh'],
    ['49', '20341 - Xã An Mỹ', 'unknown: Phường An Mỹ'],
    ['49', '20341 - Xã Tam Thăng Bình', 'unknown'],
    ['49', '20341 - Phường Tân Thạnh Đông', 'unknown'],
    ['49', '99999 - Xã Tam Thăng', 'unknown: Xã Tam Thăng'],
    ['49', 'Xã Tam Thng', 'unknown: Xã Tam Thăng'],
    ['49', 'Xã Tam Thănq', 'unknown: Xã Tam Thăng'],
    ['49', 'Xã Tam Thănq, TP. Tam Kỳ', 'unknown: Xã Tam Thăng'],
    ['49', 'Xã Tam Thnăg', 'unknown: Xã Tam Thăng'],
    ['49', 'Xã Tam Thănq, huyện Núi Thành', 'unknown'],
    ['49', 'Xã Tam Thăng, huyện Núi Thành', 'unknown'],
    ['49', 'Phường Hải Châu', 'unknown'],
    ['49', 'Phường 99', 'unknown'],
    ['20', 'Phường Hòa Bình', 'unknown'],
    ['79', 'Phường 99', 'unknown'],
    ['49', 'Xã Tam', 'unknown'],
    ['49', 'Tam Thănggggg', 'unknown'],
    ['49', 'Xã Không Có Đâu', 'unknown'],
    ['49', `Xã ${'Tam Thăng '.repeat(5)}`, 'unknown'],
    ['TW', '20336', 'unknown'],
    ['TW', 'Xã Tam Thănq', 'unknown'],
  ])('in the book of %s: %j is %s', (holder, text, found) => {
    expect(look(holder, BEFORE, text)).toBe(found);
  });

  it('is no slip of a present name where it is called former', () => {
    expect(look('48', AFTER, 'Phường Bàn Thạhc')).toBe('unknown: Phường Bàn Thạch');
    expect(look('48', AFTER, 'Phường Bàn Thạhc cũ')).toBe('unknown');
  });

  it('has a few proposed where a few are as near', () => {
    const found = look('49', BEFORE, 'Xã Quế Xuân 3');
    expect(found).toBe('unknown');
    expect(look('49', BEFORE, 'Xã Đại Thanq')).toMatch(/^unknown: Xã Đại .*\(\d{5}\) \| Xã Đại /);
  });

  it('is sought among two thousand names of a book, and then no more', () => {
    const finder = finderOf(registry, '49', BEFORE);
    for (let i = 0; i < 2_000; i += 1) finder.look(`Xã Lạ ${i.toString(2)}x`, BEFORE);
    expect(told(finder.look('Xã Tam Thng', BEFORE))).toBe('unknown');
    expect(told(finder.look('20336', BEFORE))).toBe('unknown: Phường Tân Thạnh');
  });
});
