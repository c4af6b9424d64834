import { randomUUID } from 'node:crypto';
import type { Engines } from './engines/engines.ts';
import { matches } from './event-pattern.ts';
import type { JsonObject } from './intrinsics.ts';
import { ACCOUNT, REGION } from './names.ts';
import type { WiredRule } from './wiring.ts';

/** The event that S3 sends through EventBridge when an object has been written. */
export const objectCreated = (bucket: string, key: string): JsonObject => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: ACCOUNT,
  time: new Date().toISOString(),
  region: REGION,
  resources: [`arn:aws:s3:::${bucket}`],
  detail: { version: '0', bucket: { name: bucket }, object: { key } },
});

/** Puts the event of a written object into the queue of each rule that it matches. */
export function announceObject(
  rules: readonly WiredRule[],
  engines: Engines,
  bucket: string,
  key: string,
): void {
  const event = objectCreated(bucket, key);
  for (const { pattern, queue } of rules) {
    if (matches(pattern, event)) engines.fauxqs.sendMessage(queue, JSON.stringify(event));
  }
}

/**
 * The embedded S3 sends no events. It does let a spy look at each write before it answers the writer, so that
 * whoever has been told "written" knows that the event is already in its queue.
 */
export function announceObjects(rules: readonly WiredRule[], engines: Engines): void {
  const watching = engines.fauxqs.spy.waitForMessage((message) => {
    if (message.service === 's3' && message.status === 'uploaded') {
      announceObject(rules, engines, message.bucket, message.key);
    }
    // Never the one waited for: the watch goes on until the engines stop, which ends it with a rejection.
    return false;
  });
  watching.catch(() => undefined);
}
