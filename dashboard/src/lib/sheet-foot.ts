/** What stands at the foot of every printed sheet: by it a single one is followed back to the page and its figures. */
import { isOwn, type PageData } from '../data/pages.ts';
import { formatInstant } from './format.ts';

/** The newest file of what is published, by which a publication goes among people. */
export const publishedText = ({ updatedAt }: Pick<Extract<PageData, { updatedAt: unknown }>, 'updatedAt'>) =>
  `bản nộp mới nhất lúc ${formatInstant(updatedAt)}`;

/** The foot as a string of CSS: page boxes can be reached by style alone. */
export function sheetFoot(address: string, page: PageData | undefined): string {
  const said = page === undefined || isOwn(page) ? [] : [publishedText(page)];
  return JSON.stringify([address, ...said].join(' · '));
}
