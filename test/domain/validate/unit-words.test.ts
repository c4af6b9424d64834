import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import type { Unit } from '#domain/units/unit.ts';
import { dayIn, fateOf, lifeOf, listed, nameAndCode, nameInFull } from '#domain/validate/unit-words.ts';
import { base, change, code, day, history, registryOf } from '#test/domain/units/made-history.ts';

const registry = registryOf(
  history(
    base('48 Tỉnh Sông', '00001 Xã Một @48 Huyện Cao', '00002 Xã Hai @48', '00003 Xã Ba @48'),
    change(
      '2025-07-01',
      '48>KEPT>48 Tỉnh Lớn',
      '00001>WHOLE>00001 Xã Mới @48',
      '00002>WHOLE>00001 Xã Mới @48',
    ),
    change('2025-12-31', '00003>KEPT>00003 Phường Ba @48'),
    change('2026-01-01', '48>KEPT>48 Thành phố Lớn', '00001>KEPT>00001 Phường Mới @48'),
  ),
);
const unitOn = (own: string, on: string): Unit => {
  const unit = registry.at(code(own), day(on));
  if (unit === undefined) throw new Error(own);
  return unit;
};
const BEFORE = day('2025-01-01');
const NOW = day('2026-06-01');

describe('a unit in words', () => {
  it('is called as on the day, with its code, and with its district', () => {
    expect(nameAndCode(unitOn('48', NOW), BEFORE)).toBe('Tỉnh Sông (48)');
    expect(nameAndCode(unitOn('48', NOW), NOW)).toBe('Thành phố Lớn (48)');
    expect(nameInFull(unitOn('00001', BEFORE), BEFORE)).toBe('Xã Một, Huyện Cao (00001)');
    expect(nameInFull(unitOn('00001', NOW), NOW)).toBe('Phường Mới (00001)');
  });

  it.each<[own: string, on: string, life: string]>([
    ['48', '2025-01-01', 'đến 30/06/2025'],
    ['48', '2025-08-01', 'từ 01/07/2025 đến 31/12/2025'],
    ['48', '2026-06-01', 'từ 01/01/2026'],
    ['00001', '2025-01-01', 'đến 30/06/2025'],
    ['00001', '2025-08-01', 'từ 01/07/2025 đến 31/12/2025'],
    ['00003', '2025-08-01', 'đến 30/12/2025'],
    ['00003', '2026-01-01', 'từ 31/12/2025'],
  ])('%s has the life of its name of %s: %s', (own, on, life) => {
    expect(lifeOf(registry, unitOn(own, on), day(on))).toBe(life);
  });

  it('has no life to tell where it was always called so', () => {
    const always = registryOf(history(base('48 Tỉnh Sông')));
    expect(lifeOf(always, always.at(code('48'), NOW) as Unit, NOW)).toBe('');
  });

  it.each<[own: string, from: IsoDate, to: IsoDate, fate: string]>([
    ['48', BEFORE, NOW, 'nay là Thành phố Lớn (48)'],
    ['48', NOW, BEFORE, 'trước là Tỉnh Sông (48)'],
    ['48', NOW, NOW, ''],
    ['00002', BEFORE, NOW, 'nay là Phường Mới (00001)'],
    ['00002', BEFORE, day('2025-08-01'), 'nay là Xã Mới (00001)'],
    ['00001', NOW, BEFORE, 'lập từ Xã Một (00001), Xã Hai (00002)'],
    ['00001', NOW, day('2025-08-01'), 'trước là Xã Mới (00001)'],
  ])('%s of %s on %s: %j', (own, from, to, fate) => {
    expect(fateOf(registry, unitOn(own, from), from, to)).toBe(fate);
  });

  it('is asked after by a day no later than its last', () => {
    expect(dayIn(unitOn('00002', BEFORE), NOW)).toBe('2025-06-30');
    expect(dayIn(unitOn('00001', NOW), NOW)).toBe(NOW);
  });
});

describe('a list', () => {
  it('says that there are more', () => {
    expect(listed(['a', 'b'], '; ', 2)).toBe('a; b');
    expect(listed(['a', 'b', 'c'], '; ', 2)).toBe('a; b; …');
    expect(listed([], '; ', 2)).toBe('');
  });
});
