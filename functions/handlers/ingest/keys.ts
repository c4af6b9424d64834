import { CONTRACT_VERSION } from '#domain/parse/contract.ts';
import type { SubmissionId } from '#domain/submission.ts';

/**
 * Where the ledger bucket keeps what. Private and public parts have prefixes of their own, so that the function
 * that publishes can be kept from the private ones.
 */
const PAGE_PREFIX = 'public/pages/';
const SUMMARY_PREFIX = 'public/summaries/';
const UNITS_PREFIX = 'public/units/';
const ENTRIES_PREFIX = 'entries/';

export const pageKey = (hash: string): string => `${PAGE_PREFIX}${hash}.json`;
export const summaryKeyOf = (hash: string): string => `${SUMMARY_PREFIX}${hash}.json`;

export const changesKeyOf = (hash: string): string => `${UNITS_PREFIX}${hash}.json`;

/**
 * The name holds everything that decides the entries: the bytes and what was declared of them are in the
 * identity, the reading is the contract's. So a second writing of one key is always the same bytes.
 */
export const entriesKeyOf = (id: SubmissionId): string => `${ENTRIES_PREFIX}${id}/${CONTRACT_VERSION}.ndjson`;
