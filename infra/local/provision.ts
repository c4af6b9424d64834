import { CreateTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { Clients } from './connection.ts';
import type { Engines } from './engines/engines.ts';
import type { WiredTable, Wiring } from './wiring.ts';

/** Creates what the wiring names and the engines do not have yet. What is there keeps its contents. */
export async function provision(wiring: Wiring, engines: Engines, clients: Clients): Promise<void> {
  for (const bucket of wiring.buckets) engines.fauxqs.createBucket(bucket);
  for (const { name, attributes } of wiring.queues) {
    if (engines.fauxqs.inspectQueue(name) === undefined)
      engines.fauxqs.createQueue(name, { attributes: { ...attributes } });
    else await settle(clients, engines.queueUrl(name), attributes);
  }
  const { TableNames = [] } = await clients.dynamo.send(new ListTablesCommand({}));
  for (const table of wiring.tables) if (!TableNames.includes(table.name)) await createTable(clients, table);
}

/** A queue of an earlier run takes on the settings of today; whether it is FIFO never changes. */
async function settle(
  clients: Clients,
  QueueUrl: string,
  attributes: Readonly<Record<string, string>>,
): Promise<void> {
  const { FifoQueue: _fixed, ...Attributes } = attributes;
  if (Object.keys(Attributes).length > 0)
    await clients.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
}

const createTable = (clients: Clients, { name, keySchema, attributes }: WiredTable) =>
  clients.dynamo.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema: [...keySchema],
      AttributeDefinitions: [...attributes],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
