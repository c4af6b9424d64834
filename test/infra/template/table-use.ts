import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { buildSync } from 'esbuild';
import { dynamoLedgerTable } from '#adapters/dynamo-ledger-table.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Kinds of item that something reads and puts. */
export interface TableUse {
  readonly reads: ReadonlySet<string>;
  readonly puts: ReadonlySet<string>;
}

/** Which kinds of item a handler touches, by the calls on the ledger's table in all files it is made of. */
export async function tableUseOf(handler: string): Promise<TableUse> {
  const reads = new Set<string>();
  const puts = new Set<string>();
  for (const method of new Set(filesOf(handler).flatMap(callsIn))) {
    for (const { command, partition } of await requestsOf(method))
      (command === 'PutCommand' ? puts : reads).add(partition);
  }
  return { reads, puts };
}

const filesOf = (handler: string): readonly string[] => {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [join('functions', 'handlers', handler, 'index.ts')],
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
  });
  return Object.keys(metafile.inputs).filter((file) => file.startsWith('functions/handlers/'));
};

const callsIn = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\btable\s*\.\s*(\w+)\(/g)].map(
    ([, method = '']) => method,
  );

interface Request {
  readonly command: string;
  readonly partition: string;
}

/** Whatever a method of the table takes, and whatever it reads. Only the key of its request is looked at. */
const ANYTHING = {
  unitId: '24',
  fund: 'QVNN',
  id: 'x',
  queue: 'x',
  messageId: 'x',
  key: 'x',
  seq: 1,
  submissions: 1,
  type: 'campaigns',
  receivedAt: 'x',
  campaignsJson: '{}',
  changesKey: 'x',
  state: 'RECEIVED',
  history: [],
  seenAtSeq: 0,
  handled: [],
  findings: [],
};
/** A change that changes something. */
const change = (record: object) => ({ ...record });

/** The requests that a method sends, caught before they leave. */
async function requestsOf(method: string): Promise<readonly Request[]> {
  const sent: Request[] = [];
  const client = {
    send: async (command: {
      input: { Item?: { pk: string }; Key?: { pk: string }; ExpressionAttributeValues?: object };
    }) => {
      const { Item, Key, ExpressionAttributeValues: values } = command.input;
      const partition = Item?.pk ?? Key?.pk ?? (values as Record<string, string>)[':pk'];
      if (partition === undefined) throw new Error(`${method}: a request without a key`);
      sent.push({ command: command.constructor.name, partition });
      return command instanceof GetCommand ? { Item: ANYTHING } : {};
    },
  };
  const table = dynamoLedgerTable(client as unknown as DynamoDBDocumentClient, 'x');
  const call = (table as unknown as Record<string, (...args: unknown[]) => unknown>)[method];
  if (call === undefined) throw new Error(`the table has no ${method}`);
  const numeric = method === 'slot' || method === 'slotsAfter' || method === 'claim';
  const result = await call(numeric ? 1 : ANYTHING, method === 'changeRecord' ? change : ANYTHING);
  if (isIterable(result)) for await (const _ of result);
  return sent;
}

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
