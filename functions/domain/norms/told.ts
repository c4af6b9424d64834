import { PURPOSES } from '../codes.ts';
import type { Disbursement } from '../entry.ts';
import { formatMilli } from '../format.ts';
import { type Vnd, ZERO_VND } from '../money.ts';
import { type Milli, milli } from '../quantity.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { NormFault } from './judge.ts';
import type { GoodsNorm, Norm } from './norm.ts';

/** Cells of the row as they stand in the file; for the treasurer alone. */
export interface FigureTexts {
  readonly amountText: string;
  readonly quantityText: string;
}

/** What a fault says: the rule, its facts, and how far off it is beside others alike. */
interface ToldNorm {
  readonly rule: RuleId;
  readonly params: Readonly<Record<string, string | number>>;
  readonly offBy: number;
  readonly amountVnd?: Vnd;
  readonly value?: string;
}

/** A payment that breaks a norm, in the words of its finding: for one household, person or house. */
export function toldNorm(entry: Disbursement, fault: NormFault, texts: FigureTexts): ToldNorm {
  const { norm } = fault;
  const shared = { per: norm.per, source: norm.source, basis: basisOf(norm) };
  if ('amountVnd' in fault) {
    return {
      rule: norm.bound === 'MIN' ? 'NORM_BELOW_MIN' : 'NORM_ABOVE_MAX',
      params: {
        ...shared,
        purpose: PURPOSES[entry.purpose],
        limit: fault.norm.amountVnd,
        perOne: fault.perOneVnd,
      },
      offBy: Math.abs(fault.perOneVnd - fault.norm.amountVnd),
      amountVnd: entry.amountVnd ?? ZERO_VND,
      ...cell(texts.amountText),
    };
  }
  const { item, unitOfMeasure, bound, quantityMilli, months = 1 } = fault.norm;
  return {
    rule: 'NORM_OF_GOODS',
    params: {
      ...shared,
      item,
      bound,
      limit: limitOf(fault.norm),
      perOne: inUnit(fault.perOneMilli, unitOfMeasure),
    },
    offBy: Math.abs(fault.perOneMilli - quantityMilli * months),
    ...cell(texts.quantityText),
  };
}

/** A norm that nobody compared with its document is never told as law. */
const basisOf = ({ certainty }: Norm): string => certainty ?? 'M';

const cell = (value: string): { value?: string } => (value === '' ? {} : { value });

const inUnit = (quantity: Milli, unit: string): string => `${formatMilli(quantity)} ${unit}`;

/** As it is held against a row: "15 kg × 3 tháng = 45 kg" of a monthly one. */
function limitOf({ quantityMilli, unitOfMeasure, months }: GoodsNorm): string {
  const one = inUnit(quantityMilli, unitOfMeasure);
  return months === undefined
    ? one
    : `${one} × ${months} tháng = ${inUnit(milli(quantityMilli * months), unitOfMeasure)}`;
}
