import { clean, fold } from '#domain/text.ts';
import { labelKey } from './label.ts';

/** "I", "II.", "A/", "IV -": the number of a section, alone in its cell. */
const ALONE = /^\s*(?:[IVX]{1,5}|[A-H])\s*[./)\-:]?\s*$/u;
/** "I/ Thu tiền mặt", "A. Tập thể". */
const NUMBERED = /^\s*(?:[IVX]{1,5}|[A-H])\s*[./)\-:]\s*(\p{L}.*)$/su;
/** So many letters, or a stroke, are no initials of a name. */
const NO_INITIAL = /^\s*(?:[IVX]{2,5}\s*[./)\-:]|[IVXA-H]\s*[/)])/u;
/** How sections of lists begin; after "C." a name may stand as well. */
const WORDS =
  /^(thu|chi|tien|ung ho|dong gop|ho tro|cac|khoi|ca nhan|tap the|co quan|don vi|doanh nghiep|to chuc|hien vat|ngan hang|muc|phan|dot|thang|quy|nguon|so|kinh phi|tai khoan|chuyen khoan|xa|phuong|huyen|tinh|noi dung)\b/;
const PERIOD =
  /^(thang \d{1,2}( (nam )?\d{4})?|quy ([ivx]{1,3}|\d)( (nam )?\d{4})?|nam \d{4}|dot \d{1,2}( [a-z0-9 ]{1,30})?|ngay \d{1,2} (thang )?\d{1,2}( (nam )?\d{2,4})?|tuan \d{1,2}( [a-z0-9 ]{1,20})?)$/;
const PART = /^(phan|muc|khoi|nhom) ([ivx]{1,4}|\d{1,2}|[a-h]|thu nhat|thu hai)\b/;

/** The letters with which those begin. */
const MAY_BEGIN = /^[^\p{L}]*[tqnđdpmk]/iu;

const MAX_SECTION = 200;

const PERSON = /^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4}$/u;

/** "Nguyễn Văn A" beside "I" is a line of the list; "Thu tiền mặt", "Cá nhân" are the title of a section. */
export const isPersonal = (text: string): boolean => {
  const name = clean(text);
  return PERSON.test(name) && !WORDS.test(fold(name));
};

/** Whether a cell begins a section of the list. `amongNames`: it stands where names stand. */
export function opensSection(cell: string, amongNames: boolean): boolean {
  if (cell.length > MAX_SECTION) return false;
  if (ALONE.test(cell)) return !amongNames;
  const title = NUMBERED.exec(cell)?.[1];
  if (title !== undefined) return !amongNames || NO_INITIAL.test(cell) || WORDS.test(fold(title));
  if (!MAY_BEGIN.test(cell)) return false;
  const key = labelKey(cell);
  return PERIOD.test(key) || (!amongNames && PART.test(key));
}
