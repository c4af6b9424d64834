/** What becomes of findings: since when they stand, what the unit says to them, and with which file they were gone. */
import { vietnamDay } from '../date.ts';
import type { Finding, TrackedFinding } from '../finding.ts';
import type { Submission } from '../submission.ts';
import type { Book } from './book.ts';
import { explainedInVain, explanationsOf } from './explanations.ts';
import { marksOf } from './marks.ts';
import { placesIn } from './places.ts';
import { isOfBank } from './reach.ts';
import { type Judge, States } from './states.ts';

/** So many states before the present one are looked at one by one. */
const STATES = 60;
/** The latest findings that are gone; the files that they were of are all there still. */
const MAX_RESOLVED = 100;

interface Tracked {
  readonly findings: TrackedFinding[];
  readonly resolved: TrackedFinding[];
}

interface Standing {
  readonly finding: Finding;
  readonly since: Submission;
}

/**
 * Follows the findings of a book through its states, one for each file handed in. A finding is the same as long as
 * rule, place and amounts are: one whose amount changes is another, so an explanation never covers more than it was
 * given for. It is gone when nothing of its rule is left at its place. With which file it was gone is said only where
 * the state before could be told too.
 * @param now the findings as they stand
 * @param judge gives the findings of a state
 */
export function track(book: Book, now: readonly Finding[], judge: Judge): Tracked {
  const { files } = book;
  const states = new States(book, now, judge);
  const isLeft = placesIn(book);
  const earliest = earliestIn(book);
  const standing = new Map<string, Standing>();
  const left: Gone[] = [];
  const lost = new Set<string>();
  const first = Math.max(1, files.length - STATES);
  for (let length = first; length <= files.length; length += 1) {
    const found = states.at(length);
    for (const [mark, finding] of found)
      if (!standing.has(mark)) {
        const since = Math.max(states.sinceOf(mark, finding, length, first), earliest(finding));
        standing.set(mark, { finding, since: submissionAt(book, since) });
      }
    for (const [mark, { finding, since }] of standing) {
      if (found.has(mark) || !states.isTold(length, finding)) continue;
      standing.delete(mark);
      if (!states.isTold(length - 1, finding)) lost.add(mark);
      else if (!isLeft(finding, found.values()))
        left.push({ mark, finding, since, by: submissionAt(book, length) });
    }
  }
  const explained = explanationsOf(book);
  const sayOf = (mark: string) => {
    const said = explained.get(mark);
    return said === undefined ? {} : { explained: said };
  };
  const gone = latest([...left, ...ofReplaced(book)], book);
  const met = new Set([...marksOf(book, now).keys(), ...gone.map(({ mark }) => mark), ...lost]);
  const marks = marksOf(book, [...now, ...explainedInVain(book, met)]);
  return {
    findings: [...marks].map(([mark, finding]) => ({
      ...finding,
      mark,
      since: dayOf(standing.get(mark)?.since ?? submissionAt(book, earliest(finding))),
      status: explained.has(mark) ? 'EXPLAINED' : 'OPEN',
      ...sayOf(mark),
    })),
    resolved: gone
      .filter(({ mark, finding }) => finding.severity !== 'info' && !marks.has(mark))
      .slice(-MAX_RESOLVED)
      .map(({ mark, finding, since, by }) => ({
        ...finding,
        mark,
        since: dayOf(since),
        status: 'RESOLVED',
        ...sayOf(mark),
        resolved: { digest: by.digest, on: dayOf(by) },
      })),
  };
}

function submissionAt({ files }: Book, length: number): Submission {
  const file = files[length - 1];
  if (file === undefined) throw new Error('a state of a book without its file');
  return file.submission;
}

/**
 * The first state that can have a finding: none has it before its file came, nor one about banks before the first
 * statement of one. It counts where nothing else is known.
 */
function earliestIn({ files }: Book): (finding: Finding) => number {
  const submissions = files.map(({ submission }) => submission);
  const came = new Map(submissions.map(({ digest }, i) => [digest, i + 1] as const).reverse());
  const firstBank = submissions.findIndex(({ declaration }) => declaration.kind === 'bankStatement') + 1;
  return ({ rule, digest }) => {
    const own = digest === undefined ? undefined : came.get(digest);
    return Math.max(1, own ?? 0, isOfBank(rule) ? firstBank : 0);
  };
}

interface Gone extends Standing {
  readonly mark: string;
  readonly by: Submission;
}

/** In order of the files with which they were gone; what was gone several times, the last time. */
function latest(gone: readonly Gone[], { files }: Book): Gone[] {
  const places = new Map(files.map(({ submission }, i) => [submission.id, i]));
  const placeOf = ({ by }: Gone) => places.get(by.id) ?? 0;
  const byMark = new Map<string, Gone>();
  for (const one of [...gone].sort((a, b) => placeOf(a) - placeOf(b))) {
    byMark.delete(one.mark);
    byMark.set(one.mark, one);
  }
  return [...byMark.values()];
}

const dayOf = ({ declaration }: Submission) => vietnamDay(declaration.receivedAt);

/** Findings of replaced files that the files after them do not have. */
function ofReplaced(book: Book): Gone[] {
  const { files, superseded } = book;
  return files.flatMap(({ submission }) => {
    const by = superseded.get(submission.id);
    if (by === undefined) return [];
    const still = new Set(by.findings.map(kindOf));
    const left = submission.findings
      .filter((finding) => !still.has(kindOf(finding)))
      .map((finding) => ({ ...finding, digest: submission.digest }));
    return [...marksOf(book, left)].map(([mark, finding]) => ({ mark, finding, since: submission, by }));
  });
}

const kindOf = ({ rule, column }: Finding): string => `${rule} ${column ?? ''}`;
