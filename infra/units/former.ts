import type { UnitCode } from '#domain/units/unit.ts';
import type { Overlay } from './overlay.ts';
import type { Edge, Source } from './source.ts';

/** A commune that existed before the two-level division. */
export interface FormerCommune {
  readonly code: UnitCode;
  readonly name: string;
  readonly district: string;
  readonly province: string;
}

/** What became of the rows of the mapping, for the report of the compiler. */
export interface Tally {
  /** Rows without a code of a commune that has another with one. Where the two differ, this one was found wrong. */
  repeated: number;
  /** Distinct communes without any code: they ended before the mapping's day, and stay out. */
  withoutCode: number;
  edgesRefused: number;
}

export interface Former {
  readonly communes: FormerCommune[];
  /** Codes of a commune's successors as the package has them, by its code. */
  readonly successors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tally: Tally;
}

const nameKey = (edge: Edge): string =>
  [edge.old_ward_name, edge.old_district_name, edge.old_province_name].join('|');

/**
 * The rows with the names that the resolutions give. A correction that the package no longer needs is an error, as is
 * one of a commune that it does not have: neither would ever be missed.
 */
function correctedEdges(edges: readonly Edge[], names: ReadonlyMap<string, string>): Edge[] {
  const needed = new Set<string>();
  const corrected = edges.map((edge): Edge => {
    const code = edge.old_ward_code ?? '';
    const name = names.get(code);
    if (name === undefined || name === edge.old_ward_name) return edge;
    needed.add(code);
    return { ...edge, old_ward_name: name };
  });
  const idle = [...names.keys()].filter((code) => !needed.has(code));
  if (idle.length > 0) throw new Error(`names corrected in vain: ${idle.join(' ')}`);
  return corrected;
}

/**
 * Former communes and what they became. A row without an old code is passed over. A row whose new code and new name
 * do not meet in the list of present communes tells of no successor.
 */
export function formerCommunes(source: Source, overlay: Overlay, names: ReadonlyMap<string, string>): Former {
  // First of all, as rows without a code are told by their names.
  const edges = correctedEdges(source.edges, names);
  const provinceCode = new Map(
    overlay.formerProvinces.codes.map((line) => [line.slice(3), line.slice(0, 2)] as const),
  );
  const provinceName = new Map([...provinceCode].map(([name, code]) => [code, name]));
  const coded = new Set(edges.filter((edge) => edge.old_ward_code).map(nameKey));
  const presentName = new Map(source.communes.map((commune) => [commune.ward_code, commune.name]));

  const communes = new Map<string, FormerCommune>();
  const successors = new Map<string, Set<string>>();
  const codeless = new Set<string>();
  const tally: Tally = { repeated: 0, withoutCode: 0, edgesRefused: 0 };
  for (const edge of edges) {
    // Five islands that were districts without communes: they have no predecessor of this level.
    if (edge.old_ward_name === null) continue;
    const code = edge.old_ward_code;
    if (!code) {
      if (coded.has(nameKey(edge))) tally.repeated += 1;
      else codeless.add(nameKey(edge));
      continue;
    }
    const province = provinceCode.get(edge.old_province_name ?? '');
    if (province === undefined) throw new Error(`no code for province "${edge.old_province_name}"`);
    const district = edge.old_district_name ?? '';
    communes.set(code, { code: code as UnitCode, name: edge.old_ward_name, district, province });
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
    communes.set(extra.code, extra);
  }
  tally.withoutCode = codeless.size;
  return { communes: [...communes.values()], successors, tally };
}
