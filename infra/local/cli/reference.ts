import { FUND_FOR_THE_POOR, type FundCode } from '#domain/campaigns/campaign.ts';
import { type Instant, vietnamDay } from '#domain/date.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Declaration } from '#domain/submission.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { digestOf, handIn } from '../hand-in.ts';
import { checkedDeclaration, filenameOf } from './declaration.ts';
import { CliFailure, EXIT } from './failure.ts';
import { findingLines } from './findings.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Session } from './session.ts';

/** Reference data that is in the ledger now. */
export interface Referenced extends Outcome {
  readonly digest: Sha256;
}

/**
 * Hands in a file of reference data, through the same door as any file, and waits until every page that rests on it
 * is public. Throws CliFailure with the reasons where it is sent back.
 */
export async function handInReference(
  session: Session,
  file: string,
  kind: 'campaigns' | 'units',
  refused: string,
): Promise<Referenced> {
  const declaration = declarationOf(file, kind, new Date());
  const digest = await digestOf(file);
  const key = await handIn(session.clients, session.stores.inboxBucket, file, declaration, digest);
  const outcome = await outcomeOf(session, { ...declaration, key });
  if (outcome.step.state === 'REJECTED') {
    throw new CliFailure(EXIT.refused, [refused, ...findingLines(outcome.record.findings)].join('\n'));
  }
  await session.idle();
  return { ...outcome, digest };
}

/** Reference data belongs to no unit; it is handed in at the centre, on the day it comes. */
function declarationOf(file: string, kind: 'campaigns' | 'units', now: Date): Declaration {
  const receivedAt = now.toISOString() as Instant;
  const today = vietnamDay(receivedAt);
  return checkedDeclaration({
    unit: 'TW' as UnitCode,
    fund: FUND_FOR_THE_POOR as FundCode,
    kind,
    period: { from: today, to: today },
    receivedAt,
    filename: filenameOf(file),
  });
}
