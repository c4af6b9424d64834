import type { Channel, DonorClass } from '../codes.ts';
import type { Contribution } from '../entry.ts';
import { parseYesNo } from '../parse/values.ts';
import type { Cells } from './cells.ts';
import { donorClassOf } from './donor.ts';

/** The part of an entry that only contributions have. */
export function readContribution(
  cells: Cells,
): Pick<Contribution, 'direction' | 'channel' | 'donor' | 'donorClass' | 'publishName' | 'earmark'> {
  const channel = cells.code<Channel>('channel');
  const donor = cells.optional('donor');
  const donorClass = donorClassOf(cells.code<DonorClass>('donor_class'), donor);
  const publishName = cells.read('publish_name', 'YES_NO_UNREADABLE', parseYesNo) ?? false;
  const earmark = cells.optional('earmark');
  return {
    direction: 'in',
    ...(channel === undefined ? {} : { channel }),
    ...(donor === undefined ? {} : { donor }),
    donorClass,
    publishName,
    ...(earmark === undefined ? {} : { earmark }),
  };
}
