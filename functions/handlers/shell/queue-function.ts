import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import type { LedgerTable } from '#adapters/ports.ts';

/** What a function did with one message: counts, for logs and metrics. Never anything of a person. */
export type Counts = Readonly<Record<string, number>>;

export interface QueueFunction<Message, Deps extends { readonly table: LedgerTable }> {
  readonly name: string;
  readonly message: v.GenericSchema<unknown, Message>;
  /** Made once, with the first message. */
  readonly deps: () => Deps;
  readonly handle: (message: Message, deps: Deps) => Promise<Counts>;
  /** Messages of one group in order: after a failure the rest of the batch waits. */
  readonly fifo?: true;
}

export type SqsHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * The shell around each function: batches, partial failure, logs, metrics. A message that cannot be handled is
 * logged, its reason kept beside the ledger, and left to the queue: retried, then moved to the dead letters.
 */
export function queueFunction<Message, Deps extends { readonly table: LedgerTable }>(
  fn: QueueFunction<Message, Deps>,
): SqsHandler {
  const logger = new Logger({ serviceName: fn.name });
  const metrics = new Metrics({ serviceName: fn.name });
  const processor = fn.fifo ? new SqsFifoPartialProcessorAsync() : new BatchProcessor(EventType.SQS);
  let deps: Deps | undefined;

  const one = async (record: SQSRecord): Promise<void> => {
    deps ??= fn.deps();
    try {
      const counts = await fn.handle(
        v.parse(v.pipe(v.string(), v.parseJson(), fn.message), record.body),
        deps,
      );
      for (const [name, count] of Object.entries(counts)) metrics.addMetric(name, MetricUnit.Count, count);
      logger.info('handled', { messageId: record.messageId, ...counts });
    } catch (cause) {
      const reason = reasonOf(cause);
      metrics.addMetric('failed', MetricUnit.Count, 1);
      logger.error('not handled', {
        messageId: record.messageId,
        attempt: record.attributes.ApproximateReceiveCount,
        reason,
      });
      await keepReason(deps, record, reason, logger);
      throw cause;
    }
  };

  return async (event, context) => {
    logger.addContext(context);
    try {
      // Every message failing is no failure of the function: each goes back to the queue on its own account.
      return await processPartialResponse(event, one, processor as BatchProcessor, {
        context,
        throwOnFullBatchFailure: false,
      });
    } finally {
      metrics.publishStoredMetrics();
    }
  };
}

const reasonOf = (cause: unknown): string => {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return text.slice(0, 1000);
};

/** Failing to keep the reason must not hide it: the log has it already. */
async function keepReason(
  deps: { table: LedgerTable },
  record: SQSRecord,
  reason: string,
  logger: Logger,
): Promise<void> {
  const queue = record.eventSourceARN.split(':').at(-1) ?? '';
  try {
    await deps.table.noteFailure({ queue, messageId: record.messageId, reason });
  } catch (cause) {
    logger.error('reason not kept', { messageId: record.messageId, cause: reasonOf(cause) });
  }
}
