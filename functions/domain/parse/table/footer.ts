import { clean, cut, fold } from '#domain/text.ts';
import { labelKey } from './label.ts';
import { hasLetter } from './shape.ts';

/** A line below a table is short; longer texts are data of some kind. */
const MAX_FOOTER = 200;

const MAX_CLOSING = 1_000;

/** Offices that sign, alone in their cell, with "TM." (for the board) or "KT." (for the chair) before them. */
const SIGNS =
  '(nguoi |can bo )?(lap bieu|lap bang|lap phieu|lap|ghi so|kiem soat|doi chieu|thong ke)|ke toan( truong| vien)?|phu trach ke toan|' +
  'thu quy|thu truong( don vi)?|truong ban|pho truong ban|(pho )?chu tich|giam doc|truong ban van dong|ban van dong|' +
  'dai dien [a-z ]{2,40}|giao dich vien|kiem soat vien|xac nhan cua [a-z ]{2,40}|nguoi in|thu ky|nguoi nop tien|nguoi nhan tien';
const SIGNATURE = new RegExp(`^(${SIGNS})( ${SIGNS.replaceAll('(', '(?:')})*$`);
const FOR_SOMEBODY = /^(tm|kt|tl|tuq) (ban|uy ban|ubmttq|chu tich|truong ban|thu truong|giam doc)\b/;
const SIGN_HERE = /^(ky|chu ky|da ky)( (va )?(ghi ro )?(ho ten|ho va ten|dong dau|ten))*( dong dau)?$/;
/** "…, ngày 30 tháng 9 năm 2024", also with the day left to be written by hand. */
const DATED = /\bngay( \d{1,2})? thang( \d{1,2})? nam( \d{2,4})?$/;
const PAGE = /^(trang|page)( so)? \d{1,5}( (tren|of|tong so|trong) )?( ?\d{1,5})?( trang)?$/;
const PRINTED =
  /^(ngay in|in luc|in ngay|thoi gian in|gio in|printed( on| at| by)?|print date|thoi diem in|ngay gio in)( |$)/;
const BANK_CLOSING =
  /^(day la (chung tu|ban sao|sao ke)|chung tu nay|sao ke nay|this (is a|statement)|luu y|ghi chu|note|het|end of statement|cam on|thank you)( |$)/;
const IN_WORDS = /\bbang chu\b|\bin words\b/;

export const saysWords = (folded: string): boolean => IN_WORDS.test(folded);

/** What a cell below or between the rows of a table is: a signature's office, or some other line of a form. */
export function footerKind(cell: string): 'signature' | 'line' | undefined {
  if (cell.length > MAX_FOOTER) return saysWords(fold(cut(cell, MAX_FOOTER))) ? 'line' : undefined;
  if (!hasLetter(cell)) return undefined;
  const key = labelKey(cell);
  if (SIGNATURE.test(key) || FOR_SOMEBODY.test(key) || SIGN_HERE.test(key)) return 'signature';
  if (key.length <= 80 && DATED.test(key)) return 'signature';
  if (PAGE.test(key) || PRINTED.test(key) || IN_WORDS.test(key)) return 'line';
  return undefined;
}

/** What a bank or an office prints under its last row; in mid-data such words may be a person's. */
export const closes = (cell: string): boolean =>
  cell.length <= MAX_CLOSING && BANK_CLOSING.test(labelKey(cell));

const AFTER_LABEL = /(?:bằng\s+chữ|in\s+words)[^\p{L}]*?(?:[:：)]|\s)[\s:：)(]*(.*)$/isu;

/** The amount in words that a row states: beside "Bằng chữ", in its cell or in the next one with text. */
export function wordsIn(cells: readonly string[]): string | undefined {
  for (const [i, cell] of cells.entries()) {
    if (cell.length < 8 || cell.length > 1_000 || !saysWords(fold(cell))) continue;
    const text = clean(cell);
    const own = AFTER_LABEL.exec(text)?.[1] ?? '';
    const words = tidy(own) || tidy(cells.slice(i + 1).find((next) => next.trim() !== '') ?? '');
    if (words !== '') return words;
  }
  return undefined;
}

/** Without the dots, strokes and the bracket that close such a line: "chẵn./.)". */
const tidy = (text: string): string =>
  clean(text)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:"“”'(…]+|[\s."“”'/)…]+$/gu, '');
