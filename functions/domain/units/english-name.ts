import { fold } from '../text.ts';
import { lowerName, splitKind } from './name.ts';
import type { Called, Unit } from './unit.ts';

/** How English texts of the state call the kinds of units. */
const COMMUNES = {
  XA: 'Commune',
  PHUONG: 'Ward',
  THI_TRAN: 'Township',
  DAC_KHU: 'Special Zone',
} as const;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "cổ loa" → "Co Loa"; "bà rịa - vũng tàu" → "Ba Ria - Vung Tau". */
const title = (bare: string): string => fold(bare).split(' ').map(capital).join(' ');

/**
 * The name as English texts write it: without accents, the kind behind it: "Ba Dinh Ward", "Quang Nam Province",
 * "Da Nang City", "Ward 12". Undefined for the centre.
 */
export function englishName({ level }: Pick<Unit, 'level'>, { name, kind }: Called): string | undefined {
  if (level === 'TW') return undefined;
  const lower = lowerName(name);
  if (kind !== undefined) {
    const { bare } = splitKind(lower);
    return /^\d+$/.test(bare) ? `${COMMUNES[kind]} ${bare}` : `${title(bare)} ${COMMUNES[kind]}`;
  }
  const city = lower.startsWith('thành phố ');
  return `${title(lower.replace(/^(?:thành phố|tỉnh) /, ''))} ${city ? 'City' : 'Province'}`;
}
