import { expect, it } from 'vitest';
import { bareAddresses } from '#infra/local/static-site.ts';

it('a unit that ended is also found by its bare code, unless that is an address already', () => {
  const addresses = new Set([
    '/xa/20356~2025-06-30',
    '/xa/20356~2025-06-30/so/QVNN',
    '/tinh/24~2025-06-30',
    '/tinh/24',
    '/tw',
  ]);
  expect(bareAddresses(addresses)).toEqual(['/xa/20356', '/xa/20356/so/QVNN']);
});
