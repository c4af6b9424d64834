import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Campaigns } from '#domain/campaigns/campaign.ts';
import type { Page } from '#domain/publish/row-pages.ts';
import { Pager } from '#domain/publish/row-pages.ts';
import type { Filed } from '#domain/reconcile/book.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Declaration, Submission } from '#domain/submission.ts';
import { DeclarationSchema, submissionId } from '#domain/submission.ts';
import type { Unit, UnitRegistry } from '#domain/units/unit.ts';
import { BookFile } from '#domain/validate/book-file.ts';
import { readContext } from '#domain/validate/declaration.ts';
import type { SampleFile } from './books.ts';

export const sha256 = (bytes: string | Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

export interface SampleFiled extends Filed {
  readonly unit: Unit;
  readonly declaration: Declaration;
  readonly pages: readonly Page[];
}

/** A sample file read by the product's own parser and rules, as the ledger would hold it. */
export function fileOf(sample: SampleFile, registry: UnitRegistry, campaigns: Campaigns): SampleFiled {
  const { csv, from, to, ...rest } = sample;
  const declaration = v.parse(DeclarationSchema, { ...rest, period: { from, to } });
  const context = readContext(declaration, registry, campaigns);
  if (!context.ok) throw new Error(`sample refused: ${context.error.rule}`);
  const bytes = new TextEncoder().encode(csv);
  const digest = sha256(bytes);
  const file = new BookFile(sample.kind, context.value);
  const pager = new Pager(sample.kind, digest, { registry, campaigns }, sha256);
  const read = file.push(bytes);
  const { entries, outcome } = file.end();
  if (!outcome.ok) throw new Error(`sample rejected: ${outcome.error[0].rule}`);
  const pages = [...[...read, ...entries].map((entry) => pager.add(entry)), pager.end()].filter(
    (page) => page !== undefined,
  );
  const { sums, issues, ...report } = outcome.value;
  const { unit } = context.value;
  const submission: Submission = {
    ...report,
    controlTotals: [...report.controlTotals],
    id: submissionId(unit.id, declaration.fund, declaration.kind, digest),
    unitId: unit.id,
    declaration,
    digest,
    bytes: bytes.byteLength,
    state: report.rows.quarantined > 0 ? 'ACCEPTED_WITH_QUARANTINE' : 'ACCEPTED',
    findings: issues.map(({ value: _private, ...finding }) => ({ ...finding, digest })),
  };
  return { unit, declaration, pages, submission, summary: { ...sums, pages: pages.map(({ ref }) => ref) } };
}
