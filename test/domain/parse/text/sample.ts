/** An invented list, as a treasurer of a commune writes it. */
export const SAMPLE = `Số TT;Ngày;Họ và tên;Địa chỉ;Số tiền (đồng);Ghi chú
1;05/09/2024;Nguyễn Thị Bưởi;thôn Đoài, xã Hòa Phú;500.000đ;ủng hộ đồng bào bị lũ lụt
2;06/09/2024;Trần Văn Khoẻ;tổ dân phố 3, thị trấn Đắk Mil;1.200.000đ;"nộp tiền mặt; có giấy biên nhận"
3;07/09/2024;Phạm Quỳnh Giang;ấp Mỹ Thuỷ;50.000đ;gửi các cháu học sinh nghèo
4;08/09/2024;Công ty TNHH Hướng Dương;khu công nghiệp;20.000.000đ;chuyển khoản qua ngân hàng
`;

const TONES = '\u0300\u0309\u0303\u0301\u0323';
export const SMALL = [...'aăâeêioôơuưy'].flatMap((base) =>
  ['', ...TONES].map((tone) => (base + tone).normalize('NFC')),
);
export const ALL_LETTERS = [...SMALL, 'đ'].flatMap((letter) => [letter, letter.toUpperCase()]);

/** Where TCVN 5712 (VN3) puts its letters; a toned capital is written as the small letter. */
const TCVN3_PLACES: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'a1 ĂÂÊÔƠƯĐăâêôơưđ',
    'b5 àảãáạ',
    'bb ằẳẵắ',
    'c6 ặầẩẫấậè',
    'ce ẻẽéẹềểễếệìỉ',
    'dc ĩíịò',
    'e1 ỏõóọồổỗốộờởỡớợù',
    'f1 ủũúụừửữứựỳỷỹýỵ',
  ].flatMap((run) => {
    const [start = '', letters = ''] = run.split(' ');
    return [...letters].map((letter, i) => [letter, Number.parseInt(start, 16) + i]);
  }),
);

/** As it shows when the font is missing: the bytes as windows-1252. */
export const toTcvn3 = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      const place = TCVN3_PLACES[letter] ?? TCVN3_PLACES[letter.toLowerCase()];
      return place === undefined ? letter : String.fromCharCode(place);
    })
    .join('');

const VNI_SINGLE = new Map(
  'đñ ưö ơô ịò ĩó ỉæ ìì íí ỵî'.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const VNI_TONES: Readonly<Record<string, string>> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
  '\u0302': 'â',
  '\u0302\u0301': 'á',
  '\u0302\u0300': 'à',
  '\u0302\u0309': 'å',
  '\u0302\u0303': 'ã',
  '\u0323\u0302': 'ä',
  '\u0306': 'ê',
  '\u0306\u0301': 'é',
  '\u0306\u0300': 'è',
  '\u0306\u0309': 'ú',
  '\u0306\u0303': 'ü',
  '\u0323\u0306': 'ë',
};

function smallToVni(letter: string): string {
  const single = VNI_SINGLE.get(letter);
  if (single !== undefined) return single;
  const [base = '', ...marks] = letter.normalize('NFD');
  const horned = marks.includes('\u031b');
  const rest = marks.filter((mark) => mark !== '\u031b').join('');
  const stem = horned ? (base === 'u' ? 'ö' : 'ô') : base;
  return stem + (VNI_TONES[rest] ?? '');
}

/** As it shows when the font is missing: the bytes as windows-1252. */
export const toVni = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      const small = letter.toLowerCase();
      return small === letter ? smallToVni(letter) : smallToVni(small).toUpperCase();
    })
    .join('');

export const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
export const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));

export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
}

/** Letter and tone are two bytes, as Windows writes them. */
export function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258');
  const places = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const tone = letter.normalize('NFD').match(/[\u0300\u0309\u0303\u0301\u0323]/u)?.[0] ?? '';
    const base = letter.normalize('NFD').replace(tone, '').normalize('NFC');
    for (const part of base + tone) {
      const byte = places.get(part);
      if (byte === undefined) throw new Error(`not in windows-1258: ${part}`);
      bytes.push(byte);
    }
  }
  return Uint8Array.from(bytes);
}
