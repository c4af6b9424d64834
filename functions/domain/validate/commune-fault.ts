/**
 * Why a cell names no commune of its day. What is suggested is found when it is written there; facts are of the
 * registry alone, as findings are published.
 */
export interface CommuneFault {
  readonly fault: 'COMMUNE_UNKNOWN' | 'COMMUNE_AMBIGUOUS' | 'COMMUNE_OTHER_DATE' | 'COMMUNE_IS_PROVINCE';
  readonly params?: Readonly<Record<string, string | number>>;
  readonly suggestions?: readonly string[];
}
