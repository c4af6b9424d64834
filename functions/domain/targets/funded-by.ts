import type { Indicator } from '../codes.ts';
import { publicOrganisation } from '../publish/public-text/organisation.ts';
import { accentedKey } from '../text.ts';
import type { Houses } from './houses-schema.ts';
import { countsHouses } from './in-force.ts';
import type { PartReached } from './progress.ts';

/**
 * Houses handed over in a year that an organisation paid for, alone or with others: each stands with each of its
 * funders. Undefined where the register cannot tell: other things than houses, and names that are not printed, as
 * several of them stand in one line.
 */
export function housesFundedBy(
  houses: Houses,
  year: number,
  indicator: Indicator,
  organisation: string,
): PartReached | undefined {
  const name = publicOrganisation(organisation);
  if (name === undefined || !countsHouses(indicator)) return undefined;
  const own = houses.byOrganisation.find((line) => accentedKey(line.organisation) === accentedKey(name));
  const done = own?.handedOver.find((line) => line.year === year && line.work === indicator);
  return { reached: (done?.alone ?? 0) + (done?.shared ?? 0), shared: done?.shared ?? 0 };
}
