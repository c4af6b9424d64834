import type { Finding } from '../finding.ts';
import type { Book } from './book.ts';

const MARK_LENGTH = 10;

/** Findings by their marks, in order. What is told twice in the same words is one. */
export function marksOf({ unit, fund, hash }: Book, findings: readonly Finding[]): Map<string, Finding> {
  return new Map(
    findings.map((finding) => {
      const { severity: _severity, ...told } = finding;
      return [hash(JSON.stringify([unit.id, fund, told])).slice(0, MARK_LENGTH), finding];
    }),
  );
}
