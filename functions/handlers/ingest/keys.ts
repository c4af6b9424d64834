import { hashText } from '#adapters/sha256.ts';
import { CONTRACT_VERSION } from '#domain/parse/contract.ts';
import { SNAPSHOT_VERSION } from '#domain/publish/schema.ts';
import type { Declaration, SubmissionId } from '#domain/submission.ts';

/**
 * Where the ledger bucket keeps what. Private and public parts have prefixes of their own, so that the function
 * that publishes can be kept from the private ones.
 */
export const PAGE_PREFIX = 'public/pages/';
export const pageKey = (hash: string): string => `${PAGE_PREFIX}${hash}.json`;

/**
 * Names depend on everything that decides the content: the file, what was declared about it, and the versions
 * of contract and snapshot. So a second writing of one key is always the same bytes.
 */
export function submissionKeys(
  id: SubmissionId,
  declaration: Declaration,
): { entries: string; summary: string } {
  const reading = hashText(JSON.stringify([declaration, CONTRACT_VERSION, SNAPSHOT_VERSION])).slice(0, 16);
  return { entries: `entries/${id}/${reading}.ndjson`, summary: `public/summaries/${id}/${reading}.json` };
}
