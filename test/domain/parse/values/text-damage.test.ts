import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '#domain/parse/values/mojibake.ts';
import { damageOf, isENotation } from '#domain/parse/values/text-damage.ts';

describe('a name', () => {
  it.each([
    'Nguy?n V?n V? D?',
    'Tr?n Ví D?',
    '?ng Ví D?',
    '?? Th? Ví D?',
    'NGUY?N VĂN VÍ DỤ',
    'Lê Th? Ví',
    'LÊ TH? VÍ',
    'T? dân ph? 3',
    'Nguy\ufffdn',
    '\ufffd',
    'Nguyá»…n VÄƒn VÃ\u00ad Dá»¥',
    'VÄƒn',
    'Ä\u0090oàn',
    'Trung TÆ°á»›c',
    'BÃ¡',
    'LÃª',
  ])('%j has lost letters', (text) => {
    expect(damageOf(text)).toBe('TEXT_LOSSY');
  });

  it.each([
    '',
    'Nguyễn Văn Ví Dụ',
    'Nguyen Van Vi Du',
    'ủng hộ ai?',
    'ung ho ai?',
    'Ai? Tôi ủng hộ Quỹ',
    'Ai? Toi ung ho',
    'Ủng hộ ai? Chưa rõ? Hỏi lại',
    'Sao??',
    '?',
    '??',
    'Số 5? 6?',
    'XÃ…',
    'Ủng hộ “XÔ ĐÃ”',
    'ĐÃ’',
    'Bá Ví',
    'Á»',
    'Công ty Ví Dụ «Má»',
    'Tổ 3 – khối “Ví Dụ”…',
    'Müller Françoise',
    'Nguyễn'.normalize('NFD'),
  ])('%j is whole', (text) => {
    expect(damageOf(text)).toBeUndefined();
  });
});

describe('UTF-8 read as windows-1252', () => {
  it.each([
    ['Nguyá»…n VÄƒn', 'Nguyễn Văn'],
    ['Ä‘á»“ng', 'đồng'],
    ['Ä\u0090oÃ\u00a0n', 'Đoàn'],
    ['VÃ\u00ad Dá»¥ â€“ 5', 'Ví Dụ – 5'],
  ])('%j is %j', (text, repaired) => {
    expect(repairMojibake(text)).toBe(repaired);
  });

  it.each([
    '',
    'Nguyen Van',
    'Nguyễn',
    'Bà Ví',
    'Bà',
    'Nguyá»',
    'XÃ…',
    'Ã',
    'á»… ễ',
    'À€',
    'ð\u009f\u0098\u0080',
    'à€‚',
    'àƒ€',
  ])('%j is none, or no more to be saved', (text) => {
    expect(repairMojibake(text)).toBeUndefined();
  });

  const LETTERS = [
    ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ ',
  ];
  const names = fc.string({ unit: fc.constantFrom(...LETTERS, ...LETTERS.map((l) => l.toUpperCase())) });
  const misread = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));

  it('is repaired to the letter, and named as damage', () => {
    fc.assert(
      fc.property(names, (name) => {
        const ascii = /^[ -~]*$/.test(name);
        expect(repairMojibake(misread(name))).toBe(ascii ? undefined : name);
        expect(damageOf(name)).toBeUndefined();
        if (/[đĐăĂơƯưạẠễ]/u.test(name)) expect(damageOf(misread(name))).toBe('TEXT_LOSSY');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a code in E-notation', () => {
  it.each(['1.00E+15', '1,5E+10', '9.70423E+15', '1E+15', '-2.5e+12', '970.4E+13', '1.2E-05'])(
    'is %j',
    (text) => {
      expect(isENotation(text)).toBe(true);
    },
  );
  it.each([
    '',
    '1E15',
    '12E5',
    'E+15',
    '1.00E+',
    '5213.660',
    '1.00E+15 đ',
    '1.00F+15',
    'PE+15',
    '1234.5E+10',
    '1.E+15',
  ])('is not %j', (text) => {
    expect(isENotation(text)).toBe(false);
  });
});

it('no text makes them fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'?á»…Ã€aÄ1E+.\ufffd ') })),
      (text) => {
        expect([undefined, 'TEXT_LOSSY']).toContain(damageOf(text));
        expect(typeof isENotation(text)).toBe('boolean');
        if (text.includes('\ufffd')) expect(damageOf(text)).toBe('TEXT_LOSSY');
        const repaired = repairMojibake(text);
        if (repaired !== undefined) {
          expect(Buffer.from(repaired, 'utf8').byteLength).toBe([...text].length);
          expect(repaired.length).toBeLessThan(text.length);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
