import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EntrySchema } from '#domain/entry.ts';
import { isEntry } from '#domain/entry-check.ts';

const goods = {
  item: 'Gạo',
  unitOfMeasure: 'kg',
  quantityMilli: 5000,
  statedValueVnd: 90_000,
  valueBasis: 'Giá',
};
const foreign = { currency: 'USD', amountMilli: 10_000, rateMilli: 25_000_000, rateDate: '2025-07-01' };
const common = {
  ...{ row: 2, date: '2025-07-01', amountVnd: -5000, goods, foreign, documentNo: 'PT-1', campaign: 'YAGI' },
  ...{ note: 'Đợt 1', otherUnitId: 'TW', otherUnitText: 'Trung ương', round: '1', extra: { Cột: 'x' } },
};
const full: readonly Record<string, unknown>[] = [
  {
    ...{
      ...common,
      direction: 'in',
      channel: 'CHUYEN_KHOAN',
      donor: 'Công ty Mẫu',
      donorClass: 'DOANH_NGHIEP',
    },
    ...{ publishName: true, earmark: 'Xã Mẫu', earmarkId: '10001@2025-07-01' },
  },
  {
    ...{
      ...common,
      direction: 'out',
      purpose: 'TET',
      decisionNo: '1/QĐ',
      communeId: '10001',
      communeText: 'Mẫu',
    },
    ...{ hamlet: 'Thôn 1', beneficiaryClass: 'HO_NGHEO', households: 1, persons: 2, beneficiaryRef: 'A1' },
    ...{ organisation: 'Hội Mẫu', late: false },
  },
];
const ODD = [
  undefined,
  null,
  '',
  'x',
  'TW',
  '2025-02-29',
  'HO_NGHEO',
  'in',
  0,
  -1,
  1.5,
  2 ** 53,
  true,
  {},
  [],
  { a: 1 },
];

const agree = (value: unknown): void => {
  expect({ value, taken: isEntry(value) }).toEqual({ value, taken: v.is(EntrySchema, value) });
};

describe('checking an entry without its schema', () => {
  it('has an example with every key of the schema, and takes it', () => {
    for (const [i, { entries }] of EntrySchema.options.entries()) {
      expect(Object.keys(full[i] ?? {}).toSorted()).toEqual(Object.keys(entries).toSorted());
    }
    expect(full.map(isEntry)).toEqual([true, true]);
  });

  it('takes and refuses what the schema does, whichever key is odd or missing', () => {
    for (const entry of full) {
      for (const key of Object.keys(entry)) {
        for (const odd of ODD) agree({ ...entry, [key]: odd });
        const { [key]: _, ...rest } = entry;
        agree(rest);
      }
    }
  });

  it.each(['goods', 'foreign', 'extra'])('does so within %s', (key) => {
    for (const entry of full) {
      const inner = entry[key] as object;
      for (const name of Object.keys(inner)) {
        for (const odd of ODD) agree({ ...entry, [key]: { ...inner, [name]: odd } });
      }
    }
  });

  it('does so for anything', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.constantFrom(...full)), agree));
  });
});
