import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeS3 } from '#adapters/clients.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { hashText } from '#adapters/sha256.ts';
import { connect } from '#infra/local/connection.ts';
import { type Engines, startEngines } from '#infra/local/engines/engines.ts';
import {
  cleanPath,
  type SiteOptions,
  type SiteServer,
  startSiteServer,
} from '#infra/local/site/site-server.ts';

const dir = mkdtempSync(join(tmpdir(), 'site-'));
const object = JSON.stringify({ text: 'Sổ công khai '.repeat(200) });
const name = hashText(object);
let engines: Engines;
let options: SiteOptions;
let server: SiteServer;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request as it stands: no tidying of the path, headers as given. */
const ask = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const asking = request({ hostname, port, path, method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    });
    asking.on('error', reject);
    asking.end(body);
  });

beforeAll(async () => {
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Sổ</title>');
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'assets', 'index-abc.js'), 'export {};');
  engines = await startEngines();
  for (const bucket of ['inbox', 'site']) engines.fauxqs.createBucket(bucket);
  connect(engines);
  const site = s3ObjectStore(makeS3(engines.s3Endpoint), 'site');
  await site.writeText(`data/o/${name}.json`, object, {
    contentType: 'application/json',
    cache: 'immutable',
  });
  await site.writeText('data/latest.json', '{"position":1}', {
    contentType: 'application/json',
    cache: 'pointer',
  });
  options = {
    buildDir: dir,
    site,
    inboxBucket: 'inbox',
    s3Endpoint: engines.s3Endpoint,
    headers: { 'X-Frame-Options': 'DENY' },
    port: 0,
    portIsFixed: false,
    onTrouble: (error) => {
      throw error;
    },
  };
  server = await startSiteServer(options);
});

afterAll(async () => {
  await server.stop();
  await engines.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('pages', () => {
  it.each(['/', '/xa/25159', '/tinh/24~2025-06-30/so/YAGI-2024'])(
    'answers %s with the dashboard',
    async (path) => {
      const { status, headers, body } = await ask(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(body.toString()).toContain('<title>Sổ</title>');
    },
  );

  it('keeps what is named by its content, and answers 304 to who has it', async () => {
    const first = await ask('/assets/index-abc.js');
    expect(first.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const again = await ask('/assets/index-abc.js', { 'If-None-Match': String(first.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('says in Vietnamese that a file is not there, and never gives a page for it', async () => {
    const { status, body } = await ask('/assets/gone.js');
    expect(status).toBe(404);
    expect(body.toString()).toContain('Không tìm thấy');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%00.js',
    '/%',
  ])('does not climb out of its directory: %s', async (path) => {
    writeFileSync(join(dir, '..', 'secret.txt'), 'bí mật');
    const { status, body } = await ask(path);
    rmSync(join(dir, '..', 'secret.txt'));
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('bí mật');
  });

  it('takes a path for what it means', () => {
    expect(cleanPath('/xa/1?x=..')).toBe('/xa/1');
    expect(cleanPath('/a/./b')).toBeUndefined();
    expect(cleanPath('http://elsewhere/')).toBeUndefined();
  });
});

describe('data', () => {
  const path = `/data/o/${name}.json`;

  it('streams an object, for ever fresh, under its own name as tag', async () => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    expect(headers.etag).toBe(`"${name}"`);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(body.toString()).toBe(object);
    expect((await ask(path, { 'If-None-Match': `W/"${name}"` })).status).toBe(304);
  });

  it('compresses as the reader likes', async () => {
    const brotli = await ask(path, { 'Accept-Encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(object);
    const gzip = await ask(path, { 'Accept-Encoding': 'gzip' });
    expect(gunzipSync(gzip.body).toString()).toBe(object);
    expect(gzip.body.length).toBeLessThan(object.length / 5);
  });

  it('has the pointer asked for again each time', async () => {
    expect((await ask('/data/latest.json')).headers['cache-control']).toBe('no-cache');
    expect((await ask(`/data/o/${'0'.repeat(64)}.json`)).status).toBe(404);
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await ask(path, {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect((await ask(path, {}, 'PUT', 'x')).status).toBe(405);
  });
});

describe('where it listens', () => {
  it('takes the next free port, unless a port was asked for by name', async () => {
    const port = Number(new URL(server.url).port);
    const next = await startSiteServer({ ...options, port });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
    await next.stop();
    await expect(startSiteServer({ ...options, port, portIsFixed: true })).rejects.toThrow(`Cổng ${port}`);
  });
});

describe('who may come in', () => {
  it('serves this machine under its own names only', async () => {
    expect((await ask('/', { Host: 'evil.example' })).status).toBe(403);
    expect((await ask('/', { Host: 'localhost:1' })).status).toBe(200);
  });

  it('hands uploads on to the inbox, and lets nobody read or write elsewhere', async () => {
    const store = s3ObjectStore(makeS3(engines.s3Endpoint), 'inbox');
    expect((await ask('/luu-tru/inbox/uploads/24/a.csv', {}, 'PUT', 'a,b')).status).toBe(200);
    expect(await store.readText('uploads/24/a.csv')).toBe('a,b');
    expect((await ask('/luu-tru/inbox/uploads/24/a.csv')).status).toBe(403);
    expect((await ask('/luu-tru/site/data/latest.json', {}, 'PUT', 'x')).status).toBe(403);
    expect((await ask('/luu-tru/inbox/other', {}, 'PUT', 'x')).status).toBe(403);
    expect(
      (await ask('/luu-tru/inbox/uploads/x', { Origin: 'http://evil.example' }, 'PUT', 'x')).status,
    ).toBe(403);
  });

  it('takes a large file in parts, and lets go of the parts', async () => {
    const path = '/luu-tru/inbox/uploads/24/parts%20%C4%91.csv';
    const begin = async () => {
      const { status, body } = await ask(`${path}?uploads=&x-id=CreateMultipartUpload`, {}, 'POST');
      expect(status).toBe(200);
      return /<UploadId>([^<]+)</.exec(body.toString())?.[1] ?? '';
    };
    const uploadId = await begin();
    const part = await ask(`${path}?partNumber=1&uploadId=${uploadId}`, {}, 'PUT', 'a,b');
    const list = `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>${part.headers.etag}</ETag></Part></CompleteMultipartUpload>`;
    expect((await ask(`${path}?uploadId=${uploadId}`, {}, 'POST', list)).status).toBe(200);
    const store = s3ObjectStore(makeS3(engines.s3Endpoint), 'inbox');
    expect(await store.readText('uploads/24/parts đ.csv')).toBe('a,b');
    expect((await ask(`${path}?uploadId=${await begin()}`, {}, 'DELETE')).status).toBe(204);
  });

  it('takes nothing away that was handed in, and copies nothing there', async () => {
    const path = '/luu-tru/inbox/uploads/24/kept.csv';
    expect((await ask(path, {}, 'PUT', 'a,b')).status).toBe(200);
    const store = s3ObjectStore(makeS3(engines.s3Endpoint), 'inbox');
    for (const [method, query] of [
      ['DELETE', ''],
      ['DELETE', '?versionId=1'],
      ['DELETE', '?uploadId=1&versionId=1'],
      ['DELETE', '?tagging'],
      ['POST', ''],
      ['POST', '?delete'],
      ['POST', '?restore'],
      ['PUT', '?acl'],
      ['PUT', '?retention'],
      ['PUT', '?partNumber=1'],
      ['PATCH', ''],
    ] as const) {
      expect([method, query, (await ask(path + query, {}, method)).status]).toEqual([method, query, 403]);
    }
    const copied = await ask(path, { 'x-amz-copy-source': '/site/data/latest.json' }, 'PUT');
    expect(copied.status).toBe(403);
    expect(await store.readText('uploads/24/kept.csv')).toBe('a,b');
  });

  it.each(['/%6cuu-tru/inbox/uploads/24/odd.csv', '/luu-tru/%69nbox/uploads%2F24/odd.csv'])(
    'hands on the path that it judged, however it is spelled: %s',
    async (path) => {
      expect((await ask(path, {}, 'PUT', path)).status).toBe(200);
      const store = s3ObjectStore(makeS3(engines.s3Endpoint), 'inbox');
      expect(await store.readText('uploads/24/odd.csv')).toBe(path);
    },
  );
});
