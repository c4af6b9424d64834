/** What a book says of transfers through its files: since when each line stands, and which were taken back by a file. */
import { type Instant, type IsoDate, vietnamDay } from '../date.ts';
import { compareText, maxText } from '../order.ts';
import { type BookPart, MAX_RETRACTED, type Retracted, type Transfer } from '../publish/across-schema.ts';
import type { SubmissionId } from '../submission.ts';
import type { Book } from './book.ts';
import { lastDayOf, ofMoney } from './book-days.ts';

/**
 * A line of a corrected file stands since its equal in the replaced one: row and file may change, day, amount, other end
 * and round make it the same.
 */
export function transferLines({
  files,
  superseded,
  live,
}: Book): Pick<BookPart, 'transfers' | 'retracted' | 'untold'> {
  const replaced = Map.groupBy(files, ({ submission }) => superseded.get(submission.id)?.id);
  const lines = new Map<SubmissionId, readonly Transfer[]>();
  const retracted: Retracted[] = [];
  for (const { submission, summary } of files) {
    const { id, digest, declaration } = submission;
    const { receivedAt } = declaration;
    const formers = (replaced.get(id) ?? []).flatMap((former) => lines.get(former.submission.id) ?? []);
    const before = Map.groupBy(formers, sameAs);
    const alike = new Map<string, number>();
    const own = summary.transfers.map((line): Transfer => {
      const known = before.get(sameAs(line))?.shift();
      if (known !== undefined) {
        const { since, first = known.digest, nth } = known;
        return {
          ...{ ...line, digest, since },
          ...(first === digest ? {} : { first }),
          ...(nth === undefined ? {} : { nth }),
        };
      }
      const nth = alike.get(sameAs(line)) ?? 0;
      alike.set(sameAs(line), nth + 1);
      return { ...line, digest, since: receivedAt, ...(nth === 0 ? {} : { nth }) };
    });
    lines.set(id, own);
    for (const line of [...before.values()].flat())
      retracted.push({ ...line, until: receivedAt, by: digest });
  }
  retracted.sort((a, b) => compareText(a.until, b.until) || byDate(a, b));
  const untold = retracted.at(-MAX_RETRACTED - 1)?.until;
  return {
    transfers: live.flatMap(({ submission }) => lines.get(submission.id) ?? []).sort(byDate),
    retracted: retracted.slice(-MAX_RETRACTED),
    ...(untold === undefined ? {} : { untold }),
  };
}

type Said = Omit<Transfer, 'digest' | 'row' | 'since' | 'first' | 'nth'>;
const sameAs = ({ direction, date, amountVnd, other, otherUnknown, round }: Said): string =>
  [direction, date, amountVnd, other, otherUnknown, round].join('\t');

const byDate = (a: Transfer, b: Transfer): number =>
  compareText(a.date, b.date) || compareText(a.digest, b.digest) || a.row - b.row;

/**
 * Up to which day the book told of its movements, by when its files came. One that tells of its
 * unit's last day has no more to tell after it: from then on it tells of each day on which a file comes.
 */
export function toldOf({ files, unit }: Book): BookPart['told'] {
  const told: [Instant, IsoDate][] = [];
  for (const file of ofMoney(files)) {
    const { receivedAt } = file.submission.declaration;
    const before = told.at(-1);
    const held = before === undefined ? lastDayOf(file) : maxText(before[1], lastDayOf(file));
    const asOf =
      unit.validTo !== undefined && unit.validTo <= held ? maxText(held, vietnamDay(receivedAt)) : held;
    if (before?.[1] === asOf) continue;
    if (before?.[0] === receivedAt) told.pop();
    told.push([receivedAt, asOf]);
  }
  return told;
}
