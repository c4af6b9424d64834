import * as v from 'valibot';
import { codesOf } from '../codes.ts';
import { VndSchema } from '../money.ts';
import { MilliSchema } from '../quantity.ts';

/** Goods of one kind in one unit of measure. Stated values stand beside cash, never inside it. */
const StockLineSchema = v.object({
  item: v.string(),
  unitOfMeasure: v.string(),
  inMilli: MilliSchema,
  outMilli: MilliSchema,
  /** Received less issued; below zero: more was issued than received. */
  balanceMilli: MilliSchema,
  inStatedVnd: VndSchema,
  outStatedVnd: VndSchema,
});
export type StockLine = v.InferOutput<typeof StockLineSchema>;

/** 1 of `from` is `factorMilli` thousandths of `to`. */
const followed = v.object({ from: v.string(), to: v.string(), factorMilli: MilliSchema });

const ComparableLineSchema = v.object({
  ...StockLineSchema.entries,
  /** On a line that adds several units of measure up: what they are, and the recorded factors that allow it. */
  converted: v.optional(v.object({ units: v.array(v.string()), factors: v.array(followed) })),
});
export type ComparableLine = v.InferOutput<typeof ComparableLineSchema>;

/** Why recorded factors were not followed. */
export const FACTOR_FAULTS = {
  NOT_POSITIVE: 'Hệ số quy đổi không lớn hơn 0.',
  SAME_UNIT: 'Hệ số quy đổi một đơn vị tính ra chính nó.',
  UNNAMED: 'Mặt hàng hoặc đơn vị tính không được nêu tên nên không biết quy đổi cái gì.',
  CYCLE: 'Các hệ số quy đổi vòng về chính đơn vị tính ban đầu.',
  CONTRADICTION: 'Các hệ số quy đổi giữa cùng các đơn vị tính không khớp nhau.',
  TOO_MANY: 'Một mặt hàng có quá nhiều đơn vị tính quy đổi lẫn nhau.',
  NOT_EXACT: 'Quy đổi ra số lẻ nhỏ hơn một phần nghìn nên để nguyên, không làm tròn.',
} as const;

const FactorFaultSchema = v.object({
  item: v.string(),
  /** The units of measure that stay apart because of it. */
  units: v.array(v.string()),
  fault: v.picklist(codesOf(FACTOR_FAULTS)),
});
export type FactorFault = v.InferOutput<typeof FactorFaultSchema>;

/** Nhập – xuất – tồn of one book. */
export const StockSchema = v.object({
  /** As recorded, by item and unit of measure. */
  lines: v.array(StockLineSchema),
  /** The same with what recorded factors make comparable added up. */
  comparable: v.array(ComparableLineSchema),
  /** More issued than received, by the comparable lines. */
  shortages: v.array(
    v.object({
      item: v.string(),
      unitOfMeasure: v.string(),
      /** Issued less received, above zero. */
      shortMilli: MilliSchema,
      /** After conversion by recorded factors. */
      converted: v.boolean(),
    }),
  ),
  /** Recorded lines with more issued than received that what is left in other units covers: no shortage. */
  covered: v.array(v.object({ item: v.string(), unitOfMeasure: v.string(), shortMilli: MilliSchema })),
  faults: v.array(FactorFaultSchema),
});
export type Stock = v.InferOutput<typeof StockSchema>;
