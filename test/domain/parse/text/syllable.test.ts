import { describe, expect, it } from 'vitest';
import { isVietnameseSyllable } from '#domain/parse/text/syllable.ts';

const words = (text: string) => text.split(' ').map((word) => word.normalize('NFC'));

describe('Vietnamese syllables', () => {
  it.each(
    words(
      'a ở ý ông Nguyễn TRẦN Quỳnh quý quốc quyết nghiêng nghĩa gì gìn giêng giết giặc ghế khuỷu khuya khoẻ khỏe hoà ' +
        'hòa hoàn hòan thuỷ thủy Qũy quỹ quí quờ xoong moóc Đắk Lắk Búk rượu người đường tuyết huých yến yêu kỳ lý ' +
        'mía mùa mưa cũng xoắn ngoằn thuở chị uống bưởi vẹn chếch phách hếch của tụt được ngoài',
    ),
  )('%s is one', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  });

  it.each(
    words(
      'tôt café René Müller señor façade über kế1 ngế kà cế ghà tõt hàc nguyễnn đ TĐ muà haí tíên ấá ngiã jà ' +
        'Ðà Nguyeãn hoàng-anh áo,',
    ),
  )('%s is none', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });

  it('takes no empty word', () => {
    expect(isVietnameseSyllable('')).toBe(false);
  });
});
