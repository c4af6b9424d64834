import { cut } from '../text.ts';
import { WORKBOOK_LIMITS } from './limits.ts';

/** Anything that needs a second look; most texts need none. */
const ODD = /[&<>"]|[^\t\n -\ud7ff\ue000-\ufffd]|_x[0-9A-Fa-f]{4}_/;
/** XML has no way to write these. */
const UNWRITABLE = /(?![\t\n])[\p{Cc}\ufffe\uffff]/gu;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

const escapeUnit = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * A text as a cell's content, to the length that Excel takes. Characters that XML cannot hold are escaped as Excel
 * does it; half of a character (no text at all) becomes U+FFFD.
 */
export function cellXml(text: string): string {
  const short = cut(text, WORKBOOK_LIMITS.cellText);
  if (!ODD.test(short)) return short;
  return escapeXml(short.replace(LOOKS_ESCAPED, '_x005F_').replace(UNWRITABLE, escapeUnit));
}

/** A text as an attribute's value, on which such escapes mean nothing. */
export const attributeXml = (text: string): string =>
  escapeXml(text.replace(UNWRITABLE, ' ')).replaceAll('\n', '&#10;').replaceAll('\t', ' ');

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
