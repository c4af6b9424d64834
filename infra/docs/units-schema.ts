import { EXTENTS } from '#domain/units/change.ts';
import { CHANGE_COLUMNS, type ChangeColumn } from '#domain/units/read-changes.ts';

const CONSTRAINTS: Readonly<Record<ChangeColumn, Readonly<Record<string, unknown>>>> = {
  valid_from: { required: true, pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  former_code: { pattern: '^(\\d{2}|\\d{5})$' },
  extent: { required: true, enum: EXTENTS },
  code: { required: true, pattern: '^(\\d{2}|\\d{5})$' },
  name: { required: true, minLength: 2, maxLength: 100 },
  province_code: { pattern: '^\\d{2}$' },
  legal_act: { required: true, maxLength: 300 },
};

/** A table of changes of administrative units as a Frictionless Table Schema. */
export const unitsSchema = () => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  name: 'units',
  title: 'Thay đổi đơn vị hành chính',
  fieldsMatch: ['superset'],
  missingValues: [''],
  fields: Object.entries(CHANGE_COLUMNS).map(([name, description]) => ({
    name,
    type: 'string',
    constraints: CONSTRAINTS[name as ChangeColumn],
    description,
  })),
});
