import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { books } from './dynamo/books.ts';
import { failures } from './dynamo/failures.ts';
import { partition } from './dynamo/partition.ts';
import { records } from './dynamo/records.ts';
import { slots } from './dynamo/slots.ts';
import type { LedgerTable } from './ports.ts';

/**
 * The ledger in one DynamoDB table with string keys `pk` and `sk` and no index. One partition per kind of
 * item, because the reads that must be complete and in order are each one query within a partition:
 *
 *   pk          sk                  holds
 *   slot        seq                 the ledger: what was accepted, in sequence
 *   record      submission id       the working record of a handing-in
 *   book        unit#fund#seq       submissions of a book (derived)
 *   campaigns   seq                 imports of campaigns (derived)
 *   units       seq                 imports of administrative units (derived)
 *   statement   unit#fund           where a book's statement is (derived)
 *   failure     queue#message       why a message was not handled
 *
 * Items stay under DynamoDB's 400 kB: they hold headers and grouped findings, never rows.
 */
export const dynamoLedgerTable = (client: DynamoDBDocumentClient, table: string): LedgerTable => {
  const of = (pk: string) => partition(client, table, pk);
  return {
    ...slots(of('slot')),
    ...records(of('record')),
    ...failures(of('failure')),
    ...books(of('book'), of('campaigns'), of('units'), of('statement')),
  };
};
