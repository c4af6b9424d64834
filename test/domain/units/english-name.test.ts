import { expect, it } from 'vitest';
import { englishName } from '#domain/units/english-name.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';

it.each([
  ['XA', 'Phường Ba Đình', 'PHUONG', 'Ba Dinh Ward'],
  ['XA', 'Phường 12', 'PHUONG', 'Ward 12'],
  ['XA', 'Xã Ia Mơ', 'XA', 'Ia Mo Commune'],
  ['XA', 'Thị trấn Tây Đằng', 'THI_TRAN', 'Tay Dang Township'],
  ['XA', 'Đặc khu Bạch Long Vĩ', 'DAC_KHU', 'Bach Long Vi Special Zone'],
  ['XA', "Xã Đắk N'Drung", 'XA', "Dak N'drung Commune"],
  ['TINH', 'Tỉnh Quảng Nam', undefined, 'Quang Nam Province'],
  ['TINH', 'Thành phố Hồ Chí Minh', undefined, 'Ho Chi Minh City'],
  ['TINH', 'Tỉnh Bà Rịa - Vũng Tàu', undefined, 'Ba Ria - Vung Tau Province'],
  ['TW', 'Trung ương', undefined, undefined],
] as const)('%s %s', (level, name, kind, english) => {
  expect(englishName({ level }, { name, kind })).toBe(english);
});

it('is plain ASCII for every unit that there is or was', () => {
  for (const unit of shippedRegistry().all()) {
    if (unit.level !== 'TW')
      expect(englishName(unit, unit)).toMatch(
        /^[ -~]+ (Commune|Ward|Township|Special Zone|Province|City|\d+)$/,
      );
  }
});
