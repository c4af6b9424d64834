/** Programs run a cell as a formula that begins with one of these, full-width forms included. */
const STARTS = new Set([...'=+-@\t\r\n＝＋－＠']);

/** A signed amount, also in brackets or with groups and decimals: begins like a formula, and is none. */
const SIGNED = /^[-+](?:\d[\d.,]*|\d[\d.,]*%)$/;

/**
 * The text as no spreadsheet runs it: what begins like a formula gets an apostrophe in front. Signed numbers stay
 * as they are. Our own reader drops such an apostrophe again. See OWASP, "CSV Injection".
 */
export const neutral = (text: string): string =>
  STARTS.has(text.charAt(0)) && !SIGNED.test(text) ? `'${text}` : text;

/** The text as a cell of a CSV file: neutral, and quoted where RFC 4180 asks for it. */
export function csvCell(text: string, delimiter: string): string {
  const safe = neutral(text);
  // Blanks at either end, too: some readers cut them off unless they are quoted.
  const plain =
    !safe.includes(delimiter) && !/["\r\n]/.test(safe) && !safe.startsWith(' ') && !safe.endsWith(' ');
  return plain ? safe : `"${safe.replaceAll('"', '""')}"`;
}
