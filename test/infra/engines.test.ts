import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynoxideBinary } from '#infra/local/engines/dynoxide.ts';
import { startEngines } from '#infra/local/engines/engines.ts';
import { DataDirInUse } from '#infra/local/engines/lock.ts';
import { startTestEngines } from '#test/support/engines.ts';

const ENGINES =
  dynoxideBinary() === undefined ? (['dynalite'] as const) : (['dynoxide', 'dynalite'] as const);

describe('the embedded engines', () => {
  let dataDir: string;
  let run: ChildProcess | undefined;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'engines-'));
  });
  afterEach(() => {
    run?.kill('SIGKILL');
    run = undefined;
    rmSync(dataDir, { recursive: true });
  });

  /** A process that runs engines on the data directory until it is ended; resolves to the table engine's address. */
  const startRun = async (): Promise<string> => {
    const script = fileURLToPath(new URL('../support/run-engines.ts', import.meta.url));
    const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    run = child;
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return line.toString().trim();
  };

  it.each(ENGINES)('keep everything across restarts (%s)', async (tableEngine) => {
    const first = await startTestEngines({ dataDir, tableEngine });
    const { name: bucket, store } = first.bucket();
    const { name: table, ledger } = await first.table();
    const queue = first.queue<string>();
    await store.writeText('a/b.txt', 'giữ lại', { contentType: 'text/plain', cache: 'private' });
    await queue.outbox.send('message', { group: 'g', deduplication: 'd' });
    await ledger.putStatement({ unitId: '24' as never, fund: 'QVNN' as never, key: 'k', submissions: 1 });
    await first.stop();

    // The engine is not named again: the directory stays with the one it has.
    const second = await startTestEngines({ dataDir });
    expect(second.tableEngine).toBe(tableEngine);
    expect(await second.storeOf(bucket).readText('a/b.txt')).toBe('giữ lại');
    expect(
      await second.ledgerOf(table).statement({ unitId: '24' as never, fund: 'QVNN' as never }),
    ).toMatchObject({ key: 'k' });
    expect(second.fauxqs.inspectQueue(queue.name)?.messages.ready).toHaveLength(1);
    await second.stop();
  });

  it('refuse a data directory that another run has, and say where that one answers', async () => {
    const dynamoEndpoint = await startRun();
    const refusal = await startEngines({ dataDir }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataDirInUse);
    expect((refusal as DataDirInUse).running).toMatchObject({ pid: run?.pid, dynamoEndpoint });
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'end with their run when it gets %s, and leave the directory free',
    async (signal) => {
      const { port } = new URL(await startRun());
      expect(await answers('127.0.0.1', Number(port))).toBe(true);
      run?.kill(signal);
      await expect.poll(() => answers('127.0.0.1', Number(port)), { timeout: 5_000 }).toBe(false);
      const engines = await startEngines({ dataDir });
      await engines.stop();
      expect(existsSync(join(dataDir, 'engines.json'))).toBe(false);
    },
  );

  it('answer this machine only', async () => {
    const engines = await startEngines();
    const port = engines.fauxqs.port;
    expect(await answers('127.0.0.1', port)).toBe(true);
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of elsewhere) expect(await answers(address, port)).toBe(false);
    await engines.stop();
    expect(await answers('127.0.0.1', port)).toBe(false);
  });

  it('write no object outside their directory', async () => {
    const engines = await startTestEngines({ dataDir });
    const { store } = engines.bucket();
    const write = store.writeText('../../../escaped', 'x', { contentType: 'text/plain', cache: 'private' });
    await expect(write).rejects.toThrow('not a key');
    expect(existsSync(join(dataDir, 'escaped.data'))).toBe(false);
    await engines.stop();
  });
});

/** Whether an HTTP request to there gets a byte back. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => socket.write('GET / HTTP/1.0\r\n\r\n'));
    socket.once('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
