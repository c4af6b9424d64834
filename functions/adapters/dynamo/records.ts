import type { LedgerTable, SubmissionRecord } from '../ports.ts';
import { RecordSchema, read, readEach } from './items.ts';
import { ABSENT, type Condition, type Partition } from './partition.ts';

/** One of those who try at once wins each round, so this is how many may work on one file without anyone giving up. */
const ATTEMPTS = 60;
/** Long enough for a put to arrive; grows to the longest where many try. */
const WAIT_STEP_MS = 2;
const LONGEST_WAIT_MS = 50;

/** The working records of what was handed in, by identity. */
export const records = (
  partition: Partition,
): Pick<LedgerTable, 'record' | 'firstRecord' | 'changeRecord' | 'records'> => {
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
    async changeRecord(id, change) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (attempt > 0) await wait(Math.min(attempt * WAIT_STEP_MS, LONGEST_WAIT_MS));
        const standing = await record(id);
        if (standing === undefined) throw new Error(`no record ${id} to change`);
        const wanted = change(standing);
        if (wanted === standing) return standing;
        const changed = { ...wanted, id, version: (standing.version ?? 0) + 1 };
        if (await partition.putIf(id, changed, unchangedSince(standing))) return changed;
      }
      throw new Error(`record ${id}: others changed it before each of ${ATTEMPTS} attempts`);
    },
    records: (prefix) => readEach(RecordSchema, partition.items(prefix === undefined ? {} : { prefix })),
  };
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const unchangedSince = ({ version }: SubmissionRecord): Condition => ({
  names: { '#version': 'version' },
  ...(version === undefined
    ? { expression: 'attribute_not_exists(#version)' }
    : { expression: '#version = :version', values: { ':version': version } }),
});
