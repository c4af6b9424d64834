import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cut, fold } from '#domain/text.ts';

describe('fold', () => {
  it.each([
    ['Uỷ ban', 'Ủy ban'],
    ['hoà', 'hòa'],
    ['Qũy', 'Quỹ'],
    ['Đắk Lắk', 'dak lak'],
    ['ĐỒNG', 'đồng'],
    ['Nguyễn\u00a0Văn  A', ' nguyen van a '],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn'.normalize('NFC')],
  ])('%j and %j have one key', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
  it.each([
    ['xã', 'xe'],
    ['đ', 'đđ'],
    ['An Mỹ', 'An My 1'],
  ])('%j and %j have two', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });
  it('folded again is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('clean', () => {
  it.each([
    ['  Gạo tẻ ', 'Gạo tẻ'],
    ['\u00a05.000\u202f', '5.000'],
    ['\u200bNguyễn\u200d Văn\ufeff', 'Nguyễn Văn'],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn'.normalize('NFC')],
    ['a\tb', 'a b'],
    ['hai\r\ndòng', 'hai\ndòng'],
    ['\u00a0\u200b ', ''],
    ["'0011", "'0011"],
  ])('%j is %j', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });
  it('leaves nothing more to clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
    );
  });
});

describe('a text that is cut', () => {
  it.each([
    ['short enough', 'xã', 5, 'xã'],
    ['too long', 'xã Tam Thăng', 6, 'xã Tam'],
    ['at half a character', 'ab😀', 3, 'ab'],
    ['after a whole one', 'ab😀c', 4, 'ab😀'],
  ])('%s', (_name, text, length, kept) => {
    expect(cut(text, length)).toBe(kept);
    expect(cut(text, length).isWellFormed()).toBe(true);
  });
});
