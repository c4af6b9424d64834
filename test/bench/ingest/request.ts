import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import type { CheckRequest } from '#domain/check/check-file.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { readContext } from '#domain/validate/declaration.ts';
import { declarationOf } from '../declared.ts';

/** The file as its treasurer declares it: the unit, fund and period are known, so all rules apply. */
export function requestOf(): CheckRequest {
  const context = readContext(declarationOf('14'), shippedRegistry(), campaignsInForce([]));
  if (!context.ok) throw new Error(`the book is not as declared: ${context.error.rule}`);
  return { kind: 'contributions', overrides: {}, context: context.value };
}
