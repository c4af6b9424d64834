import type { LedgerTable } from '../ports.ts';
import { RecordSchema, read, readEach } from './items.ts';
import { ABSENT, type Partition } from './partition.ts';

/** The working records of what was handed in, by identity. */
export const records = (
  partition: Partition,
): Pick<LedgerTable, 'record' | 'firstRecord' | 'putRecord' | 'records'> => {
  const record: LedgerTable['record'] = async (id) => {
    const item = await partition.get(id);
    return item && read(RecordSchema, item);
  };
  return {
    record,
    async firstRecord(first) {
      if (await partition.putIf(first.id, first, ABSENT)) return first;
      const standing = await record(first.id);
      if (standing === undefined) throw new Error(`record ${first.id} was there and is gone`);
      return standing;
    },
    putRecord: (changed) => partition.put(changed.id, changed),
    records: () => readEach(RecordSchema, partition.items()),
  };
};
