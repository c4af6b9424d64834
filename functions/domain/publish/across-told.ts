import type { FundCode } from '../campaigns/campaign.ts';
import type { Instant } from '../date.ts';
import type { Finding } from '../finding.ts';
import type { TransferSide } from '../transfer/side.ts';
import type { Unit, UnitId } from '../units/unit.ts';

/** A finding between units before anything is known of what has become of it. */
export interface Told {
  readonly finding: Finding;
  readonly fund: FundCode;
  /** In whose book it is to be mended. */
  readonly owner: Unit;
  /** Units that may explain it, its owner too. */
  readonly parties: readonly UnitId[];
  /** The lines that it is about, the one that it points to first; none of a plan. */
  readonly sides: readonly TransferSide[];
  /** What makes it the same finding, whatever its file and row now: its lines, or indicator and year. */
  readonly about: readonly (string | undefined)[];
  /** When all that it is made of was there: it stands since then or later. */
  readonly since: Instant;
}
