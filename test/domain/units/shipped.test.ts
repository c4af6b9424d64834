import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { shippedHistory, shippedRegistry } from '#domain/units/shipped.ts';
import { calledOn, type Unit } from '#domain/units/unit.ts';
import { whereabouts } from '#domain/units/whereabouts.ts';
import { code, day } from './made-history.ts';

const units = shippedRegistry();
const LAST_FORMER = day('2025-06-30');
const SINCE = day('2025-07-01');
const NOW = day('2026-11-26');

function kindsOn(on: IsoDate): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const unit of units.communes(on)) {
    const { kind = '?' } = calledOn(unit, on);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}
const onDay = (own: string, on: IsoDate): Unit => {
  const unit = units.at(code(own), on);
  if (unit === undefined) throw new Error(`no ${own} on ${on}`);
  return unit;
};
const placeOf = (own: string, from: IsoDate, to: IsoDate) => {
  const place = whereabouts(units, onDay(own, from), to);
  return 'unit' in place
    ? place.unit.id
    : `${place.undetermined} ${place.among.map(({ id }) => id).join(' ')}`;
};

describe('the shipped history', () => {
  it('has 63 provinces and 10,035 communes on the last day of the former division', () => {
    expect(units.provinces(LAST_FORMER)).toHaveLength(63);
    expect(units.communes(LAST_FORMER)).toHaveLength(10_035);
    expect(Object.keys(kindsOn(LAST_FORMER)).sort()).toEqual(['PHUONG', 'THI_TRAN', 'XA']);
  });

  it.each([
    ['2025-07-01', 34, 3321, { PHUONG: 687, XA: 2621, DAC_KHU: 13 }],
    ['2026-04-29', 34, 3321, { PHUONG: 687, XA: 2621, DAC_KHU: 13 }],
    ['2026-04-30', 34, 3321, { PHUONG: 697, XA: 2611, DAC_KHU: 13 }],
    ['2026-11-26', 34, 3321, { PHUONG: 697, XA: 2611, DAC_KHU: 13 }],
  ])('has on %s %i provinces and %i communes', (on, provinces, communes, kinds) => {
    expect(units.provinces(day(on))).toHaveLength(provinces);
    expect(units.communes(day(on))).toHaveLength(communes);
    expect(kindsOn(day(on))).toEqual(kinds);
  });

  it('changed on three days', () => {
    expect(units.changeDays).toEqual(['2025-01-01', '2025-07-01', '2026-04-30']);
    expect(shippedHistory().changes.map(({ on }) => on)).toEqual(units.changeDays);
  });

  it('lets every unit that ended lead somewhere, a split one to two or more', () => {
    for (const unit of units.all().filter(({ validTo }) => validTo !== undefined)) {
      const steps = units.successors(unit.id);
      const [only, ...others] = steps;
      expect(only, unit.id).toBeDefined();
      if (others.length === 0) expect(only?.extent, unit.id).toBe('WHOLE');
      else expect(new Set(steps.map(({ extent }) => extent)), unit.id).toEqual(new Set(['PARTIAL']));
      expect(new Set(steps.map(({ to }) => to)).size).toBe(steps.length);
      for (const { on, to, act } of steps) {
        expect(dayAfter(unit.validTo as IsoDate)).toBe(on);
        expect(units.byId(to)?.level).toBe(unit.level);
        expect(act.length).toBeGreaterThan(10);
      }
    }
  });

  it('splits some four hundred communes among at most five', () => {
    const split = units
      .communes(LAST_FORMER)
      .map(({ id }) => units.successors(id).length)
      .filter((count) => count > 1);
    expect(split.length).toBeGreaterThan(400);
    expect(split.length).toBeLessThan(480);
    expect(Math.max(...split)).toBe(5);
  });

  it('makes every new commune of something', () => {
    const made = units.communes(SINCE).filter(({ validFrom }) => validFrom === SINCE);
    const ofNothing = made.filter(({ id }) => units.predecessors(id).length === 0);
    // Districts without communes, of islands.
    expect(ofNothing.map(({ name }) => name)).toEqual(
      ['Bạch Long Vĩ', 'Cồn Cỏ', 'Hoàng Sa', 'Lý Sơn', 'Côn Đảo'].map((name) => `Đặc khu ${name}`),
    );
  });

  it('knows units by the codes of other sources', () => {
    for (const [alias, own] of shippedHistory().codeAliases) {
      expect(units.at(alias, NOW), alias).toBe(onDay(own, NOW));
    }
    expect(shippedHistory().codeAliases.size).toBeGreaterThan(0);
  });
});

/** The first day on which a unit that ended is no more. */
function dayAfter(on: IsoDate): IsoDate {
  const at = new Date(`${on}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return day(at.toISOString().slice(0, 10));
}

describe('the provinces that the present ones were made of', () => {
  const madeOf = (unit: Unit): string[] =>
    unit.validFrom === undefined
      ? [unit.code]
      : units.predecessors(unit.id).map(({ from }) => from as string);
  const present = units.provinces(SINCE);

  it('are the 63, each once', () => {
    expect(present.flatMap(madeOf).sort()).toEqual(
      units.provinces(LAST_FORMER).map((unit) => unit.code as string),
    );
  });

  it('include one of the same name, as the law kept a name for each', () => {
    const bare = (unit: Unit) => calledOn(unit, SINCE).name.replace(/^(Tỉnh|Thành phố) /, '');
    for (const unit of present) {
      expect(madeOf(unit).map((own) => bare(onDay(own, LAST_FORMER)))).toContain(bare(unit));
    }
  });

  it('are none where nothing changed, which are eleven', () => {
    const same = present.filter(({ validFrom }) => validFrom === undefined);
    expect(same).toHaveLength(11);
    expect(same.flatMap(({ id }) => units.predecessors(id))).toEqual([]);
  });

  it('are wholly in them', () => {
    for (const { id } of units.provinces(LAST_FORMER)) {
      expect(units.successors(id).every(({ extent }) => extent === 'WHOLE')).toBe(true);
    }
  });
});

describe('what people ask after', () => {
  it('Trúc Bạch is in Ba Đình, which bears its code', () => {
    expect(units.versions(code('00004')).map(({ id, name }) => [id, name])).toEqual([
      ['00004', 'Phường Trúc Bạch'],
      ['00004@2025-07-01', 'Phường Ba Đình'],
    ]);
    expect(placeOf('00004', LAST_FORMER, NOW)).toBe('00004@2025-07-01');
    expect(placeOf('00004', NOW, LAST_FORMER)).toMatch(/^MERGED 00004 00013 /);
  });

  it('Cống Vị is in two, and nobody can tell in which', () => {
    expect(placeOf('00007', LAST_FORMER, NOW)).toBe('SPLIT 00008@2025-07-01 00025@2025-07-01');
  });

  it('Phước Hòa went into An Xuân, and both into Tam Kỳ', () => {
    expect(placeOf('20338', day('2024-12-31'), day('2025-01-01'))).toBe('20347');
    expect(placeOf('20338', day('2024-12-31'), NOW)).toBe('20341@2025-07-01');
  });

  it('Đồng Nai is a city since 30 April 2026, ten of its xã are phường, and all are the same units', () => {
    const [last, first] = [day('2026-04-29'), day('2026-04-30')];
    expect(calledOn(onDay('75', last), last).name).toBe('Tỉnh Đồng Nai');
    expect(calledOn(onDay('75', first), first).name).toBe('Thành phố Đồng Nai');
    expect(onDay('75', first)).toBe(onDay('75', last));
    expect(calledOn(onDay('75', LAST_FORMER), LAST_FORMER).name).toBe('Tỉnh Đồng Nai');
    const renamed = units.communes(first).filter(({ formerNames }) => formerNames !== undefined);
    expect(renamed).toHaveLength(10);
    for (const unit of renamed) {
      expect(unit.provinceId).toBe('75@2025-07-01');
      expect(calledOn(unit, last)).toMatchObject({ kind: 'XA', name: unit.name.replace('Phường', 'Xã') });
      expect(calledOn(unit, first)).toMatchObject({ kind: 'PHUONG' });
      expect(placeOf(unit.code, last, first)).toBe(unit.id);
      const found = (name: string, on: IsoDate) =>
        units.communesByName(name, unit.provinceId as never, on).map(({ id }) => id);
      expect(found(unit.name, first)).toEqual([unit.id]);
      expect(found(unit.name, last)).toEqual([]);
      expect(found(unit.name.replace('Phường', 'Xã'), last)).toEqual([unit.id]);
    }
  });
});
