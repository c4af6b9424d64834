import type { Resource } from './template.ts';

/** Account and region that the embedded engines write into the names they give. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

/** `BooksInbox5CF4CB4C` → `books-inbox`: without the hash that CloudFormation needs and people do not. */
const readable = (logicalId: string): string =>
  logicalId
    .replace(/[0-9A-F]{8}$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** Gives each resource a name of its own, the same on every start: data of an earlier run is found again. */
export function localNames(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const { logicalId } of resources)
    taken.set(readable(logicalId), (taken.get(readable(logicalId)) ?? 0) + 1);
  for (const { logicalId, type, properties } of resources) {
    const short = readable(logicalId);
    const name = taken.get(short) === 1 ? short : logicalId.toLowerCase();
    names.set(logicalId, type === 'AWS::SQS::Queue' && properties.FifoQueue === true ? `${name}.fifo` : name);
  }
  return names;
}
