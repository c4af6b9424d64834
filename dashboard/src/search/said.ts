import { formatDate, groupDigits } from '#domain/format.ts';
import type { Failure } from '../data/failure.ts';
import { problemOf } from '../lib/problems.ts';
import type { Found, Hit } from './find.ts';

export type Readiness = 'untouched' | 'loading' | 'ready' | Failure;

/** A hit in words: its name with the one that it was found by, and what tells it apart. */
export function hitText({ unit, formerly, province }: Hit): { readonly name: string; readonly note: string } {
  const note = [
    unit.validTo === undefined ? undefined : unit.district,
    province,
    unit.validTo === undefined ? undefined : `đơn vị cũ, đến hết ${formatDate(unit.validTo)}`,
  ];
  return {
    name: formerly === undefined ? unit.name : `${unit.name} (trước đây: ${formerly})`,
    note: note.filter((text) => text !== undefined).join(', '),
  };
}

/** What the reader is told of the search, in one sentence. */
export function searchText(readiness: Readiness, found: Found | undefined): string {
  if (readiness === 'untouched') return '';
  if (readiness === 'loading') return 'Đang tải danh mục…';
  if (readiness !== 'ready') return `Chưa tải được danh mục. ${problemOf(readiness).text}`;
  if (found === undefined) return '';
  if (found.tooShort) return 'Gõ ít nhất hai chữ.';
  if (found.hits.length === 0) return 'Không có xã, phường, tỉnh nào như vậy, hiện nay hay trước đây.';
  const count = `${groupDigits(found.hits.length)} kết quả`;
  return found.more === 0
    ? `${count}.`
    : `${count}; còn ${groupDigits(found.more)} kết quả, gõ thêm tên tỉnh.`;
}
