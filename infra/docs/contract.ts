import { codesOf, TABLE_KINDS } from '#domain/codes.ts';
import { contractReadme } from './contract-readme.ts';
import { tableSchema } from './table-schema.ts';
import { unitsSchema } from './units-schema.ts';

/** Where the published contract stands, from the root of the checkout. */
export const CONTRACT_DIRECTORY = 'docs/contract';

/** The published contract: texts by file name, a function of the contract in the code. */
export const contractFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...codesOf(TABLE_KINDS).map(
      (kind) => [`${kind}.schema.json`, `${JSON.stringify(tableSchema(kind), null, 2)}\n`] as const,
    ),
    ['units.schema.json', `${JSON.stringify(unitsSchema(), null, 2)}\n`] as const,
    ['README.md', contractReadme()] as const,
  ]);
