import { INDICATORS, type Indicator } from '#domain/codes.ts';

const ENGLISH: Readonly<Record<Indicator, string>> = {
  VAN_DONG: 'Money raised (VND)',
  NHA_XAY_MOI: 'New houses (houses)',
  NHA_SUA_CHUA: 'Houses repaired (houses)',
  SINH_KE: 'Support of livelihoods (households)',
  HO_GIUP: 'Households helped (households)',
};

/** What a target counts. */
export const INDICATOR_WORDS = Object.fromEntries(
  (Object.keys(ENGLISH) as Indicator[]).map((code) => [code, { vi: INDICATORS[code], en: ENGLISH[code] }]),
);
