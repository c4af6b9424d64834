import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { fold } from '#domain/text.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { compileRegistry, REGISTRY_FILE, registryText } from '#infra/units/compile.ts';

test('the committed registry is what the compiler gives now', () => {
  const { data, tally } = compileRegistry();
  expect(readFileSync(REGISTRY_FILE, 'utf8')).toBe(registryText(data));
  expect(registryText(data)).toBe(registryText(data).normalize('NFC'));
  expect(tally).toEqual({ repaired: 19, withoutCode: 771, edgesRefused: 8 });
});

const folder = new URL('../../../../shared/data/units/', import.meta.url);
const rows = (file: string) =>
  readFileSync(new URL(file, folder), 'utf8')
    .normalize('NFC')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

const files = [
  ['provinces-former.csv', '2025-06-30', 1],
  ['provinces-present.csv', '2025-07-01', 0.97],
  ['communes-former.csv', '2025-06-30', 0.985],
  ['communes-present.csv', '2025-07-01', 0.99],
] as const;

// A second source, kept beside the repository, disagrees in places: differences are printed, not hidden.
test.skipIf(!existsSync(folder)).each(files)('coverage against a second source: %s', (file, day, least) => {
  const units = shippedRegistry();
  const seen = rows(file).map(([code, name]) => ({
    code,
    name: name ?? '',
    ours: units.at(code as UnitCode, day as IsoDate)?.name,
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
  expect(share).toBeGreaterThanOrEqual(least);
});
