import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { formerProvinceCodes, LAST_FORMER_DAY } from '#domain/units/former-provinces.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';

const units = shippedRegistry();
const present = units.provinces('2025-07-01' as IsoDate);

describe('the provinces that the present ones were made of', () => {
  it('are the 63, each once', () => {
    const made = present.flatMap(formerProvinceCodes).sort();
    expect(made).toEqual(
      units
        .provinces(LAST_FORMER_DAY)
        .map(({ code }) => code)
        .sort(),
    );
  });

  it('include one of the same name, as the law kept a name for each', () => {
    const bare = (name: string) => name.replace(/^(Tỉnh|Thành phố) /, '');
    const formerNames = new Map(units.provinces(LAST_FORMER_DAY).map(({ code, name }) => [code, bare(name)]));
    for (const unit of present) {
      expect(formerProvinceCodes(unit).map((code) => formerNames.get(code))).toContain(bare(unit.name));
    }
  });

  it('are itself where nothing changed', () => {
    for (const unit of present.filter(({ validFrom }) => validFrom === undefined)) {
      expect(formerProvinceCodes(unit)).toEqual([unit.code]);
    }
  });
});
