import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode, UnitId } from '#domain/units/unit.ts';

const units = shippedRegistry();
const before = '2025-06-30' as IsoDate;
const after = '2025-07-01' as IsoDate;
const today = '2026-03-31' as IsoDate;
const code = (text: string) => text as UnitCode;
const day = (text: string) => text as IsoDate;
const names = (found: readonly { name: string }[]) => found.map((unit) => unit.name);

describe('counts', () => {
  test.each([after, today])('34 provinces and 3,321 communes on %s', (date) => {
    expect(units.provinces(date)).toHaveLength(34);
    expect(units.communes(date)).toHaveLength(3321);
  });

  test('63 provinces and 10,035 communes on the last day of the former division', () => {
    expect(units.provinces(before)).toHaveLength(63);
    expect(units.communes(before)).toHaveLength(10_035);
  });

  test('the counts of the provinces add up to the communes of the country', () => {
    for (const date of [before, after]) {
      const sum = units.provinces(date).reduce((total, unit) => total + units.communeCount(unit.id, date), 0);
      expect(sum).toBe(units.communes(date).length);
    }
  });

  test('697 phường and so on: every kind is known, and no thị trấn is left', () => {
    const kinds = new Set(units.communes(after).map((unit) => unit.kind));
    expect(kinds).toEqual(new Set(['XA', 'PHUONG', 'DAC_KHU']));
    expect(units.communes(after).filter((unit) => unit.kind === 'DAC_KHU')).toHaveLength(13);
  });
});

describe('identity', () => {
  test('24 was Bắc Giang and is Bắc Ninh', () => {
    expect(units.at(code('24'), day('2024-09-10'))).toMatchObject({ id: '24', name: 'Tỉnh Bắc Giang' });
    expect(units.at(code('24'), day('2025-09-10'))).toMatchObject({
      id: '24@2025-07-01',
      name: 'Tỉnh Bắc Ninh',
    });
    expect(units.versions(code('24')).map((unit) => unit.id)).toEqual(['24', '24@2025-07-01']);
  });

  test('00004 was Phường Trúc Bạch and is Phường Ba Đình', () => {
    expect(units.at(code('00004'), before)).toMatchObject({
      id: '00004',
      name: 'Phường Trúc Bạch',
      district: 'Quận Ba Đình',
    });
    expect(units.at(code('00004'), after)).toMatchObject({ id: '00004@2025-07-01', name: 'Phường Ba Đình' });
  });

  test('the eleven provinces that crossed the line keep one identity', () => {
    const crossed = units.provinces(after).filter((unit) => unit.validFrom === undefined);
    expect(crossed.map((unit) => unit.id)).toEqual('01 04 11 12 14 20 22 38 40 42 46'.split(' '));
    for (const unit of crossed) expect(units.at(unit.code, before)).toBe(unit);
  });

  test('communes that crossed the line keep one identity and lie in a province that did', () => {
    const crossed = units.communes(after).filter((unit) => unit.validFrom === undefined);
    expect(crossed.length).toBeGreaterThan(30);
    for (const unit of crossed) {
      expect(units.at(unit.code, before)).toBe(unit);
      expect(units.versions(unit.code)).toEqual([unit]);
    }
  });

  test('an identity names one unit, and versions of a code never overlap', () => {
    const all = [before, after].flatMap((date) => [...units.provinces(date), ...units.communes(date)]);
    for (const unit of all) expect(units.byId(unit.id)).toBe(unit);
    for (const unit of all) {
      const versions = units.versions(unit.code);
      for (let i = 1; i < versions.length; i += 1) {
        expect((versions[i - 1]?.validTo ?? '9') < (versions[i]?.validFrom ?? '')).toBe(true);
      }
    }
  });

  test("every commune's province exists on every day that the commune does", () => {
    for (const date of [day('2023-06-01'), before, after, today]) {
      const provinces = new Set(units.provinces(date).map((unit) => unit.id));
      expect(units.communes(date).filter((unit) => !provinces.has(unit.provinceId as UnitId))).toEqual([]);
    }
  });

  test('the centre is a unit on every day', () => {
    expect(units.at(code('TW'), day('2000-01-01'))).toMatchObject({
      id: 'TW',
      level: 'TW',
      name: 'Trung ương',
    });
    expect(units.byId('TW' as UnitId)?.code).toBe('TW');
  });

  test('an unknown code has no version; a future one has none on an earlier day', () => {
    expect(units.versions(code('99999'))).toEqual([]);
    expect(units.at(code('11948'), before)).toBeUndefined();
    expect(units.at(code('11948'), after)?.name).toBe('Đặc khu Bạch Long Vĩ');
  });
});

describe('Tam Kỳ', () => {
  const tamKy = (date: string) =>
    units
      .communes(day(date))
      .filter((unit) => unit.district === 'Thành phố Tam Kỳ' && unit.provinceId === '49');

  test('had 13 xã and phường in 2023, 12 after Phước Hòa joined An Xuân', () => {
    expect(tamKy('2023-06-30')).toHaveLength(13);
    expect(units.at(code('20338'), day('2024-12-31'))?.name).toBe('Phường Phước Hòa');
    expect(units.at(code('20338'), day('2025-01-01'))).toBeUndefined();
    expect(tamKy('2025-06-30')).toHaveLength(12);
  });
});

describe('names', () => {
  const find = (name: string, province: string, date: IsoDate) =>
    names(units.communesByName(name, province as UnitId, date));

  test.each([
    'Tam Thăng',
    'xã Tam Thăng',
    'XÃ TAM THĂNG',
    'Tam Thăng'.normalize('NFD'),
    'xa tam thang',
    'X. Tam Thăng',
    ' Tam\u00a0Thăng ',
  ])('"%s" is Xã Tam Thăng', (name) => expect(find(name, '49', before)).toEqual(['Xã Tam Thăng']));

  test.each(['P. An Mỹ', 'p An Mỹ', 'P.An Mỹ', 'phuong an my', 'An Mỹ'])('"%s" is Phường An Mỹ', (name) =>
    expect(find(name, '49', before)).toEqual(['Phường An Mỹ']),
  );

  test('TT. is a thị trấn, and a told kind is respected', () => {
    expect(find('TT. Đồng Mỏ', '20', before)).toEqual(['Thị trấn Đồng Mỏ']);
    expect(find('Xã Đồng Mỏ', '20', before)).toEqual([]);
    expect(find('Phường Tam Thăng', '49', before)).toEqual([]);
  });

  test('two fashions of tone marks are one spelling', () => {
    expect(find('Hoà Thuận', '49', before)).toEqual(find('Hòa Thuận', '49', before));
    expect(find('Hòa Hương', '49', before)).toEqual(['Phường Hòa Hương']);
  });

  test('an accented match wins over a folded one', () => {
    expect(find('Đồng Xuân', '01', before)).toEqual(['Phường Đồng Xuân']);
    expect(find('Dong Xuan', '01', before).sort()).toEqual([
      'Phường Đồng Xuân',
      'Xã Đông Xuân',
      'Xã Đông Xuân',
    ]);
  });

  test('an ambiguous name gives every candidate', () => {
    const found = units.communesByName('Tân Thành', '19' as UnitId, before);
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map((unit) => unit.id)).size).toBe(found.length);
  });

  test('a name is looked up within its province and its day', () => {
    expect(find('Ba Đình', '01', after)).toEqual(['Phường Ba Đình']);
    expect(find('Trúc Bạch', '01', after)).toEqual([]);
    expect(find('Trúc Bạch', '24', before)).toEqual([]);
    expect(find('', '01', after)).toEqual([]);
  });

  test('numbers may be padded', () => {
    expect(find('Phường 01', '79', before)).toEqual(find('Phường 1', '79', before));
    expect(find('P.1', '79', before).length).toBeGreaterThan(1);
  });
});
