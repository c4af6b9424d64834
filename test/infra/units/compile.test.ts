import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { accentedKey, fold } from '#domain/text.ts';
import disputed from '#domain/units/disputed.data.json' with { type: 'json' };
import { foldHistory } from '#domain/units/fold-history.ts';
import { encodeHistory } from '#domain/units/history-codec.ts';
import { calledOn, type Unit, validOn } from '#domain/units/unit.ts';
import { compileHistory, HISTORY_FILE } from '#infra/units/compile.ts';
import { formerCommunes } from '#infra/units/former.ts';
import { historyText } from '#infra/units/history-text.ts';
import { readFormerNames, readOverlay } from '#infra/units/overlay.ts';
import { readSource } from '#infra/units/source.ts';

const { history, tally } = compileHistory();
const folded = foldHistory(history);
if (!folded.ok) throw new Error(JSON.stringify(folded.error.slice(0, 5)));
const { units, successions } = folded.value;
const day = (text: string) => text as IsoDate;
const [BEFORE, AFTER, LATEST] = [day('2025-06-30'), day('2025-07-01'), day('2026-04-30')];
const on = (date: IsoDate, level: Unit['level']) =>
  units.filter((unit) => unit.level === level && validOn(unit, date));

test('the committed history is what the compiler gives now', () => {
  const text = historyText(encodeHistory(history));
  expect(readFileSync(HISTORY_FILE, 'utf8')).toBe(text);
  expect(text).toBe(text.normalize('NFC'));
  expect(tally).toEqual({ repeated: 19, withoutCode: 771, edgesRefused: 0 });
});

test('every division has its number of units', () => {
  const counts = [day('2024-12-31'), BEFORE, AFTER, LATEST].map((date) => [
    on(date, 'TINH').length,
    on(date, 'XA').length,
  ]);
  expect(counts).toEqual([
    [63, 10_036],
    [63, 10_035],
    [34, 3321],
    [34, 3321],
  ]);
});

test.each([
  [AFTER, { PHUONG: 687, XA: 2621, DAC_KHU: 13 }],
  [LATEST, { PHUONG: 697, XA: 2611, DAC_KHU: 13 }],
])('communes by kind on %s', (date, expected) => {
  const kinds = Map.groupBy(on(date, 'XA'), (unit) => calledOn(unit, date).kind);
  expect(Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.length]))).toEqual(expected);
});

// In the provinces that went on, the resolutions name 43 communes that are not rearranged, Lượng Minh among them.
test('what the resolutions do not rearrange goes on as the same unit', () => {
  const wentOn = on(BEFORE, 'XA').filter((unit) => validOn(unit, AFTER));
  expect(wentOn.length).toBe(43);
  expect(wentOn.map(({ id }) => id)).toContain('16906');
});

test('former names are those of the resolutions, and no correction is idle', () => {
  const names = readFormerNames();
  expect(names.size).toBe(186);
  const ours = new Map<string, string>(history.base.map(({ code, name }) => [code, name]));
  for (const [code, name] of names) {
    expect(name).toMatch(/^(Xã|Phường|Thị trấn) \S/);
    expect([code, ours.get(code)]).toEqual([code, name]);
  }
  const [source, overlay] = [readSource(), readOverlay()];
  const correct = (code: string, name: string) => formerCommunes(source, overlay, new Map([[code, name]]));
  expect(() => correct('99999', 'Xã Lượng Minh')).toThrow('in vain: 99999');
  expect(() => correct('16906', 'Xã Lưỡng Minh')).toThrow('in vain: 16906');
});

test('every unit that ended went somewhere, and every step has its act', () => {
  const left = new Set(successions.map(({ from }) => from));
  expect(units.filter(({ id, validTo }) => validTo !== undefined && !left.has(id))).toEqual([]);
  const acts = new Set(successions.map(({ act }) => act));
  expect(acts.size).toBe(36);
  for (const act of acts) expect(act).toMatch(/^Nghị quyết \d+\/(NQ-UBTVQH15|2025\/QH15)$/);
});

test('whoever was parted was parted among several', () => {
  const partial = Map.groupBy(
    successions.filter(({ extent }) => extent === 'PARTIAL'),
    ({ from }) => from,
  );
  expect(partial.size).toBe(441);
  expect([...partial.values()].filter((steps) => steps.length < 2)).toEqual([]);
});

const folder = new URL('../../../../shared/data/units/', import.meta.url);
const rows = (file: string) =>
  readFileSync(new URL(file, folder), 'utf8')
    .normalize('NFC')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
/** The code that we know a unit by. On the last former day the aliases of today's codes are codes of others. */
const known = (code: string, date: IsoDate): string =>
  date < AFTER ? code : (new Map<string, string>(history.codeAliases).get(code) ?? code);

const files = [
  ['provinces-former.csv', BEFORE, 'TINH', 1],
  ['provinces-present.csv', LATEST, 'TINH', 1],
  ['communes-former.csv', BEFORE, 'XA', 0.998],
  ['communes-present.csv', LATEST, 'XA', 0.998],
] as const;

// A second source, kept beside the repository, disagrees in places: differences are printed, not hidden.
test.skipIf(!existsSync(folder)).each(files)(
  'coverage against a second source: %s',
  (file, date, level, least) => {
    const ours = new Map<string, string>(
      on(date, level).map((unit) => [unit.code, calledOn(unit, date).name]),
    );
    const seen = rows(file).map(([code = '', name = '']) => ({
      code,
      name,
      ours: ours.get(known(code, date)),
    }));
    const missing = seen.filter((row) => row.ours === undefined).map((row) => row.code);
    const differing = seen.filter((row) => row.ours !== undefined && fold(row.ours) !== fold(row.name));
    const accents =
      seen.filter((row) => row.ours !== undefined && row.ours !== row.name).length - differing.length;
    const share = 1 - (missing.length + differing.length) / seen.length;
    console.log(
      `${file}: ${seen.length} rows, ${(share * 100).toFixed(2)} % the same but for accents (${accents}); ` +
        `missing ${missing.join(' ') || 'none'}; differing ${differing.length}: ${differing
          .slice(0, 8)
          .map((r) => `${r.code} ${r.ours} ≠ ${r.name}`)
          .join(', ')}`,
    );
    expect(missing).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(least);
  },
);

// Here the resolutions write what we have. Their text tells no shape of an apostrophe from another.
test.skipIf(!existsSync(folder))('former names that are still not those of the second source', () => {
  const ours = new Map<string, string>(history.base.map(({ code, name }) => [code, name]));
  const differing = rows('communes-former.csv').filter(
    ([code = '', name = '']) => accentedKey(ours.get(code) ?? '') !== accentedKey(name),
  );
  const [shape, spelling] = [true, false].map((same) =>
    differing
      .filter(([code = '', name = '']) => (ours.get(code) === name.replaceAll('’', "'")) === same)
      .map(([code]) => code)
      .sort(),
  );
  expect(spelling).toEqual(['09383', '19780', '22108', '22111', '22267', '24643', '31843']);
  expect(shape).toEqual(['24625', '24640', '24670', '24677', '24715', '24727', '24728', '24742']);
});

test.skipIf(!existsSync(folder))('coverage against a second source: crosswalk.csv', () => {
  const codeOf = new Map(units.map(({ id, code }) => [id, code]));
  const wentOn = on(BEFORE, 'XA').filter((unit) => validOn(unit, AFTER));
  const ours = new Set([
    ...successions
      .filter((step) => step.on === AFTER && codeOf.get(step.from)?.length === 5)
      .map(({ from, to }) => `${codeOf.get(from)} ${codeOf.get(to)}`),
    ...wentOn.map(({ code }) => `${code} ${code}`),
  ]);
  const theirs = new Set(
    rows('crosswalk.csv').map(([former, present = '']) => `${former} ${known(present, AFTER)}`),
  );
  const found = [
    ...[...theirs].filter((edge) => !ours.has(edge)).map((edge) => `reference ${edge}`),
    ...[...ours].filter((edge) => !theirs.has(edge)).map((edge) => `ours ${edge}`),
  ];
  const share = [...theirs].filter((edge) => ours.has(edge)).length / theirs.size;
  console.log(
    `crosswalk.csv: ${theirs.size} edges, ${(share * 100).toFixed(2)} % reproduced; ours ${ours.size}`,
  );
  expect(share).toBeGreaterThanOrEqual(0.995);
  const explained = disputed.differences.map(({ former, present, side }) => `${side} ${former} ${present}`);
  expect(found.sort()).toEqual(explained.sort());
});
