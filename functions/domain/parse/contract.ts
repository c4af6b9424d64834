import type { TableKind } from '../codes.ts';
import type { Column } from './column.ts';
import { allocations } from './contract/allocations.ts';
import { bankStatement } from './contract/bank-statement.ts';
import { contributions } from './contract/contributions.ts';
import { decisions } from './contract/decisions.ts';
import { disbursements } from './contract/disbursements.ts';
import { houses } from './contract/houses.ts';
import { repairColumns } from './contract/shared.ts';
import { targets } from './contract/targets.ts';

/** Raised when a file that was right under the former version could be read differently. */
export const CONTRACT_VERSION = 4;

/** The contract: the columns of each kind of table, in the order of the template. */
export const CONTRACT: Readonly<Record<TableKind, readonly Column[]>> = {
  contributions,
  disbursements,
  bankStatement,
  allocations,
  targets,
  houses,
  decisions,
};

/** The columns that a treasurer fills in: all but those that a check writes. */
export const columnsToFill = (kind: TableKind): readonly Column[] =>
  CONTRACT[kind].filter((column) => !repairColumns.includes(column));
