import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicDonor } from '#domain/publish/public-row.ts';
import { isAnonymous } from '#domain/validate/donor.ts';
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

describe('a name that names nobody', () => {
  it.each([
    'MTQ',
    'M.T.Q',
    'M. T. Q.',
    'm t q',
    'MTQ 2',
    'NHT',
    'N.H.T',
    '(Ẩn danh)',
    'an danh',
    'giấu tên',
    'dấu tên',
    'giấu danh tính',
    'Xin giấu tên',
    'xin được giấu tên',
    'không tên',
    'Không Ghi Tên',
    'không để tên',
    'không để lại tên',
    'Không muốn nêu tên',
    'không rõ tên',
    'ko tên',
    'vô danh',
    '1 nhà hảo tâm',
    'một nhà hảo tâm',
    'Nhà hảo tâm số 3',
    'Các nhà hảo tâm',
    'nhóm mạnh thường quân',
    'một MTQ',
    '01 MTQ',
    'MTQ/giấu tên',
    'mạnh thường quân giấu tên',
    'một mạnh thường quân xin được giấu tên',
    'nhà hảo tâm (ẩn danh)',
    'người ủng hộ giấu tên',
    'bạn đọc giấu tên',
    'Phật tử ẩn danh',
    'đơn vị giấu tên',
    'chưa rõ tên',
    'vị mạnh thường quân',
    'nhiều nhà hảo tâm',
  ])('%j', (name) => {
    expect(isAnonymous(name)).toBe(true);
  });

  it.each([
    '',
    'Võ Danh',
    'Vo Danh',
    'Ân Danh',
    'Nguyễn Ẩn Danh',
    'Nguyễn An Danh',
    'Đậu Danh',
    'Dau Danh',
    'Mạnh Thường',
    'Quân',
    'Nguyễn Văn Ví Dụ (giấu tên)',
    'MTQ Nguyễn Văn Ví Dụ',
    'Nhà hảo tâm Trần Văn Ví',
    'Công ty MTQ',
    'Nhóm Ví Dụ',
    'Người',
    'Một',
    'Nhung',
    'Phật tử chùa Ví Dụ',
    '12',
    '-',
  ])('is not %j', (name) => {
    expect(isAnonymous(name)).toBe(false);
  });

  it('is never a name with other words before or behind it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('MTQ', 'giấu tên', 'nhà hảo tâm', 'ẩn danh'),
        fc.boolean(),
        (none, before) => {
          expect(isAnonymous(before ? `Trần Ví ${none}` : `${none} Trần Ví`)).toBe(false);
        },
      ),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isAnonymous(text) === 'boolean'));
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
  it.each<[name: string, commune: string, found: string, declared?: Declared]>([
    ['by code', '20335', '20335'],
    ['by name', 'Phường Tân Thạnh', '20335'],
    ['by name without accents', 'phuong tan thanh', '20335'],
    ['by a shortened kind', 'P. Tân Thạnh', '20335'],
    ['by code of another province', '00214', '00214'],
    ['never by a name of another province', 'Phường Trúc Bạch', 'COMMUNE_UNKNOWN'],
    ['never one of two alike', 'Phường Quang Trung', 'COMMUNE_AMBIGUOUS', { unit: '01' }],
    ['never by a code that is none', '99999', 'COMMUNE_UNKNOWN'],
    ['never by a name at the centre', 'Phường Tân Thạnh', 'COMMUNE_UNKNOWN', { unit: 'TW' }],
    ['by name within its own province, for a commune', 'Phường Tân Thạnh', '20335', { unit: '20338' }],
  ])('is found %s', (_name, commune, found, declared) => {
    const fault = found.startsWith('COMMUNE_');
    expect(used(commune, declared)).toEqual({
      communeId: fault ? undefined : found,
      rules: fault ? [found] : [],
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
