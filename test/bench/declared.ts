import { parse } from 'valibot';
import { type Declaration, DeclarationSchema } from '#domain/submission.ts';

/** What is declared about a generated contribution book: half a year of the standing fund. */
export const declarationOf = (unit: string, receivedAt = '2026-01-10T02:00:00Z'): Declaration =>
  parse(DeclarationSchema, {
    unit,
    fund: 'QVNN',
    kind: 'contributions',
    period: { from: '2025-07-01', to: '2025-12-31' },
    openingVnd: 0,
    receivedAt,
  });
