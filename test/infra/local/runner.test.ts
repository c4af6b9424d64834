import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { Declaration } from '#domain/submission.ts';
import { handIn } from '#infra/local/hand-in.ts';
import { queueState } from '#infra/local/queue-state.ts';
import { type Runner, startRunner } from '#infra/local/runner.ts';
import { writeSmallAssembly } from '#test/support/small-assembly.ts';

/** Notes each key it is told of; fails the batch's "bad" messages, dies on "fatal", hangs on "slow". */
const CODE = (notes: string): string => `
import { appendFileSync } from 'node:fs';
export const handler = async ({ Records }) => {
  const batchItemFailures = [];
  for (const { messageId, body } of Records) {
    const { key } = JSON.parse(body).detail.object;
    appendFileSync(${JSON.stringify(notes)}, key + '\\n');
    if (key.includes('/BAD/')) batchItemFailures.push({ itemIdentifier: messageId });
    if (key.includes('/FATAL/')) process.exit(1);
    if (key.includes('/SLOW/')) await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
  return { batchItemFailures };
};`;

const root = mkdtempSync(join(tmpdir(), 'runner-'));
const notes = join(root, 'notes.txt');
const file = join(root, 'file.csv');
let runner: Runner | undefined;
const troubles: string[] = [];

async function start(): Promise<Runner> {
  writeSmallAssembly(join(root, 'app'), CODE(notes));
  writeFileSync(file, 'a,b\n');
  writeFileSync(notes, '');
  runner = await startRunner({
    dataDir: join(root, 'data'),
    kind: 'command',
    work: true,
    assemblyDir: join(root, 'app'),
    onTrouble: (error) => troubles.push(String(error)),
  });
  return runner;
}

const declared = (fund: string): Declaration =>
  ({
    unit: '24',
    fund,
    kind: 'contributions',
    period: { from: '2025-01-01', to: '2025-01-31' },
    receivedAt: '2025-02-01T00:00:00Z',
  }) as Declaration;

const upload = ({ clients, stores }: Runner, fund: string): Promise<string> =>
  handIn(clients, stores.inboxBucket, file, declared(fund), hashText('a,b\n'));

const notedKeys = (): string[] => readFileSync(notes, 'utf8').split('\n').filter(Boolean);

const deadKeys = async ({ engines }: Runner): Promise<number> =>
  (await queueState(engines.sqsEndpoint, 'ingest-dead-letters')).waiting.length;

describe('the wiring at work on one machine', { timeout: 60_000 }, () => {
  afterEach(async () => {
    await runner?.stop();
    runner = undefined;
    troubles.length = 0;
    rmSync(join(root, 'data'), { recursive: true, force: true });
  });

  it('tells the function of every written object, and tells how much memory it took', async () => {
    const running = await start();
    const key = await upload(running, 'QVNN');
    await running.idle();
    expect(notedKeys()).toEqual([key]);
    expect(running.functions[0]?.maxRssBytes()).toBeGreaterThan(10_000_000);
  });

  it.each([
    ['reports it as failed', 'BAD', 0],
    ['ends its process', 'FATAL', 2],
    ['runs out of time', 'SLOW', 2],
  ])('delivers again and then sets aside a message whose function %s', async (_, fund, told) => {
    const running = await start();
    const bad = await upload(running, fund);
    const good = await upload(running, 'QVNN');
    await running.idle();
    expect(notedKeys().filter((key) => key === bad)).toHaveLength(2);
    expect(notedKeys()).toContain(good);
    expect(await deadKeys(running)).toBe(1);
    expect(troubles).toHaveLength(told);
  });

  it('goes on after a stop with what was left: no file without its event, no dead letter twice', async () => {
    const first = await start();
    await upload(first, 'BAD');
    await first.idle();
    expect(await deadKeys(first)).toBe(1);
    // An object without its event is what a kill between the two leaves behind.
    first.engines.fauxqs.spy.clear();
    const lost = await upload(first, 'QVNN');
    await first.stop();
    expect(notedKeys()).not.toContain(lost);

    const second = await start();
    expect(second.recovered).toBe(1);
    await second.idle();
    expect(notedKeys()).toEqual([lost]);
  });
});
