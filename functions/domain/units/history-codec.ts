import * as v from 'valibot';
import { IsoDateSchema } from '../date.ts';
import { type BaseUnit, type SuccessionRow, SuccessionRowSchema, type UnitHistory } from './change.ts';
import {
  CodeSteps,
  isCommuneCode,
  type NameOf,
  Roll,
  readCommunes,
  readTarget,
  splitName,
  writeCommunes,
  writeTarget,
} from './history-lines.ts';
import { type UnitCode, UnitCodeSchema } from './unit.ts';

/** Provinces, and whatever else the short form has no words for, stand as they are. */
const PlainUnitSchema = v.object({
  code: UnitCodeSchema,
  name: v.string(),
  provinceCode: v.exactOptional(UnitCodeSchema),
  district: v.exactOptional(v.string()),
});
/** Communes of a province, district by district: its name, and its communes in short. */
const DistrictsSchema = v.object({
  province: UnitCodeSchema,
  districts: v.array(v.tuple([v.nullable(v.string()), v.string()])),
});
/** Communes of a province that one act made, each in short with what it was made of. */
const MadeSchema = v.object({
  province: UnitCodeSchema,
  act: SuccessionRowSchema.entries.act,
  made: v.array(v.string()),
});

/**
 * The history of all units as JSON. Some 13,000 communes fit into 65 kB on their way to a phone, because codes are
 * told by their distance from the one before and names of what has kept its name are not told again.
 */
export const HistoryDataSchema = v.object({
  base: v.array(v.union([PlainUnitSchema, DistrictsSchema])),
  changes: v.array(
    v.object({ on: IsoDateSchema, rows: v.array(v.union([SuccessionRowSchema, MadeSchema])) }),
  ),
  codeAliases: v.array(v.tuple([UnitCodeSchema, UnitCodeSchema])),
});
export type HistoryData = v.InferOutput<typeof HistoryDataSchema>;

/** A history in short. Its order is kept; it is shortest where units stand by district and by code. */
export function encodeHistory({ base, changes, codeAliases }: UnitHistory): HistoryData {
  const names = new Names(base);
  const data = {
    base: encodeBase(base),
    changes: changes.map(({ on, rows }) => {
      const encoded = { on, rows: encodeRows(rows, names) };
      names.learn(rows);
      return encoded;
    }),
    codeAliases: [...codeAliases],
  };
  return data;
}

/** The history that was encoded. Throws where the data are broken, saying where. */
export function decodeHistory(data: unknown): UnitHistory {
  const parsed = v.safeParse(HistoryDataSchema, data);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(
      `the history of units is broken at ${v.getDotPath(issue) ?? 'its root'}: ${issue.message}`,
    );
  }
  const base = decodeBase(parsed.output.base);
  const names = new Names(base);
  const changes = parsed.output.changes.map(({ on, rows: blocks }) => {
    const rows = decodeRows(blocks, names);
    names.learn(rows);
    return { on, rows };
  });
  return { base, changes, codeAliases: new Map(parsed.output.codeAliases) };
}

/** What every code was called last, by the end of the changes told so far. */
class Names {
  readonly #names = new Map<UnitCode, string>();
  #inOrder: readonly UnitCode[] = [];
  readonly of: NameOf = (code) => this.#names.get(code);

  constructor(base: readonly BaseUnit[]) {
    this.learn(base);
  }

  learn(units: readonly { readonly code: UnitCode; readonly name: string }[]): void {
    const before = this.#names.size;
    for (const { code, name } of units) this.#names.set(code, name);
    if (this.#names.size > before) this.#inOrder = [...this.#names.keys()].filter(isCommuneCode).sort();
  }

  roll(): Roll {
    return new Roll(this.#inOrder);
  }
}

/** Cuts a list wherever the key changes. */
function runs<T>(list: readonly T[], keyOf: (one: T) => string): T[][] {
  const cut: T[][] = [];
  let last: string | undefined;
  for (const one of list) {
    const key = keyOf(one);
    if (key === last) cut.at(-1)?.push(one);
    else cut.push([one]);
    last = key;
  }
  return cut;
}

type Base = HistoryData['base'];

function encodeBase(base: readonly BaseUnit[]): Base {
  const steps = new CodeSteps();
  const short = ({ code, provinceCode }: BaseUnit) => isCommuneCode(code) && provinceCode !== undefined;
  const provinceOf = (unit: BaseUnit) => (short(unit) ? (unit.provinceCode ?? '') : '');
  return runs(base, provinceOf).flatMap((units): Base => {
    const province = units[0]?.provinceCode;
    if (province === undefined || !units.every(short)) return units.map((unit) => ({ ...unit }));
    const districts = runs(units, ({ district }) => JSON.stringify(district ?? null)).map(
      (own): [string | null, string] => [own[0]?.district ?? null, writeCommunes(own, steps)],
    );
    return [{ province, districts }];
  });
}

function decodeBase(blocks: Base): BaseUnit[] {
  const steps = new CodeSteps();
  return blocks.flatMap((block): BaseUnit[] => {
    if (!('districts' in block)) return [block];
    return block.districts.flatMap(([district, text]) =>
      readCommunes(text, steps).map((unit) => ({
        ...unit,
        provinceCode: block.province,
        ...(district === null ? {} : { district }),
      })),
    );
  });
}

type Rows = HistoryData['changes'][number]['rows'];

/** Whether the short form can tell a row: one of a commune of some province, and nothing odd about it. */
const isShort = ({ formerCode, code, name, provinceCode }: SuccessionRow): boolean =>
  isCommuneCode(code) &&
  provinceCode !== undefined &&
  splitName(name)[1] !== '' &&
  (formerCode === undefined || isCommuneCode(formerCode));

function encodeRows(rows: readonly SuccessionRow[], names: Names): Rows {
  const roll = names.roll();
  const place = (row: SuccessionRow) => JSON.stringify(isShort(row) ? [row.provinceCode, row.act] : null);
  return runs(rows, place).flatMap((own): Rows => {
    const [first] = own;
    if (first?.provinceCode === undefined || !isShort(first)) return own;
    const targets = runs(own, ({ code, name }) => JSON.stringify([code, name]));
    return [
      {
        province: first.provinceCode,
        act: first.act,
        made: targets.flatMap((origins) => {
          const [target] = origins;
          return target ? [writeTarget({ ...target, origins }, roll, names.of)] : [];
        }),
      },
    ];
  });
}

function decodeRows(blocks: Rows, names: Names): SuccessionRow[] {
  const roll = names.roll();
  return blocks.flatMap((block): SuccessionRow[] => {
    if (!('made' in block)) return [block];
    const { province: provinceCode, act } = block;
    return block.made.flatMap((text) => {
      const { code, name, origins } = readTarget(text, roll, names.of);
      return origins.map((origin) => ({ ...origin, code, name, provinceCode, act }));
    });
  });
}
