import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import type { UnitRegistry } from '#domain/units/unit.ts';
import { CommuneArea } from '#domain/validate/commune-area.ts';
import { base, change, code, day, history, registryOf } from '#test/domain/units/made-history.ts';
import { finderOf, told } from './told.ts';

/** Two provinces of 2024, one of them taken in by the other in 2025, which takes in a third one in 2027. */
const OLD = base(
  '10 Tỉnh Núi',
  '20 Tỉnh Sông',
  '30 Tỉnh Biển',
  '00001 Xã Một @10 Huyện Cao',
  '00002 Xã Hai @10 Huyện Cao',
  '00003 Xã Ba @20 Huyện Thấp',
  '00004 Xã Bốn @30 Huyện Xa',
);
const IN_2025 = change(
  '2025-07-01',
  '10>WHOLE>20 Tỉnh Sông Núi',
  '20>WHOLE>20 Tỉnh Sông Núi',
  '00001>WHOLE>00001 Phường Mới @20',
  '00002>PARTIAL>00001 Phường Mới @20',
  '00002>PARTIAL>00003 Xã Ba @20',
  '00003>WHOLE>00003 Xã Ba @20',
);
const IN_2027 = change(
  '2027-01-01',
  '20>KEPT>20 Thành phố Sông Núi',
  '30>WHOLE>20 Thành phố Sông Núi',
  '00004>WHOLE>00004 Xã Bốn @20',
  '00001>WHOLE>00003 Phường Ba @20',
  '00003>KEPT>00003 Phường Ba @20',
);
const shipped = history(OLD, IN_2025);
const registry = registryOf(shipped, [
  { id: 'a', receivedAt: '2026-12-01T00:00:00.000Z' as never, changes: [IN_2027] },
]);
const [BEFORE, BETWEEN, NOW] = ['2024-09-01', '2026-09-01', '2027-02-01'].map(day) as [
  IsoDate,
  IsoDate,
  IsoDate,
];

const areaOf = (holder: string, on: IsoDate, of: UnitRegistry = registry) =>
  new CommuneArea(of, of.at(code(holder), on));
const look = (holder: string, on: IsoDate, text: string) =>
  told(finderOf(registry, holder, on).look(text, on));

describe('the provinces of a holder', () => {
  it.each([
    ['20', NOW, BEFORE, NOW, ['10', '20', '30']],
    ['20', NOW, BETWEEN, NOW, ['20@2025-07-01', '30']],
    ['20', NOW, NOW, NOW, ['20@2025-07-01']],
    // The one that it took in later is none of its own before.
    ['20', NOW, BEFORE, BETWEEN, ['10', '20']],
    ['20', NOW, BETWEEN, BETWEEN, ['20@2025-07-01']],
    ['20', NOW, BEFORE, BEFORE, ['10', '20']],
    ['20', BEFORE, BEFORE, BEFORE, ['20']],
    ['20', BEFORE, NOW, BEFORE, ['20@2025-07-01']],
    ['10', BEFORE, BETWEEN, BEFORE, ['20@2025-07-01']],
    ['10', BEFORE, BETWEEN, BETWEEN, ['20@2025-07-01']],
    ['10', BEFORE, BEFORE, NOW, ['10', '20', '30']],
    ['30', BEFORE, NOW, NOW, ['20@2025-07-01']],
    ['30', BEFORE, BETWEEN, BEFORE, ['30']],
    ['00003', NOW, BETWEEN, NOW, ['20@2025-07-01', '30']],
    ['TW', NOW, NOW, NOW, []],
  ])('%s of %s on %s, seen from %s, are %j', (holder, on, date, seenFrom, wanted) => {
    expect(areaOf(holder, on).provinces(date, seenFrom)).toEqual(wanted);
  });

  it('are where it went when it ended, whatever it gave away before', () => {
    const gave = registryOf(
      history(
        OLD,
        change('2025-01-01', '10>KEPT>10 Tỉnh Núi', '10>PARTIAL>40 Tỉnh Đảo'),
        change(
          '2025-07-01',
          '10>WHOLE>20 Tỉnh Sông',
          '20>KEPT>20 Tỉnh Sông',
          '00001>WHOLE>00001 Xã Một @20',
          '00002>WHOLE>00002 Xã Hai @20',
        ),
      ),
    );
    expect(areaOf('10', BEFORE, gave).provinces(NOW)).toEqual(['20']);
    expect(areaOf('20', NOW, gave).provinces(BEFORE, NOW)).toEqual(['10', '20']);
  });

  it('end with two provinces that gave parts to each other', () => {
    const gave = registryOf(
      history(
        OLD,
        change('2025-01-01', '10>KEPT>10 Tỉnh Núi', '20>KEPT>20 Tỉnh Sông', '10>PARTIAL>20 Tỉnh Sông'),
        change('2025-07-01', '10>KEPT>10 Tỉnh Núi', '20>KEPT>20 Tỉnh Sông', '20>PARTIAL>10 Tỉnh Núi'),
      ),
    );
    expect(areaOf('10', NOW, gave).provinces(BEFORE, NOW)).toEqual(['10', '20']);
    expect(areaOf('20', NOW, gave).provinces(day('2025-03-01'), NOW)).toEqual(['20']);
  });
});

describe('the divisions before and after a day', () => {
  it.each([
    [BEFORE, [], ['2025-07-01', '2027-01-01']],
    [BETWEEN, ['2025-06-30'], ['2025-06-30', '2027-01-01']],
    [day('2026-12-31'), ['2025-06-30'], ['2025-06-30', '2027-01-01']],
    [NOW, ['2026-12-31', '2025-06-30'], ['2026-12-31', '2025-06-30']],
    [day('2025-07-01'), ['2025-06-30'], ['2025-06-30', '2027-01-01']],
    [day('2025-06-30'), [], ['2025-07-01', '2027-01-01']],
  ])('%s', (on, former, others) => {
    expect(areaOf('20', NOW).formerDays(on)).toEqual(former);
    expect(areaOf('20', NOW).otherDays(on)).toEqual(others);
  });
});

describe('provinces by name', () => {
  it.each([
    ['nui', BEFORE, '10'],
    ['nui', BETWEEN, '20@2025-07-01'],
    ['song nui', BETWEEN, '20@2025-07-01'],
    ['bien', BETWEEN, '30'],
    ['bien', NOW, '20@2025-07-01'],
    // Nobody can tell which of three it was.
    ['song nui', BEFORE, undefined],
    ['dau', NOW, undefined],
  ])('%s on %s is %s', (key, on, wanted) => {
    expect(areaOf('20', NOW).provinceNamed([key], on)).toBe(wanted);
  });
});

describe('a change that was imported', () => {
  it.each([
    [
      'Phường Mới',
      'on another day: Phường Mới (00001), từ 01/07/2025 đến 31/12/2026, nay là Phường Ba (00003) → Phường Ba',
    ],
    ['Phường Mới cũ', '00001@2025-07-01'],
    [
      'Xã Ba',
      'on another day: Xã Ba (00003), từ 01/07/2025 đến 31/12/2026, nay là Phường Ba (00003); Xã Ba, Huyện Thấp (00003), đến 30/06/2025, nay là Phường Ba (00003) → Phường Ba',
    ],
    ['Xã Ba cũ', '00003@2025-07-01'],
    ['Ba cũ', '00003'],
    ['Xã Ba cũ, huyện Thấp', '00003'],
    ['Xã Hai cũ', '00002'],
    ['Phường Mới cũ, huyện Cao', '00001@2025-07-01'],
    ['xa ba cu', '00003@2025-07-01'],
    [
      'Xã Hai',
      'on another day: Xã Hai, Huyện Cao (00002), đến 30/06/2025, nay thuộc Phường Ba (00003) → Xã Hai cũ',
    ],
    ['Xã Bốn', '00004@2027-01-01'],
    ['Xã Bốn cũ, huyện Xa', '00004'],
    [
      '00001',
      'on another day: Xã Một, Huyện Cao (00001), đến 30/06/2025, nay là Phường Ba (00003); Phường Mới (00001), từ 01/07/2025 đến 31/12/2026, nay là Phường Ba (00003) → Phường Ba',
    ],
    ['Tỉnh Biển', 'province: Tỉnh Biển (30), nay là Thành phố Sông Núi (20) of 2, such as Xã Bốn (00004)'],
    ['Tỉnh Sông Núi', 'province: Thành phố Sông Núi (20) of 2, such as Phường Ba (00003)'],
  ])('is looked back beyond: %j is %s', (text, found) => {
    expect(look('20', NOW, text)).toBe(found);
  });

  it('is told apart by accents, unless there are none', () => {
    const of = registryOf(
      history(
        base('20 Tỉnh Sông', '00001 Xã Ba @20', '00002 Xã Hai @20'),
        change('2025-07-01', '00001>WHOLE>00001 Xã Bốn @20', '00002>WHOLE>00002 Xã Bà @20'),
      ),
    );
    const find = (text: string) => told(finderOf(of, '20', BETWEEN).look(text, BETWEEN));
    expect(find('Xã Ba')).toMatch(/^on another day: Xã Ba/);
    expect(find('xa ba')).toBe('00002@2025-07-01');
  });

  it('is looked for among twenty thousand names of a book, and then no more', () => {
    const finder = finderOf(registry, '20', NOW);
    for (let i = 0; i < 20_000; i += 1) finder.look(`Xã ${i}`, NOW);
    expect(told(finder.look('Phường Mới', NOW))).toBe('unknown');
    expect(told(finder.look('Phường Mới cũ', NOW))).toBe('00001@2025-07-01');
  });

  it('is looked forward to', () => {
    expect(look('20', BETWEEN, 'Phường Ba')).toBe(
      'on another day: Phường Ba (00003), từ 01/01/2027, trước là Xã Ba (00003) → Xã Ba',
    );
    expect(look('20', BETWEEN, 'Xã Bốn')).toBe('unknown');
  });

  it('has a split commune that is in one again lead to no suggestion of that one', () => {
    expect(look('20', BETWEEN, 'Xã Hai')).toBe(
      'on another day: Xã Hai, Huyện Cao (00002), đến 30/06/2025, nay thuộc Phường Mới (00001), Xã Ba (00003) → Xã Hai cũ',
    );
  });
});
