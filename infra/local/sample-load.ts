import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { DeclarationSchema } from '#domain/submission.ts';
import { uploadKey } from '#domain/upload.ts';
import { digestOf, handIn } from './hand-in.ts';
import { SAMPLE_BOOKS_DIR } from './paths.ts';
import type { Runner } from './runner.ts';

const { unit, fund, kind, receivedAt, openingVnd, closingVnd, cashVnd, additional } =
  DeclarationSchema.entries;
const { from, to } = DeclarationSchema.entries.period.entries;

const ManifestSchema = v.object({
  books: v.array(
    v.object({
      file: v.string(),
      unit,
      fund,
      kind,
      from,
      to,
      receivedAt,
      openingVnd,
      closingVnd,
      cashVnd,
      additional,
      /** Name of the file that this one replaces. */
      supersedes: v.optional(v.string()),
    }),
  ),
});

export interface SampleLoad {
  readonly handedIn: number;
  /** Already in the ledger from an earlier start. */
  readonly known: number;
}

/** Hands in the sample books that the ledger has not seen, through the same door as any file, and waits for them. */
export async function loadSampleBooks(runner: Runner): Promise<SampleLoad> {
  const { clients, stores } = runner;
  const manifest = join(SAMPLE_BOOKS_DIR, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${manifest}: thiếu danh mục sổ mẫu`);
  const { books } = v.parse(ManifestSchema, JSON.parse(readFileSync(manifest, 'utf8')));
  const seen = new Set<string>();
  for await (const key of stores.inbox.keys('')) seen.add(key);
  let handedIn = 0;
  for (const { file, from, to, supersedes, ...declared } of books) {
    const path = join(SAMPLE_BOOKS_DIR, file);
    const declaration = {
      ...declared,
      period: { from, to },
      sample: true,
      filename: file,
      ...(await replaced(supersedes)),
    };
    const digest = await digestOf(path);
    if (seen.has(uploadKey(declaration, digest))) continue;
    await handIn(clients, stores.inboxBucket, path, declaration, digest);
    handedIn++;
  }
  await runner.idle();
  return { handedIn, known: books.length - handedIn };
}

const replaced = async (file: string | undefined) =>
  file === undefined ? {} : { supersedes: await digestOf(join(SAMPLE_BOOKS_DIR, file)) };
