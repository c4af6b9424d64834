import type { DonorClass } from '../codes.ts';
import { fold } from '../text.ts';

/** Nouns that name nobody by themselves: "MTQ", "nhà hảo tâm" …; then those that do so only with "giấu tên". */
const NOBODY = 'mtq|m t q|nht|n h t|nha hao tam|nguoi hao tam|manh thuong quan';
const SOMEBODY = 'nguoi|nguoi dan|nguoi ung ho|ca nhan|ban|ban doc|phat tu|don vi|nha tai tro';
const HIDDEN =
  '(?:xin )?(?:duoc )?(?:(?:giau|dau) ten|(?:giau|an) danh(?: tinh)?)|' +
  '(?:xin )?(?:khong|k|ko|chua) (?:(?:muon|xin|can|co|ro|de|ghi|neu|luu|cho|xung|tiet lo|cung cap|cong khai) ){0,2}' +
  '(?:lai )?(?:ten|danh tinh)';
const HOW_MANY = '(?:(?:mot|cac|nhung|nhieu|mot so|nhom|\\d{1,3}) )?(?:vi )?';
const WHICH = '(?: (?:so )?\\d{1,3})?';
const NAMELESS = new RegExp(
  `^(?:${HOW_MANY}(?:(?:${NOBODY})(?: (?:${HIDDEN}))?|(?:${SOMEBODY}) (?:${HIDDEN}))|${HIDDEN})${WHICH}$`,
);

/** How each of them begins, as typed: most names are told apart by this, without folding them. */
const MAY_BE_NAMELESS =
  /^[^\p{L}]*(?:m[.\s]*t|m[aạ]nh|m[oộ]t|n[.\s]*h[.\s]*t|nh(?:[aà] |[oó]m|[uữ]ng|i)|ngư[ờo]i|nguoi|gi[aấ]u|d[aấ]u|[aẩâ]n d|[đd][oơ]n v|kh?[oô] |kh[oô]ng|k |xin|c[aáh][cu ư]|b[aạ]n|ph[aậ]t|v[iịôo] )/iu;
/** Longer texts are no such phrase. */
const MAX_LENGTH = 80;
/** Names of people that fold to the same letters: "Ân Danh", "Võ Danh". */
const REAL_NAME = /(?<!\p{L})(?:ân|ấn|ẫn) danh/iu;
const UNNAMED = /^[^\p{L}]*vô danh[^\p{L}]*$/iu;

/** Whether a donor's "name" says that there is none: "MTQ", "một nhà hảo tâm", "xin giấu tên", "ẩn danh" … */
export function isAnonymous(donor: string): boolean {
  if (donor.length > MAX_LENGTH || !MAY_BE_NAMELESS.test(donor)) return false;
  const words = fold(donor)
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (NAMELESS.test(words)) return !REAL_NAME.test(donor.normalize('NFC'));
  return UNNAMED.test(donor.normalize('NFC'));
}

/** The class of a donor: as written; anonymous without a name; else a person, the class that is protected. */
export function donorClassOf(written: DonorClass | undefined, donor: string | undefined): DonorClass {
  if (written !== undefined && written !== 'CA_NHAN') return written;
  return donor === undefined || isAnonymous(donor) ? 'AN_DANH' : 'CA_NHAN';
}
