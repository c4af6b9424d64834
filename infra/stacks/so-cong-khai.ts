import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageSettings } from '#infra/config.ts';
import { Alarms } from '#infra/constructs/alarms.ts';
import { Books } from '#infra/constructs/books.ts';
import {
  putItems,
  readItems,
  readObjects,
  readVersions,
  seeMissingObjects,
  sendTo,
  writeObjects,
  writeStreams,
} from '#infra/constructs/grants.ts';
import { HandIn } from '#infra/constructs/hand-in.ts';
import { Intake } from '#infra/constructs/intake.ts';
import { PipelineStage } from '#infra/constructs/pipeline-stage.ts';
import { Site } from '#infra/constructs/site.ts';
import { ACCOUNTS, ENTRIES, MATCHES, PUBLIC_DATA, PUBLISHABLE, UNITS, UPLOADS } from '#infra/paths.ts';
import { INGEST_TEXTS, INTAKE_TEXT, PUBLISH_TEXTS, RECONCILE_TEXTS } from './alarm-texts.ts';

/**
 * The money path as it is deployed: inbox → ingest → ledger → reconcile → publish → site. This is the only
 * description of the wiring; the local runner reads it from the synthesized template.
 */
export class SoCongKhaiStack extends Stack {
  private readonly settings: StageSettings;
  private readonly alarms: Alarms;
  private readonly books: Books;
  private readonly site: Site;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id, {
      description: `Sổ Công Khai (${settings.name}), meant for ${settings.regionHint}`,
      terminationProtection: settings.terminationProtection,
    });
    this.settings = settings;
    this.alarms = new Alarms(this, 'Alarms', settings.alarms.email);
    this.books = new Books(this, 'Books', settings);
    this.site = new Site(this, 'Site', settings, this.books.accessLogs);

    const publish = this.publish();
    const reconcile = this.reconcile(publish);
    const ingest = this.ingest(reconcile);
    new Intake(this, 'Intake', {
      inbox: this.books.inbox,
      queue: ingest.queue,
      stage: settings,
      alarms: this.alarms,
      text: INTAKE_TEXT,
    });
    this.outputs(new HandIn(this, 'HandIn', this.books.inbox));
  }

  private ingest(next: PipelineStage): PipelineStage {
    const { inbox, ledger, table } = this.books;
    return new PipelineStage(this, 'Ingest', {
      handler: 'ingest',
      fifo: false,
      settings: this.settings.ingest,
      stage: this.settings,
      alarms: this.alarms,
      texts: INGEST_TEXTS,
      environment: {
        INBOX_BUCKET: inbox.bucketName,
        LEDGER_BUCKET: ledger.bucketName,
        LEDGER_TABLE: table.tableName,
        RECONCILE_QUEUE_URL: next.queue.queueUrl,
        MAX_FILE_BYTES: String(this.settings.maxFileBytes),
      },
      permissions: [
        readVersions(inbox, UPLOADS, 'Reads any file handed in, and nothing outside uploads/.'),
        writeStreams(ledger, ENTRIES, 'Writes the entries of any file, under names that hold digests.'),
        writeObjects(ledger, PUBLISHABLE, 'Writes pages and summaries, under names that hold digests.'),
        readObjects(ledger, UNITS, 'Reads changes of units, under names that hold digests.'),
        readItems(table, ['slot', 'record', 'campaigns', 'units', 'statement']),
        putItems(table, ['slot', 'record', 'book', 'campaigns', 'units', 'failure']),
        sendTo(next.queue),
      ],
    });
  }

  private reconcile(next: PipelineStage): PipelineStage {
    const { ledger, table } = this.books;
    return new PipelineStage(this, 'Reconcile', {
      handler: 'reconcile',
      fifo: true,
      settings: this.settings.reconcile,
      stage: this.settings,
      alarms: this.alarms,
      texts: RECONCILE_TEXTS,
      environment: {
        LEDGER_BUCKET: ledger.bucketName,
        LEDGER_TABLE: table.tableName,
        PUBLISH_QUEUE_URL: next.queue.queueUrl,
      },
      permissions: [
        readObjects(ledger, ENTRIES, 'Compares the entries of files that overlap, whichever they are.'),
        readObjects(ledger, PUBLISHABLE, 'Reads the summaries of any book.'),
        writeObjects(ledger, ACCOUNTS, 'Writes accounts under the digest of their content.'),
        writeObjects(ledger, MATCHES, 'Writes what was matched under the digest of its content.'),
        readItems(table, ['book', 'record', 'units', 'campaigns']),
        putItems(table, ['statement', 'record', 'failure']),
        sendTo(next.queue),
      ],
    });
  }

  private publish(): PipelineStage {
    const { ledger, table } = this.books;
    const { bucket } = this.site;
    return new PipelineStage(this, 'Publish', {
      handler: 'publish',
      fifo: true,
      settings: this.settings.publish,
      stage: this.settings,
      alarms: this.alarms,
      texts: PUBLISH_TEXTS,
      environment: {
        LEDGER_BUCKET: ledger.bucketName,
        LEDGER_TABLE: table.tableName,
        SITE_BUCKET: bucket.bucketName,
      },
      permissions: [
        readObjects(
          ledger,
          PUBLISHABLE,
          'Reads accounts and public pages of any book, and no private entry.',
        ),
        readObjects(bucket, PUBLIC_DATA, 'Reads what is public now, under names that hold digests.'),
        writeObjects(bucket, PUBLIC_DATA, 'Writes the public data and cannot touch the pages.'),
        seeMissingObjects(bucket),
        readItems(table, ['statement', 'campaigns', 'units']),
        putItems(table, ['failure']),
      ],
    });
  }

  private outputs(handIn: HandIn): void {
    const { inbox, ledger, table } = this.books;
    const { bucket, distribution } = this.site;
    const values = {
      InboxBucket: inbox.bucketName,
      LedgerBucket: ledger.bucketName,
      LedgerTableName: table.tableName,
      SiteBucket: bucket.bucketName,
      SiteDistribution: distribution.distributionId,
      SiteAddress: `https://${this.settings.site.domain?.name ?? distribution.distributionDomainName}`,
      HandInPolicy: handIn.policy.managedPolicyArn,
      AlarmTopic: this.alarms.topic.topicArn,
    };
    for (const [id, value] of Object.entries(values)) new CfnOutput(this, id, { value });
  }
}
