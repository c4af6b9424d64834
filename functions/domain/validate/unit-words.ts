import type { IsoDate } from '../date.ts';
import { formatDate } from '../format.ts';
import { calledOn, type Unit, type UnitRegistry, validOn } from '../units/unit.ts';
import { whereabouts } from '../units/whereabouts.ts';

/** A list of units ends after so many: it is read in a cell of a spreadsheet. */
const MAX_LISTED = 3;

/** The first few, and a sign that there are more. */
export const listed = (texts: readonly string[], separator: string, limit: number): string =>
  (texts.length <= limit ? texts : [...texts.slice(0, limit), '…']).join(separator);

/** "Phường Bàn Thạch (20335)", as it was called on the day. */
export const nameAndCode = (unit: Unit, day: IsoDate): string => `${calledOn(unit, day).name} (${unit.code})`;

/** As above, with the district of a former commune, which tells it from others of its name. */
export const nameInFull = (unit: Unit, day: IsoDate): string => {
  const district = unit.district === undefined ? '' : `, ${unit.district}`;
  return `${calledOn(unit, day).name}${district} (${unit.code})`;
};

/** A day by which a unit is called by the name that it bore next to a given one: no later than its last. */
export const dayIn = ({ validTo }: Unit, day: IsoDate): IsoDate =>
  validTo !== undefined && validTo < day ? validTo : day;

/** From when to when a unit bore the name that it had on a day: "từ 01/07/2025 đến 29/04/2026"; empty for always. */
export function lifeOf(registry: UnitRegistry, unit: Unit, day: IsoDate): string {
  const { from, to } = daysOfName(registry, unit, day);
  const words = [from && `từ ${formatDate(from)}`, to && `đến ${formatDate(to)}`];
  return words.filter((word) => word !== undefined).join(' ');
}

function daysOfName(registry: UnitRegistry, unit: Unit, day: IsoDate): { from?: IsoDate; to?: IsoDate } {
  const former = unit.formerNames ?? [];
  const at = former.findIndex(({ validTo }) => day <= validTo);
  const before = at === -1 ? former.at(-1) : former[at - 1];
  // A name begins with the change after the last day of the one before.
  const from =
    before === undefined ? unit.validFrom : registry.changeDays.find((change) => change > before.validTo);
  const to = at === -1 ? unit.validTo : former[at]?.validTo;
  return { ...(from && { from }), ...(to && { to }) };
}

/**
 * What a unit, as it was called on a day of its own, is on another day: "nay là Phường Bàn Thạch (20335)". Empty where
 * nobody knows, and where it is the same then.
 */
export function fateOf(registry: UnitRegistry, unit: Unit, own: IsoDate, day: IsoDate): string {
  if (validOn(unit, day)) {
    const then = calledOn(unit, day);
    if (then.name === calledOn(unit, own).name) return '';
    return `${own < day ? 'nay là' : 'trước là'} ${nameAndCode(unit, day)}`;
  }
  const ended = unit.validTo !== undefined && unit.validTo < day;
  const place = whereabouts(registry, unit, day);
  if ('unit' in place) return `${ended ? 'nay là' : 'trước là'} ${nameAndCode(place.unit, day)}`;
  if (place.among.length === 0) return '';
  const units = place.among.map((one) => nameAndCode(one, day));
  return `${ended ? 'nay thuộc' : 'lập từ'} ${listed(units, ', ', MAX_LISTED)}`;
}
