import { TABLE_KINDS, type TableKind } from '#domain/codes.ts';
import { type Column, headingsOf } from '#domain/parse/column.ts';
import { CONTRACT, CONTRACT_VERSION } from '#domain/parse/contract.ts';
import { NO_WORDS, YES_WORDS } from '#domain/parse/values/yes-no.ts';

/** A field of a Frictionless Table Schema, with our own properties behind the standard ones. */
export type Field = Readonly<Record<string, unknown>> & { readonly name: string; readonly type: string };

/** Plain notation, which every program reads alike; the reader takes more. */
const VND_PATTERN = '^[-−]?(?:\\d{1,15}|[1-9]\\d{0,2}(?:\\.\\d{3}){1,4})$';
const DATE_PATTERN = '^(\\d{1,2}/\\d{1,2}/\\d{4}|\\d{4}-\\d{2}-\\d{2})$';

/** Type and constraints in Frictionless' terms: never looser than the reader, and no notation but the plain one. */
function typeOf(
  column: Column,
): { type: string; constraints?: Record<string, unknown> } & Record<string, unknown> {
  switch (column.type) {
    case 'date':
      // The standard's date type knows one format.
      return { type: 'string', constraints: { pattern: DATE_PATTERN } };
    case 'vnd':
      return { type: 'string', constraints: { pattern: VND_PATTERN } };
    case 'quantity':
      return { type: 'number', decimalChar: ',', groupChar: '.', constraints: { minimum: 0 } };
    case 'year':
      return { type: 'integer', constraints: { minimum: 1990, maximum: 2100 } };
    case 'count':
      return { type: 'integer', constraints: { minimum: 1 } };
    case 'yesNo':
      return { type: 'boolean', trueValues: YES_WORDS, falseValues: NO_WORDS };
    case 'code': {
      const categories = Object.entries(column.codes ?? {}).map(([value, label]) => ({ value, label }));
      return { type: 'string', categories, constraints: { enum: categories.map(({ value }) => value) } };
    }
    case 'text':
    case 'unit':
    case 'words':
      return { type: 'string' };
  }
}

function fieldOf(column: Column): Field {
  const { type, constraints = {}, ...format } = typeOf(column);
  const required = column.required === true && column.mayBeBlank !== true;
  const all = required ? { required, ...constraints } : constraints;
  return {
    name: column.name,
    title: column.title,
    type,
    ...format,
    ...(Object.keys(all).length === 0 ? {} : { constraints: all }),
    description: column.description,
    ...(column.example === '' ? {} : { example: column.example }),
    'so-cong-khai': {
      type: column.type,
      columnRequired: column.required === true,
      headings: headingsOf(column),
      ...(column.requiredOneOf === undefined ? {} : { requiredOneOf: column.requiredOneOf }),
      private: column.private === true,
    },
  };
}

/** The contract for one kind of table as a Frictionless Table Schema. */
export const tableSchema = (kind: TableKind) => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  name: kind,
  title: TABLE_KINDS[kind],
  version: CONTRACT_VERSION,
  // Columns in any order; those that are not required may be absent, others may stand beside them.
  fieldsMatch: ['partial'],
  missingValues: [''],
  fields: CONTRACT[kind].map(fieldOf),
});
