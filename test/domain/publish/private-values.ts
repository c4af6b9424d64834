import fc from 'fast-check';

/** Made-up people as treasurers write them: names and numbers that must not reach a public byte. */
const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Lò',
  'Giàng',
  'Thào',
  'Lầu',
];
const MIDDLES = ['Văn', 'Thị', 'Ngọc', 'Hữu', 'Minh', 'Thị Kim', 'A', 'Mí'];
const GIVEN = ['Khế', 'Mận', 'Chanh', 'Gấc', 'Sung', 'Nhãn', 'Mít', 'Ổi', 'Lựu', 'Quýt'];

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const writing = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  folded,
  (text) => folded(text).toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll(' ', '  '),
  (text) => text.replaceAll(' ', '-'),
);

/** A full name in one of the ways of writing it. */
export const personName: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...MIDDLES), fc.constantFrom(...GIVEN), writing)
  .map(([surname, middle, given, write]) => write(`${surname} ${middle} ${given}`));

/** Eight to twelve digits with signs between them. */
export const longNumber: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('', '', '', ' ', '.', '-', '/', ') ')), {
    minLength: 8,
    maxLength: 12,
  })
  .map((parts) => parts.map(([digit, sign]) => `${digit}${sign}`).join(''));
