import type { FactorFault } from '#domain/stock/stock-schema.ts';

/** Why a factor is not followed, within a sentence of FACTOR_NOT_FOLLOWED. */
export const FACTOR_WORDS: Readonly<
  Record<FactorFault['fault'], { readonly vi: string; readonly en: string }>
> = {
  NOT_POSITIVE: { vi: 'hệ số không lớn hơn 0', en: 'the factor is not above zero' },
  SAME_UNIT: { vi: 'quy đổi một đơn vị tính ra chính nó', en: 'a unit of measure is turned into itself' },
  UNNAMED: {
    vi: 'mặt hàng hoặc đơn vị tính không được nêu tên',
    en: 'the goods or the unit of measure have no name that is shown',
  },
  CYCLE: {
    vi: 'các hệ số vòng về chính đơn vị tính ban đầu',
    en: 'the factors lead back to the unit of measure that they begin with',
  },
  CONTRADICTION: { vi: 'các hệ số không khớp nhau', en: 'the factors contradict each other' },
  TOO_MANY: {
    vi: 'quá nhiều đơn vị tính quy đổi lẫn nhau',
    en: 'too many units of measure are turned into each other',
  },
  NOT_EXACT: {
    vi: 'quy đổi ra số lẻ nhỏ hơn một phần nghìn',
    en: 'the result is no whole number of thousandths',
  },
};
