import type { Finding, Issue } from '../finding.ts';
import type { Inference } from '../parse/reading.ts';
import type { TableEvidence } from '../validate/evidence.ts';
import type { Reading } from './request.ts';
import type { TableReport } from './row-run.ts';

/** What became of a file: read, or sent back with its reasons, the deciding one first. */
export interface Outcome {
  /** Absent where not even the heading was found. */
  readonly reading?: Reading;
  readonly inferred: readonly Inference[];
  readonly evidence?: TableEvidence;
  readonly refusal?: readonly [Issue, ...Issue[]];
  /** What the rows gave; also of a file that goes back, as far as it was read. */
  readonly table?: TableReport;
}

export const refused = (first: Finding, ...others: Issue[]): Outcome => ({
  inferred: [],
  refusal: [first, ...others],
});
