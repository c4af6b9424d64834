import { describe, expect, test, vi } from 'vitest';
import { LoadFailure } from '#dashboard/src/data/failure.ts';
import { aboutUnit, findUnit } from '#dashboard/src/gazetteer/about.ts';
import { type UseLine, usesOnMap } from '#dashboard/src/gazetteer/on-map.ts';
import type { Asked, Told } from '#dashboard/src/gazetteer/protocol.ts';
import { remoteAtlas, type Thread } from '#dashboard/src/gazetteer/remote.ts';
import { candidates } from '#dashboard/src/gazetteer/resolve.ts';
import { usesAsReported, usesNow, usesTotal } from '#dashboard/src/lib/uses.ts';
import type { UnitRef } from '#dashboard/src/routes.ts';
import type { IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitCode, UnitId } from '#domain/units/unit.ts';

const registry = shippedRegistry();
const TODAY = '2026-11-26' as IsoDate;
const SINCE = '2025-07-01' as IsoDate;
const unit = (id: string): Unit => {
  const found = registry.byId(id as UnitId);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
};
const ref = (text: string): UnitRef => {
  const [code, validTo] = text.split('~');
  return { code: code as UnitCode, ...(validTo !== undefined && { validTo: validTo as IsoDate }) };
};

describe('which unit an address means', () => {
  test.each([
    // The bearer of today, whoever bore the code before; with its end, the earlier one.
    ['20341', TODAY, '20341@2025-07-01'],
    ['20341~2025-06-30', TODAY, '20341'],
    ['00004', TODAY, '00004@2025-07-01'],
    ['48', TODAY, '48@2025-07-01'],
    // On another day another bearer: that day's.
    ['20341', '2025-06-30', '20341'],
    ['20341', '2025-07-01', '20341@2025-07-01'],
    // Nobody bears it today: the last who did.
    ['49', TODAY, '49'],
    ['20362', TODAY, '20362'],
    // A unit that is still there under the code it always had.
    ['14', TODAY, '14'],
    // Ends that nobody has, codes that nobody bore.
    ['20341~2024-06-30', TODAY, undefined],
    ['99999', TODAY, undefined],
  ])('%s on %s', (text, day, id) => {
    expect(findUnit(registry, ref(text), day as IsoDate)?.id).toBe(id);
  });

  test('every unit is reached by its address, and without its end through the other bearers', () => {
    for (const one of registry.all().filter(({ level }) => level !== 'TW')) {
      const { code, validTo } = one;
      const exact = findUnit(registry, { code, ...(validTo !== undefined && { validTo }) }, TODAY);
      expect(exact?.id).toBe(one.id);
    }
  });

  test('candidates come likeliest first', () => {
    const all = [unit('20341'), unit('20341@2025-07-01'), unit('20362')];
    const ids = (day: string) => candidates(all, ref('20341'), day as IsoDate).map(({ id }) => id);
    expect(ids(TODAY)).toEqual(['20341@2025-07-01', '20341']);
    expect(ids('2024-01-01')).toEqual(['20341', '20341@2025-07-01']);
  });
});

describe('what is told of a unit', () => {
  const about = (id: string) => {
    const told = aboutUnit(registry, { id: id as UnitId }, SINCE);
    if (told === undefined) throw new Error(`nothing of ${id}`);
    return told;
  };
  const ids = (placed: readonly { unit: Unit }[] = []) => placed.map((one) => one.unit.id);

  test('one that went whole: where, by what act, and who bears its code now', () => {
    const told = about('20341');
    expect(told.successors).toMatchObject([
      { extent: 'WHOLE', on: '2025-07-01', act: expect.stringContaining('1659') },
    ]);
    expect(ids(told.successors)).toEqual(['20341@2025-07-01']);
    expect(told.successors[0]?.province?.name).toBe('Thành phố Đà Nẵng');
    expect(told.now?.unit.name).toBe('Phường Tam Kỳ');
    expect(told.undetermined).toBeUndefined();
    expect(ids(told.others.map((other) => ({ unit: other })))).toEqual(['20341@2025-07-01']);
  });

  test('one that went by two steps', () => {
    const told = about('20338');
    expect(ids(told.successors)).toEqual(['20347']);
    expect(told.now?.unit.id).toBe('20341@2025-07-01');
  });

  test('one that was divided: among whom, and no single place', () => {
    const told = about('20296');
    expect(told.successors.map(({ extent }) => extent)).toEqual(['PARTIAL', 'PARTIAL']);
    expect(told.now).toBeUndefined();
    expect(told.undetermined?.reason).toBe('SPLIT');
    expect(ids(told.undetermined?.among).toSorted()).toEqual(ids(told.successors).toSorted());
  });

  test('one of today: what it was made of, with what that had taken in before, and parts marked as parts', () => {
    const told = about('20341@2025-07-01');
    expect(told.origins.map(({ unit: one, origins }) => [one.id, ids(origins)])).toEqual([
      ['20341', []],
      ['20347', ['20338']],
      ['20353', []],
    ]);
    expect([told.now, told.undetermined, told.successors]).toEqual([undefined, undefined, []]);
    const parts = about('00004@2025-07-01').origins;
    expect(new Set(parts.map(({ extent }) => extent))).toEqual(new Set(['WHOLE', 'PARTIAL']));
  });

  test('of an unknown one nothing', () => {
    expect(aboutUnit(registry, { id: '99999' as UnitId }, SINCE)).toBeUndefined();
  });
});

describe('where money was used, on the present map', () => {
  const line = (id: string | undefined, amount: number): UseLine => ({
    ...(id !== undefined && { unit: unit(id) }),
    amountVnd: vnd(amount),
    entries: 1,
  });
  const lines = [
    line('20194', 20),
    line('20195', 30),
    line('20296', 10),
    line('20341@2025-07-01', 7),
    line(undefined, 4),
  ];

  test('whole ones move, divided ones stay with their reason, the sum is the same', () => {
    const onMap = usesOnMap(registry, SINCE, lines);
    expect(
      onMap.placed.map(({ unit: one, amountVnd, entries, from }) => [
        one.name,
        amountVnd,
        entries,
        from.length,
      ]),
    ).toEqual([
      ['Phường Hải Vân', 50, 2, 2],
      ['Phường Tam Kỳ', 7, 1, 0],
    ]);
    expect(onMap.undetermined).toMatchObject([{ unit: { id: '20296' }, amountVnd: 10, reason: 'SPLIT' }]);
    const shown = usesNow(onMap);
    expect(usesTotal(shown).amountVnd).toBe(usesTotal(usesAsReported(lines)).amountVnd);
    expect(shown.map(({ name }) => name)).toEqual([
      'Phường Hải Vân',
      'Phường Tam Kỳ',
      'Chưa xác định theo địa giới mới: Xã Hòa Liên',
      'Không ghi xã, phường',
    ]);
    expect(shown[2]?.note).toContain('Phường Hải Vân, Phường Liên Chiểu');
  });

  test('a line of each unit that ever was: none is lost, none is doubled', () => {
    const all = registry.all().filter(({ level }) => level === 'XA');
    const every = all.map((one, at) => line(one.id, at + 1));
    const { placed, undetermined, nowhere } = usesOnMap(registry, SINCE, every);
    expect(placed.reduce((sum, { entries }) => sum + entries, 0) + undetermined.length).toBe(all.length);
    const sum = [...placed, ...undetermined, ...nowhere].reduce(
      (total, { amountVnd }) => total + amountVnd,
      0,
    );
    expect(sum).toBe((all.length * (all.length + 1)) / 2);
  });
});

describe('the worker at the other end', () => {
  const OBJECT = 'ab'.repeat(32) as Sha256;
  function thread(answer: (asked: Asked) => Told | undefined) {
    const listeners: { message?: (event: { data: Told }) => void; error?: () => void } = {};
    const one: Thread & { fail(): void } = {
      postMessage: (asked) => {
        const told = answer(asked);
        if (told !== undefined) queueMicrotask(() => listeners.message?.({ data: told }));
      },
      terminate: vi.fn(),
      addEventListener: (type: 'message' | 'error', listener: never) => {
        listeners[type] = listener;
      },
      fail: () => listeners.error?.(),
    };
    return one;
  }

  test('starts with the first question, and each answer finds its question', async () => {
    const start = vi.fn(() =>
      thread(({ id, asked: [text] }) => ({ id, answer: { hits: [], more: String(text).length } })),
    );
    const atlas = remoteAtlas(start);
    expect(start).not.toHaveBeenCalled();
    const answers = await Promise.all(['a', 'bcd', 'ef'].map((text) => atlas.search(OBJECT, text, TODAY)));
    expect(answers.map(({ more }) => more)).toEqual([1, 3, 2]);
    expect(start).toHaveBeenCalledTimes(1);
  });

  test('a failure there is a failure here; a bug there is an error', async () => {
    const offline = remoteAtlas(() => thread(({ id }) => ({ id, failure: { kind: 'offline' } })));
    await expect(offline.open(OBJECT, TODAY)).rejects.toThrow(LoadFailure);
    const broken = remoteAtlas(() => thread(({ id }) => ({ id, broken: 'oh' })));
    await expect(broken.open(OBJECT, TODAY)).rejects.toThrow('oh');
  });

  test('a worker that does not start fails what was asked, and the next question starts another', async () => {
    const dead = thread(() => undefined);
    const threads = [dead, thread(({ id }) => ({ id, answer: undefined }))];
    const atlas = remoteAtlas(() => threads.shift() ?? dead);
    const asked = atlas.open(OBJECT, TODAY);
    dead.fail();
    await expect(asked).rejects.toMatchObject({ failure: { kind: 'offline' } });
    await expect(atlas.open(OBJECT, TODAY)).resolves.toBeUndefined();
  });
});
