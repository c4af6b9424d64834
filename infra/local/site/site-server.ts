import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ObjectStore } from '#adapters/ports.ts';
import { UPLOAD_PREFIX } from '#domain/upload.ts';
import { dataFor } from './data.ts';
import { pageFor } from './pages.ts';
import { type Content, send } from './response.ts';
import { forwardUpload, STORE_PATH } from './upload-path.ts';

export interface SiteOptions {
  /** Where the dashboard was built to. */
  readonly buildDir: string;
  /** Holds the snapshot under data/. */
  readonly site: ObjectStore;
  readonly inboxBucket: string;
  readonly s3Endpoint: string;
  /** Sent with every answer, as the CDN does. */
  readonly headers: Readonly<Record<string, string>>;
  /** Tried first; when it was not asked for by name, the next free one is taken. 0: any. */
  readonly port: number;
  readonly portIsFixed: boolean;
  readonly onTrouble: (error: unknown) => void;
}

export interface SiteServer {
  readonly url: string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;
const LOCAL_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Serves the dashboard, the published data and the way to hand in files: one origin, this machine only. */
export async function startSiteServer(options: SiteOptions): Promise<SiteServer> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      // The reader went away in mid-answer; nobody is left to be told.
      if (response.headersSent) response.destroy();
      else {
        options.onTrouble(error);
        response.writeHead(500, TEXT).end('Máy chủ gặp lỗi, hãy thử lại.\n');
      }
    });
  });
  const port = await listen(server, options);
  return {
    url: `http://${HOST}:${port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: SiteOptions,
): Promise<void> {
  for (const [name, value] of Object.entries(options.headers)) response.setHeader(name, value);
  // A foreign page must not reach this server under a name of its own (DNS rebinding).
  if (!LOCAL_NAMES.test(request.headers.host ?? '')) {
    response.writeHead(403, TEXT).end('Máy chủ này chỉ phục vụ trên chính máy đang chạy nó.\n');
    return;
  }
  const path = cleanPath(request.url ?? '/');
  if (path?.startsWith(STORE_PATH)) {
    const { s3Endpoint, inboxBucket: bucket } = options;
    await forwardUpload(request, response, { s3Endpoint, bucket, prefix: UPLOAD_PREFIX, path });
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...TEXT, Allow: 'GET, HEAD' }).end('Chỉ đọc.\n');
    return;
  }
  const content = path === undefined ? undefined : await contentFor(path, options);
  if (content) await send(request, response, content);
  else await send(request, response, NOT_FOUND, 404);
}

const contentFor = (path: string, { site, buildDir }: SiteOptions): Promise<Content | undefined> =>
  path.startsWith('/data/') ? dataFor(site, path) : pageFor(buildDir, path);

/** The path as it was meant, or undefined when it climbs out of its root or is no text. */
export function cleanPath(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return undefined;
  }
  const climbs = path.split('/').some((part) => part === '..' || part === '.');
  return !path.startsWith('/') || climbs || /[\\\0]/.test(path) ? undefined : path;
}

const NOT_FOUND_PAGE = Buffer.from(`<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Không tìm thấy – Sổ Công Khai</title>
<h1>Không tìm thấy</h1>
<p>Địa chỉ này không có trong Sổ Công Khai. <a href="/">Về trang đầu</a></p>
</html>
`);

const NOT_FOUND: Content = {
  type: 'text/html; charset=utf-8',
  tag: 'khong-tim-thay',
  cache: 'revalidate',
  body: () => [NOT_FOUND_PAGE],
};

async function listen(server: Server, { port, portIsFixed }: SiteOptions): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      server.listen(candidate, HOST);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
      if (portIsFixed || candidate >= port + PORTS_TRIED) {
        throw new Error(
          `Cổng ${candidate} đang có chương trình khác dùng: hãy chọn cổng khác, ví dụ PORT=8080 npm start`,
        );
      }
    }
  }
}
