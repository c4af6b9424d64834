import type { Disbursement } from '../entry.ts';
import { type Vnd, vnd } from '../money.ts';
import { type Milli, milli } from '../quantity.ts';
import { accentedKey } from '../text.ts';
import { type GoodsNorm, isGoodsNorm, type MoneyNorm, type Norm } from './norm.ts';

/** A row that gives less than the least or more than the most. `perOne` is what came to one, for people to read. */
export type NormFault =
  | { readonly norm: MoneyNorm; readonly count: number; readonly amountVnd: Vnd; readonly perOneVnd: Vnd }
  | {
      readonly norm: GoodsNorm;
      readonly count: number;
      readonly quantityMilli: Milli;
      readonly perOneMilli: Milli;
    };

interface NormVerdict {
  readonly faults: readonly NormFault[];
  /** Norms that this row comes under and cannot be held against: it does not say for how many, or in which unit. */
  readonly notJudged: number;
}

/**
 * Holds one payment against the norms of its campaign. The bound holds for what comes to one household, person or house;
 * compared by multiplication, never by division. Only what is certain is a fault:
 *  - a row that does not say for how many is not judged, except money per household or house where it names one beneficiary;
 *  - of several rates of one purpose (death 25 triệu, serious injury 5) the row does not tell which case it is, so only the
 *    most lenient binds;
 *  - a monthly rate binds by the number of months that one row may give at once;
 *  - what takes a payment back is not judged.
 * A payment in parts is judged part by part: whoever reads the fault must look at what was paid before and after.
 */
export function judgeByNorms(entry: Disbursement, norms: readonly Norm[]): NormVerdict {
  const faults: NormFault[] = [];
  let notJudged = 0;
  for (const norm of mostLenient(norms.filter((one) => bindsOn(one, entry)))) {
    const verdict = isGoodsNorm(norm) ? judgeGoods(entry, norm) : judgeMoney(entry, norm);
    if (verdict === 'not judged') notJudged += 1;
    else if (verdict !== 'kept') faults.push(verdict);
  }
  return { faults, notJudged };
}

function bindsOn(norm: Norm, { purpose, amountVnd, goods }: Disbursement): boolean {
  if (norm.purpose !== undefined && norm.purpose !== purpose) return false;
  if (!isGoodsNorm(norm)) return amountVnd !== undefined && amountVnd >= 0;
  return (
    goods !== undefined && goods.quantityMilli >= 0 && accentedKey(goods.item) === accentedKey(norm.item)
  );
}

/** What a rate is divided by. Of households and houses a row has one number. */
const countedBy = ({ per }: Norm): 'persons' | 'households' => (per === 'NGUOI' ? 'persons' : 'households');

/** Of norms that bound the same from the same side, the one that is kept most easily. */
function mostLenient(norms: readonly Norm[]): readonly Norm[] {
  const kinds = Map.groupBy(norms, (norm) =>
    JSON.stringify([countedBy(norm), norm.bound, isGoodsNorm(norm) ? accentedKey(norm.unitOfMeasure) : null]),
  );
  return [...kinds.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [others.reduce((best, norm) => (isMoreLenient(norm, best) ? norm : best), first)],
  );
}

const limitOf = (norm: Norm): bigint =>
  isGoodsNorm(norm) ? BigInt(norm.quantityMilli) * BigInt(norm.months ?? 1) : BigInt(norm.amountVnd);

const isMoreLenient = (a: Norm, b: Norm): boolean =>
  a.bound === 'MIN' ? limitOf(a) < limitOf(b) : limitOf(a) > limitOf(b);

type Verdict = NormFault | 'kept' | 'not judged';

function judgeMoney(entry: Disbursement, norm: MoneyNorm): Verdict {
  const { amountVnd, beneficiaryRef } = entry;
  const one = norm.per !== 'NGUOI' && beneficiaryRef !== undefined ? 1 : undefined;
  const count = entry[countedBy(norm)] ?? one;
  if (amountVnd === undefined || count === undefined) return 'not judged';
  if (keeps(amountVnd, norm, count)) return 'kept';
  return { norm, count, amountVnd, perOneVnd: vnd(perOne(amountVnd, norm, count)) };
}

function judgeGoods(entry: Disbursement, norm: GoodsNorm): Verdict {
  const { goods } = entry;
  const count = entry[countedBy(norm)];
  if (goods === undefined || count === undefined) return 'not judged';
  if (accentedKey(goods.unitOfMeasure) !== accentedKey(norm.unitOfMeasure)) return 'not judged';
  const { quantityMilli } = goods;
  if (keeps(quantityMilli, norm, count)) return 'kept';
  return { norm, count, quantityMilli, perOneMilli: milli(perOne(quantityMilli, norm, count)) };
}

function keeps(given: number, norm: Norm, count: number): boolean {
  const bound = limitOf(norm) * BigInt(count);
  return norm.bound === 'MIN' ? BigInt(given) >= bound : BigInt(given) <= bound;
}

/** Rounded away from the bound: what is below it must not read as equal to it. */
const perOne = (given: number, { bound }: Norm, count: number): number => {
  const whole = BigInt(given) / BigInt(count);
  const left = BigInt(given) % BigInt(count);
  return Number(bound === 'MAX' && left > 0n ? whole + 1n : whole);
};
