import type { LedgerTable } from '#adapters/ports.ts';
import type { Supersessions } from '#domain/reconcile/supersede.ts';
import { withStep } from '../record-steps.ts';

/** Tells the working record of each replaced file what replaced it. The ledger itself is left as it is. */
export async function markSuperseded(superseded: Supersessions, table: LedgerTable): Promise<void> {
  for (const [id, by] of superseded) {
    const step = { state: 'SUPERSEDED' as const, at: by.declaration.receivedAt, because: by.digest };
    const record = await table.record(id);
    // The ledger alone decides: a record that is not there is no reason to stop the book.
    if (record === undefined || withStep(record, step) === record) continue;
    await table.changeRecord(id, (standing) => withStep(standing, step));
  }
}
