import type { TableKind } from '../codes.ts';
import type { Column } from './column.ts';
import { bankStatement } from './contract/bank-statement.ts';
import { contributions } from './contract/contributions.ts';
import { disbursements } from './contract/disbursements.ts';
import { repairColumns } from './contract/shared.ts';

/** Raised when a file that was right under the former version could be read differently. */
export const CONTRACT_VERSION = 3;

/** The contract: the columns of each kind of table, in the order of the template. */
export const CONTRACT: Readonly<Record<TableKind, readonly Column[]>> = {
  contributions,
  disbursements,
  bankStatement,
};

/** The columns that a treasurer fills in: all but those that a check writes. */
export const columnsToFill = (kind: TableKind): readonly Column[] =>
  CONTRACT[kind].filter((column) => !repairColumns.includes(column));
