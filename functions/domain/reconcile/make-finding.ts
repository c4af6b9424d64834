import type { Finding } from '../finding.ts';
import { type RuleId, rule } from '../rules/catalogue.ts';

/** A finding of the catalogue: of one place unless it says otherwise. */
export const finding = (
  id: RuleId,
  rest: Omit<Finding, 'rule' | 'severity' | 'count'> & { readonly count?: number },
): Finding => ({
  rule: id,
  severity: rule(id).severity,
  ...rest,
  count: rest.count ?? 1,
});
