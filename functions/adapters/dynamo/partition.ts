import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';

/** An item as the table gives it back: unknown until a schema has looked at it. */
export type Item = Record<string, unknown>;

/** One partition of the table: items of one kind, in the order of their sort key. All reads are strongly consistent. */
export interface Partition {
  get(sk: string): Promise<Item | undefined>;
  put(sk: string, item: object): Promise<void>;
  /** False when the condition refused, which changes nothing. */
  putIf(sk: string, item: object, condition: Condition): Promise<boolean>;
  /** Items in order, or from the last backwards; `after` and `prefix` bound the sort key. */
  items(range?: Range): AsyncIterable<Item>;
  clear(): Promise<void>;
}

export interface Condition {
  readonly expression: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
}

export const ABSENT: Condition = { expression: 'attribute_not_exists(pk)' };

export interface Range {
  readonly after?: string;
  readonly prefix?: string;
  readonly backwards?: boolean;
  readonly limit?: number;
}

/** The most that one BatchWriteItem takes. */
const KEYS_PER_DELETE = 25;
/** A throttled table takes up what it left over sooner or later; this is later than that. */
const DELETE_ATTEMPTS = 10;
const FIRST_WAIT_MS = 50;

/** Throws on the first use, not here, when there is no such table. */
export function partition(client: DynamoDBDocumentClient, table: string, pk: string): Partition {
  const put = async (sk: string, item: object, condition?: Condition): Promise<void> => {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { ...item, pk, sk },
        ConditionExpression: condition?.expression,
        ExpressionAttributeNames: condition?.names,
        ExpressionAttributeValues: condition?.values,
      }),
    );
  };
  return {
    async get(sk) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
      );
      return Item;
    },
    put: (sk, item) => put(sk, item),
    async putIf(sk, item, condition) {
      try {
        await put(sk, item, condition);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    items: (range = {}) => query(client, table, pk, range),
    async clear() {
      let batch: string[] = [];
      for await (const { sk } of query(client, table, pk, {}, 'sk')) {
        batch.push(String(sk));
        if (batch.length < KEYS_PER_DELETE) continue;
        await deleteAll(client, table, pk, batch);
        batch = [];
      }
      if (batch.length > 0) await deleteAll(client, table, pk, batch);
    },
  };
}

async function* query(
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
  { after, prefix, backwards = false, limit }: Range,
  attributes?: string,
): AsyncGenerator<Item> {
  const bound =
    after !== undefined ? ' AND sk > :sk' : prefix !== undefined ? ' AND begins_with(sk, :sk)' : '';
  const from = after ?? prefix;
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: `pk = :pk${bound}`,
        ExpressionAttributeValues: { ':pk': pk, ...(from !== undefined && { ':sk': from }) },
        ProjectionExpression: attributes,
        ConsistentRead: true,
        ScanIndexForward: !backwards,
        Limit: limit,
        ExclusiveStartKey,
      }),
    );
    yield* page.Items ?? [];
    ExclusiveStartKey = limit === undefined ? page.LastEvaluatedKey : undefined;
  } while (ExclusiveStartKey !== undefined);
}

async function deleteAll(
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
  sortKeys: readonly string[],
): Promise<void> {
  let requests = sortKeys.map((sk): { DeleteRequest: { Key: Item } } => ({
    DeleteRequest: { Key: { pk, sk } },
  }));
  for (let attempt = 0; attempt < DELETE_ATTEMPTS; attempt++) {
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    );
    requests = (UnprocessedItems?.[table] ?? []).flatMap(({ DeleteRequest: left }) =>
      left?.Key === undefined ? [] : [{ DeleteRequest: { Key: left.Key } }],
    );
    if (requests.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** attempt));
  }
  throw new Error(`${requests.length} items of ${pk} not deleted: the table is throttled`);
}
