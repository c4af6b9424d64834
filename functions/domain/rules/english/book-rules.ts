import type { BOOK_RULES } from '../book-rules.ts';
import { BANK_ENGLISH } from './bank.ts';
import { BESIDE_ENGLISH } from './beside.ts';
import type { English } from './english.ts';
import { HANDOVER_ENGLISH } from './handover.ts';
import { SUM_ENGLISH } from './sums.ts';
import { TRANSFER_ENGLISH } from './transfer.ts';

export const BOOK_ENGLISH: English<typeof BOOK_RULES> = {
  ...SUM_ENGLISH,
  ...BANK_ENGLISH,
  ...BESIDE_ENGLISH,
  ...TRANSFER_ENGLISH,
  ...HANDOVER_ENGLISH,
};
