import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { type CfnBucket, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageSettings } from '#infra/config.ts';
import { dropReplacedVersions, privateBucket } from './private-bucket.ts';

/** What must survive everything else: the files as handed in, the ledger's objects, the ledger's table. */
export class Books extends Construct {
  /** Files as handed in: evidence. Versioned and locked. */
  readonly inbox: IBucket;
  /** Entries, summaries and statements: private. */
  readonly ledger: IBucket;
  /** Who asked the buckets for what. */
  readonly accessLogs: IBucket;
  /** The sequence of the ledger's slots, the submissions' records, the books' indexes. */
  readonly table: Table;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    const { retention } = settings;
    this.accessLogs = privateBucket(this, 'AccessLogs', {
      lifecycleRules: [{ id: 'expire', expiration: Duration.days(retention.accessLogDays) }],
    });
    this.inbox = privateBucket(this, 'Inbox', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: lock(settings.inbox),
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'inbox/',
    });
    announceObjects(this.inbox);
    this.ledger = privateBucket(this, 'Ledger', {
      versioned: true,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'ledger/',
      lifecycleRules: [dropReplacedVersions(retention.replacedVersionDays)],
    });
    this.table = new Table(this, 'LedgerTable', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

function lock({ lockMode, lockDays }: StageSettings['inbox']): ObjectLockRetention {
  const duration = Duration.days(lockDays);
  return lockMode === 'compliance'
    ? ObjectLockRetention.compliance(duration)
    : ObjectLockRetention.governance(duration);
}

/** The bucket's own setting: the construct's would add a helper function with wildcard rights. */
function announceObjects(bucket: IBucket): void {
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
