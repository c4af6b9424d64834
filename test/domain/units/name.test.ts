import { describe, expect, it } from 'vitest';
import { communeKind, isProvinceCode } from '#domain/units/kind.ts';
import { foldedKey, lowerName, splitKind } from '#domain/units/name.ts';
import { spelledAlike } from '#domain/units/name-index.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { base, change, code, day, history, registryOf } from './made-history.ts';

describe('the kind before a name', () => {
  it.each([
    ['xã tam thăng', 'XA', 'tam thăng'],
    ['xa tam thang', 'XA', 'tam thang'],
    ['x.tam thăng', 'XA', 'tam thăng'],
    ['x tam thăng', 'XA', 'tam thăng'],
    ['phường an mỹ', 'PHUONG', 'an mỹ'],
    ['p.1', 'PHUONG', '1'],
    ['p1', 'PHUONG', '1'],
    ['p an mỹ', 'PHUONG', 'an mỹ'],
    ['tt. đồng mỏ', 'THI_TRAN', 'đồng mỏ'],
    ['tt đồng mỏ', 'THI_TRAN', 'đồng mỏ'],
    ['t.t. đồng mỏ', 'THI_TRAN', 'đồng mỏ'],
    ['thị trấn đồng mỏ', 'THI_TRAN', 'đồng mỏ'],
    ['đặc khu cát hải', 'DAC_KHU', 'cát hải'],
    ['đk. cát hải', 'DAC_KHU', 'cát hải'],
    ['phú an', undefined, 'phú an'],
    ['pó tấu', undefined, 'pó tấu'],
    ['xuân lộc', undefined, 'xuân lộc'],
    ['xã', undefined, 'xã'],
    ['', undefined, ''],
  ])('of %j is %s', (lower, kind, bare) => {
    expect(splitKind(lower)).toEqual({ ...(kind && { kind }), bare });
  });

  it.each([
    ['Xã Tam Thăng', 'XA'],
    ['Phường Bàn Thạch', 'PHUONG'],
    ['Thị trấn Núi Thành', 'THI_TRAN'],
    ['Đặc khu Hoàng Sa', 'DAC_KHU'],
    ['ĐẶC KHU HOÀNG SA', 'DAC_KHU'],
    ['Tỉnh Quảng Nam', undefined],
    ['Thành phố Đà Nẵng', undefined],
    ['Xãx Tam Thăng', undefined],
  ])('of the full name %j is %s', (name, kind) => {
    expect(communeKind(name)).toBe(kind);
  });

  it('is that of a province with two digits', () => {
    expect(isProvinceCode(code('24'))).toBe(true);
    expect(isProvinceCode(code('00024'))).toBe(false);
  });
});

describe('spellings of a name', () => {
  it.each([
    ['Phường 01', 'phường 1'],
    ['PHƯỜNG  001', 'phường 1'],
    ['Phường 10', 'phường 10'],
    ['Xã Ea H’Leo', "xã ea h'leo"],
    [' Tam\u00a0Thăng ', 'tam thăng'],
    ['Tam Thăng'.normalize('NFD'), 'tam thăng'],
  ])('%j is %j', (name, lower) => {
    expect(lowerName(name)).toBe(lower);
  });

  it('without accents are one key', () => {
    expect(foldedKey(lowerName('Xã Đông Hoà'))).toBe('xa dong hoa');
  });
});

it.each([
  ['Xã Hòa Bình', 'P. Hoà Bình', true],
  ['Mĩ Đức', 'Xã Mỹ Đức', true],
  ['Phường 01', 'Phường 1', true],
  ['Xã Tân Thanh', 'Xã Tân Thành', false],
  ['Xã Tân Thanh', 'xa tan thanh', false],
])('%j and %j are spelled alike: %s', (a, b, alike) => {
  expect(spelledAlike(a, b)).toBe(alike);
});

describe('communes by name', () => {
  const ON = '2026-04-30';
  const registry = registryOf(
    history(
      base('75 Tỉnh Đồng', '00001 Xã Trảng Bom @75', '00002 Xã Trang Bom @75', '00003 Xã Mỹ Đức @75'),
      change(ON, '00001>KEPT>00001 Phường Trảng Bom @75', '00003>WHOLE>00003 Xã Mỹ Đức @75'),
    ),
  );
  const find = (name: string, on: string) =>
    registry.communesByName(name, '75' as UnitId, day(on)).map(({ id }) => id);
  const BEFORE = '2026-04-29';

  it.each([
    ['the name of that time', 'Xã Trảng Bom', BEFORE, ['00001']],
    ['not the name of a later time', 'Phường Trảng Bom', BEFORE, []],
    ['the folded spelling, where nobody is called so any more', 'Xã Trảng Bom', ON, ['00002']],
    ['the name of today', 'Phường Trảng Bom', ON, ['00001']],
    ['the bare name on both sides', 'Trảng Bom', BEFORE, ['00001']],
    ['the bare name on both sides', 'Trảng Bom', ON, ['00001']],
    ['the folded spelling, only of who is called so', 'xa trang bom', ON, ['00002']],
    ['the folded spelling, of all alike', 'xa trang bom', BEFORE, ['00001', '00002']],
    ['the one that bears it now', 'Xã Mỹ Đức', ON, ['00003@2026-04-30']],
    ['i for y', 'Mĩ Đức', BEFORE, ['00003']],
    ['the folded spelling of a slip', 'Mị Đức', BEFORE, ['00003']],
    ['nothing for no name', '  ', BEFORE, []],
  ])('are found by %s', (_what, name, on, found) => {
    expect(find(name, on)).toEqual(found);
  });

  it('are found in their own province', () => {
    expect(registry.communesByName('Trảng Bom', '48' as UnitId, day(ON))).toEqual([]);
  });
});
