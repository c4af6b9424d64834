/** What a unit says to findings: its table of decisions, by the marks that it names. */
import { vietnamDay } from '../date.ts';
import { type Explained, type Finding, MAX_PLACES } from '../finding.ts';
import { compareText } from '../order.ts';
import { type AcrossLetter, isAcrossMark } from '../publish/across-marks.ts';
import type { Explanation } from '../publish/across-schema.ts';
import { publicOffice, publicReason } from '../publish/public-text/reason.ts';
import { markIn } from '../registers/finding-mark.ts';
import type { Sha256 } from '../sha256.ts';
import type { Submission } from '../submission.ts';
import type { Unit } from '../units/unit.ts';
import type { Book } from './book.ts';
import { finding } from './make-finding.ts';

/** By mark, of its own findings and of those between units; what was said last holds. */
export function explanationsOf({ beside, files }: Book): ReadonlyMap<string, Explained> {
  const receivedOn = new Map<Sha256, Submission>(
    files.map(({ submission }) => [submission.digest, submission]),
  );
  const said = new Map<string, Explained>();
  for (const row of beside.decisions) {
    if (row.action !== 'GIAI_TRINH') continue;
    const file = receivedOn.get(row.digest);
    const on = row.date ?? (file && vietnamDay(file.declaration.receivedAt));
    if (on === undefined) continue;
    const { digest } = row;
    said.set(markOf(row.finding), {
      text: publicReason(row.reason),
      by: publicOffice(row.by),
      on,
      digest,
      row: row.row,
    });
  }
  return said;
}

/** Those about findings between units: they are met where the books are looked at together. */
export function explanationsAcross(book: Book): Explanation[] {
  const came = new Map(
    book.files.map(({ submission: { digest, declaration } }) => [digest, declaration.receivedAt]),
  );
  return [...explanationsOf(book)]
    .filter(([mark]) => isAcrossMark(mark))
    .flatMap(([mark, explained]) => {
      const at = came.get(explained.digest);
      return at === undefined ? [] : [{ mark, ...explained, came: at }];
    })
    .sort((a, b) => compareText(a.mark, b.mark));
}

/**
 * Explanations of marks that no finding has or had: somebody believes a matter explained that is not.
 * @param met the marks of the book's findings, now and before
 */
export function explainedInVain({ beside, unit }: Book, met: ReadonlySet<string>): Finding[] {
  const rows = beside.decisions.filter((row) => {
    if (row.action !== 'GIAI_TRINH') return false;
    const mark = markOf(row.finding);
    return isAcrossMark(mark) ? !mayBeOf(unit, mark[0] as AcrossLetter) : !met.has(mark);
  });
  return [...Map.groupBy(rows, ({ digest }) => digest)].map(([digest, own]) =>
    finding('EXPLANATION_UNKNOWN', {
      count: own.length,
      digest,
      rows: own.map(({ row }) => row).slice(0, MAX_PLACES),
    }),
  );
}

/** Between the centre and provinces no commune is party, nor the centre between a province and its communes. */
const mayBeOf = ({ level }: Unit, letter: AcrossLetter): boolean =>
  letter === 'k' || (letter === 't' ? level !== 'XA' : level !== 'TW');

/** What is no mark at all is kept as written: no finding has it. */
const markOf = (text: string): string => markIn(text) ?? text;
