import { setTimeout as sleep } from 'node:timers/promises';
import { type Clients, connect, type Endpoints } from '../connection.ts';
import { DataDirInUse } from '../engines/lock.ts';
import { ACCOUNT } from '../names.ts';
import { untilIdle } from '../queue-state.ts';
import { readRun } from '../run-file.ts';
import { startRunner } from '../runner.ts';
import { type Stores, storesOf } from '../stores.ts';
import { synthesize } from '../synth.ts';
import { readAssembly } from '../template.ts';
import { readWiring, type Wiring } from '../wiring.ts';
import type { Output } from './output.ts';

/** A ledger to work on: its own engines for the length of a command, or those of a run that is up. */
export interface Session {
  readonly wiring: Wiring;
  readonly clients: Clients;
  readonly stores: Stores;
  readonly endpoints: Endpoints;
  /** Address of the dashboard, where a run serves one. */
  readonly site?: string;
  /** Resolves when every message has been worked on. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const WAIT_MS = 200;

/**
 * Opens the ledger in a data directory. A run that is up (`npm start`) is used; while another command works
 * there, waits for its end and says so. `work`: functions are needed.
 */
export async function openSession(dataDir: string, work: boolean, output: Output): Promise<Session> {
  let told = false;
  for (;;) {
    try {
      return await ownSession(dataDir, work, output);
    } catch (error) {
      if (!(error instanceof DataDirInUse)) throw error;
      const { running } = error;
      const run = running && readRun(dataDir, running.pid);
      if (running && run?.kind === 'start' && run.ready) return joinSession(running, run.site);
      if (!told) output.note(`Một lệnh khác đang làm việc trên ${dataDir}, chờ đến lượt…`);
      told = true;
      await sleep(WAIT_MS);
    }
  }
}

async function ownSession(dataDir: string, work: boolean, output: Output): Promise<Session> {
  const onTrouble = (error: unknown): void => {
    output.note(`! ${error instanceof Error ? error.message : String(error)} (sẽ thử lại)`);
  };
  const { dir: assemblyDir } = await synthesize();
  const runner = await startRunner({ dataDir, kind: 'command', work, assemblyDir, onTrouble });
  const { wiring, clients, stores, engines } = runner;
  return {
    wiring,
    clients,
    stores,
    endpoints: engines,
    idle: () => runner.idle(),
    close: () => runner.stop(),
  };
}

async function joinSession(endpoints: Endpoints, site: string | undefined): Promise<Session> {
  const { dir } = await synthesize();
  const wiring = readWiring(readAssembly(dir), (name) => `${endpoints.sqsEndpoint}/${ACCOUNT}/${name}`);
  const clients = connect(endpoints);
  return {
    wiring,
    clients,
    stores: storesOf(wiring, clients),
    endpoints,
    ...(site !== undefined && { site }),
    idle: () => untilIdle(wiring, endpoints.sqsEndpoint),
    close: async () => {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}
