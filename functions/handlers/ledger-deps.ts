import { dynamo, s3 } from '#adapters/clients.ts';
import { dynamoLedgerTable } from '#adapters/dynamo-ledger-table.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { unitsInForce } from './units-in-force.ts';

/** What every function of the pipeline stands on: the ledger's bucket and table, and the units in force by them. */
export function ledgerDeps({
  LEDGER_BUCKET,
  LEDGER_TABLE,
}: Record<'LEDGER_BUCKET' | 'LEDGER_TABLE', string>) {
  const ledger = s3ObjectStore(s3(), LEDGER_BUCKET);
  const table = dynamoLedgerTable(dynamo(), LEDGER_TABLE);
  return { ledger, table, units: unitsInForce(table, ledger) };
}
