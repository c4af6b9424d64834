import type { Finding } from '../finding.ts';
import { BANK_RULES } from '../rules/book/bank.ts';
import { BESIDE_RULES } from '../rules/book/beside.ts';
import { ruleById } from '../rules/catalogue.ts';
import type { Sha256 } from '../sha256.ts';
import type { Book } from './book.ts';

/** What of a finding's facts says where it stands; the others say how much it is. */
const OF_PLACE = ['account', 'round', 'item', 'units', 'supersedes', 'of', 'title'] as const;

/**
 * Whether something of a finding is left among others: one of its rule at its place, whatever their amounts. A place is
 * a file, or the one in force in its place, and its rows; or days of an account.
 */
export function placesIn({ files, superseded }: Book): (gone: Finding, others: Iterable<Finding>) => boolean {
  const inForce = new Map<Sha256, Sha256>();
  for (const { submission } of files) {
    let last = submission;
    for (let by = superseded.get(last.id); by !== undefined; by = superseded.get(by.id)) last = by;
    inForce.set(submission.digest, last.digest);
  }
  const placeOf = ({ rule, digest, rows = [], params = {} }: Finding): string => {
    // Filling one end of a gap gives the rest of it to another file.
    const file = digest === undefined || rule === 'STATEMENT_GAP' ? '' : inForce.get(digest);
    return JSON.stringify([file, isOneOfFile(rule) ? [] : rows, OF_PLACE.map((name) => params[name] ?? '')]);
  };
  return (gone, others) => {
    const place = placeOf(gone);
    for (const other of others) {
      if (other.rule === gone.rule && placeOf(other) === place && mayShareDays(gone, other)) return true;
      if (isUnlisted(gone, other)) return true;
    }
    return false;
  };
}

/** Of lines and entries there is one finding for each file: with fewer rows it is less of the same. */
const isOneOfFile = (rule: string): boolean => rule in BANK_RULES || rule in BESIDE_RULES;

/** Whether it may be among those of its rule that are counted alone. */
const isUnlisted = (gone: Finding, other: Finding): boolean =>
  other.rule === 'FINDINGS_NOT_LISTED' && other.params?.title === ruleById(gone.rule)?.title;

/** Those that say of which days they are, only where they have some in common. */
function mayShareDays({ params: a = {} }: Finding, { params: b = {} }: Finding): boolean {
  if (a.from === undefined || a.to === undefined || b.from === undefined || b.to === undefined) return true;
  return a.from <= b.to && b.from <= a.to;
}
