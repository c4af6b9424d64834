import fc from 'fast-check';
import type { IsoDate } from '#domain/date.ts';
import type { BaseUnit, Extent, SuccessionRow, UnitChange, UnitHistory } from '#domain/units/change.ts';
import { historyInForce, type UnitImport } from '#domain/units/history-in-force.ts';
import { makeRegistry } from '#domain/units/registry.ts';
import type { UnitCode, UnitRegistry } from '#domain/units/unit.ts';

export const day = (text: string): IsoDate => text as IsoDate;
export const code = (text: string): UnitCode => text as UnitCode;
const ACT = 'Nghị quyết 1/NQ';

/** "20335>KEPT>20335 Phường A @48": where a unit goes, and what the unit is called to which it goes. */
export function row(text: string): SuccessionRow {
  const found = /^(\d*)>(KEPT|WHOLE|PARTIAL)>(\d+) ([^@]+?)(?: @(\d\d))?$/.exec(text);
  if (!found) throw new Error(text);
  const [, former = '', extent, target = '', name = '', province] = found;
  return {
    ...(former === '' ? {} : { formerCode: code(former) }),
    extent: extent as Extent,
    code: code(target),
    name,
    ...(province === undefined ? {} : { provinceCode: code(province) }),
    act: ACT,
  };
}

export const change = (on: string, ...rows: string[]): UnitChange => ({ on: day(on), rows: rows.map(row) });

/** "48 Thành phố Ở", "20194 Phường A @48 Quận B". */
export function base(...units: string[]): BaseUnit[] {
  return units.map((text) => {
    const found = /^(\d+) ([^@]+?)(?: @(\d\d)(?: (.+))?)?$/.exec(text);
    if (!found) throw new Error(text);
    const [, own = '', name = '', province, district] = found;
    return {
      code: code(own),
      name,
      ...(province === undefined ? {} : { provinceCode: code(province) }),
      ...(district === undefined ? {} : { district }),
    };
  });
}

export const history = (units: readonly BaseUnit[], ...changes: UnitChange[]): UnitHistory => ({
  base: units,
  changes,
  codeAliases: new Map(),
});

export const registryOf = (told: UnitHistory, imports: readonly UnitImport[] = []): UnitRegistry =>
  makeRegistry(historyInForce(told, imports));

/** Units while a history is made up: code to province, absent for a province. */
type Living = Map<string, string | undefined>;

const DAYS = ['2025-01-01', '2025-07-01', '2026-04-30', '2027-01-01'];

/** What becomes of the next few communes. Numbers are taken from a list of seeds, so that histories shrink. */
class Maker {
  readonly #seeds: readonly number[];
  #at = 0;
  #fresh = 10_000;
  #names = 0;

  constructor(seeds: readonly number[]) {
    this.#seeds = seeds;
  }

  below(limit: number): number {
    const seed = this.#seeds[this.#at % this.#seeds.length] ?? 0;
    this.#at += 1;
    return seed % limit;
  }

  name(): string {
    this.#names += 1;
    return `${['Xã', 'Phường', 'Đặc khu'][this.#names % 3]} Số ${this.#names}`;
  }

  /** A code that nobody bears, or that of one of those that end: it is used again. */
  target(ended: readonly string[], taken: ReadonlySet<string>): string {
    const again = ended[this.below(ended.length + 1)];
    if (again !== undefined && !taken.has(again)) return again;
    this.#fresh += 1;
    return String(this.#fresh);
  }
}

function rowsOf(maker: Maker, living: Living): string[] {
  const rows: string[] = [];
  const taken = new Set<string>();
  const moved = provinceRows(maker, living, rows);
  const communes = [...living].filter(([, province]) => province !== undefined).map(([own]) => own);
  for (let at = 0; at < communes.length; ) {
    const group = communes.slice(at, at + 1 + maker.below(3));
    at += group.length;
    const home = living.get(group[0] ?? '');
    const place = moved.get(home ?? '') ?? home ?? '';
    const leaves = group.some((own) => moved.has(living.get(own) ?? ''));
    const way = leaves ? maker.below(3) : maker.below(7);
    rows.push(...groupRows(maker, group, place, way, taken));
  }
  return rows;
}

/** Two provinces become one, now and then. Gives the province in which the communes of each of them are then. */
function provinceRows(maker: Maker, living: Living, rows: string[]): ReadonlyMap<string, string> {
  const provinces = [...living].filter(([, province]) => province === undefined).map(([own]) => own);
  const [a, b] = provinces;
  if (a === undefined || b === undefined || maker.below(3) !== 0) return new Map();
  const name = `Tỉnh ${maker.name()}`;
  const kept = maker.below(2) === 0;
  rows.push(kept ? `${a}>KEPT>${a} ${name}` : `${a}>WHOLE>${a} ${name}`, `${b}>WHOLE>${a} ${name}`);
  return new Map(kept ? [[b, a]] : [a, b].map((own) => [own, a]));
}

function groupRows(
  maker: Maker,
  group: readonly string[],
  province: string,
  way: number,
  taken: Set<string>,
): string[] {
  const [first = '', ...others] = group;
  const to = (target: string) => {
    taken.add(target);
    return `${target} ${maker.name()} @${province}`;
  };
  const fresh = (ended: readonly string[]) => to(maker.target(ended, taken));
  const kept = () => to(first);
  if (way === 0) {
    const one = fresh(group);
    return group.map((own) => `${own}>WHOLE>${one}`);
  }
  if (way === 1) {
    const [one, two] = [fresh(group), fresh([])];
    return [
      `${first}>PARTIAL>${one}`,
      `${first}>PARTIAL>${two}`,
      ...others.map((own) => `${own}>WHOLE>${two}`),
    ];
  }
  // Each to a code of its own, the codes perhaps changing hands.
  if (way === 2) return group.toReversed().map((own) => `${own}>WHOLE>${fresh(group)}`);
  if (way === 3) {
    const one = kept();
    return [`${first}>KEPT>${one}`, ...others.map((own) => `${own}>WHOLE>${one}`)];
  }
  if (way === 4) {
    const [one, two] = [kept(), fresh(others)];
    return [`${first}>KEPT>${one}`, `${first}>PARTIAL>${two}`, ...others.map((own) => `${own}>WHOLE>${two}`)];
  }
  // Nothing becomes of them; sometimes a new commune is made of none.
  return way === 5 ? [`>WHOLE>${fresh([])}`] : [];
}

/** Applies rows to codes alone, as a person would in a table. */
function live(living: Living, told: UnitChange): void {
  for (const { formerCode, extent } of told.rows) {
    if (formerCode !== undefined && extent !== 'KEPT') {
      const kept = told.rows.some((one) => one.formerCode === formerCode && one.extent === 'KEPT');
      if (!kept) living.delete(formerCode);
    }
  }
  for (const one of told.rows) living.set(one.code, one.provinceCode);
}

/** Histories of a few provinces and communes over several days, every way of change in them. */
export const histories: fc.Arbitrary<UnitHistory> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 2, max: 8 }),
    fc.subarray(DAYS, { minLength: 1 }),
    fc.array(fc.nat(1000), { minLength: 5, maxLength: 60 }),
  )
  .map(([provinces, communes, days, seeds]) => {
    const maker = new Maker(seeds);
    const units = [
      ...Array.from({ length: provinces }, (_, i) => `1${i} Tỉnh ${maker.name()}`),
      ...Array.from({ length: communes }, (_, i) => `0000${i} ${maker.name()} @1${i % provinces}`),
    ];
    const oldest = base(...units);
    const living: Living = new Map(oldest.map((unit) => [unit.code, unit.provinceCode]));
    const changes: UnitChange[] = [];
    for (const on of days) {
      const rows = rowsOf(maker, living);
      if (rows.length === 0) continue;
      const told = change(on, ...rows);
      live(living, told);
      changes.push(told);
    }
    return history(oldest, ...changes);
  });

/** A day of every division, the oldest first. */
export const divisionDays = ({ changes }: UnitHistory): IsoDate[] => [
  day('2024-01-01'),
  ...changes.map(({ on }) => on),
];
