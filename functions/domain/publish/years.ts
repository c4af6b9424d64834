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
 * Years of an upper unit's own book with those of the books below it. Where it keeps a register of houses, that tells of
 * all of them: a house that two books pay for is one house.
 */
export function wholeYears(own: readonly Year[], below: readonly Year[]): Year[] {
  const registered = new Map(own.filter((year) => year.registered).map((year) => [year.year, year]));
  return addYears([...own, ...below]).map((year) => {
    const { newHouses, repairs } = registered.get(year.year) ?? year;
    return {
      ...year,
      newHouses,
      repairs,
      ...(registered.has(year.year) ? { registered: true as const } : {}),
    };
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
