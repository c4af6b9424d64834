import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitHistory } from '#domain/units/change.ts';
import { type Folded, foldHistory } from '#domain/units/fold-history.ts';
import { calledOn, type Unit, validOn } from '#domain/units/unit.ts';
import { base, change, day, divisionDays, histories, history, registryOf } from './made-history.ts';

function folded(told: UnitHistory): Folded {
  const result = foldHistory(told);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const lives = ({ units }: Folded) =>
  units.map(({ id, name, validFrom, validTo }) => [id, name, validFrom ?? '', validTo ?? ''].join(' '));
const edges = ({ successions }: Folded) =>
  successions.map(({ from, to, extent, on }) => `${from} ${extent} ${to} ${on}`);

const OLD = base(
  '48 Thành phố Sông',
  '00001 Xã Một @48 Huyện A',
  '00002 Xã Hai @48 Huyện A',
  '00003 Xã Ba @48',
);

describe('a history that is told', () => {
  it('without changes is its oldest division', () => {
    const { units, successions } = folded(history(OLD));
    expect(successions).toEqual([]);
    expect(units).toEqual([
      { id: '48', code: '48', level: 'TINH', name: 'Thành phố Sông' },
      ...[
        ['00001', 'Xã Một', 'Huyện A'],
        ['00002', 'Xã Hai', 'Huyện A'],
        ['00003', 'Xã Ba', undefined],
      ].map(([id, name, district]) => ({
        id,
        code: id,
        level: 'XA',
        name,
        kind: 'XA',
        provinceId: '48',
        ...(district && { district }),
      })),
    ]);
  });

  it('merges, splits and keeps, with a code that is used again', () => {
    const told = folded(
      history(
        OLD,
        change(
          '2025-07-01',
          '00001>WHOLE>00001 Phường Mới @48',
          '00002>PARTIAL>00001 Phường Mới @48',
          '00002>PARTIAL>00009 Xã Chín @48',
          '00003>KEPT>00003 Phường Ba @48',
        ),
      ),
    );
    expect(lives(told)).toEqual([
      '48 Thành phố Sông  ',
      '00001 Xã Một  2025-06-30',
      '00002 Xã Hai  2025-06-30',
      '00003 Phường Ba  ',
      '00001@2025-07-01 Phường Mới 2025-07-01 ',
      '00009 Xã Chín 2025-07-01 ',
    ]);
    expect(edges(told)).toEqual([
      '00001 WHOLE 00001@2025-07-01 2025-07-01',
      '00002 PARTIAL 00001@2025-07-01 2025-07-01',
      '00002 PARTIAL 00009 2025-07-01',
    ]);
    expect(told.units.find(({ id }) => id === '00003')).toMatchObject({
      kind: 'PHUONG',
      formerNames: [{ name: 'Xã Ba', kind: 'XA', validTo: '2025-06-30' }],
    });
  });

  it('names a unit of a later change by its day, whether or not its code is new', () => {
    const told = folded(history(OLD, change('2025-07-02', '00001>WHOLE>00009 Xã Chín @48')));
    expect(told.units.map(({ id }) => id)).toEqual(['48', '00001', '00002', '00003', '00009@2025-07-02']);
  });

  it('lets codes change hands on one day', () => {
    const told = folded(
      history(OLD, change('2025-07-01', '00001>WHOLE>00002 Xã Hai @48', '00002>WHOLE>00001 Xã Một @48')),
    );
    expect(edges(told)).toEqual([
      '00001 WHOLE 00002@2025-07-01 2025-07-01',
      '00002 WHOLE 00001@2025-07-01 2025-07-01',
    ]);
  });

  it('puts communes into the province of their own day, whatever the order of rows', () => {
    const units = base('10 Tỉnh Núi', '48 Tỉnh Sông', '00001 Xã Một @10', '00002 Xã Hai @48');
    const rows = [
      '00001>WHOLE>00001 Xã Một @48',
      '00002>WHOLE>00002 Xã Hai @48',
      '10>WHOLE>48 Thành phố Sông Núi',
      '48>WHOLE>48 Thành phố Sông Núi',
    ];
    const told = folded(history(units, change('2025-07-01', ...rows)));
    const turned = folded(history(units, change('2025-07-01', ...rows.toReversed())));
    expect(lives(turned).sort()).toEqual(lives(told).sort());
    for (const id of ['00001@2025-07-01', '00002@2025-07-01']) {
      expect(told.units.find((unit) => unit.id === id)?.provinceId).toBe('48@2025-07-01');
    }
  });

  it('takes its changes by day, whatever their order', () => {
    const changes = [
      change('2026-01-01', '00009>WHOLE>00008 Xã Tám @48'),
      change('2025-07-01', '00001>WHOLE>00009 Xã Chín @48'),
    ];
    expect(lives(folded(history(OLD, ...changes)))).toEqual(
      lives(folded(history(OLD, ...changes.toReversed()))),
    );
  });

  it('keeps every name that a unit bore, with its last day', () => {
    const [unit] = folded(
      history(
        base('48 Tỉnh Sông'),
        change('2025-01-01', '48>KEPT>48 Tỉnh Sông Mới'),
        change('2025-07-01', '48>KEPT>48 Tỉnh Sông Mới'),
        change('2026-01-01', '48>KEPT>48 Thành phố Sông Mới'),
      ),
    ).units;
    expect(unit?.formerNames).toEqual([
      { name: 'Tỉnh Sông', validTo: '2024-12-31' },
      { name: 'Tỉnh Sông Mới', validTo: '2025-12-31' },
    ]);
    const named = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map(
      (on) => calledOn(unit as Unit, day(on)).name,
    );
    expect(named).toEqual(['Tỉnh Sông', 'Tỉnh Sông Mới', 'Tỉnh Sông Mới', 'Thành phố Sông Mới']);
  });

  it('ends at the first change that does not follow, with its faults', () => {
    const told = foldHistory(
      history(
        OLD,
        change('2025-07-01', '00007>WHOLE>00001 Xã @48'),
        change('2026-01-01', '00008>KEPT>00008 Xã @48'),
      ),
    );
    expect(told.ok ? [] : told.error.map(({ reason, on }) => `${on} ${reason}`)).toEqual([
      '2025-07-01 FORMER_UNKNOWN',
      '2025-07-01 TARGET_TAKEN',
      '2025-07-01 KIND_UNKNOWN',
    ]);
  });
});

describe('any history', () => {
  it('follows, as it was made to', () => {
    fc.assert(fc.property(histories, (told) => foldHistory(told).ok));
  });

  it('gives every unit an identity of its own, and no code to two units on one day', () => {
    fc.assert(
      fc.property(histories, (told) => {
        const { units } = folded(told);
        expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
        for (const on of divisionDays(told)) {
          const codes = units.filter((unit) => validOn(unit, on)).map((unit) => unit.code);
          expect(new Set(codes).size).toBe(codes.length);
        }
        const registry = registryOf(told);
        for (const unit of units) {
          const ends = registry
            .versions(unit.code)
            .map(({ validFrom = '', validTo = '9' }) => [validFrom, validTo]);
          expect(ends.flat()).toEqual(ends.flat().toSorted());
        }
      }),
    );
  });

  it('has on each day the codes and names that its rows say', () => {
    fc.assert(
      fc.property(histories, (told) => {
        const registry = registryOf(told);
        const names = new Map(told.base.map((unit) => [unit.code, unit.name]));
        const expectOn = (on: string) => {
          const units = [...registry.provinces(day(on)), ...registry.communes(day(on))];
          expect(new Map(units.map((unit) => [unit.code, calledOn(unit, day(on)).name]))).toEqual(
            new Map([...names].sort()),
          );
        };
        expectOn('2024-01-01');
        for (const { on, rows } of told.changes) {
          for (const { formerCode } of rows) if (formerCode !== undefined) names.delete(formerCode);
          for (const { code, name } of rows) names.set(code, name);
          expectOn(on);
        }
      }),
    );
  });

  it('keeps its identities when a later change is added', () => {
    fc.assert(
      fc.property(histories, (told) => {
        const before = folded({ ...told, changes: told.changes.slice(0, -1) });
        const after = new Map(folded(told).units.map((unit) => [unit.id, unit]));
        for (const { id, code, level, validFrom, provinceId, validTo } of before.units) {
          expect(after.get(id)).toMatchObject({ code, level, ...(validFrom && { validFrom }) });
          expect(after.get(id)?.provinceId).toBe(provinceId);
          if (validTo !== undefined) expect(after.get(id)?.validTo).toBe(validTo);
        }
        const edgesAfter = new Set(edges(folded(told)));
        expect(edges(before).every((edge) => edgesAfter.has(edge))).toBe(true);
      }),
    );
  });

  it('puts every commune into a province of each of its days', () => {
    fc.assert(
      fc.property(histories, (told) => {
        const { units } = folded(told);
        for (const on of divisionDays(told)) {
          const provinces = new Set(units.filter((unit) => validOn(unit, on)).map(({ id }) => id));
          for (const unit of units.filter((one) => one.level === 'XA' && validOn(one, on))) {
            expect(provinces.has(unit.provinceId as never), `${unit.id} on ${on}`).toBe(true);
          }
        }
      }),
    );
  });
});
