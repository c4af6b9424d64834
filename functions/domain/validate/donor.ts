import type { DonorClass } from '../codes.ts';
import { fold } from '../text.ts';

const ANONYMOUS = new Set([
  'mtq',
  'nht',
  'nha hao tam',
  'manh thuong quan',
  'giau ten',
  'an danh',
  'khong ten',
  'khong ghi ten',
]);

/** How each of them begins, as typed: most names are told apart by this, without folding them. */
const MAY_BE_ANONYMOUS = /^[^\p{L}]*(?:m[.\s]*[tạa]|n[.\s]*h|gi|[aẩâ]n|kh)/iu;

/** Whether a donor's "name" says that there is none: "MTQ", "giấu tên", "ẩn danh" … */
export const isAnonymous = (donor: string): boolean =>
  MAY_BE_ANONYMOUS.test(donor) &&
  ANONYMOUS.has(
    fold(donor)
      .replace(/[^a-z ]+/g, '')
      .trim(),
  );

/** The class of a donor: as written; anonymous without a name; else a person, the class that is protected. */
export function donorClassOf(written: DonorClass | undefined, donor: string | undefined): DonorClass {
  if (donor === undefined || isAnonymous(donor))
    return written === undefined || written === 'CA_NHAN' ? 'AN_DANH' : written;
  return written ?? 'CA_NHAN';
}
