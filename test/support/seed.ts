/**
 * The seed of every property test. It is one and the same, so that a red run speaks of the change and not of luck;
 * new ground is for `npm run fuzz`, which names another seed each round.
 */
import fc from 'fast-check';

export const SEED_VARIABLE = 'FUZZ_SEED';

const named = process.env[SEED_VARIABLE];
const seed = named === undefined ? 19_301_118 : Number(named);
if (!Number.isInteger(seed)) throw new Error(`${SEED_VARIABLE} is an integer, not "${named}"`);
fc.configureGlobal({ seed });
