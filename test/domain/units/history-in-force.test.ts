import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/date.ts';
import type { UnitChange } from '#domain/units/change.ts';
import { historyInForce, type UnitImport, withChanges } from '#domain/units/history-in-force.ts';
import { makeRegistry } from '#domain/units/registry.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { base, change, code, day, history } from './made-history.ts';

const SHIPPED = history(
  base('48 Tỉnh Sông', '00001 Xã Một @48', '00002 Xã Hai @48', '00003 Xã Ba @48'),
  change('2025-07-01', '00001>WHOLE>00001 Phường Một @48'),
);
const handedIn = (id: string, at: string, ...changes: UnitChange[]): UnitImport => ({
  id,
  receivedAt: at as Instant,
  changes,
});
const inForce = (...imports: UnitImport[]) => historyInForce(SHIPPED, imports);
const daysOf = (...imports: UnitImport[]) => inForce(...imports).history.changes.map(({ on }) => on);

const MERGE = change('2026-01-01', '00002>WHOLE>00009 Xã Chín @48', '00003>WHOLE>00009 Xã Chín @48');
const RENAME = change('2027-01-01', '00009>KEPT>00009 Phường Chín @48');
const OTHER = change('2026-01-01', '00002>WHOLE>00007 Xã Bảy @48');

describe('the history in force', () => {
  it('is the shipped one where nothing was handed in', () => {
    const { history: told, importedAt, retired } = inForce();
    expect(told).toBe(SHIPPED);
    expect(importedAt).toBeUndefined();
    expect(retired).toEqual([]);
  });

  it('has every import that follows, and is as of the last of them', () => {
    const both = inForce(
      handedIn('a', '2026-02-01T00:00:00.000Z', MERGE),
      handedIn('b', '2027-02-01T00:00:00.000Z', RENAME),
    );
    expect(both.history.changes.map(({ on }) => on).sort()).toEqual([
      '2025-07-01',
      '2026-01-01',
      '2027-01-01',
    ]);
    expect(both.importedAt).toBe('2027-02-01T00:00:00.000Z');
    expect(makeRegistry(both).changeDays).toEqual(['2025-07-01', '2026-01-01', '2027-01-01']);
  });

  it('leaves out one that does not follow from those before it', () => {
    const early = handedIn('a', '2026-01-01T00:00:00.000Z', RENAME);
    const late = handedIn('b', '2027-02-01T00:00:00.000Z', MERGE);
    expect(daysOf(early, late)).toEqual(['2025-07-01', '2026-01-01']);
    expect(inForce(early).importedAt).toBeUndefined();
  });

  it('leaves out all of one of which a part does not follow', () => {
    const unknown = change('2028-01-01', '00099>WHOLE>00009 Xã Chín @48');
    expect(daysOf(handedIn('a', '2026-02-01T00:00:00.000Z', MERGE, unknown))).toEqual(['2025-07-01']);
  });

  it('leaves out one that would take the ground from under a later day', () => {
    const first = handedIn('a', '2026-02-01T00:00:00.000Z', MERGE, RENAME);
    const second = handedIn('b', '2026-03-01T00:00:00.000Z', OTHER);
    expect(inForce(first, second)).toEqual({ ...inForce(first), leftOut: ['b'] });
  });

  it('has the whole day anew where a day is handed in again, the shipped ones too', () => {
    const registry = makeRegistry(
      inForce(
        handedIn('a', '2026-02-01T00:00:00.000Z', MERGE),
        handedIn('b', '2026-03-01T00:00:00.000Z', OTHER),
        handedIn('c', '2026-03-02T00:00:00.000Z', change('2025-07-01', '00001>KEPT>00001 Phường Một @48')),
      ),
    );
    const now = day('2026-06-01');
    expect(registry.communes(now).map(({ id }) => id)).toEqual(['00001', '00003', '00007@2026-01-01']);
  });

  it('takes two by when they were handed in, whatever their names', () => {
    const [first, second] = [
      handedIn('z', '2026-02-01T00:00:00.000Z', MERGE),
      handedIn('a', '2026-02-01T00:00:00.001Z', OTHER),
    ];
    expect(inForce(second, first).history.changes.at(-1)).toBe(OTHER);
  });

  it('takes two that were handed in at one moment by their names', () => {
    const at = '2026-02-01T00:00:00.000Z';
    const [a, b] = [handedIn('a', at, MERGE), handedIn('b', at, OTHER)];
    expect(inForce(b, a)).toEqual(inForce(a, b));
    expect(inForce(a, b).history.changes.at(-1)).toBe(OTHER);
  });

  it('is the same for every order of its imports', () => {
    const changes = [
      [MERGE],
      [RENAME],
      [OTHER],
      [MERGE, RENAME],
      [change('2025-07-01', '00001>KEPT>00001 Phường Một @48')],
      [change('2026-06-01', '00007>KEPT>00007 Phường Bảy @48')],
    ];
    const imports = fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...'abcdefgh'), nth: fc.nat(5), hour: fc.nat(3) }),
      { selector: ({ id }) => id, maxLength: 6 },
    );
    fc.assert(
      fc.property(imports, fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }), (list, order) => {
        const all = list.map(({ id, nth, hour }) =>
          handedIn(id, `2026-02-01T0${hour}:00:00.000Z`, ...(changes[nth] ?? [])),
        );
        const turned = all
          .map((one, i) => ({ one, at: order[i] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(inForce(...turned)).toEqual(inForce(...all));
      }),
    );
  });

  it('of a broken shipped history is a bug', () => {
    expect(() => historyInForce(history([], MERGE), [])).toThrow('the shipped history of units breaks');
  });
});

describe('a unit that a correction took back', () => {
  const first = handedIn('a', '2026-02-01T00:00:00.000Z', MERGE);
  const second = handedIn('b', '2026-03-01T00:00:00.000Z', OTHER);
  const third = handedIn('c', '2026-04-01T00:00:00.000Z', MERGE);
  const id = '00009@2026-01-01' as UnitId;

  it('stays known by its identity, and is there on no day and in no list', () => {
    const registry = makeRegistry(inForce(first, second));
    expect(registry.byId(id)).toMatchObject({
      name: 'Xã Chín',
      validFrom: '2026-01-01',
      validTo: '1900-01-01',
      withdrawn: true,
    });
    expect(registry.versions(code('00009'))).toEqual([]);
    for (const on of ['2025-12-31', '2026-01-01', '2026-06-01']) {
      expect(registry.at(code('00009'), day(on))).toBeUndefined();
      expect(registry.communes(day(on)).some((unit) => unit.id === id)).toBe(false);
    }
    expect(registry.all().some((unit) => unit.id === id)).toBe(false);
    expect(registry.successors(id)).toEqual([]);
    expect(registry.communesByName('Xã Chín', '48' as UnitId, day('2026-06-01'))).toEqual([]);
  });

  it('lives again when it is told of again, and is retired once', () => {
    const { retired } = inForce(first, second, third);
    expect(retired.map((unit) => unit.id)).toEqual(['00007@2026-01-01']);
    expect(makeRegistry(inForce(first, second, third)).byId(id)?.validTo).toBeUndefined();
    const fourth = handedIn('d', '2026-05-01T00:00:00.000Z', OTHER);
    expect(inForce(first, second, third, fourth).retired.map((unit) => unit.id)).toEqual([id]);
  });
});

describe('one more list of changes', () => {
  it('is refused with everything that does not follow, and changes nothing', () => {
    const refused = withChanges(inForce(), [
      change('2026-01-01', '00098>WHOLE>00009 Chín @48', '00099>KEPT>00099 Xã @12'),
    ]);
    expect(refused.ok ? [] : refused.error.map(({ reason, row }) => `${reason} ${row}`)).toEqual([
      'FORMER_UNKNOWN 0',
      'KIND_UNKNOWN 0',
      'FORMER_UNKNOWN 1',
      'KIND_UNKNOWN 1',
      'PROVINCE_UNKNOWN 1',
    ]);
  });

  it('may tell of days before those that are known', () => {
    const told = withChanges(inForce(), [change('2024-01-01', '00002>KEPT>00002 Phường Hai @48')]);
    expect(told.ok && makeRegistry(told.value).changeDays).toEqual(['2024-01-01', '2025-07-01']);
  });
});
