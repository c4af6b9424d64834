// Also read where this file is compiled from another room.
/// <reference path="./dynalite-module.d.ts" />
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import type { RunningTables } from './tables.ts';

/** Starts dynalite in this process, on a LevelDB directory or in memory. */
export async function startDynalite(path: string | undefined): Promise<RunningTables> {
  const server = dynalite({ ...(path !== undefined && { path }), createTableMs: 0, deleteTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Idle keep-alive connections would hold the close back.
        server.closeAllConnections();
      }),
  };
}
