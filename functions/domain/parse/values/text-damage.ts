import { continues } from './mojibake.ts';

const QUESTION_MARK = 0x3f;
const REPLACEMENT = 0xfffd;

/**
 * Says that a name has lost letters for good: "Nguy?n V?n A", U+FFFD, or UTF-8 once read as windows-1252
 * ("Nguyá»…n"). A question mark at the end of a word is punctuation, unless the text shows other traces of loss.
 * One pass without allocation over sound text.
 */
export function damageOf(text: string): 'TEXT_LOSSY' | undefined {
  let questions = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      if (code === QUESTION_MARK) questions += 1;
    } else if (code === REPLACEMENT || continues(text, at, code)) return 'TEXT_LOSSY';
  }
  return questions > 0 && lost(text) ? 'TEXT_LOSSY' : undefined;
}

/** A letter right after the mark ("Nguy?n", "?ng"), or a first word made of nothing else ("?? Dụ"). */
const INSIDE_WORD = /\?\p{L}|^\?+ \p{L}/u;
/** Letters that every text with lost letters has lost: no code page of one byte has them. */
const SURVIVORS = /[Ạ-ỹ]/u;
const WORD_END = /\p{L}\? (?=[\p{L}\d])/gu;
/** "Lê Th? Hoa": a capitalised word in the middle of a name. */
const INSIDE_NAME = / \p{Lu}\p{L}{0,5}\? \p{Lu}/u;

function lost(text: string): boolean {
  if (INSIDE_WORD.test(text)) return true;
  if (SURVIVORS.test(text)) return false;
  return INSIDE_NAME.test(text) || (text.match(WORD_END)?.length ?? 0) > 1;
}

const E_NOTATION = /^[-+]?\d{1,3}(?:[.,]\d+)?[eE][-+]\d{1,3}$/;
const MAX_E_NOTATION = 24;

/** Whether a spreadsheet has put a number in the place of a long code: "1.00E+15", "9,70423E+15". */
export const isENotation = (text: string): boolean =>
  text.length <= MAX_E_NOTATION && (text.includes('+') || text.includes('-')) && E_NOTATION.test(text);
