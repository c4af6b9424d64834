import type { LedgerTable } from '../ports.ts';
import { read, readEach, SlotSchema } from './items.ts';
import { ABSENT, type Partition } from './partition.ts';

/** As many digits as an exact integer can have, so that sort keys compare as their numbers do. */
const DIGITS = 16;
export const seqKey = (seq: number): string => String(seq).padStart(DIGITS, '0');

/** The ledger itself: slots in sequence, each claimed once, none ever changed. */
export const slots = (partition: Partition): Pick<LedgerTable, 'head' | 'slot' | 'slotsAfter' | 'claim'> => ({
  async head() {
    for await (const item of partition.items({ backwards: true, limit: 1 }))
      return read(SlotSchema, item).seq;
    return 0;
  },
  async slot(seq) {
    const item = await partition.get(seqKey(seq));
    return item && read(SlotSchema, item);
  },
  slotsAfter: (seq) => readEach(SlotSchema, partition.items({ after: seqKey(seq) })),
  claim: (seq, content) => partition.putIf(seqKey(seq), { ...content, seq }, ABSENT),
});
