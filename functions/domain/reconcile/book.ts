import type { Campaign, FundCode } from '../campaigns/campaign.ts';
import type { Finding } from '../finding.ts';
import type { Vnd } from '../money.ts';
import type { HashText, Sha256 } from '../sha256.ts';
import type { Submission, SubmissionId } from '../submission.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import type { Summary } from '../validate/summary.ts';
import type { Beside } from './beside.ts';
import { besideIn, type Rows } from './rows.ts';
import { byReceipt, type Supersessions, supersessions } from './supersede.ts';

/** A balance that somebody declared, and the file that it came with. */
export interface Stated {
  readonly amountVnd: Vnd;
  readonly digest: Sha256;
}

/** A file in force, with the balances that hold for it: its own, or those of the file that it replaced. */
export interface Live extends Filed {
  readonly opening?: Stated;
  readonly closing?: Stated;
}

/** One accepted file of a book with what it adds up to. */
export interface Filed {
  readonly submission: Submission;
  readonly summary: Summary;
}

/** Everything known of one unit × fund: the input of reconciliation. */
export interface Book {
  readonly unit: Unit;
  readonly fund: FundCode;
  /** Every accepted file, replaced ones too, in order of handing in. */
  readonly files: readonly Filed[];
  readonly superseded: Supersessions;
  /** The files in force. */
  readonly live: readonly Live[];
  readonly registry: UnitRegistry;
  readonly hash: HashText;
  /** What only a look at rows of several files could find. */
  readonly acrossFiles: readonly Finding[];
  /** Rows of the files in force that stand beside the movements: bank lines, registers. */
  readonly beside: Beside;
  /** The same by file; those of replaced files too, as far as they were read. */
  readonly rows: Rows;
  /** The campaign that keeps its books here; absent for the standing fund. */
  readonly campaign?: Campaign | undefined;
  /** Campaigns within the standing fund, which its rows may name. */
  readonly drives?: readonly Campaign[];
}

/** What a book is made of, beside its files. */
export interface BookOf {
  readonly unit: Unit;
  readonly fund: FundCode;
  readonly registry: UnitRegistry;
  readonly hash: HashText;
  readonly acrossFiles?: readonly Finding[];
  readonly rows?: Rows;
  readonly campaign?: Campaign | undefined;
  readonly drives?: readonly Campaign[];
}

export function makeBook(of: BookOf, filed: readonly Filed[]): Book {
  const files = [...filed].sort((a, b) => byReceipt(a.submission, b.submission));
  const superseded = supersessions(files.map(({ submission }) => submission));
  const live = files
    .filter(({ submission }) => !superseded.has(submission.id))
    .map((file) => withBalances(file, files, superseded));
  const rows: Rows = of.rows ?? new Map();
  return { acrossFiles: [], ...of, rows, beside: besideIn(live, rows), files, superseded, live };
}

/**
 * A corrected file handed in without its balances keeps those that were declared for what it replaces: saying
 * nothing takes nothing back. Only within one period: another period has other balances.
 */
function withBalances(file: Filed, files: readonly Filed[], superseded: Supersessions): Live {
  const { submission } = file;
  const { period } = submission.declaration;
  const line = files
    .map((one) => one.submission)
    .filter((one) => one.id === submission.id || endsIn(one.id, submission.id, superseded))
    .filter(({ declaration: { period: of } }) => of.from === period.from && of.to === period.to)
    .reverse();
  const stated = (of: 'openingVnd' | 'closingVnd'): Stated | undefined => {
    const by = line.find(({ declaration }) => declaration[of] !== undefined);
    const amountVnd = by?.declaration[of];
    return by && amountVnd !== undefined ? { amountVnd, digest: by.digest } : undefined;
  };
  const opening = stated('openingVnd');
  const closing = stated('closingVnd');
  return { ...file, ...(opening && { opening }), ...(closing && { closing }) };
}

/** Whether following what replaced what leads from one file to the other. */
function endsIn(from: SubmissionId, to: SubmissionId, superseded: Supersessions): boolean {
  for (let by = superseded.get(from); by; by = superseded.get(by.id)) if (by.id === to) return true;
  return false;
}
