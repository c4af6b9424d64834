import { describe, expect, test } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { csvKey, objectKey, POINTER_KEY } from '#domain/publish/schema.ts';
import { NOTHING_BESIDE } from '#domain/reconcile/beside.ts';
import type { Declaration } from '#domain/submission.ts';
import { submissionIdOf } from '#domain/submission.ts';
import { UPLOAD_PREFIX, uploadKey } from '#domain/upload.ts';
import { entriesKeyOf, pageKey, summaryKeyOf } from '#handlers/ingest/keys.ts';
import { keepMatches } from '#handlers/reconcile/keep-matches.ts';
import {
  ACCOUNTS,
  ENTRIES,
  MATCHES,
  PUBLIC_DATA,
  PUBLIC_OBJECTS,
  PUBLIC_POINTER,
  PUBLISHABLE,
  UPLOADS,
} from '#infra/paths.ts';
import { allGrants, partitionsIn } from './grants.ts';
import { tableUseOf } from './table-use.ts';

const DECLARATION = {
  unit: '24',
  fund: 'YAGI-2024',
  kind: 'contributions',
  period: { from: '2024-09-10' as IsoDate, to: '2024-09-29' as IsoDate },
  receivedAt: '2024-10-01T00:00:00.000Z' as Instant,
} as Declaration;

describe("the wiring's keys are the pipeline's keys", () => {
  test('in the inbox', () => {
    expect(UPLOADS).toBe(UPLOAD_PREFIX);
    expect(uploadKey(DECLARATION, hashText('x')).startsWith(UPLOADS)).toBe(true);
  });

  test('in the ledger bucket', () => {
    const digest = hashText('x');
    const id = submissionIdOf(DECLARATION, digest, hashText);
    expect(entriesKeyOf(id).startsWith(ENTRIES)).toBe(true);
    for (const key of [summaryKeyOf(digest), pageKey(digest), ACCOUNTS])
      expect(key.startsWith(PUBLISHABLE)).toBe(true);
    expect(ENTRIES.startsWith(PUBLISHABLE)).toBe(false);
  });

  test('of what was matched, where the publisher cannot read', async () => {
    const nothing = { matches: [], unmatchedLines: [], unmatchedEntries: [], idleDecisions: [] };
    const key = await keepMatches(nothing, NOTHING_BESIDE, { writeText: () => Promise.resolve() });
    expect(key.startsWith(MATCHES)).toBe(true);
    expect(MATCHES.startsWith(PUBLISHABLE)).toBe(false);
  });

  test('on the site', () => {
    expect(PUBLIC_POINTER).toBe(POINTER_KEY);
    expect(objectKey('x')).toBe(`${PUBLIC_OBJECTS}x.json`);
    expect(csvKey('x')).toBe(`${PUBLIC_OBJECTS}x.csv`);
    for (const key of [PUBLIC_OBJECTS, PUBLIC_POINTER]) expect(key.startsWith(PUBLIC_DATA)).toBe(true);
  });
});

describe.each(['Ingest', 'Reconcile', 'Publish'])('%s', (stage) => {
  const given = (action: string): readonly string[] => {
    const grant = allGrants().find(
      (g) => g.policy === `${stage}WorkerRoleDefaultPolicy` && g.action === action,
    );
    return (partitionsIn(grant?.condition) ?? []).toSorted();
  };

  test('is given the kinds of item that its code touches, and no others', async () => {
    const { reads, puts } = await tableUseOf(stage.toLowerCase());
    expect(given('dynamodb:PutItem')).toEqual([...puts].toSorted());
    expect(given('dynamodb:Query')).toEqual([...reads].toSorted());
    expect(given('dynamodb:GetItem')).toEqual(given('dynamodb:Query'));
  });
});
