/** What the product itself publishes of sample books: the dashboard is tested on nothing else. */
import * as v from 'valibot';
import { type Declaration, DeclarationSchema } from '#domain/submission.ts';
import type { TestEngines } from '#test/support/engines.ts';
import { drain, makePipeline, publicBytes, runIngest, upload } from '#test/support/pipeline.ts';
import { SAMPLE_BOOKS, type SampleFile } from './books.ts';

/** Public objects by their key. */
export type Site = Map<string, string>;

/** A file as it is handed in. */
export interface Handed {
  readonly bytes: Uint8Array;
  readonly declaration: Declaration;
}

/** Hands invented books in, and gives all that is public then. */
export const publishSamples = (engines: TestEngines, samples = SAMPLE_BOOKS): Promise<Site> =>
  publishFiles(engines, samples.map(handedIn));

/** Hands files in, lets the pipeline run dry, and takes every public byte. */
export async function publishFiles(engines: TestEngines, files: readonly Handed[]): Promise<Site> {
  const pipeline = await makePipeline(engines);
  for (const { bytes, declaration } of files) {
    await runIngest(pipeline, await upload(pipeline, bytes, declaration));
  }
  await drain(engines, pipeline);
  return publicBytes(pipeline.site);
}

export function handedIn({ csv, from, to, ...rest }: SampleFile): Handed {
  const declaration = v.parse(DeclarationSchema, { ...rest, period: { from, to } });
  return { bytes: new TextEncoder().encode(csv), declaration };
}
