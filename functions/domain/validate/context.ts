import type { Campaign, Campaigns } from '../campaigns/campaign.ts';
import type { FundKind } from '../codes.ts';
import type { IsoDate, Period } from '../date.ts';
import type { Vnd } from '../money.ts';
import type { Milli } from '../quantity.ts';
import type { Declaration } from '../submission.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';

/** What a row is judged by, beside itself. What is not known is not judged by. */
export interface RowContext {
  /** The day of handing in, in Vietnam: nothing can have happened after it. */
  readonly receivedOn: IsoDate;
  readonly registry: UnitRegistry;
  readonly period?: Period | undefined;
  /** The unit whose book it is, as it was in the period. */
  readonly holder?: Unit | undefined;
  readonly fundKind?: FundKind | undefined;
  /** The campaign whose book it is; absent for the standing fund. */
  readonly campaign?: Campaign | undefined;
  readonly campaigns?: Campaigns | undefined;
  /** Of a bank's statement: the currency of the account as it was declared, and thousandths of a đồng for one of it. */
  readonly currency?: string | undefined;
  readonly rateMilli?: Milli | undefined;
  /** Balances as they were declared: of a statement without lines they tell whether anything moved. */
  readonly openingVnd?: Vnd | undefined;
  readonly closingVnd?: Vnd | undefined;
}

/** The context of a file that is handed in: all of it is known. */
export interface BookContext extends RowContext {
  readonly declaration: Declaration;
  readonly unit: Unit;
  readonly fundKind: FundKind;
  readonly campaigns: Campaigns;
}
