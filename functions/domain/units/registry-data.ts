import { COMMUNE_KINDS, type CommuneKind, codesOf } from '../codes.ts';
import { dayBefore, type IsoDate } from '../date.ts';
import type { Unit, UnitCode, UnitId } from './unit.ts';

/** Units of one level by their life: ended before the line, begun on it, or the same unit on both sides. */
interface Eras {
  readonly former: readonly string[];
  readonly present: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * The compiled registry: one line of text per unit, fields parted by `|`, in order of code.
 * Provinces: `code|name`. Districts: `province code|name`. Communes: `code|name|place`, where place is the
 * province's code for present ones and the index of the district for the others; a fourth field, if any, is the
 * last day of one that ended before the line.
 */
export interface RegistryData {
  /** The first day of the present division. */
  readonly line: string;
  readonly provinces: Eras;
  readonly districts: readonly string[];
  readonly communes: Eras;
}

type Life = Pick<Unit, 'validFrom' | 'validTo'>;

const kindOf = new Map<string, CommuneKind>(
  codesOf(COMMUNE_KINDS).map((kind) => [COMMUNE_KINDS[kind], kind]),
);

/** Kind of a commune by the first words of its full name. Throws on another kind of unit: the data are ours. */
function communeKind(name: string): CommuneKind {
  const words = name.split(' ');
  const kind = kindOf.get(words[0] ?? '') ?? kindOf.get(words.slice(0, 2).join(' '));
  if (kind === undefined) throw new Error(`no kind of commune in "${name}"`);
  return kind;
}

function fields(line: string): [string, string, string, string | undefined] {
  const [code, name, place = '', end] = line.split('|');
  if (code === undefined || name === undefined) throw new Error(`not a unit: "${line}"`);
  return [code, name, place, end];
}

/** The units of the compiled registry, provinces first, within a level former ones first. Throws on broken data. */
export function decodeUnits(data: RegistryData): Unit[] {
  const line = data.line as IsoDate;
  const ended: Life = { validTo: dayBefore(line) };
  const begun: Life = { validFrom: line };
  const taken = new Set<string>();
  const presentId = new Map<string, UnitId>();

  const identify = (code: string, life: Life): UnitId => {
    const id = taken.has(code) ? `${code}@${life.validFrom ?? ''}` : code;
    taken.add(code);
    return id as UnitId;
  };
  const province = (row: string, life: Life): Unit => {
    const [code, name] = fields(row);
    const id = identify(code, life);
    if (life.validTo === undefined) presentId.set(code, id);
    return { id, code: code as UnitCode, level: 'TINH', name, ...life };
  };
  const districts = data.districts.map(fields);
  const commune = (row: string, life: Life): Unit => {
    const [code, name, place, end] = fields(row);
    const kept = life === begun ? undefined : districts[Number(place)];
    const provinceId = kept === undefined ? presentId.get(place) : (kept[0] as UnitId);
    if (provinceId === undefined) throw new Error(`no province for "${row}"`);
    return {
      id: identify(code, life),
      code: code as UnitCode,
      level: 'XA',
      name,
      kind: communeKind(name),
      provinceId,
      ...(kept === undefined ? {} : { district: kept[1] }),
      ...life,
      ...(end === undefined ? {} : { validTo: end as IsoDate }),
    };
  };
  const eras = (rows: Eras, decode: (row: string, life: Life) => Unit): Unit[] => [
    ...rows.former.map((row) => decode(row, ended)),
    ...rows.unchanged.map((row) => decode(row, {})),
    ...rows.present.map((row) => decode(row, begun)),
  ];
  return [...eras(data.provinces, province), ...eras(data.communes, commune)];
}
