import { BANK_RULES } from './book/bank.ts';
import { BESIDE_RULES } from './book/beside.ts';
import { HANDOVER_RULES } from './book/handover.ts';
import { SUM_RULES } from './book/sums.ts';
import { TRANSFER_RULES } from './book/transfer.ts';
import type { RuleTable } from './rule.ts';

/** Books as a whole, and books against each other: figures that should meet. A difference is an amount. */
export const BOOK_RULES = {
  ...SUM_RULES,
  ...BANK_RULES,
  ...BESIDE_RULES,
  ...TRANSFER_RULES,
  ...HANDOVER_RULES,
} as const satisfies RuleTable;
