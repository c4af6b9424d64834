import { type Instant, vietnamDay } from '#domain/date.ts';
import type { Finding } from '#domain/finding.ts';
import type { Declaration } from '#domain/submission.ts';
import type { Upload } from './event.ts';

/** Clocks differ; more than this is no clock that may put submissions in order. */
const MAX_AHEAD_MS = 5 * 60 * 1000;

/**
 * Whether the instant declared may be true: not after the store announced the file. One wrong clock in the
 * future would put a wrong file after its own correction for years. Both instants come with the file, so trying
 * again gives the same answer.
 */
export const inTime = ({ at }: Upload, { receivedAt }: Declaration): boolean =>
  Date.parse(receivedAt) <= Date.parse(at) + MAX_AHEAD_MS;

export const early = ({ at }: { readonly at: Instant }, { receivedAt }: Declaration): Finding => ({
  rule: 'RECEIVED_IN_FUTURE',
  severity: 'error',
  count: 1,
  params: { declared: vietnamDay(receivedAt), received: vietnamDay(at) },
});
