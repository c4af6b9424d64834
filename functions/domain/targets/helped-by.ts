import type { Indicator, Purpose } from '../codes.ts';
import { publicOrganisation } from '../publish/public-text/organisation.ts';
import { accentedKey } from '../text.ts';
import type { Summary } from '../validate/summary.ts';
import type { PartReached } from './progress.ts';

type Help = Pick<Summary, 'organisations' | 'organisationsUntold'>;

/** The purpose whose households an indicator counts; undefined: those of all purposes. */
const PURPOSE_OF: Readonly<Record<Exclude<Indicator, 'VAN_DONG'>, Purpose | undefined>> = {
  NHA_XAY_MOI: 'NHA_XAY_MOI',
  NHA_SUA_CHUA: 'NHA_SUA_CHUA',
  SINH_KE: 'SINH_KE',
  HO_GIUP: undefined,
};

/**
 * Households of a year in the rows of disbursement that name an organisation: as many as those rows say, as the book's
 * own figures of households are. One household in several rows counts in each, so what several organisations reached
 * adds up to no number of households. Undefined where the books cannot tell: no row of the year names anybody, those of
 * this organisation count no households, or its name is not printed, as several may stand behind such names. Money
 * that an organisation raised stands in no table of disbursements.
 */
export function householdsHelpedBy(
  summaries: readonly Help[],
  year: number,
  indicator: Indicator,
  organisation: string,
): PartReached | undefined {
  const name = publicOrganisation(organisation);
  if (name === undefined || indicator === 'VAN_DONG') return undefined;
  if (summaries.some(({ organisationsUntold }) => organisationsUntold)) return undefined;
  const told = summaries
    .flatMap(({ organisations = [] }) => organisations)
    .filter((line) => line.year === year);
  if (told.length === 0) return undefined;
  const purpose = PURPOSE_OF[indicator];
  const key = accentedKey(name);
  const own = told
    .filter((line) => accentedKey(line.organisation) === key)
    .filter((line) => purpose === undefined || line.purpose === purpose);
  const counted = own.flatMap(({ households }) => households ?? []);
  if (own.length > 0 && counted.length === 0) return undefined;
  return { reached: counted.reduce((sum, households) => sum + households, 0), shared: 0 };
}
