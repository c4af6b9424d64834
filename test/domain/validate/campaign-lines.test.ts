import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import type { Entry } from '#domain/entry.ts';
import { vnd } from '#domain/money.ts';
import { MAX_CAMPAIGNS } from '#domain/validate/campaign-lines.ts';
import { SummaryBuilder } from '#domain/validate/summary-builder.ts';

const gift = (campaign: string | undefined, date = '2024-01-05'): Entry => ({
  ...{ row: 2, date: date as IsoDate, amountVnd: vnd(10), campaign },
  ...{ direction: 'in', donorClass: 'CA_NHAN', publishName: false },
});
const campaignsOf = (entries: readonly Entry[]) => {
  const builder = new SummaryBuilder();
  for (const entry of entries) builder.add(entry);
  return builder
    .sums()
    .campaigns?.map(({ campaign, from, to, bySource }) => [campaign, from, to, bySource[0]?.amountVnd]);
};
const codes = (count: number) =>
  Array.from({ length: count }, (_, i) => gift(`D-${String(i).padStart(4, '0')}`));

describe('sums by campaign', () => {
  it('are by code with the first and last day, however the rows of several alternate', () => {
    expect(
      campaignsOf([
        gift('TET-2024'),
        gift('CAO-DIEM-2023', '2023-11-01'),
        gift('TET-2024', '2024-01-02'),
        gift(undefined, '2020-01-01'),
        gift('TET-2024', '2024-01-09'),
      ]),
    ).toEqual([
      ['CAO-DIEM-2023', '2023-11-01', '2023-11-01', 10],
      ['TET-2024', '2024-01-02', '2024-01-09', 30],
    ]);
  });

  it('keep no words that people wrote', () => {
    expect(campaignsOf([gift('Tết của bà Ví Dụ'), gift('tet-2024'), gift(`T${'X'.repeat(60)}`)])).toEqual([]);
  });

  it('are none where the column has more codes than there can be campaigns', () => {
    expect(campaignsOf(codes(MAX_CAMPAIGNS))).toHaveLength(MAX_CAMPAIGNS);
    expect(campaignsOf(codes(MAX_CAMPAIGNS + 1))).toEqual([]);
    expect(campaignsOf([...codes(MAX_CAMPAIGNS + 5), gift('TET-2024')])).toEqual([]);
  });
});
