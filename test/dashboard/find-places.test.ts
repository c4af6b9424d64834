import { describe, expect, test } from 'vitest';
import { findPlaces, type Hit, MAX_HITS } from '#dashboard/src/search/find.ts';
import { moved } from '#dashboard/src/search/keys.ts';
import { placeIndex } from '#dashboard/src/search/place-index.ts';
import { hitText, searchText } from '#dashboard/src/search/said.ts';
import type { IsoDate } from '#domain/date.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { TAM_KY } from './support/through-time.ts';

const registry = shippedRegistry();
const TODAY = '2026-11-26' as IsoDate;
const index = placeIndex(registry, TODAY);
const find = (text: string) => findPlaces(index, text);
const ids = (text: string) => find(text).hits.map(({ unit }) => unit.id);
const text = (hit: Hit | undefined) => {
  if (hit === undefined) return undefined;
  const { name, note } = hitText(hit);
  return `${name}, ${note}`;
};
const first = (typed: string) => text(find(typed).hits[0]);

const BAN_THACH = 'Phường Bàn Thạch (trước đây: Xã Tam Thăng, Thành phố Tam Kỳ), Thành phố Đà Nẵng';
const TAM_KY_NOW = 'Phường Tam Kỳ (trước đây: Phường An Mỹ, Thành phố Tam Kỳ), Thành phố Đà Nẵng';

describe('the first answer', () => {
  test.each([
    // By a present name, by a former one; with accents, without, in either fashion; with and without the kind.
    ['phường tam kỳ', 'Phường Tam Kỳ, Thành phố Đà Nẵng'],
    ['TAM KỲ', 'Phường Tam Kỳ, Thành phố Đà Nẵng'],
    ['xã tam thăng', BAN_THACH],
    ['xa tam thang', BAN_THACH],
    ['tam thăng', BAN_THACH],
    ['x. tam thăng', BAN_THACH],
    ['p. an mỹ', TAM_KY_NOW],
    ['p.an mỹ', TAM_KY_NOW],
    ['phuong an my', TAM_KY_NOW],
    ['hoà hương', 'Phường Hương Trà (trước đây: Phường Hòa Hương, Thành phố Tam Kỳ), Thành phố Đà Nẵng'],
    ['hòa hương', 'Phường Hương Trà (trước đây: Phường Hòa Hương, Thành phố Tam Kỳ), Thành phố Đà Nẵng'],
    // A spelling that was taken apart (NFD), as some phones type it.
    ['xã tam thăng'.normalize('NFD'), BAN_THACH],
    // With the district or the province, then or now, in any order.
    ['tam thăng tam kỳ', BAN_THACH],
    ['tam kỳ tam thăng', BAN_THACH],
    ['an mỹ quảng nam', TAM_KY_NOW],
    ['an mỹ đà nẵng', TAM_KY_NOW],
    ['an my tp tam ky', TAM_KY_NOW],
    ['phường tam kỳ quảng nam', 'Phường Tam Kỳ, Thành phố Đà Nẵng'],
    // By several steps of history.
    ['phước hòa tam kỳ', 'Phường Tam Kỳ (trước đây: Phường Phước Hòa, Thành phố Tam Kỳ), Thành phố Đà Nẵng'],
    // As English texts write it.
    ['Tam Ky Ward', 'Phường Tam Kỳ, Thành phố Đà Nẵng'],
    ['Da Nang City', 'Thành phố Đà Nẵng, '],
    ['Bach Long Vi Special Zone', 'Đặc khu Bạch Long Vĩ, Thành phố Hải Phòng'],
    // Provinces.
    ['quảng nam', 'Thành phố Đà Nẵng (trước đây: Tỉnh Quảng Nam), '],
    ['ha noi', 'Thành phố Hà Nội, '],
    ['đồng nai', 'Thành phố Đồng Nai, '],
    ['tỉnh đồng nai', 'Thành phố Đồng Nai (trước đây: Tỉnh Đồng Nai), '],
    // A name that begins like a kind.
    ['xa dung', 'Xã Xa Dung, Tỉnh Điện Biên'],
    // Short forms, numbers, apostrophes.
    ['p1 phú nhuận', 'Phường Cầu Kiệu (trước đây: Phường 1, Quận Phú Nhuận), Thành phố Hồ Chí Minh'],
    [
      'phường 01 quận phú nhuận',
      'Phường Cầu Kiệu (trước đây: Phường 1, Quận Phú Nhuận), Thành phố Hồ Chí Minh',
    ],
    ['ea hleo', 'Xã Ea H’Leo, Tỉnh Đắk Lắk'],
    ['tt ea drăng', "Xã Ea Drăng (trước đây: Thị trấn Ea Drăng, Huyện Ea H'leo), Tỉnh Đắk Lắk"],
  ])('%s', (typed, expected) => {
    expect(first(typed)).toBe(expected);
  });

  test.each(['mĩ an', 'my an', 'mỹ an'])('%s: i and y are two fashions of one sound', (typed) => {
    expect(first(typed)).toBe('Xã Mỹ An, Tỉnh Tây Ninh');
  });
});

describe('which come first', () => {
  const order = (typed: string, ...names: string[]) => {
    const found = find(typed).hits.map((hit) => hit.formerly?.split(',')[0] ?? hit.unit.name);
    return names.map((name) => found.indexOf(name));
  };

  test('the spelling with accents before others', () => {
    expect(first('tâm thắng')).toContain('Xã Tâm Thắng');
    expect(first('tam thắng')).toContain('Phường Tam Thắng');
    expect(first('tam thăng')).toContain('Xã Tam Thăng');
  });

  test('who types no accents means none by it', () => {
    expect(first('my an')).toContain('Mỹ An');
    expect(first('tam thanh')).toMatch(/ Tam Thanh,/);
  });

  test('the whole name before one that only begins so', () => {
    const [whole, longer] = order('ba đình', 'Phường Ba Đình', 'Xã Ba Đình');
    expect([whole, longer]).toEqual([0, 1]);
    expect(first('an phú')).toMatch(/^(Phường|Xã) An Phú,/);
  });

  test('present units before former ones of the same name, and one place once', () => {
    const found = find('ngọc hà').hits;
    expect(found.slice(0, 2).map(({ unit }) => unit.id)).toEqual(['00008@2025-07-01', '00016']);
    expect(new Set(found.map(({ unit }) => unit.id)).size).toBe(found.length);
  });

  test('a tone that is not typed yet does not cost its place', () => {
    // "thăn" on the way to "thăng" and to "thẳng"; a wrong tone is another word.
    const [level, high, other] = order('tam thăn', 'Xã Tam Thăng', 'Phường Tam Thắng', 'Xã Tâm Thắng');
    expect([level, high].toSorted()).toEqual([0, 1]);
    expect(other).toBeGreaterThan(1);
  });
});

describe('what is found', () => {
  test('every word must begin a word of the place', () => {
    expect(ids('am thang')).not.toContain('20335@2025-07-01');
    expect(find('tam thăng hà nội').hits).toEqual([]);
    expect(find('xã an mỹ quảng nam').hits.map((hit) => hit.formerly)).not.toContain(
      'Phường An Mỹ, Thành phố Tam Kỳ',
    );
  });

  test('words of the province alone find no communes; of the district, those that lay there', () => {
    expect(find('đà nẵng').hits[0]?.unit.id).toBe('48@2025-07-01');
    expect(ids('đà nẵng')).not.toContain('20341@2025-07-01');
    const inTamKy = ids('thành phố tam kỳ');
    for (const id of ['20335@2025-07-01', '20341@2025-07-01', '20350@2025-07-01', '20356@2025-07-01'])
      expect(inTamKy).toContain(id);
  });

  test('a unit that was divided is found itself; one that went whole only by its code', () => {
    expect(ids('cống vị')[0]).toBe('00007');
    expect(ids('tam thăng')).not.toContain('20362');
    expect(ids('20362')).toEqual(['20362']);
    expect(text(find('20362').hits[0])).toBe(
      'Xã Tam Thăng, Thành phố Tam Kỳ, Tỉnh Quảng Nam, đơn vị cũ, đến hết 30/06/2025',
    );
  });

  test('a code finds its bearer of today, then the earlier ones', () => {
    expect(ids('20341')).toEqual(['20341@2025-07-01', '20341']);
    expect(ids('00004')).toEqual(['00004@2025-07-01', '00004']);
    expect(ids('49')).toEqual(['49']);
    expect(ids('48')).toEqual(['48@2025-07-01', '48']);
    expect(ids('99999')).toEqual([]);
  });

  test('each of the thirteen of Tam Kỳ leads to its phường of today', () => {
    for (const [code, now] of Object.entries(TAM_KY)) {
      const former = registry.byId(code as never);
      const hit = find(`${former?.name} ${former?.district} Quảng Nam`).hits[0];
      expect([code, hit?.unit.name, hit?.unit.validTo]).toEqual([code, now, undefined]);
    }
  });

  test('every unit there is or was is found by its full name with district and province', () => {
    const lost = registry
      .all()
      .filter(({ level }) => level === 'XA')
      .filter((_, at) => at % 37 === 0)
      .filter((unit) => {
        const province = registry.byId(unit.provinceId ?? unit.id)?.name;
        const { hits, more } = find([unit.name, unit.district ?? '', province].join(' '));
        const holder = unit.validTo === undefined ? [unit.id] : lands(unit.id);
        return more === 0 && !hits.some((hit) => holder.includes(hit.unit.id));
      });
    expect(lost).toEqual([]);
  });

  test('no more than fit, and how many are left', () => {
    const { hits, more } = find('an');
    expect(hits).toHaveLength(MAX_HITS);
    expect(more).toBeGreaterThan(100);
    expect(searchText('ready', { hits, more })).toMatch(/^20 kết quả; còn \d+ kết quả, gõ thêm tên tỉnh\.$/);
  });

  test.each(['', ' ', 'a', '.', '(', 'x.', '%', '\\'])('“%s” is too little', (typed) => {
    expect(find(typed)).toEqual({ hits: [], more: 0, tooShort: true });
  });

  test.each(['constructor', '__proto__', 'zzzz', 'tam '.repeat(200), '<b>an</b> mỹ'])(
    '“%s” does no harm',
    (typed) => {
      expect(find(typed).hits.length).toBeLessThanOrEqual(MAX_HITS);
    },
  );
});

/** Units that one ended in, by every path. */
function lands(id: string): string[] {
  const next = registry.successors(id as never);
  return [id, ...next.flatMap(({ to }) => lands(to))];
}

test('any search is answered quickly', () => {
  const typed = ['th', 'an', 'xã', 'phường', 'thành phố', 'tam thăng tam kỳ', 'p n t h m', 'phuong 1 quan 1'];
  const worst = Math.max(
    ...typed.map((one) => {
      find(one);
      const runs = Array.from({ length: 5 }, () => {
        const before = performance.now();
        find(one);
        return performance.now() - before;
      });
      return Math.min(...runs);
    }),
  );
  // Far from it where nothing else runs: a search that looks at all units anew at every step takes longer.
  expect(worst).toBeLessThan(200);
});

test('keys move through the list and around its ends; in the text Home and End are the text’s', () => {
  expect(moved('ArrowDown', -1, 3)).toBe(0);
  expect(moved('ArrowDown', 2, 3)).toBe(0);
  expect(moved('ArrowUp', 0, 3)).toBe(2);
  expect(moved('ArrowUp', -1, 3)).toBe(2);
  expect(moved('Home', 2, 3)).toBe(0);
  expect(moved('End', 0, 3)).toBe(2);
  expect(moved('Home', -1, 3)).toBeUndefined();
  expect(moved('ArrowDown', -1, 0)).toBeUndefined();
  expect(moved('a', 1, 3)).toBeUndefined();
});

test('what is said of the search', () => {
  expect(searchText('untouched', undefined)).toBe('');
  expect(searchText('loading', undefined)).toBe('Đang tải danh mục…');
  expect(searchText({ kind: 'offline' }, undefined)).toContain('kiểm tra mạng');
  expect(searchText('ready', find('zzzz'))).toContain('Không có');
  expect(searchText('ready', find('20362'))).toBe('1 kết quả.');
});
