import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageFor } from '#infra/local/site/pages.ts';
import { send } from '#infra/local/site/response.ts';
import type { Site } from './snapshot.ts';

export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** The strictest policy that the site must live with. */
const POLICY = "default-src 'self'";

/** The built dashboard and a snapshot in memory on one loopback origin. */
export async function serve(buildDir: string, site: Site): Promise<Served> {
  const server = createServer((request, response) => {
    // The reader leaves in mid-answer when a test closes its page: nobody is left to be told.
    answer(request, response, buildDir, site).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  buildDir: string,
  site: Site,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  response.setHeader('Content-Security-Policy', POLICY);
  const data = site.get(path.slice(1));
  if (data !== undefined) {
    const type = path.endsWith('.csv') ? 'text/csv' : 'application/json';
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(data);
    return;
  }
  const page = path.startsWith('/data/') ? undefined : await pageFor(buildDir, path);
  if (page === undefined) response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
  else await send(request, response, page);
}
