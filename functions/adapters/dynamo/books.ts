import type { Book, LedgerTable } from '../ports.ts';
import {
  CampaignsSlotSchema,
  read,
  readAll,
  readEach,
  StatementSchema,
  SubmissionSlotSchema,
  UnitsSlotSchema,
} from './items.ts';
import type { Partition } from './partition.ts';
import { seqKey } from './slots.ts';

/** Neither a unit's identity nor a fund's code holds the separator, so no book's key begins another's. */
const bookKey = ({ unitId, fund }: Book): string => `${unitId}#${fund}`;

/** What is derived from the slots: submissions by book, reference data in force, and each book's statement. */
export const books = (
  submissions: Partition,
  campaigns: Partition,
  units: Partition,
  statements: Partition,
): Pick<
  LedgerTable,
  | 'addToBook'
  | 'submissionsOf'
  | 'addCampaigns'
  | 'campaignImports'
  | 'addUnits'
  | 'unitImports'
  | 'putStatement'
  | 'statement'
  | 'statements'
  | 'dropDerived'
> => ({
  addToBook: (book, slot) => submissions.put(`${bookKey(book)}#${seqKey(slot.seq)}`, slot),
  submissionsOf: (book) => readAll(SubmissionSlotSchema, submissions.items({ prefix: `${bookKey(book)}#` })),
  addCampaigns: (slot) => campaigns.put(seqKey(slot.seq), slot),
  campaignImports: () => readAll(CampaignsSlotSchema, campaigns.items()),
  addUnits: (slot) => units.put(seqKey(slot.seq), slot),
  unitImports: () => readAll(UnitsSlotSchema, units.items()),
  async putStatement(pointer) {
    // Refused means that a newer statement stands, which is as good.
    await statements.putIf(bookKey(pointer), pointer, {
      expression: 'attribute_not_exists(pk) OR #submissions <= :submissions',
      names: { '#submissions': 'submissions' },
      values: { ':submissions': pointer.submissions },
    });
  },
  async statement(book) {
    const item = await statements.get(bookKey(book));
    return item && read(StatementSchema, item);
  },
  statements: () => readEach(StatementSchema, statements.items()),
  async dropDerived() {
    await statements.clear();
    await submissions.clear();
    await campaigns.clear();
    await units.clear();
  },
});
