import type { LedgerTable } from '#adapters/ports.ts';
import type { Supersessions } from '#domain/reconcile/supersede.ts';

/** Tells the working record of each replaced file what replaced it. The ledger itself is left as it is. */
export async function markSuperseded(superseded: Supersessions, table: LedgerTable): Promise<void> {
  for (const [id, by] of superseded) {
    const record = await table.record(id);
    if (record === undefined || record.state === 'SUPERSEDED') continue;
    const step = { state: 'SUPERSEDED' as const, at: by.declaration.receivedAt, because: by.digest };
    await table.putRecord({ ...record, state: 'SUPERSEDED', history: [...record.history, step] });
  }
}
