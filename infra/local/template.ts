import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { JsonObject } from './intrinsics.ts';

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** A synthesized application: its resources, and where the bundles of its functions lie. */
export interface Assembly {
  readonly resources: readonly Resource[];
  /** The directory of an asset by the key under which it would be uploaded. Throws when there is none. */
  assetDir(objectKey: string): string;
}

const jsonObject = v.custom<JsonObject>((value) => typeof value === 'object' && value !== null);

const ManifestSchema = v.object({
  artifacts: v.record(v.string(), v.object({ type: v.string(), properties: v.optional(jsonObject) })),
});

const TemplateSchema = v.object({
  Resources: v.record(v.string(), v.object({ Type: v.string(), Properties: v.optional(jsonObject) })),
});

const AssetsSchema = v.object({
  files: v.record(
    v.string(),
    v.object({
      source: v.object({ path: v.string() }),
      destinations: v.record(v.string(), v.object({ objectKey: v.string() })),
    }),
  ),
});

const readJson = (dir: string, file: unknown): unknown =>
  JSON.parse(readFileSync(join(dir, String(file)), 'utf8'));

/** Reads what `cdk synth` wrote into a directory. One stack only: names in two would not be told apart. */
export function readAssembly(dir: string): Assembly {
  const { artifacts } = v.parse(ManifestSchema, readJson(dir, 'manifest.json'));
  const ofType = (type: string) => Object.values(artifacts).filter((artifact) => artifact.type === type);
  const [stack, ...others] = ofType('aws:cloudformation:stack');
  if (stack === undefined || others.length > 0)
    throw new Error(`${dir}: one stack was expected, ${others.length + 1} found`);
  const template = v.parse(TemplateSchema, readJson(dir, stack.properties?.templateFile));
  const assets = new Map<string, string>();
  for (const { properties } of ofType('cdk:asset-manifest')) {
    const { files } = v.parse(AssetsSchema, readJson(dir, properties?.file));
    for (const { source, destinations } of Object.values(files)) {
      for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(dir, source.path));
    }
  }
  return {
    resources: Object.entries(template.Resources).map(([logicalId, { Type, Properties }]) => ({
      logicalId,
      type: Type,
      properties: Properties ?? {},
    })),
    assetDir: (objectKey) => {
      const found = assets.get(objectKey);
      if (found === undefined) throw new Error(`${dir}: no asset is named ${objectKey}`);
      return found;
    },
  };
}
