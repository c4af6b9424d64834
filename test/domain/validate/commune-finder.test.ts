import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { finderOf, told } from './told.ts';

const registry = shippedRegistry();
const BEFORE = '2024-09-01' as IsoDate;
const AFTER = '2025-08-01' as IsoDate;

const finder = (holder: string, date: IsoDate) => finderOf(registry, holder, date);
const look = (holder: string, date: IsoDate, text: string) => told(finder(holder, date).look(text, date));

describe('the commune in a cell', () => {
  it.each([
    ['20341', '20341'],
    ['P. An Mỹ', '20341'],
    ['P.An Mỹ', '20341'],
    ['p An Mỹ', '20341'],
    ['X. Tam Thăng', '20362'],
    ['x Tam Thăng', '20362'],
    ['XÃ TAM THĂNG', '20362'],
    ['xa tam thang', '20362'],
    ['20362 - Xã Tam Thăng', '20362'],
    ['Xã Tam Thăng (20362)', '20362'],
    ['20362 Tam Thăng', '20362'],
    ['Xã Tam Thăng, TP. Tam Kỳ', '20362'],
    ['Xã Tam Thăng, TP Tam Kỳ, tỉnh Quảng Nam', '20362'],
    ['Xã Tam Thăng - Tam Kỳ', '20362'],
    ['Xã Tam Thăng TP Tam Kỳ', '20362'],
    ['Thôn 3, xã Tam Thăng, TP. Tam Kỳ', '20362'],
    ['xã Tam Thăng (TP. Tam Kỳ)', '20362'],
    ['xã Tam Thăng cũ', '20362'],
    ['Phường Trúc Bạch, Hà Nội', '00004'],
    ['Phường Trúc Bạch, quận Ba Đình, TP Hà Nội', '00004'],
    ['Phường Trúc Bạch', 'unknown'],
    ['Xã Tam Thăng, huyện Núi Thành', 'unknown'],
    ['Xã Tam Thăng, tỉnh Lạng Sơn', 'unknown'],
    ['Xã Tam Thăng, tỉnh Nào Đó', 'unknown'],
    ['Phường Tam Thăng', 'unknown: Xã Tam Thăng'],
    ['20341 - Phường Nào Đó', 'unknown'],
    ['99999', 'unknown'],
    ['335', 'unknown'],
    ['xã', 'unknown'],
    ['', 'unknown'],
    ['x'.repeat(500), 'unknown'],
    ['a,'.repeat(50), 'unknown'],
    ['Tam Thăng, '.repeat(9), 'unknown'],
    [
      'Xã Tam Thăng, xã Tam Phú',
      '? Xã Tam Thăng, Thành phố Tam Kỳ (20362); Xã Tam Phú, Thành phố Tam Kỳ (20371)',
    ],
    ['Tam Thăng / Tam Phú', '? Xã Tam Thăng, Thành phố Tam Kỳ (20362); Xã Tam Phú, Thành phố Tam Kỳ (20371)'],
    [
      '20335 - Phường An Mỹ',
      '? Phường Tân Thạnh, Thành phố Tam Kỳ (20335); Phường An Mỹ, Thành phố Tam Kỳ (20341)',
    ],
  ])('of Quảng Nam in 2024: %j is %j', (text, found) => {
    expect(look('49', BEFORE, text)).toBe(found);
  });

  it.each([
    ['P. Tam Kỳ', '20341@2025-07-01'],
    ['Phường Bàn Thạch (xã Tam Thăng cũ)', '20335@2025-07-01'],
    ['Phường Bàn Thạch, TP Tam Kỳ cũ', '20335@2025-07-01'],
    ['Phường Bàn Thạch, tỉnh Quảng Nam', '20335@2025-07-01'],
    ['Phường Bàn Thạch, TP Đà Nẵng', '20335@2025-07-01'],
    ['Phường Bàn Thạch, tỉnh Lạng Sơn', 'unknown'],
    ['Phường Bàn Thạch, huyện Nào Đó', 'unknown'],
    ['Xã Tam Thăng cũ', '20362'],
    ['Xã Tam Thăng (cũ)', '20362'],
    ['Xã Tam Thăng (xã cũ)', '20362'],
    ['xã cũ Tam Thăng', '20362'],
    ['xã Tam Thăng (nay là phường Bàn Thạch)', '20362'],
    ['xã Tam Thăng, nay là phường Bàn Thạch', '20362'],
    ['xa tam thang cu', '20362'],
    ['20335 - Phường Tân Thạnh cũ', '20335'],
    ['20335 - Phường Bàn Thạch', '20335@2025-07-01'],
    ['Xã Bàn Thạch', 'unknown: Phường Bàn Thạch'],
    ['Xã Nào Đó cũ', 'unknown'],
    ['Xã Duy Nghĩa', '20635@2025-07-01'],
    ['Xã Duy Nghĩa, huyện Duy Xuyên', '? Xã Duy Nghĩa (20635); Xã Duy Nghĩa, Huyện Duy Xuyên (20635)'],
  ])('of Đà Nẵng in 2025, which Quảng Nam went into: %j is %j', (text, found) => {
    expect(look('48', AFTER, text)).toBe(found);
  });

  it.each([
    ['Phường Quang Trung, quận Đống Đa', '00214'],
    ['P. Quang Trung - Q. Hà Đông', '09538'],
    ['Quang Trung, Thạch Thất', '10006'],
    [
      'Phường Quang Trung',
      '? Phường Quang Trung, Quận Đống Đa (00214); Phường Quang Trung, Quận Hà Đông (09538)',
    ],
    ['Phường Văn Miếu - Quốc Tử Giám - Quận Đống Đa', '00181'],
    ['4', 'unknown: 00004'],
    ['0004', 'unknown: 00004'],
  ])('of Hà Nội in 2024: %j is %j', (text, found) => {
    expect(look('01', BEFORE, text)).toBe(found);
  });

  it.each([
    ['38', 'Xã Phú Nghiêm, Quan Hóa', '14911'],
    ['38', 'xa phu nghiem, quan hoa', '14911'],
    ['38', 'xa phu nghiem, huyen quan hoa', '14911'],
    ['08', 'Xã Tứ Quận - Yên Sơn', '02464'],
    ['TW', 'Phường Trúc Bạch', 'unknown'],
    ['TW', 'Phường Trúc Bạch, Hà Nội', '00004'],
    ['TW', 'Xã Tam Thăng, tỉnh Quảng Nam', '20362'],
  ])('of %s in 2024: %j is %j', (holder, text, found) => {
    expect(look(holder, BEFORE, text)).toBe(found);
  });

  it('names five candidates at most, and says that there are more', () => {
    const found = look('79', BEFORE, 'Phường 1');
    expect(found.match(/\(\d{5}\)/g)).toHaveLength(5);
    expect(found.endsWith('; …')).toBe(true);
  });

  it('is the holder, a commune, where none is written; otherwise none', () => {
    expect(finder('20338', BEFORE).look(undefined, BEFORE)).toEqual({ id: '20338' });
    expect(finder('49', BEFORE).look(undefined, BEFORE)).toBeUndefined();
  });

  it('is told the same a second time, and of another day apart', () => {
    const hanoi = finder('01', BEFORE);
    const first = hanoi.look('Phường Trúc Bạch', BEFORE);
    expect(hanoi.look('Phường Trúc Bạch', AFTER)).toMatchObject({ fault: 'COMMUNE_OTHER_DATE' });
    expect(hanoi.look('Phường Trúc Bạch', BEFORE)).toEqual(first);
  });
});

describe('every commune', () => {
  const holders = registry.provinces(BEFORE);
  const communes = registry.communes(BEFORE);
  const picked = fc.constantFrom(...communes);

  it('is found by name, district and province, or named among the candidates', () => {
    fc.assert(
      fc.property(picked, fc.constantFrom(', ', ' - '), (unit, separator) => {
        const province = holders.find(({ id }) => id === unit.provinceId);
        const text = [unit.name, unit.district, province?.name].join(separator);
        const found = look(province?.code ?? '', BEFORE, text);
        expect(found === unit.id || (found.startsWith('? ') && found.includes(`(${unit.code})`)), found).toBe(
          true,
        );
        expect(look('TW', BEFORE, text)).toBe(found);
        expect(look('TW', BEFORE, `${unit.code} - ${text}`)).toBe(unit.id);
      }),
      { numRuns: 300 },
    );
  });

  it('of the former division is found by its district with "cũ"', () => {
    const last = '2025-06-30' as IsoDate;
    const danang = finder('48', AFTER);
    const own = registry
      .communes(last)
      .filter(({ provinceId }) => provinceId === '48' || provinceId === '49');
    for (const unit of own) {
      expect(danang.look(`${unit.name} cũ, ${unit.district}`, AFTER), unit.name).toEqual({ id: unit.id });
    }
  });
});

describe('any text', () => {
  const words =
    'xã phường P. TT cũ (cũ) nay là huyện TP. tỉnh Tam Kỳ Thăng Quang Trung Trúc Bạch Hà Nội 00004 20362 49 4 , - / ( ) Quan'.split(
      ' ',
    );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((parts) => parts.join(' ')),
  );
  const finders = [finder('01', BEFORE), finder('48', AFTER), finder('TW', AFTER)].map((one, at) => ({
    one,
    date: at === 0 ? BEFORE : AFTER,
  }));

  it('gives one commune, a question or nothing; what it suggests is found', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...finders), (text, { one, date }) => {
        const found = one.look(text, date);
        if (found === undefined) throw new Error('none');
        if ('id' in found) {
          expect(registry.byId(found.id)?.level).toBe('XA');
          return;
        }
        for (const suggestion of found.suggestions ?? []) {
          expect(one.look(suggestion, date), suggestion).toHaveProperty('id');
        }
      }),
      { numRuns: 1500 },
    );
  });
});
