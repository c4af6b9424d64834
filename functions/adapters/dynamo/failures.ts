import type { LedgerTable } from '../ports.ts';
import { FailureSchema, readEach } from './items.ts';
import type { Partition } from './partition.ts';

/** Why messages could not be handled, by queue and message. */
export const failures = (partition: Partition): Pick<LedgerTable, 'noteFailure' | 'failures'> => ({
  noteFailure: (failure) => partition.put(`${failure.queue}#${failure.messageId}`, failure),
  failures: () => readEach(FailureSchema, partition.items()),
});
