import { isObject, type Json, type JsonObject, type Lookup, resolve, resolveText } from './intrinsics.ts';
import { ACCOUNT, localNames, REGION } from './names.ts';
import type { Assembly, Resource } from './template.ts';

export interface WiredTable {
  readonly name: string;
  readonly keySchema: readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[];
  readonly attributes: readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' | 'B' }[];
}

export interface WiredQueue {
  readonly name: string;
  /** As SQS takes them; the dead-letter queue is named inside RedrivePolicy. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly deadLetters?: string;
}

export interface WiredFunction {
  readonly name: string;
  readonly bundleDir: string;
  /** `file.export` */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
}

/** Events that match the pattern go into the queue. */
export interface WiredRule {
  readonly pattern: JsonObject;
  readonly queue: string;
}

/** Messages of the queue go to the function. */
export interface WiredSource {
  readonly queue: string;
  readonly function: string;
  readonly batchSize: number;
}

/** What the template says, in the names of this machine. Queues come after their dead-letter queues. */
export interface Wiring {
  readonly buckets: readonly string[];
  readonly tables: readonly WiredTable[];
  readonly queues: readonly WiredQueue[];
  readonly rules: readonly WiredRule[];
  readonly functions: readonly WiredFunction[];
  readonly sources: readonly WiredSource[];
  /** Types in the template that nothing here runs, with how many there are of each. */
  readonly notRun: ReadonlyMap<string, number>;
}

const RUN = {
  bucket: 'AWS::S3::Bucket',
  table: 'AWS::DynamoDB::Table',
  queue: 'AWS::SQS::Queue',
  rule: 'AWS::Events::Rule',
  function: 'AWS::Lambda::Function',
  source: 'AWS::Lambda::EventSourceMapping',
} as const;

/** Reads the wiring out of a synthesized application. `queueUrl` gives the address of a queue on the engines. */
export function readWiring(assembly: Assembly, queueUrl: (name: string) => string): Wiring {
  const names = localNames(assembly.resources);
  const lookup = localLookup(assembly.resources, names, queueUrl);
  const all = (type: string) => assembly.resources.filter((resource) => resource.type === type);
  const name = ({ logicalId }: Resource): string => names.get(logicalId) ?? logicalId;
  const known = new Set<string>(Object.values(RUN));
  const notRun = new Map<string, number>();
  for (const { type } of assembly.resources)
    if (!known.has(type)) notRun.set(type, (notRun.get(type) ?? 0) + 1);
  return {
    buckets: all(RUN.bucket).map(name),
    tables: all(RUN.table).map((resource) => table(name(resource), resolved(resource, lookup))),
    queues: all(RUN.queue)
      .map((resource) => queue(name(resource), resolved(resource, lookup)))
      .sort((a, b) => Number(a.deadLetters !== undefined) - Number(b.deadLetters !== undefined)),
    rules: all(RUN.rule).flatMap((resource) => rules(resource, lookup)),
    functions: all(RUN.function).map((resource) => lambda(name(resource), resource, lookup, assembly)),
    sources: all(RUN.source).map((resource) => source(resource, lookup)),
    notRun,
  };
}

function localLookup(
  resources: readonly Resource[],
  names: ReadonlyMap<string, string>,
  queueUrl: (name: string) => string,
): Lookup {
  const types = new Map(resources.map(({ logicalId, type }) => [logicalId, type]));
  const pseudo: Record<string, string> = {
    'AWS::Region': REGION,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'so-cong-khai',
  };
  return {
    ref: (id) => {
      const name = names.get(id);
      if (name === undefined) return pseudo[id];
      return types.get(id) === RUN.queue ? queueUrl(name) : name;
    },
    attribute: (id, attribute) => {
      const name = names.get(id);
      if (name === undefined) return undefined;
      if (attribute === 'Arn') return arn(types.get(id), name);
      return attribute === 'QueueName' && types.get(id) === RUN.queue ? name : undefined;
    },
  };
}

function arn(type: string | undefined, name: string): string | undefined {
  const place = `${REGION}:${ACCOUNT}`;
  switch (type) {
    case RUN.bucket:
      return `arn:aws:s3:::${name}`;
    case RUN.queue:
      return `arn:aws:sqs:${place}:${name}`;
    case RUN.table:
      return `arn:aws:dynamodb:${place}:table/${name}`;
    case RUN.function:
      return `arn:aws:lambda:${place}:function:${name}`;
    default:
      return undefined;
  }
}

/** Last part of an ARN: the name, here. */
const nameInArn = (text: string): string => text.slice(text.lastIndexOf(':') + 1);

function resolved({ properties }: Resource, lookup: Lookup): JsonObject {
  const result = resolve(properties, lookup);
  return isObject(result) ? result : {};
}

const table = (name: string, properties: JsonObject): WiredTable => ({
  name,
  // The shapes are CloudFormation's, which are DynamoDB's own.
  keySchema: properties.KeySchema as unknown as WiredTable['keySchema'],
  attributes: properties.AttributeDefinitions as unknown as WiredTable['attributes'],
});

/** Queue settings that change what happens here. Encryption, retention and throughput do not. */
const QUEUE_ATTRIBUTES = [
  'VisibilityTimeout',
  'DelaySeconds',
  'FifoQueue',
  'ContentBasedDeduplication',
] as const;

function queue(name: string, properties: JsonObject): WiredQueue {
  const attributes: Record<string, string> = {};
  for (const key of QUEUE_ATTRIBUTES) {
    const value = properties[key];
    if (value !== undefined && value !== false) attributes[key] = String(value);
  }
  const redrive = properties.RedrivePolicy;
  if (!isObject(redrive)) return { name, attributes };
  attributes.RedrivePolicy = JSON.stringify(redrive);
  return { name, attributes, deadLetters: nameInArn(String(redrive.deadLetterTargetArn)) };
}

function rules(resource: Resource, lookup: Lookup): WiredRule[] {
  const { EventPattern, Targets } = resource.properties;
  const pattern = resolve(EventPattern ?? null, lookup);
  const targets: readonly Json[] = Array.isArray(Targets) ? (Targets as readonly Json[]) : [];
  if (!isObject(pattern)) throw new Error(`Template: ${resource.logicalId} has no event pattern`);
  return targets.map((target) => {
    const to = isObject(target) && target.Arn !== undefined ? resolveText(target.Arn, lookup) : '';
    if (!to.includes(':sqs:'))
      throw new Error(`Template: ${resource.logicalId} sends to ${to}, which is no queue`);
    return { pattern, queue: nameInArn(to) };
  });
}

function lambda(name: string, { properties }: Resource, lookup: Lookup, assembly: Assembly): WiredFunction {
  const { Code, Environment, Handler, MemorySize, Timeout } = properties;
  const variables = isObject(Environment) && isObject(Environment.Variables) ? Environment.Variables : {};
  const key = isObject(Code) ? String(Code.S3Key) : '';
  return {
    name,
    bundleDir: assembly.assetDir(key),
    handler: String(Handler),
    environment: Object.fromEntries(
      Object.entries(variables).map(([k, item]) => [k, resolveText(item, lookup)]),
    ),
    memoryMb: Number(MemorySize ?? 128),
    timeoutSeconds: Number(Timeout ?? 3),
  };
}

function source({ properties }: Resource, lookup: Lookup): WiredSource {
  return {
    queue: nameInArn(resolveText(properties.EventSourceArn ?? '', lookup)),
    function: resolveText(properties.FunctionName ?? '', lookup),
    batchSize: Number(properties.BatchSize ?? 10),
  };
}
