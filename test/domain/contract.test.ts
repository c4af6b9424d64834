import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BOOK_KINDS, codesOf, TABLE_KINDS, type TableKind } from '#domain/codes.ts';
import { CONTRACT } from '#domain/parse/contract.ts';
import { readDate } from '#domain/parse/values/date.ts';
import { FigureColumn } from '#domain/parse/values/figure-column.ts';
import { parseYesNo } from '#domain/parse/values/yes-no.ts';
import { CONTRACT_DIRECTORY, contractFiles } from '#infra/docs/contract.ts';
import { exampleFile } from '#infra/docs/contract-readme.ts';
import type { tableSchema } from '#infra/docs/table-schema.ts';
import { report } from './validate/support.ts';

const committed = (name: string) =>
  readFileSync(new URL(`../../${CONTRACT_DIRECTORY}/${name}`, import.meta.url), 'utf8');
const KINDS = codesOf(BOOK_KINDS);

describe('the published contract', () => {
  it.each([...contractFiles()])('%s is what the code says (else: npm run docs)', (name, text) => {
    expect(committed(name)).toBe(text);
  });

  it.each(KINDS)('the example of %s is accepted without remark', (kind) => {
    const { rows, issues, controlTotals } = report(exampleFile(kind), { kind });
    expect({ rows, issues, controlTotals }).toEqual({
      rows: {
        total: 2,
        accepted: 1,
        quarantined: 0,
        ignored: 1,
        ignoredAs: { heading: 1, blank: 0, total: 0, title: 0, footer: 0 },
      },
      issues: [],
      controlTotals: [],
    });
  });
});

/** Types and constraints of the Table Schema specification that we use, with the properties each may have. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  string: ['constraints', 'categories'],
  number: ['constraints', 'decimalChar', 'groupChar'],
  integer: ['constraints'],
  boolean: ['trueValues', 'falseValues'],
};
const COMMON = ['name', 'title', 'type', 'description', 'example', 'so-cong-khai'];
const CONSTRAINTS = ['required', 'enum', 'pattern', 'minimum', 'maximum'];

const schemaOf = (kind: TableKind) =>
  JSON.parse(committed(`${kind}.schema.json`)) as ReturnType<typeof tableSchema>;

describe.each(codesOf(TABLE_KINDS))('the schema of %s', (kind) => {
  const schema = schemaOf(kind);

  it('says of each field what the specification knows', () => {
    expect(schema.fields.map(({ name }) => name)).toEqual(CONTRACT[kind].map(({ name }) => name));
    for (const field of schema.fields) {
      const allowed = [...COMMON, ...(TYPES[field.type] ?? [])];
      expect(
        Object.keys(field).filter((key) => !allowed.includes(key)),
        field.name,
      ).toEqual([]);
      expect(
        Object.keys(field.constraints ?? {}).filter((key) => !CONSTRAINTS.includes(key)),
        field.name,
      ).toEqual([]);
    }
    expect(schema.missingValues).toEqual(['']);
  });
});

describe.each(KINDS)('the schema of the book of %s', (kind) => {
  const schema = schemaOf(kind);

  it('asks for a value exactly where the reader does', () => {
    const required = schema.fields.filter(
      ({ constraints }) => (constraints as { required?: boolean })?.required,
    );
    expect(required.map(({ name }) => name)).toEqual(
      kind === 'contributions' ? ['date'] : ['date', 'purpose'],
    );
  });

  it('has patterns that take what the reader takes', () => {
    const pattern = (name: string) => {
      const field = schema.fields.find((one) => one.name === name);
      return new RegExp((field?.constraints as { pattern?: string } | undefined)?.pattern ?? 'no pattern');
    };
    for (const text of ['25/12/2024', '5/9/2024', '2024-12-25']) {
      expect(pattern('date').test(text)).toBe(true);
      expect(readDate(text, 'dmy')).toHaveProperty('date');
    }
    for (const text of ['1500000', '1.500', '-500.000', '−5', '0']) {
      expect(pattern('amount_vnd').test(text)).toBe(true);
      expect(new FigureColumn().money(text, 1)).toBeDefined();
    }
    for (const text of ['1,5', '0.500', '1e6', '5 USD']) {
      expect(pattern('amount_vnd').test(text)).toBe(false);
      expect(new FigureColumn().money(text, 1)).toBeUndefined();
    }
  });

  it('lists words for yes and no as the reader reads them', () => {
    for (const { trueValues, falseValues } of schema.fields.filter(({ type }) => type === 'boolean')) {
      for (const word of trueValues as string[]) expect(parseYesNo(word)).toBe(true);
      for (const word of falseValues as string[]) expect(parseYesNo(word)).toBe(false);
    }
  });
});

it.each<[TableKind, string[]]>([
  ['allocations', ['stage', 'date', 'amount_vnd']],
  ['targets', ['year', 'indicator']],
  ['houses', ['house', 'work', 'status', 'date']],
  ['decisions', ['action', 'reason', 'office']],
])('the schema of %s asks for a value where the reader does', (kind, names) => {
  const required = schemaOf(kind).fields.filter(
    ({ constraints }) => (constraints as { required?: boolean })?.required,
  );
  expect(required.map(({ name }) => name)).toEqual(names);
});

it('keeps to itself who promised, which house it is, and every note', () => {
  const hidden = codesOf(TABLE_KINDS).flatMap((kind) =>
    CONTRACT[kind].filter((column) => column.private).map(({ name }) => `${kind}.${name}`),
  );
  expect(hidden).toEqual(
    expect.arrayContaining(['allocations.donor', 'houses.house', 'targets.note', 'houses.note']),
  );
});
