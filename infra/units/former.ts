import type { Edge, Overlay, Source } from './source.ts';

/** A commune that existed before the line. */
export interface FormerCommune {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly province: string;
  readonly validTo?: string;
}

/** What became of the rows of the mapping, for the report of the compiler. */
export interface Tally {
  repaired: number;
  /** Distinct communes without any code: they ended before the mapping's day, and stay out. */
  withoutCode: number;
  edgesRefused: number;
}

export interface Former {
  readonly communes: FormerCommune[];
  /** Codes of a commune's successors, by its code. */
  readonly successors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tally: Tally;
}

const nameKey = (edge: Edge): string =>
  [edge.old_ward_name, edge.old_district_name, edge.old_province_name].join('|');

/**
 * Former communes and what they became. A row without an old code is repaired from a row of the same name,
 * district and province that has one. A row whose new code and new name do not meet in the list of present
 * communes tells of no successor.
 */
export function formerCommunes(source: Source, overlay: Overlay): Former {
  const provinceCode = new Map(
    overlay.formerProvinces.codes.map((line) => [line.slice(3), line.slice(0, 2)] as const),
  );
  const provinceName = new Map([...provinceCode].map(([name, code]) => [code, name]));
  const coded = new Map<string, string>();
  for (const edge of source.edges) if (edge.old_ward_code) coded.set(nameKey(edge), edge.old_ward_code);
  const presentName = new Map(source.communes.map((commune) => [commune.ward_code, commune.name]));

  const communes = new Map<string, FormerCommune>();
  const successors = new Map<string, Set<string>>();
  const codeless = new Set<string>();
  const tally: Tally = { repaired: 0, withoutCode: 0, edgesRefused: 0 };
  for (const edge of source.edges) {
    // Five islands that were districts without communes: they have no predecessor of this level.
    if (edge.old_ward_name === null) continue;
    const code = edge.old_ward_code || coded.get(nameKey(edge));
    if (code === undefined) {
      codeless.add(nameKey(edge));
      continue;
    }
    if (!edge.old_ward_code) tally.repaired += 1;
    const province = provinceCode.get(edge.old_province_name ?? '');
    if (province === undefined) throw new Error(`no code for province "${edge.old_province_name}"`);
    communes.set(code, { code, name: edge.old_ward_name, district: edge.old_district_name ?? '', province });
    const next = edge.new_ward_code.padStart(5, '0');
    if (presentName.get(next) !== edge.new_ward_name) {
      tally.edgesRefused += 1;
      continue;
    }
    const known = successors.get(code);
    if (known) known.add(next);
    else successors.set(code, new Set([next]));
  }
  for (const { source: _, ...extra } of overlay.communes) {
    if (communes.has(extra.code)) throw new Error(`overlay repeats ${extra.code}`);
    codeless.delete([extra.name, extra.district, provinceName.get(extra.province)].join('|'));
    const { validTo, ...commune } = extra;
    communes.set(extra.code, validTo === undefined ? commune : { ...commune, validTo });
  }
  tally.withoutCode = codeless.size;
  return { communes: [...communes.values()], successors, tally };
}
