import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { campaignsInForce, readCampaignsFile } from '#domain/campaigns/campaigns.ts';

const guide = readFileSync(new URL('../../docs/campaigns.md', import.meta.url), 'utf8');
const example = /```json\n(.*?)```/s.exec(guide)?.[1] ?? '';

describe('a file of campaigns', () => {
  it('as the guide shows it is read, and adds to those that are known', () => {
    const campaigns = readCampaignsFile(example);
    if (!campaigns.ok) throw new Error(campaigns.error);
    expect(campaigns.value.map(({ code }) => code)).toEqual(['CUU-TRO-VI-DU-2026', 'TET-2026']);
    const inForce = campaignsInForce([campaigns.value]);
    expect(inForce.get('CUU-TRO-VI-DU-2026' as never)?.fundKind).toBe('CUU_TRO');
    expect(inForce.has('YAGI-2024' as never)).toBe(true);
  });

  it('that comes later replaces a campaign of the same code', () => {
    const [first] = campaignsInForce([]).values();
    if (first === undefined) throw new Error('none shipped');
    const renamed = { ...first, name: 'Tên mới' };
    expect(campaignsInForce([[renamed], [{ ...first, name: 'Tên mới hơn' }]]).get(first.code)?.name).toBe(
      'Tên mới hơn',
    );
  });

  it.each([
    ['no JSON', '{', 'JSON'],
    ['nothing in it', '{"campaigns": []}', 'campaigns'],
    ['no list', '[]', 'campaigns'],
    ['a code in lower case', example.replace('TET-2026', 'tet-2026'), 'campaigns.1.code'],
    ['a day that is none', example.replace('2026-11-30', '2026-11-31'), 'campaigns.0.to'],
    ['an unknown kind of fund', example.replace('CUU_TRO"', 'CUU_NAN"'), 'campaigns.0.fundKind'],
  ])('with %s is refused naming the place', (_name, text, place) => {
    expect(readCampaignsFile(text)).toMatchObject({ ok: false, error: place });
  });
});
