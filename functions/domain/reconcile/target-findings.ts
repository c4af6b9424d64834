import type { Finding } from '../finding.ts';
import { vnd } from '../money.ts';
import type { Sha256 } from '../sha256.ts';
import type { TargetLine } from '../targets/targets-schema.ts';
import type { BesideView } from './beside-sums.ts';
import type { Book } from './book.ts';
import { finding } from './make-finding.ts';

/**
 * What a table of targets says was reached against what the books show. Above the communes a unit's target is reached
 * with the books below too: that is told across units.
 */
export function targetFindings({ targets = [] }: BesideView['shown'], { unit }: Book): Finding[] {
  return targets
    .filter(({ organisation }) => unit.level === 'XA' || organisation !== undefined)
    .flatMap(({ year, indicator, reached, statedReached, digest, row }) =>
      reached === undefined || statedReached === undefined || digest === undefined || row === undefined
        ? []
        : statedDiffers({ year: String(year), indicator, reached, stated: statedReached, digest, row }),
    );
}

interface Stated extends Pick<TargetLine, 'indicator'> {
  readonly year: string;
  readonly reached: number;
  readonly stated: number;
  readonly digest: Sha256;
  readonly row: number;
}

/** None where both are the same. Whose target it is, its row tells: of organisations a finding names none. */
export function statedDiffers(
  { year, indicator, reached, stated, digest, row }: Stated,
  more: Finding['params'] = {},
): Finding[] {
  if (stated === reached) return [];
  const differing = finding('TARGET_STATED_DIFFERS', {
    digest,
    rows: [row],
    ...(indicator === 'VAN_DONG' && {
      expectedVnd: vnd(reached),
      actualVnd: vnd(stated),
      differenceVnd: vnd(stated - reached),
    }),
    params: { ...more, indicator, year, stated, reached },
  });
  return [differing];
}
