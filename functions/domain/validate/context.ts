import type { Campaigns } from '../campaigns/campaign.ts';
import type { FundKind } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import type { Declaration } from '../submission.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';

/** What a row is judged by, beside itself. */
export interface BookContext {
  readonly declaration: Declaration;
  /** The unit that hands in, as it was in the declared period. */
  readonly unit: Unit;
  readonly fundKind: FundKind;
  /** The day of handing in, in Vietnam: nothing can have happened after it. */
  readonly receivedOn: IsoDate;
  readonly registry: UnitRegistry;
  readonly campaigns: Campaigns;
}
