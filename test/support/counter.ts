/** Hands files in one after the other, each a second later than the one before, and has all of it published. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { SubmissionRecord } from '#adapters/ports.ts';
import type { TableKind } from '#domain/codes.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { type Declaration, DeclarationSchema } from '#domain/submission.ts';
import type { TestEngines } from './engines.ts';
import { drain, type Pipeline, recordOf, runIngest, upload } from './pipeline.ts';

/** What a treasurer says of a file; the year 2024 and the fund for the poor unless told otherwise. */
export interface Says extends Partial<Omit<Declaration, 'unit' | 'fund' | 'kind' | 'period' | 'account'>> {
  readonly unit: string;
  readonly kind: TableKind | 'campaigns' | 'units';
  readonly fund?: string;
  readonly from?: string;
  readonly to?: string;
  readonly account?: string;
}

export class Counter {
  readonly #engines: TestEngines;
  readonly #pipeline: Pipeline;
  #at: number;

  /** @param opens when the first file comes */
  constructor(engines: TestEngines, pipeline: Pipeline, opens = '2025-01-15T02:00:00.000Z') {
    this.#engines = engines;
    this.#pipeline = pipeline;
    this.#at = Date.parse(opens);
  }

  /** The next file comes so many days later. */
  wait(days: number): void {
    this.#at += days * 86_400_000;
  }

  /** Takes a file in and says what became of it. It is public after `publish`. */
  async hand(text: string | Uint8Array, says: Says): Promise<SubmissionRecord> {
    const { from = '2024-01-01', to = '2024-12-31', fund = 'QVNN', ...rest } = says;
    const receivedAt = new Date(this.#at).toISOString();
    this.#at += 1000;
    const declaration = v.parse(DeclarationSchema, { receivedAt, fund, period: { from, to }, ...rest });
    const event = await upload(this.#pipeline, Buffer.from(text as string), declaration);
    await runIngest(this.#pipeline, event);
    const record = await recordOf(this.#pipeline, event.key);
    if (record === undefined) throw new Error('a file without a record');
    return record;
  }

  /** As `hand`, for a file that must be entered whole. */
  async enter(text: string | Uint8Array, says: Says): Promise<Sha256> {
    const record = await this.hand(text, says);
    if (record.state !== 'ACCEPTED') {
      const findings = record.findings.map(({ rule, column }) => `${rule} ${column ?? ''}`);
      throw new Error(`${says.kind} of ${says.unit} is ${record.state}: ${findings.join(', ')}`);
    }
    return digestOf(text);
  }

  publish = (): Promise<void> => drain(this.#engines, this.#pipeline);
}

export const digestOf = (bytes: string | Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;
