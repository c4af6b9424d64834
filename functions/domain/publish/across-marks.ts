/** Marks of findings between units: one says by its letter between whom, so that a book knows its own from these. */
import type { HashText } from '../sha256.ts';
import type { Unit } from '../units/unit.ts';
import type { Told } from './across-told.ts';

/** t: transfers of the centre and provinces; x: of a province and its communes; k: plans (kế hoạch), and what is about no money. */
export type AcrossLetter = 't' | 'x' | 'k';

const HEX = 10;

export const isAcrossMark = (mark: string): boolean => /^[txk][0-9a-f]{10}$/.test(mark);

export const transferLetter = (above: Unit | undefined): AcrossLetter => (above === undefined ? 't' : 'x');

/**
 * Findings by their marks, in order. A mark is made of rule, owner, amounts and what it is about, so it stays when a
 * corrected file says the same in another row, and no other finding ever has it.
 */
export const marksAcross = (letter: AcrossLetter, all: readonly Told[], hash: HashText): Map<string, Told> =>
  new Map(
    all.map((told) => {
      const { finding, fund, owner, about } = told;
      const { rule, expectedVnd, actualVnd, differenceVnd } = finding;
      const key = [rule, owner.id, fund, expectedVnd, actualVnd, differenceVnd, ...about];
      return [letter + hash(JSON.stringify(key)).slice(0, HEX), told];
    }),
  );
