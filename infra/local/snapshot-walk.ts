import * as v from 'valibot';
import type { ObjectStore } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { conserveHref, fileHref, statementHref, unitHref } from '#dashboard/src/routes.ts';
import { AcrossSchema } from '#domain/publish/across-schema.ts';
import { GazetteerSchema } from '#domain/publish/gazetteer.ts';
import { ProvinceMapSchema } from '#domain/publish/map-schema.ts';
import { ReportSchema } from '#domain/publish/report-schema.ts';
import {
  csvKey,
  NationSchema,
  objectKey,
  PointerSchema,
  ProvinceSchema,
  StatementSchema,
  SubmissionNodeSchema,
  UnitIndexSchema,
  UnitNodeSchema,
} from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { mapLimited } from '#handlers/shell/limit.ts';

const NodeSchema = v.variant('type', [
  NationSchema,
  ProvinceSchema,
  UnitNodeSchema,
  StatementSchema,
  SubmissionNodeSchema,
  UnitIndexSchema,
  ProvinceMapSchema,
  GazetteerSchema,
  ReportSchema,
  AcrossSchema,
  v.object({ type: v.literal('rows') }),
]);
type Node = v.InferOutput<typeof NodeSchema>;

export interface PublishedObject {
  readonly key: string;
  readonly text: string;
  /** The dashboard's addresses that show it or a part of it, where it has some of its own. */
  readonly addresses: readonly string[];
}

const READS_UNDER_WAY = 16;

/**
 * Every object that can be reached from a pointer, each once, level by level. Throws when one is missing, does
 * not have the bytes that its name promises, or is not of its shape.
 */
export async function* readSnapshot(site: ObjectStore, pointer: string): AsyncGenerator<PublishedObject> {
  const seen = new Set<string>();
  let level: readonly string[] = [objectKey(v.parse(PointerSchema, JSON.parse(pointer)).root)];
  while (level.length > 0) {
    const next = new Set<string>();
    for (let start = 0; start < level.length; start += READS_UNDER_WAY) {
      const keys = level.slice(start, start + READS_UNDER_WAY);
      const read = await mapLimited(keys, READS_UNDER_WAY, (key) => readObject(site, key));
      for (const { object, links } of read) {
        yield object;
        for (const link of links) next.add(link);
      }
    }
    for (const key of level) seen.add(key);
    level = [...next].filter((key) => !seen.has(key));
  }
}

async function readObject(site: ObjectStore, key: string) {
  const text = await site.readText(key);
  if (text === undefined) throw new Error(`${key}: đối tượng được trỏ tới mà không có trong kho`);
  const name = hashText(text) as Sha256;
  if (key !== objectKey(name) && key !== csvKey(name)) throw new Error(`${key}: nội dung không khớp với tên`);
  if (key === csvKey(name)) return { object: { key, text, addresses: [] }, links: [] };
  const node = v.parse(NodeSchema, JSON.parse(text));
  const object: PublishedObject = { key, text, addresses: addressesOf(node) };
  return { object, links: [...linksOf(node).map(objectKey), ...tablesOf(node)] };
}

/** Tables that stand beside a node. */
const tablesOf = (node: Node): string[] => (node.type === 'statement' ? [csvKey(node.report.csv)] : []);

const acrossOf = ({ across }: { readonly across?: Sha256 | undefined }): Sha256[] =>
  across === undefined ? [] : [across];

function linksOf(node: Node): Sha256[] {
  switch (node.type) {
    case 'nation':
      return [
        node.index,
        node.gazetteer,
        ...acrossOf(node),
        ...objects([...(node.centre ? [node.centre] : []), ...node.provinces, ...node.map.provinces]),
        ...objects(node.map.undetermined.map(({ child }) => child)),
      ];
    case 'province':
      return [...acrossOf(node), ...objects([...(node.own ? [node.own] : []), ...node.communes])];
    case 'map':
      return objects([
        ...[...(node.own ? [node.own] : []), ...node.communes].flatMap(({ parts }) => parts),
        ...node.undetermined.map(({ child }) => child),
      ]);
    case 'unit':
      return objects(node.statements);
    case 'statement':
      return [node.report.json, ...objects(node.submissions)];
    case 'submission':
      return objects(node.pages);
    case 'index':
    case 'gazetteer':
    case 'report':
    case 'across':
    case 'rows':
      return [];
  }
}

const objects = (parts: readonly { readonly object: Sha256 }[]): Sha256[] =>
  parts.map(({ object }) => object);

function addressesOf(node: Node): readonly string[] {
  switch (node.type) {
    case 'nation':
      return [conserveHref()];
    case 'province':
      return [unitHref(node.unit), conserveHref(node.unit)];
    case 'unit':
      return [unitHref(node.unit)];
    case 'statement':
      return [statementHref(node.unit, node.fund)];
    case 'submission':
      return [fileHref(node.unit, node.fund, node.digest)];
    case 'map':
      return [unitHref(node.unit), ...node.communes.map(({ unit }) => unitHref(unit))];
    case 'index':
    case 'gazetteer':
    case 'report':
    case 'across':
    case 'rows':
      return [];
  }
}
