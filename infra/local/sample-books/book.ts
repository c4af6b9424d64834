import type { BeneficiaryClass, BookKind, Channel, DonorClass, Purpose } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { RuleId } from '#domain/rules/catalogue.ts';

/** Goods as a treasurer writes them; quantity in thousandths. */
export interface SampleGoods {
  readonly item: string;
  readonly quantityMilli: number;
  readonly unit: string;
  readonly valueVnd?: number;
  readonly basis?: string;
}

/** What is meant to be wrong with a row, and what must come of it. */
interface Flaw {
  readonly rule: RuleId;
  /** Cells that replace what the row would say, by column. */
  readonly cells?: Readonly<Record<string, string>>;
  readonly quarantined: boolean;
  /** True: the row's own amount stays readable and counts as quarantined money. */
  readonly amountReadable?: boolean;
}

interface Common {
  readonly date: IsoDate;
  readonly documentNo?: string;
  readonly amountVnd?: number;
  readonly goods?: SampleGoods;
  readonly campaign?: string;
  /** Of a transfer between levels. */
  readonly round?: string;
  readonly note?: string;
  /** Cell of the book's unknown column. */
  readonly extra?: string;
  readonly flaw?: Flaw;
}

export interface SampleContribution extends Common {
  readonly channel: Channel;
  readonly donor?: string;
  readonly donorClass?: DonorClass;
  readonly publishName?: boolean;
  readonly earmark?: string;
  readonly fromUnit?: string;
}

export interface SampleDisbursement extends Common {
  readonly purpose: Purpose;
  readonly decisionNo?: string;
  readonly commune?: string;
  readonly toUnit?: string;
  readonly hamlet?: string;
  readonly beneficiaryClass?: BeneficiaryClass;
  readonly households?: number;
  readonly persons?: number;
  readonly beneficiaryRef?: string;
  readonly organisation?: string;
  readonly late?: boolean;
}

export type SampleRow = SampleContribution | SampleDisbursement;

/** How one treasurer writes files. */
export interface Style {
  readonly delimiter: ',' | ';';
  readonly heading: 'vi' | 'en';
  readonly shuffled: boolean;
  readonly date: 'dmy' | 'iso';
  readonly amount: 'plain' | 'dotted';
  readonly codes: 'code' | 'label';
  readonly eol: '\n' | '\r\n';
  readonly bom: boolean;
  readonly blankRows: boolean;
  /** Heading of a column that the contract does not know. */
  readonly extra?: string;
}

/** One file as handed in. */
export interface SampleBook {
  readonly file: string;
  readonly unit: string;
  readonly fund: string;
  readonly kind: BookKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly openingVnd?: number;
  readonly closingVnd?: number;
  /** Cash in hand, as counted on the last day. */
  readonly cashVnd?: number;
  readonly receivedAt: string;
  readonly rows: readonly SampleRow[];
  readonly style: Style;
  /** What the total row says beyond the true sum; absent: no total row. */
  readonly totalOffVnd?: number;
  /** Bytes instead of rows. */
  readonly bytes?: string;
  /** What becomes of it, where that is not decided by its rows. */
  readonly outcome?: 'SUPERSEDED' | 'DUPLICATE' | 'REJECTED';
  /** Rules that the file as a whole must meet. */
  readonly rules?: readonly RuleId[];
}

export const isQuarantined = (row: SampleRow): boolean => row.flaw?.quarantined === true;

/** Whether the row's amount adds to what the file's total row must say. */
export const countsInTotal = (row: SampleRow): boolean =>
  !isQuarantined(row) || row.flaw?.amountReadable === true;

export const sumVnd = (rows: readonly SampleRow[]): number =>
  rows.reduce((sum, row) => sum + (row.amountVnd ?? 0), 0);
