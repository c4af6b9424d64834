import type { Finding } from '../finding.ts';
import type { Sha256 } from '../sha256.ts';
import type { Book } from './book.ts';

const MARK_LENGTH = 10;

/** What these compare grows with every file; a difference that stays the same is the same difference. */
const OF_RUNNING_SUMS: ReadonlySet<string> = new Set(['BANK_BALANCE_MISMATCH', 'BANK_BOOK_MISMATCH']);

/**
 * Findings by their marks, in order. What is told twice in the same words is one. A mark is made of rule, place and
 * amounts; of running sums of the difference alone. A file that replaced another stands at its place.
 */
export function marksOf(book: Book, findings: readonly Finding[]): Map<string, Finding> {
  const { unit, fund, hash } = book;
  const placeOf = firstInPlace(book);
  return new Map(
    findings.map((finding) => {
      const { severity: _severity, ...told } = finding;
      const { expectedVnd: _expected, actualVnd: _actual, date: _date, ...lasting } = told;
      const marked = OF_RUNNING_SUMS.has(finding.rule) ? lasting : told;
      const place = finding.digest === undefined ? {} : { digest: placeOf(finding.digest) };
      return [hash(JSON.stringify([unit.id, fund, { ...marked, ...place }])).slice(0, MARK_LENGTH), finding];
    }),
  );
}

/** By digest of a file that of the first one in its place. */
function firstInPlace({ files, superseded }: Book): (digest: Sha256) => Sha256 {
  const firsts = new Map<Sha256, Sha256>();
  for (const { submission } of files) {
    const first = firsts.get(submission.digest) ?? submission.digest;
    firsts.set(submission.digest, first);
    const by = superseded.get(submission.id);
    if (by !== undefined && !firsts.has(by.digest)) firsts.set(by.digest, first);
  }
  return (digest) => firsts.get(digest) ?? digest;
}
