import type { Campaign, FundCode } from '#domain/campaigns/campaign.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import type { MapUnit, ProvinceMap } from '#domain/publish/map-schema.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import type { RowPage } from '#domain/publish/row-schema.ts';
import type { Nation, Province, Statement, SubmissionNode } from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Unit } from '#domain/units/unit.ts';
import type { View } from '../routes.ts';

/** What every page knows besides its own figures. */
export interface Common {
  /** The snapshot the page was made from. */
  readonly root: string;
  readonly position: number;
  readonly campaigns: readonly Campaign[];
  /** When the newest of the files in it came. */
  readonly updatedAt: Instant;
  /** First day of the division that the present map shows. */
  readonly since: IsoDate;
  /** First days of divisions into other provinces. */
  readonly breaks: readonly IsoDate[];
  /** The object with the history of all units. */
  readonly gazetteer: Sha256;
}

interface AtUnit extends Common {
  readonly unit: Unit;
  readonly province?: Unit;
}

/** A page whose sums can be had on the present map and as they were reported. */
interface Viewed {
  readonly view: View;
}

/** A page of sums at one unit. */
interface SumsAtUnit extends AtUnit, Viewed {
  /** Whether the unit is on the present map. One that has ended has its books as they are, and no other view. */
  readonly onMap: boolean;
}

export interface NationData extends Common, Viewed {
  readonly page: 'nation';
  readonly nation: Nation;
  readonly fund?: FundCode;
}

/** A province with money in it. In the view shown there may yet be none. */
export interface ProvinceData extends SumsAtUnit {
  readonly page: 'province';
  /** In the present view. */
  readonly map?: ProvinceMap;
  /** In the view as reported. */
  readonly reported?: Province;
  /** Where the node as reported is to be had, in either view; absent where nobody reported under this unit. */
  readonly reportedObject?: Sha256;
  readonly fund?: FundCode;
}

/** A unit with books of its own at most: a commune, the centre, or a province without any money. */
export interface UnitData extends SumsAtUnit {
  readonly page: 'unit';
  /** Its own books. */
  readonly own?: Child;
  /** On the present map: its own books and those of the units that went into it. */
  readonly mapUnit?: MapUnit;
}

/** What else an address of a book may have meant. */
interface AtBook extends AtUnit {
  /** The address names no ended unit, yet only an ended one keeps such a book here. */
  readonly endedInstead: boolean;
  /** Other units that bear or bore this code and have money here, oldest first. */
  readonly others: readonly Unit[];
}

export interface StatementData extends AtBook, Viewed {
  readonly page: 'statement';
  readonly statement: Statement;
  /** The objects that tell of the book's transfers with the books above it and below it. */
  readonly across: readonly Sha256[];
}

export interface FileData extends AtBook {
  readonly page: 'file';
  readonly fund: FundCode;
  readonly file: SubmissionNode;
  readonly pageNo: number;
  readonly pages: number;
  readonly entries: number;
  readonly rows: readonly RowPage[];
  /** The row asked for; `present` is false when it is not among the rows entered. */
  readonly sought?: { readonly row: number; readonly present: boolean };
}

/** How the sums of the nation, or of one province, add up: always as reported, as the books stand in the tree. */
export interface ConserveData extends Common {
  readonly page: 'conserve';
  readonly nation: Nation;
  /** Absent: the nation. */
  readonly province?: Province;
  readonly fund?: FundCode;
}

interface MethodData {
  readonly page: 'method';
}

export interface CheckData {
  readonly page: 'check';
  /** The day a file is checked as of, in Vietnam. */
  readonly day: IsoDate;
}

export type PageData =
  | NationData
  | ProvinceData
  | UnitData
  | StatementData
  | FileData
  | ConserveData
  | MethodData
  | CheckData;

/** Pages that show nothing of what is published. */
export const isOwn = (data: PageData): data is MethodData | CheckData =>
  data.page === 'method' || data.page === 'check';
