import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startDynalite } from './dynalite.ts';
import { dynoxideBinary, startDynoxide } from './dynoxide.ts';

export type TableEngine = 'dynoxide' | 'dynalite';

export interface RunningTables {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts the DynamoDB engine asked for, else the one that the data directory already has, else the better one
 * that runs on this machine. Throws when dynoxide is needed and has no binary here.
 */
export async function startTables(
  asked: TableEngine | undefined,
  dataDir: string | undefined,
): Promise<RunningTables & { readonly engine: TableEngine }> {
  const engine = asked ?? (dataDir === undefined ? undefined : engineOf(dataDir)) ?? bestHere();
  const path = dataDir === undefined ? undefined : join(dataDir, TABLE_STORES[engine]);
  const tables = engine === 'dynoxide' ? await startDynoxide(path) : await startDynalite(path);
  return { ...tables, engine };
}

const TABLE_STORES = { dynoxide: 'tables.sqlite', dynalite: 'tables.level' } as const;

/** A ledger written by one engine must not look empty because another is started beside it. */
const engineOf = (dataDir: string): TableEngine | undefined =>
  (['dynoxide', 'dynalite'] as const).find((engine) => existsSync(join(dataDir, TABLE_STORES[engine])));

const bestHere = (): TableEngine => (dynoxideBinary() === undefined ? 'dynalite' : 'dynoxide');
