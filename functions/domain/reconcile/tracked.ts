/** What becomes of findings: since when they stand, what the unit says to them, and with which file they were gone. */
import { vietnamDay } from '../date.ts';
import type { Finding, TrackedFinding } from '../finding.ts';
import { masked } from '../publish/public-text/written.ts';
import type { Sha256 } from '../sha256.ts';
import type { Submission } from '../submission.ts';
import { type Book, makeBook } from './book.ts';

/** The findings that files and sums alone give: what earlier states of a book can be asked for. */
type Judge = (book: Book) => readonly Finding[];

/** So many states before the present one are looked at; whatever stood then already stands since then. */
const STATES = 60;
/** The latest findings that are gone; the files that they were of are all there still. */
const MAX_RESOLVED = 100;

interface Tracked {
  readonly findings: TrackedFinding[];
  readonly resolved: TrackedFinding[];
}

/**
 * Follows the findings of a book through its states, one for each file handed in. A finding is the same as long as
 * rule, place and amounts are: one whose amount changes is another, so an explanation never covers more than it was
 * given for.
 * @param now the findings as they stand
 * @param judge gives the findings of an earlier state
 */
export function track(book: Book, now: readonly Finding[], judge: Judge): Tracked {
  const { files } = book;
  const marks = marksOf(book, now);
  const standing = new Map<string, { readonly finding: Finding; readonly since: Submission }>();
  const resolved: TrackedFinding[] = [];
  const first = Math.max(1, files.length - STATES);
  for (let length = first; length <= files.length; length += 1) {
    const by = files[length - 1]?.submission;
    if (by === undefined) break;
    const found = length === files.length ? now : judge(makeBook(earlierOf(book), files.slice(0, length)));
    // What is of a file stands and falls with it: see below.
    const here = marksOf(book, found.filter(({ digest }) => digest === undefined));
    for (const [mark, finding] of here) if (!standing.has(mark)) standing.set(mark, { finding, since: by });
    for (const [mark, { finding, since }] of standing) {
      if (here.has(mark)) continue;
      standing.delete(mark);
      resolved.push(gone(mark, finding, since, by));
    }
  }
  const bySource = new Map(files.map(({ submission }) => [submission.digest, submission]));
  const last = files.at(-1)?.submission;
  const sinceOf = (mark: string, { digest }: Finding) =>
    (digest === undefined ? standing.get(mark)?.since : bySource.get(digest)) ?? last;
  const explained = explanationsOf(book);
  return {
    findings: [...marks].map(([mark, finding]) => {
      const since = sinceOf(mark, finding);
      const said = explained.get(mark);
      if (since === undefined) throw new Error('a finding of a book without files');
      return {
        ...finding,
        mark,
        since: dayOf(since),
        status: said === undefined ? 'OPEN' : 'EXPLAINED',
        ...(said === undefined ? {} : { explained: said }),
      };
    }),
    resolved: [...resolved, ...ofReplaced(book)].filter(({ severity }) => severity !== 'info').slice(-MAX_RESOLVED),
  };
}

const dayOf = ({ declaration }: Submission) => vietnamDay(declaration.receivedAt);

const earlierOf = ({ unit, fund, registry, hash, campaign }: Book) => ({ unit, fund, registry, hash, campaign });

const MARK_LENGTH = 10;

/** Findings by their marks, in order. What is told twice in the same words is one. */
function marksOf({ unit, fund, hash }: Book, findings: readonly Finding[]): Map<string, Finding> {
  return new Map(
    findings.map((finding) => {
      const { severity: _severity, ...told } = finding;
      return [hash(JSON.stringify([unit.id, fund, told])).slice(0, MARK_LENGTH), finding];
    }),
  );
}

const gone = (mark: string, finding: Finding, since: Submission, by: Submission): TrackedFinding => ({
  ...finding,
  mark,
  since: dayOf(since),
  status: 'RESOLVED',
  resolved: { digest: by.digest, on: dayOf(by) },
});

/** Findings of replaced files that the files after them do not have. */
function ofReplaced(book: Book): TrackedFinding[] {
  const { files, superseded } = book;
  return files.flatMap(({ submission }) => {
    const by = superseded.get(submission.id);
    if (by === undefined) return [];
    const still = new Set(by.findings.map(placeOf));
    const left = submission.findings
      .filter((finding) => !still.has(placeOf(finding)))
      .map((finding) => ({ ...finding, digest: submission.digest }));
    return [...marksOf(book, left)].map(([mark, finding]) => gone(mark, finding, submission, by));
  });
}

const placeOf = ({ rule, column }: Finding): string => `${rule} ${column ?? ''}`;

type Explained = NonNullable<TrackedFinding['explained']>;

/** What the unit says to its findings, by mark; what was said last holds. */
function explanationsOf({ beside, files }: Book): ReadonlyMap<string, Explained> {
  const receivedOn = new Map<Sha256, Submission>(files.map(({ submission }) => [submission.digest, submission]));
  const said = new Map<string, Explained>();
  for (const row of beside.decisions) {
    if (row.action !== 'GIAI_TRINH') continue;
    const file = receivedOn.get(row.digest);
    const on = row.date ?? (file && dayOf(file));
    if (on === undefined) continue;
    const { digest } = row;
    said.set(markIn(row.finding), { text: masked(row.reason), by: masked(row.by), on, digest, row: row.row });
  }
  return said;
}

/** As pages print it, or with what people put before it: "CB-3f0a91c2d4". */
const markIn = (text: string): string => /[0-9a-f]{10}(?![0-9a-f])/.exec(text.toLowerCase())?.[0] ?? text;
