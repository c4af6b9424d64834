import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import type { UnitHistory } from '#domain/units/change.ts';
import { type Unit, type UnitCode, type UnitRegistry, validOn } from '#domain/units/unit.ts';
import { provinceOfWhereabouts, type Whereabouts, whereabouts } from '#domain/units/whereabouts.ts';
import { base, change, code, day, divisionDays, histories, history, registryOf } from './made-history.ts';

const OLD = base('10 Tỉnh Núi', '48 Tỉnh Sông', '00001 Xã Một @48', '00002 Xã Hai @48', '00003 Xã Ba @10');
const NEW = change(
  '2025-07-01',
  '10>WHOLE>48 Thành phố Sông Núi',
  '48>WHOLE>48 Thành phố Sông Núi',
  '00001>WHOLE>00001 Phường Một @48',
  '00002>PARTIAL>00001 Phường Một @48',
  '00002>PARTIAL>00009 Xã Chín @48',
  '00003>WHOLE>00003 Xã Ba @48',
);
const LATER = change('2026-01-01', '00009>WHOLE>00001 Phường Một @48', '00001>KEPT>00001 Phường Một @48');
const registry = registryOf(history(OLD, NEW, LATER));
const BEFORE = day('2025-06-30');
const BETWEEN = day('2025-08-01');
const NOW = day('2026-02-01');

function unitOf(told: UnitRegistry, own: string, on: IsoDate): Unit {
  const unit = told.at(code(own), on);
  if (unit === undefined) throw new Error(`no ${own} on ${on}`);
  return unit;
}
const told = (place: Whereabouts): string =>
  'unit' in place
    ? place.unit.id
    : `${place.undetermined} ${place.among.map(({ id }) => id).join(' ')}`.trim();

describe('where a unit is on another day', () => {
  it.each<[what: string, own: string, on: IsoDate, to: IsoDate, found: string]>([
    ['itself, while it is there', '00001', BEFORE, day('2020-01-01'), '00001'],
    ['what it went into wholly', '00001', BEFORE, BETWEEN, '00001@2025-07-01'],
    ['through every later step', '00003', BEFORE, NOW, '00003@2025-07-01'],
    ['nobody can tell of a split one', '00002', BEFORE, BETWEEN, 'SPLIT 00001@2025-07-01 00009'],
    [
      'nor when both parts are in one unit again, as a part may be left',
      '00002',
      BEFORE,
      NOW,
      'SPLIT 00001@2025-07-01',
    ],
    ['backward, what it was made of alone', '00003', BETWEEN, BEFORE, '00003'],
    ['nobody can tell of a merged one', '00001', BETWEEN, BEFORE, 'MERGED 00001 00002'],
    ['nor of one made of a part', '00009', BETWEEN, BEFORE, 'MERGED 00002'],
    ['what it took in later is no part of its past', '00001', NOW, BETWEEN, '00001@2025-07-01'],
    ['a province as any unit', '10', BEFORE, NOW, '48@2025-07-01'],
  ])('is %s', (_what, own, on, to, found) => {
    expect(told(whereabouts(registry, unitOf(registry, own, on), to))).toBe(found);
  });

  it('is not known of one that was made of none, before, and of one that lives on no day', () => {
    const made = registryOf(history(OLD, change('2025-07-01', '>WHOLE>00007 Xã Bảy @48')));
    const unit = unitOf(made, '00007', BETWEEN);
    expect(told(whereabouts(made, unit, BEFORE))).toBe('NO_TRACE');
    const retired = { ...unit, validTo: BEFORE };
    expect(told(whereabouts(made, retired, BETWEEN))).toBe('NO_TRACE');
    expect(told(whereabouts(made, retired, BEFORE))).toBe('NO_TRACE');
  });

  it('is where the unit went when it ended, whatever it gave away while it lived', () => {
    const gave = registryOf(
      history(
        OLD,
        change('2025-01-01', '00001>KEPT>00001 Xã Một @48', '00001>PARTIAL>00007 Xã Bảy @48'),
        change('2025-07-01', '00001>WHOLE>00002 Xã Hai @48', '00002>KEPT>00002 Xã Hai @48'),
      ),
    );
    const one = unitOf(gave, '00001', day('2024-01-01'));
    expect(told(whereabouts(gave, one, BEFORE))).toBe('00001');
    expect(told(whereabouts(gave, one, BETWEEN))).toBe('00002');
  });

  it('ends, where two units gave parts to each other', () => {
    const gave = registryOf(
      history(
        OLD,
        change(
          '2024-01-01',
          '00001>KEPT>00001 Xã Một @48',
          '00002>KEPT>00002 Xã Hai @48',
          '00001>PARTIAL>00002 Xã Hai @48',
        ),
        change(
          '2025-01-01',
          '00001>KEPT>00001 Xã Một @48',
          '00002>PARTIAL>00001 Xã Một @48',
          '00002>PARTIAL>00008 Xã Tám @48',
        ),
        change('2025-07-01', '00001>WHOLE>00009 Xã Chín @48'),
      ),
    );
    const [one, two] = ['00001', '00002'].map((own) => unitOf(gave, own, day('2023-01-01')));
    expect(told(whereabouts(gave, one as Unit, NOW))).toBe('00009');
    expect(told(whereabouts(gave, two as Unit, NOW))).toBe('SPLIT 00008 00009');
  });
});

describe('the province of a place', () => {
  const provinceOf = (told_: UnitRegistry, own: string, on: IsoDate, to: IsoDate) => {
    const unit = unitOf(told_, own, on);
    return provinceOfWhereabouts(told_, unit, whereabouts(told_, unit, to), to)?.id;
  };

  it.each([
    ['of a split commune is that of all its parts', '00002', '48@2025-07-01'],
    ['of a commune that is in one is its', '00001', '48@2025-07-01'],
    ['of a province is that in which it is', '10', '48@2025-07-01'],
  ])('%s', (_what, own, found) => {
    expect(provinceOf(registry, own, BEFORE, BETWEEN)).toBe(found);
  });

  it('is none where the parts lie in two', () => {
    const apart = registryOf(
      history(OLD, change('2025-07-01', '00002>PARTIAL>00008 Xã Tám @48', '00002>PARTIAL>00009 Xã Chín @10')),
    );
    expect(provinceOf(apart, '00002', BEFORE, BETWEEN)).toBeUndefined();
  });

  it('is that in which its province is, where nothing is known of the commune itself', () => {
    const made = registryOf(history(OLD, change('2025-07-01', '>WHOLE>00007 Xã Bảy @48')));
    expect(provinceOf(made, '00007', BETWEEN, BEFORE)).toBe('48');
  });
});

/** The code that a code leads to, row by row and without any identity; undefined where it is split on the way. */
function followed(told_: UnitHistory, own: UnitCode, from: IsoDate, to: IsoDate): UnitCode | undefined {
  let at = own;
  for (const { on, rows } of told_.changes) {
    if (on <= from || on > to) continue;
    const mine = rows.filter(({ formerCode }) => formerCode === at);
    if (mine.length === 0 || mine.some(({ extent }) => extent === 'KEPT')) continue;
    const [only, ...others] = mine;
    if (only === undefined || others.length > 0 || only.extent !== 'WHOLE') return undefined;
    at = only.code;
  }
  return at;
}

/** The code that a code came from; undefined where it was made of several, of a part, or of nothing. */
function tracedBack(told_: UnitHistory, own: UnitCode, from: IsoDate, to: IsoDate): UnitCode | undefined {
  let at = own;
  for (const { on, rows } of told_.changes.toReversed()) {
    if (on > from || on <= to) continue;
    const mine = rows.filter((row) => row.code === at);
    if (mine.length === 0 || mine.some(({ extent }) => extent === 'KEPT')) continue;
    const [only, ...others] = mine;
    if (only?.formerCode === undefined || others.length > 0 || only.extent !== 'WHOLE') return undefined;
    at = only.formerCode;
  }
  return at;
}

describe('in any history', () => {
  it('a unit that is there on the day is itself', () => {
    fc.assert(
      fc.property(histories, (made) => {
        const all = registryOf(made);
        for (const on of divisionDays(made)) {
          for (const unit of all.all().filter((one) => validOn(one, on))) {
            expect(whereabouts(all, unit, on)).toEqual({ unit });
          }
        }
      }),
    );
  });

  it('a unit is found through WHOLE alone, forward and back, and through all of it', () => {
    fc.assert(
      fc.property(histories, (made) => {
        const all = registryOf(made);
        const days = divisionDays(made);
        for (const from of days) {
          for (const to of days) {
            const follow = from <= to ? followed : tracedBack;
            for (const unit of [...all.provinces(from), ...all.communes(from)]) {
              const place = whereabouts(all, unit, to);
              // The rows tell of days; a unit that is there on both is itself even where rows name it.
              const wanted = validOn(unit, to) ? unit.code : follow(made, unit.code, from, to);
              expect('unit' in place ? place.unit.code : undefined, `${unit.id} on ${to}`).toBe(wanted);
              if ('unit' in place) expect(all.at(place.unit.code, to)).toBe(place.unit);
            }
          }
        }
      }),
    );
  });

  it('the places among which nobody can tell are of that day, each once, in order', () => {
    fc.assert(
      fc.property(histories, (made) => {
        const all = registryOf(made);
        for (const on of divisionDays(made)) {
          for (const unit of all.all()) {
            const place = whereabouts(all, unit, on);
            if ('unit' in place) continue;
            const ids = place.among.map(({ id }) => id);
            expect(ids).toEqual([...new Set(ids)].sort());
            expect(place.among.every((one) => validOn(one, on) && one.level === unit.level)).toBe(true);
            if (place.undetermined === 'NO_TRACE') expect(ids).toEqual([]);
          }
        }
      }),
    );
  });
});
