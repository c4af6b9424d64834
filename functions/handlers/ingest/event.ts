import * as v from 'valibot';
import type { Instant } from '#domain/date.ts';

/** An object written to the inbox. */
export interface Upload {
  readonly key: string;
  readonly versionId?: string;
  /** When the store announced it. */
  readonly at: Instant;
}

/** EventBridge's "Object Created" event of S3, as far as it is needed. Keys are not URL-encoded in it. */
export const ObjectCreatedSchema: v.GenericSchema<unknown, Upload> = v.pipe(
  v.object({
    'detail-type': v.literal('Object Created'),
    time: v.pipe(v.string(), v.isoTimestamp()),
    detail: v.object({ object: v.object({ key: v.string(), 'version-id': v.optional(v.string()) }) }),
  }),
  v.transform(({ time, detail: { object } }) => ({
    key: object.key,
    at: new Date(time).toISOString() as Instant,
    ...(object['version-id'] === undefined ? {} : { versionId: object['version-id'] }),
  })),
);
