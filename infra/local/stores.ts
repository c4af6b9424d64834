import { dynamoLedgerTable } from '#adapters/dynamo-ledger-table.ts';
import type { LedgerTable, ObjectStore } from '#adapters/ports.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { type UnitsInForce, unitsInForce } from '#handlers/units-in-force.ts';
import type { Clients } from './connection.ts';
import type { Wiring } from './wiring.ts';

/** The stores of the money path, by the part that they play in it. */
export interface Stores {
  readonly inbox: ObjectStore;
  readonly inboxBucket: string;
  readonly ledger: ObjectStore;
  readonly site: ObjectStore;
  readonly table: LedgerTable;
  readonly units: UnitsInForce;
  /** Files larger than this are refused. */
  readonly maxFileBytes: number;
}

/** Which bucket is which is said once, in the environment that the template gives its functions. */
export function storesOf(wiring: Wiring, { s3, dynamo }: Clients): Stores {
  const environment = new Map(wiring.functions.flatMap((f) => Object.entries(f.environment)));
  const named = (variable: string): string => {
    const value = environment.get(variable);
    if (value === undefined) throw new Error(`Template: no function is given ${variable}`);
    return value;
  };
  const inboxBucket = named('INBOX_BUCKET');
  const ledger = s3ObjectStore(s3, named('LEDGER_BUCKET'));
  const table = dynamoLedgerTable(dynamo, named('LEDGER_TABLE'));
  return {
    inboxBucket,
    inbox: s3ObjectStore(s3, inboxBucket),
    ledger,
    site: s3ObjectStore(s3, named('SITE_BUCKET')),
    table,
    units: unitsInForce(table, ledger),
    maxFileBytes: Number(named('MAX_FILE_BYTES')),
  };
}
