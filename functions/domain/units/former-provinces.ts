import type { IsoDate } from '../date.ts';
import type { Unit, UnitCode } from './unit.ts';

/** The last day of the 63 provinces, their districts and communes. */
export const LAST_FORMER_DAY = '2025-06-30' as IsoDate;

/**
 * Codes of the provinces that a present one was made of. The eleven that are not named stayed as they were.
 * Source: Nghị quyết 202/2025/QH15, điều 1.
 */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  '08': ['02', '08'],
  '15': ['10', '15'],
  '19': ['06', '19'],
  '24': ['24', '27'],
  '25': ['17', '25', '26'],
  '31': ['30', '31'],
  '33': ['33', '34'],
  '37': ['35', '36', '37'],
  '44': ['44', '45'],
  '48': ['48', '49'],
  '51': ['51', '62'],
  '52': ['52', '64'],
  '56': ['56', '58'],
  '66': ['54', '66'],
  '68': ['60', '67', '68'],
  '75': ['70', '75'],
  '79': ['74', '77', '79'],
  '80': ['72', '80'],
  '82': ['82', '87'],
  '86': ['83', '84', '86'],
  '91': ['89', '91'],
  '92': ['92', '93', '94'],
  '96': ['95', '96'],
};

/** Codes, as of the last former day, of the provinces that this one was made of; its own where it is one of them. */
export const formerProvinceCodes = (province: Unit): readonly UnitCode[] =>
  province.validFrom === undefined
    ? [province.code]
    : ((MADE_OF[province.code] ?? [province.code]) as readonly UnitCode[]);
