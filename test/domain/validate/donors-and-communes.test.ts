import { describe, expect, it } from 'vitest';
import { publicDonor } from '#domain/publish/public-row.ts';
import { contributionsOf, csv, type Declared, disbursementsOf, given, report, spent } from './support.ts';

const donor = (changes: Record<string, string>) => {
  const [entry] = contributionsOf(report(csv([given(changes)])).entries_);
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

describe('a donor', () => {
  it.each([
    ['MTQ', '', 'AN_DANH'],
    ['M.T.Q', '', 'AN_DANH'],
    ['NHT', 'CA_NHAN', 'AN_DANH'],
    ['Nhà hảo tâm', '', 'AN_DANH'],
    ['Mạnh thường quân', '', 'AN_DANH'],
    ['giấu tên', '', 'AN_DANH'],
    ['(Ẩn danh)', '', 'AN_DANH'],
    ['Không tên', '', 'AN_DANH'],
    ['', '', 'AN_DANH'],
    ['', 'DOANH_NGHIEP', 'DOANH_NGHIEP'],
    ['Nguyễn Văn Ví Dụ', '', 'CA_NHAN'],
    ['Công ty TNHH Ví Dụ', '', 'CA_NHAN'],
    ['Tổ dân phố 3', 'TAP_THE', 'TAP_THE'],
    ['Tổ dân phố 3', 'tập thể', 'TAP_THE'],
  ])('%j written %j is %s', (name, written, donorClass) => {
    expect(donor({ donor: name, donor_class: written }).donorClass).toBe(donorClass);
  });

  it.each([
    ['a person without consent', { donor: 'Nguyễn Văn Ví Dụ', donor_class: '' }, 'Nhà hảo tâm'],
    [
      'a person who says no',
      { donor: 'Nguyễn Văn Ví Dụ', donor_class: 'CA_NHAN', publish_name: 'không' },
      'Nhà hảo tâm',
    ],
    [
      'a person who agreed',
      { donor: 'Nguyễn Văn Ví Dụ', donor_class: 'CA_NHAN', publish_name: 'có' },
      'Nguyễn Văn Ví Dụ',
    ],
    ['an organisation', { donor: 'Công ty TNHH Ví Dụ' }, 'Công ty TNHH Ví Dụ'],
    [
      'a company without class counts as a person',
      { donor: 'Công ty TNHH Ví Dụ', donor_class: '' },
      'Nhà hảo tâm',
    ],
    ['a person within a group', { donor: 'Gia đình ông Ví Dụ', donor_class: 'TAP_THE' }, 'Nhà hảo tâm'],
    ['a person within a group, unaccented', { donor: 'BA VI DU', donor_class: 'TAP_THE' }, 'Nhà hảo tâm'],
    ['nobody, even with consent', { donor: 'MTQ', donor_class: '', publish_name: 'có' }, 'Ẩn danh'],
    ['a telephone number in a name', { donor: 'Công ty Ví Dụ 0901 234 567' }, 'Công ty Ví Dụ …'],
  ])('in public: %s', (_name, changes, shown) => {
    expect(publicDonor(donor(changes))).toBe(shown);
  });
});

describe('the commune of use', () => {
  const SPENDING: Declared = { kind: 'disbursements' };
  const used = (commune: string, declared: Declared = {}, changes: Record<string, string> = {}) => {
    const read = report(csv([spent({ commune, ...changes })]), { ...SPENDING, ...declared });
    return {
      communeId: disbursementsOf(read.entries_)[0]?.communeId,
      rules: read.issues.map(({ rule }) => rule),
    };
  };
  it.each<[name: string, commune: string, id: string | undefined, declared?: Declared]>([
    ['by code', '20335', '20335'],
    ['by name', 'Phường Tân Thạnh', '20335'],
    ['by name without accents', 'phuong tan thanh', '20335'],
    ['by a shortened kind', 'P. Tân Thạnh', '20335'],
    ['by code of another province', '00214', '00214'],
    ['never by a name of another province', 'Phường Trúc Bạch', undefined],
    ['never one of two alike', 'Phường Quang Trung', undefined, { unit: '01' }],
    ['never by a code that is none', '99999', undefined],
    ['never by a name at the centre', 'Phường Tân Thạnh', undefined, { unit: 'TW' }],
    ['by name within its own province, for a commune', 'Phường Tân Thạnh', '20335', { unit: '20338' }],
  ])('is found %s', (_name, commune, id, declared) => {
    expect(used(commune, declared)).toEqual({
      communeId: id,
      rules: id === undefined ? ['COMMUNE_UNKNOWN'] : [],
    });
  });

  it('is the holder itself where a commune writes nothing, and unknown where a province does', () => {
    expect(used('', { unit: '20338' })).toEqual({ communeId: '20338', rules: [] });
    expect(used('')).toEqual({ communeId: undefined, rules: [] });
  });

  it('is the one that bore the code on the day', () => {
    const year2025 = { unit: 'TW', from: '2025-01-01', to: '2025-12-31', receivedAt: '2026-01-15T00:00:00Z' };
    expect(used('00004', year2025, { date: '30/06/2025' }).communeId).toBe('00004');
    expect(used('00004', year2025, { date: '01/07/2025' }).communeId).toBe('00004@2025-07-01');
  });
});
