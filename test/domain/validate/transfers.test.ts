import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { UnitFinder } from '#domain/validate/unit-finder.ts';
import { contributionsOf, csv, type Declared, disbursementsOf, given, report, spent } from './support.ts';

const sent = (changes: Readonly<Record<string, string>> = {}) =>
  spent({ purpose: 'CHUYEN_CAP_DUOI', commune: '', ...changes });
const out = (rows: readonly Readonly<Record<string, string>>[], declared: Declared = {}) =>
  report(csv(rows), { kind: 'disbursements', ...declared });
const rulesOf = ({ issues }: { readonly issues: readonly { readonly rule: string }[] }) =>
  issues.map(({ rule }) => rule);

describe('money sent to a lower unit', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a code', { to_unit: '20341' }, '20341'],
    ['a name', { to_unit: 'Phường An Mỹ' }, 'Phường An Mỹ'],
    ['its body', { to_unit: 'UBMTTQ Việt Nam phường An Mỹ' }, 'UBMTTQ Việt Nam phường An Mỹ'],
    [
      'its board',
      { to_unit: 'Ban vận động Quỹ “Vì người nghèo” phường An Mỹ' },
      'Ban vận động Quỹ “Vì người nghèo” phường An Mỹ',
    ],
    ['the place alone', { commune: 'Phường An Mỹ' }, 'Phường An Mỹ'],
    ['its own column before the place', { to_unit: 'P. An Mỹ', commune: '20350' }, 'P. An Mỹ'],
  ])('names its receiver by %s', (_by, changes, text) => {
    const { entries_, issues } = out([sent({ round: 'Đợt 1', ...changes })]);
    expect(issues).toEqual([]);
    expect(entries_).toMatchObject([{ otherUnitId: '20341', otherUnitText: text, round: 'Đợt 1' }]);
    expect(entries_[0]?.extra).toBeUndefined();
  });

  it.each(['Xã Không Có Thật', '99999', 'Tỉnh Quảng Nam'])(
    'to %s cannot be told, and stays entered',
    (unit) => {
      const read = out([sent({ to_unit: unit })]);
      expect(rulesOf(read)).toEqual(['TRANSFER_UNIT_UNKNOWN']);
      expect(read.issues[0]).toMatchObject({ column: 'Đơn vị nhận tiền', value: unit, rows: [2] });
      expect(read.acceptedVnd).toBe(1_000_000);
      expect(read.entries_).toMatchObject([{ otherUnitText: unit }]);
      expect(read.entries_[0]?.otherUnitId).toBeUndefined();
    },
  );

  it('leaves what is wrong with the place to the column of the place', () => {
    expect(rulesOf(out([sent({ commune: 'Xã Không Có Thật' })]))).toEqual(['COMMUNE_UNKNOWN']);
  });

  it('from the centre goes to a province, also where that stands in the column of the place', () => {
    const read = out([sent({ commune: 'Tỉnh Quảng Nam' }), sent({ document_no: '2', to_unit: '49' })], {
      unit: 'TW',
    });
    expect(rulesOf(read)).toEqual([]);
    expect(read.entries_.map(({ otherUnitId }) => otherUnitId)).toEqual(['49', '49']);
  });

  it('has no receiver where none is written, in the book of a commune, too', () => {
    const [entry] = disbursementsOf(out([sent()], { unit: '20341' }).entries_);
    expect([entry?.communeId, entry?.otherUnitId, entry?.otherUnitText]).toEqual([
      '20341',
      undefined,
      undefined,
    ]);
  });
});

describe('money received from above', () => {
  it.each<[string, string, string, Declared]>([
    ['the province by its code', '49', '49', { unit: '20341' }],
    ['the province by its name', 'Tỉnh Quảng Nam', '49', { unit: '20341' }],
    ['the province by its body', 'Mặt trận tỉnh Quảng Nam', '49', { unit: '20341' }],
    ['the centre by its code', 'TW', 'TW', {}],
    ['the centre by its name', 'Trung ương', 'TW', {}],
    ['the centre by its body', 'Ủy ban Trung ương MTTQ Việt Nam', 'TW', {}],
    ['the centre by its board', 'Ban Vận động Quỹ Vì người nghèo Trung ương', 'TW', {}],
  ])('names %s', (_what, text, id, declared) => {
    const { entries_, issues } = report(
      csv([given({ channel: 'CAP_TREN_CHUYEN', from_unit: text, round: 'Đợt 1' })]),
      declared,
    );
    expect(issues).toEqual([]);
    expect(entries_).toMatchObject([{ otherUnitId: id, otherUnitText: text, round: 'Đợt 1' }]);
  });

  it('from a unit that cannot be told stays entered', () => {
    const read = report(csv([given({ channel: 'CAP_TREN_CHUYEN', from_unit: 'Huyện Không Có' })]));
    expect(rulesOf(read)).toEqual(['TRANSFER_UNIT_UNKNOWN']);
    expect(read.acceptedVnd).toBe(1_000_000);
  });
});

describe('a row that is no transfer', () => {
  it('keeps what stands in these columns beside it, and says nothing of another unit', () => {
    const gift = report(csv([given({ from_unit: 'Chi nhánh miền Trung', round: 'Đợt 1' })]));
    const use = out([spent({ to_unit: 'Hộ ông Ví Dụ', round: 'Đợt 1' })]);
    expect([gift.issues, use.issues]).toEqual([[], []]);
    expect(contributionsOf(gift.entries_)[0]).toMatchObject({
      extra: { 'Đơn vị chuyển': 'Chi nhánh miền Trung', 'Đợt phân bổ': 'Đợt 1' },
    });
    expect(disbursementsOf(use.entries_)[0]).toMatchObject({
      extra: { 'Đơn vị nhận tiền': 'Hộ ông Ví Dụ', 'Đợt phân bổ': 'Đợt 1' },
    });
    for (const entry of [...gift.entries_, ...use.entries_]) {
      expect([entry.otherUnitId, entry.otherUnitText, entry.round]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });
});

describe('a name that a province and a commune share', () => {
  const registry = shippedRegistry();
  const day = '2025-08-15' as IsoDate;
  const finder = (code: string) => new UnitFinder(registry, registry.at(code as UnitCode, day));
  const nameOf = (found: ReturnType<UnitFinder['look']>) =>
    'id' in found ? registry.byId(found.id)?.name : undefined;
  const shared = registry.provinces(day).flatMap((province) => {
    const bare = province.name.replace(/^(?:Tỉnh|Thành phố) /u, '');
    const namesakes = registry.communesByName(bare, province.id, day);
    return namesakes.length === 1 ? [{ province, bare, commune: namesakes[0] }] : [];
  });

  it('is the province seen from a commune below it, the commune seen from the province', () => {
    expect(shared.length).toBeGreaterThan(0);
    for (const { province, bare, commune } of shared) {
      const below = finder(
        registry.communes(day).find((unit) => unit.provinceId === province.id)?.code ?? '',
      );
      expect(nameOf(below.look(bare, day, 'above')), bare).toBe(province.name);
      expect(nameOf(below.look(bare, day)), bare).toBeUndefined();
      expect(nameOf(finder(province.code).look(commune?.name ?? '', day, 'below')), bare).toBe(commune?.name);
    }
  });

  it('knows every province of a day by its code, its name, and its former bearer of the code never', () => {
    for (const province of registry.provinces(day)) {
      for (const text of [province.code, province.name, `${province.code} - ${province.name}`]) {
        expect(nameOf(finder('TW').look(text, day, 'below')), text).toBe(province.name);
      }
    }
    expect(nameOf(finder('TW').look('24', day, 'below'))).toBe('Tỉnh Bắc Ninh');
    for (const text of ['24 - Tỉnh Bắc Giang', '01 - Tỉnh Bắc Ninh', '01 - Không Đâu']) {
      expect(nameOf(finder('TW').look(text, day, 'below')), text).toBeUndefined();
    }
    expect(nameOf(finder('TW').look('24', '2025-06-30' as IsoDate, 'below'))).toBe('Tỉnh Bắc Giang');
  });
});
