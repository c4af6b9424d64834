/** What the product itself publishes of sample books: the dashboard is tested on nothing else. */
import * as v from 'valibot';
import { DeclarationSchema } from '#domain/submission.ts';
import type { TestEngines } from '#test/support/engines.ts';
import { drain, makePipeline, publicBytes, runIngest, upload } from '#test/support/pipeline.ts';
import { SAMPLE_BOOKS, type SampleFile } from './books.ts';

/** Public objects by their key. */
export type Site = Map<string, string>;

/** Hands the books in, lets the pipeline run dry, and takes every public byte. */
export async function publishSamples(engines: TestEngines, samples = SAMPLE_BOOKS): Promise<Site> {
  const pipeline = await makePipeline(engines);
  for (const sample of samples) {
    const { csv, declaration } = declared(sample);
    await runIngest(pipeline, await upload(pipeline, csv, declaration));
  }
  await drain(engines, pipeline);
  return publicBytes(pipeline.site);
}

function declared({ csv, from, to, ...rest }: SampleFile) {
  const declaration = v.parse(DeclarationSchema, { ...rest, period: { from, to } });
  return { csv: new TextEncoder().encode(csv), declaration };
}
