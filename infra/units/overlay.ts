import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UnitChangeSchema } from '#domain/units/change.ts';
import { UnitCodeSchema } from '#domain/units/unit.ts';

const codes = v.array(UnitCodeSchema);

const OverlaySchema = v.object({
  formerProvinces: v.object({ source: v.string(), codes: v.array(v.string()) }),
  communes: v.array(
    v.object({
      code: UnitCodeSchema,
      name: v.string(),
      district: v.string(),
      province: UnitCodeSchema,
      source: v.string(),
    }),
  ),
  /** Present provinces with the former ones that they were made of; those that are not named went on as they were. */
  provinces: v.object({ act: v.string(), source: v.string(), madeOf: v.record(v.string(), codes) }),
  /** Where a commune went as a whole, if the package does not say so. */
  successors: v.array(v.object({ former: UnitCodeSchema, present: UnitCodeSchema, source: v.string() })),
  codeAliases: v.array(v.object({ alias: UnitCodeSchema, code: UnitCodeSchema, source: v.string() })),
});
export type Overlay = v.InferOutput<typeof OverlaySchema>;

const SplitsSchema = v.object({
  source: v.string(),
  /** The resolution of each present province, with the communes that it parted and where their parts went. */
  resolutions: v.array(
    v.object({
      provinceCode: UnitCodeSchema,
      act: v.string(),
      parts: v.record(v.string(), v.pipe(codes, v.minLength(2))),
    }),
  ),
});
export type Splits = v.InferOutput<typeof SplitsSchema>;

const NamesSchema = v.object({
  source: v.string(),
  /** Full names of former communes by code, as the resolutions write them. */
  names: v.array(v.object({ act: v.string(), names: v.record(v.string(), v.string()) })),
});

const ChangesSchema = v.object({
  changes: v.array(v.object({ ...UnitChangeSchema.entries, source: v.string() })),
});

function read<Schema extends v.GenericSchema>(schema: Schema, file: string): v.InferOutput<Schema> {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return v.parse(schema, JSON.parse(text.normalize('NFC')));
}

/** What the package lacks, each fact with its source. */
export const readOverlay = (): Overlay => read(OverlaySchema, 'overlay.data.json');

/** The communes that went to several others: the package names one of these at most. */
export const readSplits = (): Splits => read(SplitsSchema, 'splits.data.json');

/** The former communes that the package misspells, by code. */
export const readFormerNames = (): ReadonlyMap<string, string> =>
  new Map(read(NamesSchema, 'names.data.json').names.flatMap(({ names }) => Object.entries(names)));

/** The small changes before and after the one that the package tells of. */
export const readOtherChanges = () =>
  read(ChangesSchema, 'changes.data.json').changes.map(({ on, rows }) => ({ on, rows }));
