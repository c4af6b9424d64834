import type { Indicator } from '../codes.ts';
import { vnd } from '../money.ts';
import { inKeyOrder } from '../order.ts';
import type { Year } from './across-schema.ts';

/** Adds years of several books of one fund up, in order. */
export function addYears(years: readonly Year[]): Year[] {
  const sums = new Map<string, Year>();
  for (const year of years) {
    const known = sums.get(year.year);
    sums.set(year.year, known === undefined ? year : add(known, year));
  }
  return inKeyOrder(sums);
}

/**
 * Years of an upper unit's own book with those of the books below it. Houses are counted in one place: by the upper
 * unit's register where it keeps one, as that tells of all of them; else by those below where any keeps one, as what
 * the upper unit pays may be a part of a house that is in them; else by the payments of all.
 */
export function wholeYears(own: readonly Year[], below: readonly Year[]): Year[] {
  return addYears([...own, ...below]).map((sum) => {
    const ofYear = (years: readonly Year[]) => years.filter(({ year }) => year === sum.year);
    const registered = [ofYear(own), ofYear(below)].find((years) => years.some((one) => one.registered));
    const [houses] = addYears(registered ?? []);
    if (houses === undefined) return sum;
    return { ...sum, newHouses: houses.newHouses, repairs: houses.repairs, registered: true as const };
  });
}

const add = (a: Year, b: Year): Year => ({
  year: a.year,
  donationsVnd: vnd(a.donationsVnd + b.donationsVnd),
  usesVnd: vnd(a.usesVnd + b.usesVnd),
  households: a.households + b.households,
  livelihoods: a.livelihoods + b.livelihoods,
  newHouses: a.newHouses + b.newHouses,
  repairs: a.repairs + b.repairs,
});

/** What a year reached, as an indicator counts. */
export const figureOf = (year: Year, indicator: Indicator): number =>
  ({
    VAN_DONG: year.donationsVnd,
    NHA_XAY_MOI: year.newHouses,
    NHA_SUA_CHUA: year.repairs,
    SINH_KE: year.livelihoods,
    HO_GIUP: year.households,
  })[indicator];
