import type { Finding } from '../finding.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { rule } from '../rules/catalogue.ts';
import type { Book } from './book.ts';
import { finding } from './make-finding.ts';

/** More of one rule nobody reads one by one: the first are told, the rest is counted. */
const MAX_LISTED = 50;
const MARK_LENGTH = 10;

/**
 * Findings of one rule, no more of them than people read, and one that counts the rest. It bears a mark of what it
 * stands for: an explanation of it holds for no other rest.
 */
export function someOf(findings: readonly Finding[], { hash }: Pick<Book, 'hash'>): Finding[] {
  const rest = findings.slice(MAX_LISTED);
  const [first] = rest;
  if (first === undefined) return [...findings];
  const params = {
    title: rule(first.rule as RuleId).title,
    rest: hash(JSON.stringify(rest)).slice(0, MARK_LENGTH),
  };
  return [...findings.slice(0, MAX_LISTED), finding('FINDINGS_NOT_LISTED', { count: rest.length, params })];
}
