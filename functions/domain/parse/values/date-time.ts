const COLON = 0x3a;
const SPACE = 0x20;
const LETTER_T = 0x54;

/** The number that two digits make, or −1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Where the date ends in "10/09/2024 14:23:11" or "2024-09-10T14:23"; −1 for any other form. */
export function beforeTime(text: string): number {
  const { length } = text;
  // hh:mm:ss, else hh:mm: the sign before it is the one between date and time.
  const seconds = text.charCodeAt(length - 6) === COLON;
  const end = seconds ? length - 9 : length - 6;
  if (end < 6 || end > 10 || text.charCodeAt(length - 3) !== COLON) return -1;
  const between = text.charCodeAt(end);
  if (between !== SPACE && between !== LETTER_T) return -1;
  const hours = twoDigits(text, end + 1);
  const minutes = twoDigits(text, end + 4);
  const rest = twoDigits(text, length - 2);
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && rest >= 0 && rest < 60 ? end : -1;
}
