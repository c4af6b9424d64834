/**
 * The snapshot: what is public. Objects named by the SHA-256 of their bytes, in a tree
 * nation → province → unit → statement → submission → pages of rows, and `latest.json`, written last, that
 * names the root. Units stand in it as they were reported. Beside that, `map-schema.ts` puts the same books onto the
 * map in force. This schema is the contract between the publisher and every reader.
 */
import * as v from 'valibot';
import { CampaignSchema, FundCodeSchema } from '../campaigns/campaign.ts';
import { codesOf, PURPOSES, SOURCES, SUBMISSION_STATES, TABLE_KINDS } from '../codes.ts';
import { InstantSchema, IsoDateSchema, PeriodSchema } from '../date.ts';
import { FindingSchema, TrackedFindingSchema } from '../finding.ts';
import { VndSchema } from '../money.ts';
import { MilliSchema } from '../quantity.ts';
import { Sha256Schema } from '../sha256.ts';
import { StockSchema } from '../stock/stock-schema.ts';
import { ControlTotalSchema, HistoryStepSchema, RowCountsSchema } from '../submission.ts';
import { HousesSchema } from '../targets/houses-schema.ts';
import { TargetLineSchema } from '../targets/targets-schema.ts';
import { UnitSchema } from '../units/unit.ts';
import { acrossParts } from './across-schema.ts';
import { BankSchema, StretchSchema } from './bank-schema.ts';
import { DutySchema, FunnelSchema } from './beside-schema.ts';
import { NationMapSchema } from './map-schema.ts';
import {
  ChildSchema,
  count,
  dates,
  FundTotalsSchema,
  HandoverSchema,
  TotalsSchema,
  version,
} from './node-parts.ts';

/** Relative to the site's root. The pointer is the only public object that ever changes. */
export const POINTER_KEY = 'data/latest.json';
export const objectKey = (hash: string): string => `data/o/${hash}.json`;
/** Where a report stands that is no JSON. */
export const csvKey = (hash: string): string => `data/o/${hash}.csv`;

export const PointerSchema = v.object({
  version,
  root: Sha256Schema,
  /** How many accepted submissions the snapshot contains: the ledger's length when all is published. */
  position: count,
  /** The day up to which the latest book goes. */
  asOf: IsoDateSchema,
});
export type Pointer = v.InferOutput<typeof PointerSchema>;

/** The root. Σ provinces + centre = funds, and on the map in force Σ provinces + undetermined + centre = funds. */
export const NationSchema = v.object({
  type: v.literal('nation'),
  version,
  position: count,
  ...dates,
  funds: v.array(FundTotalsSchema),
  /** The centre's own books, where there are any. */
  centre: v.optional(ChildSchema),
  /** As reported: provinces of any time that have books in them, by unit id. */
  provinces: v.array(ChildSchema),
  /** The centre with the provinces' own books. */
  ...acrossParts,
  map: NationMapSchema,
  /** The object with every unit that has books, or has money on the map. */
  index: Sha256Schema,
  /** The object with the history of all units: codes, names, what went into what. */
  gazetteer: Sha256Schema,
  /** Campaigns that keep books here or are named in rows, by code. */
  campaigns: v.array(CampaignSchema),
});
export type Nation = v.InferOutput<typeof NationSchema>;

/** A province with its communes as they were reported. Σ communes + own = funds. */
export const ProvinceSchema = v.object({
  type: v.literal('province'),
  version,
  unit: UnitSchema,
  ...dates,
  funds: v.array(FundTotalsSchema),
  /** The province's own books, where there are any. */
  own: v.optional(ChildSchema),
  /** Communes with books, by unit id. */
  communes: v.array(ChildSchema),
  /** The province's own books with those of its communes. */
  ...acrossParts,
  /** How many communes the province has (on `asOf`), with or without books. */
  communeCount: count,
});
export type Province = v.InferOutput<typeof ProvinceSchema>;

/** One statement as its unit lists it. */
const StatementRefSchema = v.object({
  fund: FundCodeSchema,
  object: Sha256Schema,
  ...dates,
  totals: TotalsSchema,
  status: v.picklist(['RECONCILED', 'UNRECONCILED']),
  handovers: v.optional(v.array(HandoverSchema)),
});
export type StatementRef = v.InferOutput<typeof StatementRefSchema>;

/** A unit's own books: one statement per fund. */
export const UnitNodeSchema = v.object({
  type: v.literal('unit'),
  version,
  unit: UnitSchema,
  province: v.optional(UnitSchema),
  ...dates,
  statements: v.array(StatementRefSchema),
});
export type UnitNode = v.InferOutput<typeof UnitNodeSchema>;

/** One equality of the statement. `variance` = actual − expected, signed; zero closes. */
export const EqualitySchema = v.object({
  rule: v.string(),
  expectedVnd: VndSchema,
  actualVnd: VndSchema,
  varianceVnd: VndSchema,
  /** The file that states the actual figure, and the row where it does. */
  digest: v.optional(Sha256Schema),
  row: v.optional(count),
  date: v.optional(IsoDateSchema),
  /** Of which account: "TK 1". */
  account: v.optional(v.string()),
});
export type Equality = v.InferOutput<typeof EqualitySchema>;

const GoodsLineSchema = v.object({
  item: v.string(),
  unitOfMeasure: v.string(),
  inMilli: MilliSchema,
  outMilli: MilliSchema,
  balanceMilli: MilliSchema,
  /** Stated values stand beside cash, never inside it. */
  inStatedVnd: VndSchema,
  outStatedVnd: VndSchema,
});

export const SubmissionLineSchema = v.object({
  object: Sha256Schema,
  kind: v.picklist(codesOf(TABLE_KINDS)),
  digest: Sha256Schema,
  period: PeriodSchema,
  receivedAt: InstantSchema,
  state: v.picklist(codesOf(SUBMISSION_STATES)),
  rows: RowCountsSchema,
  acceptedVnd: VndSchema,
});

/** Why a statement is not (yet) called reconciled. */
export const UNRECONCILED_REASONS = {
  NO_CONTROL_FIGURE:
    'Chưa có con số độc lập nào về số dư vào ngày cuối của sổ (số dư cuối kỳ đã khai; sao kê mọi tài khoản cùng tiền mặt). Dòng tổng cộng của chính tệp không tính.',
  VARIANCE: 'Có phép đối chiếu bị lệch.',
  QUARANTINED_ROWS: 'Còn dòng để riêng, chưa ghi sổ.',
  ERRORS: 'Có cảnh báo mức lỗi.',
  BANK_LINES_OPEN: 'Còn dòng sao kê chưa tìm thấy trong sổ.',
  MAYBE_COUNTED_TWICE:
    'Có tệp chồng ngày nhau, hoặc khai thay một tệp không có trong sổ: có thể có khoản tính hai lần.',
} as const;

/** The reconciled account of one unit × fund over the periods handed in. */
export const StatementSchema = v.object({
  type: v.literal('statement'),
  version,
  unit: UnitSchema,
  fund: FundCodeSchema,
  /** From the first day of the earliest period to the last of the latest. */
  period: PeriodSchema,
  ...dates,
  totals: TotalsSchema,
  openingDeclared: v.boolean(),
  inBySource: v.array(
    v.object({ source: v.picklist(codesOf(SOURCES)), amountVnd: VndSchema, entries: count }),
  ),
  outByPurpose: v.array(
    v.object({
      purpose: v.picklist(codesOf(PURPOSES)),
      amountVnd: VndSchema,
      entries: count,
      /** Signed: the households of a reversed payment are taken off again. */
      households: v.pipe(v.number(), v.integer()),
    }),
  ),
  /** Where the uses went; without a commune: `unit` absent. */
  outByCommune: v.array(v.object({ unit: v.optional(UnitSchema), amountVnd: VndSchema, entries: count })),
  /** Calendar months with movements, in order; closing is the running balance at the month's end. */
  months: v.array(
    v.object({ month: v.string(), inVnd: VndSchema, outVnd: VndSchema, closingVnd: VndSchema }),
  ),
  goods: v.array(GoodsLineSchema),
  /** Balances handed over or taken over, by day; only where there are any. */
  handovers: v.optional(v.array(HandoverSchema)),
  /** Payments to households left out before (chi bổ sung): a part of the uses. */
  late: v.optional(
    v.object({ amountVnd: VndSchema, entries: count, households: v.pipe(v.number(), v.integer()) }),
  ),
  bank: v.optional(BankSchema),
  /** Promised, received, allotted, given out: four stages, never added up. Only where the first or third was handed in. */
  funnel: v.optional(FunnelSchema),
  houses: v.optional(HousesSchema),
  /** The book's own table of targets: for its unit, for units below, by organisation; what its own book reached. */
  targets: v.optional(v.array(TargetLineSchema)),
  /** Goods compared over their units of measure; only where a factor was recorded. */
  stock: v.optional(StockSchema),
  /** Days covered by files of each kind. */
  coverage: v.array(v.object({ kind: v.picklist(codesOf(TABLE_KINDS)), stretches: v.array(StretchSchema) })),
  duties: v.array(DutySchema),
  /** The report by calendar periods, as JSON and as CSV. */
  report: v.object({ json: Sha256Schema, csv: Sha256Schema }),
  status: v.picklist(['RECONCILED', 'UNRECONCILED']),
  reasons: v.array(v.picklist(codesOf(UNRECONCILED_REASONS))),
  equalities: v.array(EqualitySchema),
  findings: v.array(TrackedFindingSchema),
  /** Findings of earlier files that stand no longer, and with which file they were gone. */
  resolved: v.array(TrackedFindingSchema),
  /** Every file of this book, superseded ones too, in order of handing in. */
  submissions: v.array(SubmissionLineSchema),
});
export type Statement = v.InferOutput<typeof StatementSchema>;

/** One file of a book: what became of it, and the pages of its rows. */
export const SubmissionNodeSchema = v.object({
  type: v.literal('submission'),
  version,
  unit: UnitSchema,
  fund: FundCodeSchema,
  kind: v.picklist(codesOf(TABLE_KINDS)),
  /** SHA-256 of the treasurer's file, byte for byte. */
  digest: Sha256Schema,
  bytes: count,
  period: PeriodSchema,
  state: v.picklist(codesOf(SUBMISSION_STATES)),
  history: v.array(HistoryStepSchema),
  rows: RowCountsSchema,
  /** Of a bank's statement: credits less debits. */
  acceptedVnd: VndSchema,
  quarantinedVnd: VndSchema,
  controlTotals: v.array(ControlTotalSchema),
  findings: v.array(FindingSchema),
  /** In the order of the file. A row number is found by bisecting on `firstRow`. */
  pages: v.array(v.object({ object: Sha256Schema, firstRow: count, lastRow: count, entries: count })),
  /** Present on a made-up file. */
  sample: v.optional(v.literal(true)),
});
export type SubmissionNode = v.InferOutput<typeof SubmissionNodeSchema>;

/** Every unit with books or with money on the map, by id: how an address like /xa/25159 finds its way down. */
export const UnitIndexSchema = v.object({ type: v.literal('index'), version, units: v.array(UnitSchema) });
export type UnitIndex = v.InferOutput<typeof UnitIndexSchema>;
