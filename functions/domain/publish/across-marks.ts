/** Marks of findings between units: one says by its letter between whom, so that a book knows its own from these. */
import type { HashText } from '../sha256.ts';
import type { Unit } from '../units/unit.ts';
import type { Told } from './across-told.ts';

/** t: transfers of the centre and provinces; x: of a province and its communes; k: plans (kế hoạch). */
export type AcrossLetter = 't' | 'x' | 'k';

const HEX = 10;

export const isAcrossMark = (mark: string): boolean => /^[txk][0-9a-f]{10}$/.test(mark);

export const transferLetter = (above: Unit | undefined): AcrossLetter => (above === undefined ? 't' : 'x');

/**
 * Findings by their marks, in order. A mark is made of rule, owner, other end, day and amounts, so it stays when a
 * corrected file says the same in another row. Of several alike each has its own.
 */
export function marksAcross(letter: AcrossLetter, all: readonly Told[], hash: HashText): Map<string, Told> {
  const alike = new Map<string, number>();
  return new Map(
    all.map((told) => {
      const { finding, fund, owner, about } = told;
      const { rule, expectedVnd, actualVnd, differenceVnd } = finding;
      const key = JSON.stringify([rule, owner.id, fund, expectedVnd, actualVnd, differenceVnd, ...about]);
      const before = alike.get(key) ?? 0;
      alike.set(key, before + 1);
      return [letter + hash(`${key} ${before}`).slice(0, HEX), told];
    }),
  );
}

/** The same place: what stands there under another mark is the same matter with other amounts. */
export const placeKey = ({ finding: { rule }, fund, owner, about }: Told): string =>
  JSON.stringify([rule, owner.id, fund, ...about]);
