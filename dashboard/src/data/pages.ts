import type { Campaign, FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import type { RowPage } from '#domain/publish/row-schema.ts';
import type { Nation, Province, Statement, SubmissionNode, UnitNode } from '#domain/publish/schema.ts';
import type { Unit } from '#domain/units/unit.ts';
import type { Resolved } from './units.ts';

/** What every page knows besides its own figures. */
export interface Common {
  /** The snapshot the page was made from. */
  readonly root: string;
  readonly position: number;
  readonly campaigns: readonly Campaign[];
  /** Whether the centre keeps books of its own here. */
  readonly hasCentre: boolean;
}

interface AtUnit extends Common {
  readonly resolved: Resolved;
  readonly unit: Unit;
  readonly province?: Unit;
}

export interface NationData extends Common {
  readonly page: 'nation';
  readonly nation: Nation;
  readonly fund?: FundCode;
}

export interface ProvinceData extends AtUnit {
  readonly page: 'province';
  readonly data: Province;
  /** The province's own books. */
  readonly own?: UnitNode;
  readonly fund?: FundCode;
}

/** A unit with books of its own and none below it: a commune, or the centre. */
export interface UnitData extends AtUnit {
  readonly page: 'unit';
  readonly node: UnitNode;
}

export interface StatementData extends AtUnit {
  readonly page: 'statement';
  readonly statement: Statement;
}

export interface FileData extends AtUnit {
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
  | MethodData
  | CheckData;

/** Pages that show nothing of what is published. */
export const isOwn = (data: PageData): data is MethodData | CheckData =>
  data.page === 'method' || data.page === 'check';
