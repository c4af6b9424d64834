import { describe, expect, test } from 'vitest';
import { type Resource, resourcesOf } from './synthesized.ts';

const tables = resourcesOf('AWS::DynamoDB::Table');
const table = tables.BooksLedgerTable as Resource;

describe('the ledger table', () => {
  test('is the only one', () => {
    expect(Object.keys(tables)).toEqual(['BooksLedgerTable']);
  });

  test('has string keys pk and sk and no index', () => {
    expect(table.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    });
    expect(table.Properties).not.toHaveProperty('GlobalSecondaryIndexes');
  });

  test('can be restored to any second of the last 35 days', () => {
    expect(table.Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
  });

  test('refuses to be deleted', () => {
    expect(table.Properties.DeletionProtectionEnabled).toBe(true);
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test('is encrypted with a key whose use is on record', () => {
    expect(table.Properties.SSESpecification).toEqual({ SSEEnabled: true });
  });

  test('is paid by the request', () => {
    expect(table.Properties.BillingMode).toBe('PAY_PER_REQUEST');
  });
});
