import type { Finding } from '../finding.ts';
import { WORKBOOK_LIMITS, type WorkbookLimit } from './limits.ts';

/** Thrown from deep inside a stream, caught where the workbook is opened: callers see a value. */
export class Refusal extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.rule);
    this.finding = finding;
  }
}

export const refusal = (rule: string, params?: Record<string, string | number>): Refusal =>
  new Refusal({ rule, severity: 'error', count: 1, ...(params && { params }) });

/** `what` says in English which rule of the format is broken: for whoever looks into it. */
export const damaged = (what: string): Refusal => refusal('WORKBOOK_DAMAGED', { what });

export const tooLarge = (what: WorkbookLimit): Refusal =>
  refusal('WORKBOOK_TOO_LARGE', { what, limit: WORKBOOK_LIMITS[what] });
