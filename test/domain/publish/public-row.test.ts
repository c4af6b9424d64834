import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import type { DonorClass } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Contribution, Disbursement } from '#domain/entry.ts';
import { vnd } from '#domain/money.ts';
import { publicContribution, publicDisbursement, publicDonor } from '#domain/publish/public-row.ts';
import { milli } from '#domain/quantity.ts';
import { mergeGoods, mergePurposes } from '#domain/reconcile/merge.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { goodsKey } from '#domain/validate/summary.ts';
import { SummaryBuilder } from '#domain/validate/summary-builder.ts';
import { longNumber, personName } from './private-values.ts';

const publicity = { registry: shippedRegistry(), campaigns: campaignsInForce([]) };
const date = '2024-03-05' as IsoDate;

const gift = (changes: Partial<Contribution> = {}): Contribution => ({
  direction: 'in',
  row: 2,
  date,
  donorClass: 'TAP_THE',
  publishName: false,
  ...changes,
});
const payment = (changes: Partial<Disbursement> = {}): Disbursement => ({
  direction: 'out',
  row: 2,
  date,
  purpose: 'TET',
  late: false,
  ...changes,
});
const goods = (item: string, unitOfMeasure = 'kg') => ({ item, unitOfMeasure, quantityMilli: milli(1000) });

const summaryOf = (...entries: readonly (Contribution | Disbursement)[]) => {
  const builder = new SummaryBuilder();
  for (const entry of entries) builder.add(entry);
  return { ...builder.sums(), pages: [] };
};

/** How people put somebody into a cell: a lead, and the name or the number. */
const somebody = fc.oneof(personName, longNumber);
const cell = fc
  .tuple(
    fc.constantFrom('', 'Gạo cho ', 'bao của ', 'QĐ ', 'Nhóm ', 'gạo, '),
    somebody,
    fc.constantFrom('', ' 1', ', thôn 3'),
  )
  .map((parts) => ({ text: parts.join(''), secret: parts[1] }));

/** Nothing of a secret may be found, however its letters are written. */
const plain = (text: string) => text.normalize('NFC').toLowerCase();

describe('a public row and the sums', () => {
  it('hold nobody out of a cell of free text', () => {
    fc.assert(
      fc.property(cell, cell, ({ text, secret }, other) => {
        const entry = payment({
          ...{ goods: goods(text, other.text), documentNo: text, decisionNo: other.text },
          ...{ organisation: text, households: 1 },
        });
        const written = plain(JSON.stringify([publicDisbursement(entry, publicity), summaryOf(entry)]));
        expect(written).not.toContain(plain(secret));
        expect(written).not.toContain(plain(other.secret));
      }),
      { numRuns: 1000 },
    );
  });

  it('hold no donor whose class alone says organisation', () => {
    const lead = fc.constantFrom('', 'Nhóm ', 'Ông ', 'Chị ', 'Linh mục ', 'Bs. ', 'Tập thể ');
    fc.assert(
      fc.property(lead, personName, longNumber, (before, name, number) => {
        const row = publicContribution(
          gift({ donor: `${before}${name}`, documentNo: `${name} ${number}` }),
          publicity,
        );
        expect(row.donor).toBe('Nhà hảo tâm');
        expect(row.documentTail).toMatch(/^\d{4}$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a donor in public', () => {
  it.each<[DonorClass, string | undefined, boolean, string]>([
    ['DOANH_NGHIEP', 'Công ty TNHH Ví Dụ', false, 'Công ty TNHH Ví Dụ'],
    ['TON_GIAO', 'Linh mục Giuse Nguyễn Văn An', false, 'Nhà hảo tâm'],
    ['TON_GIAO', 'Linh mục Giuse Nguyễn Văn An', true, 'Linh mục Giuse Nguyễn Văn An'],
    ['CA_NHAN', 'Công ty TNHH Ví Dụ', false, 'Nhà hảo tâm'],
    ['CA_NHAN', 'Nguyễn Văn An 0912 345 678', true, 'Nguyễn Văn An …'],
    ['AN_DANH', 'Nguyễn Văn An', true, 'Ẩn danh'],
    ['DOANH_NGHIEP', undefined, true, 'Nhà hảo tâm'],
  ])('%s %j, consent %s: %j', (donorClass, donor, publishName, shown) => {
    expect(publicDonor(gift({ donorClass, publishName, ...(donor === undefined ? {} : { donor }) }))).toBe(
      shown,
    );
  });

  it('has no tail of a document number without digits', () => {
    expect(publicContribution(gift({ documentNo: 'Nguyễn Lan' }), publicity)).not.toHaveProperty(
      'documentTail',
    );
  });
});

describe('who helped, in public', () => {
  it.each<[string | undefined, string | undefined]>([
    ['Hội Liên hiệp Phụ nữ xã', 'Hội Liên hiệp Phụ nữ xã'],
    ['Hội Chữ thập đỏ 0912 345 678', 'Hội Chữ thập đỏ …'],
    ['Bà Nguyễn Thị Mẫu', undefined],
    ['Nguyễn Thị Mẫu', undefined],
    [undefined, undefined],
  ])('%j: %j', (organisation, shown) => {
    const entry = payment(organisation === undefined ? {} : { organisation });
    const { organisation: printed } = publicDisbursement(entry, publicity);
    expect(printed).toBe(shown);
    expect(summaryOf(entry).organisations?.map((line) => line.organisation)).toEqual(shown && [shown]);
  });
});

type Pair = readonly [item: string, unitOfMeasure: string];

describe('kinds of goods', () => {
  it.each<[Pair, Pair]>([
    [
      ['Cá', 'kg'],
      ['Cà', 'kg'],
    ],
    [
      ['Dừa', 'quả'],
      ['Dứa', 'quả'],
    ],
    [
      ['Trứng', 'tá'],
      ['Trứng', 'tạ'],
    ],
  ])('%j and %j stay apart', (a, b) => {
    expect(goodsKey(...a)).not.toBe(goodsKey(...b));
    expect(summaryOf(payment({ goods: goods(...a) }), payment({ goods: goods(...b) })).goods).toHaveLength(2);
  });

  it.each<[Pair, Pair]>([
    [
      ['Gạo', 'kg'],
      ['GẠO', 'KG'],
    ],
    [
      ['Hoà tan', 'gói'],
      ['Hòa  tan', 'gói'],
    ],
    [
      ['Gạo', 'kg'],
      ['Gạo'.normalize('NFD'), ' kg '],
    ],
  ])('%j and %j are one', (a, b) => {
    expect(summaryOf(payment({ goods: goods(...a) }), payment({ goods: goods(...b) })).goods).toHaveLength(1);
  });

  it('of which some name people make one line, in a file and in a statement', () => {
    const files = [
      summaryOf(payment({ goods: goods('Gạo bà Lan') }), payment({ goods: goods('Gạo ông An') })),
      summaryOf(
        payment({ goods: goods('Gạo Nguyễn Văn An', 'bao của ông An') }),
        gift({ goods: goods('Quà chị Lan') }),
      ),
    ];
    expect(mergeGoods(files)).toMatchObject([
      { item: 'Hiện vật khác', unitOfMeasure: 'kg', inMilli: 1000, outMilli: 2000 },
      { item: 'Hiện vật khác', unitOfMeasure: 'đơn vị', inMilli: 0, outMilli: 1000 },
    ]);
  });
});

describe('households', () => {
  it('of a reversed payment are taken off again, even below nought within one file', () => {
    const paid = payment({ amountVnd: vnd(2_000_000), households: 4 });
    const reversed = payment({ amountVnd: vnd(-2_000_000), households: 4 });
    expect(summaryOf(paid, reversed).byPurpose).toMatchObject([{ amountVnd: 0, households: 0 }]);
    expect(summaryOf(reversed).byPurpose).toMatchObject([{ households: -4 }]);
    expect(mergePurposes([summaryOf(reversed), summaryOf(paid)])).toMatchObject([{ households: 0 }]);
  });

  it('of goods without money count', () => {
    expect(summaryOf(payment({ goods: goods('Gạo'), households: 3 })).byPurpose).toMatchObject([
      { households: 3 },
    ]);
  });
});
