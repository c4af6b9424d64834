import * as v from 'valibot';
import type { ObjectStore } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { type Across, AcrossSchema } from '#domain/publish/across-schema.ts';
import type { Gazetteer } from '#domain/publish/gazetteer.ts';
import type { ProvinceMap } from '#domain/publish/map-schema.ts';
import { type Child, SNAPSHOT_VERSION } from '#domain/publish/node-parts.ts';
import type { Report } from '#domain/publish/report-schema.ts';
import {
  csvKey,
  type Nation,
  NationSchema,
  objectKey,
  POINTER_KEY,
  PointerSchema,
  type Province,
  ProvinceSchema,
  type Statement,
  StatementSchema,
  type SubmissionNode,
  SubmissionNodeSchema,
  type UnitIndex,
  UnitIndexSchema,
  type UnitNode,
  UnitNodeSchema,
} from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { readJson } from '../shell/read-json.ts';

export type Node =
  | Nation
  | Province
  | ProvinceMap
  | UnitNode
  | Statement
  | SubmissionNode
  | Report
  | Across
  | UnitIndex
  | Gazetteer;

/** The published tree in the site's bucket: objects by the hash of their bytes, and the pointer. */
export class SiteTree {
  readonly #site: ObjectStore;
  /** Texts of the nodes written here: the map is drawn of provinces that were written a moment ago. */
  readonly #written = new Map<Sha256, string>();
  objectsWritten = 0;

  constructor(site: ObjectStore) {
    this.#site = site;
  }

  /**
   * The root of what is public now; `outdated` where an earlier release wrote it in another form; undefined before the
   * first publication.
   */
  async root(): Promise<Nation | 'outdated' | undefined> {
    const text = await this.#site.readText(POINTER_KEY);
    if (text === undefined) return undefined;
    const pointer: unknown = JSON.parse(text);
    if (v.parse(v.object({ version: v.number() }), pointer).version < SNAPSHOT_VERSION) return 'outdated';
    return this.#read(v.parse(PointerSchema, pointer).root, NationSchema);
  }

  province = (child: Child): Promise<Province> => this.#read(child.object, ProvinceSchema);
  unit = (child: Child): Promise<UnitNode> => this.#read(child.object, UnitNodeSchema);
  statement = (object: Sha256): Promise<Statement> => this.#read(object, StatementSchema);
  submission = (object: Sha256): Promise<SubmissionNode> => this.#read(object, SubmissionNodeSchema);
  across = (object: Sha256): Promise<Across> => this.#read(object, AcrossSchema);
  index = (object: Sha256): Promise<UnitIndex> => this.#read(object, UnitIndexSchema);

  async #read<T>(object: Sha256, schema: v.GenericSchema<unknown, T>): Promise<T> {
    const written = this.#written.get(object);
    if (written !== undefined) return v.parse(schema, JSON.parse(written));
    return readJson(this.#site, objectKey(object), schema);
  }

  /**
   * Writes a node under its name.
   * @param former the object that stands in its place in what is public: when nothing changed, nothing is written
   */
  async write(node: Node, former?: Sha256): Promise<Sha256> {
    const text = JSON.stringify(node);
    const object = hashText(text);
    if (node.type === 'province') this.#written.set(object, text);
    if (object !== former) await this.writeText(object, text);
    return object;
  }

  /** Writes a table under its name, unless it stands there. */
  async writeCsv(text: string, former?: Sha256): Promise<Sha256> {
    const object = hashText(text);
    if (object === former) return object;
    await this.#site.writeText(csvKey(object), text, {
      contentType: 'text/csv; charset=utf-8',
      cache: 'immutable',
    });
    this.objectsWritten += 1;
    return object;
  }

  async writeText(object: Sha256, text: string): Promise<void> {
    await this.#site.writeText(objectKey(object), text, {
      contentType: 'application/json',
      cache: 'immutable',
    });
    this.objectsWritten += 1;
  }

  /** The last write of a publication: from here on readers see it, whole. */
  async pointTo(nation: Nation): Promise<void> {
    const root = await this.write(nation);
    const { position, asOf } = nation;
    const pointer = JSON.stringify({ version: SNAPSHOT_VERSION, root, position, asOf });
    await this.#site.writeText(POINTER_KEY, pointer, { contentType: 'application/json', cache: 'pointer' });
  }
}
