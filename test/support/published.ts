/** What is public, as a reader reads it: from the pointer down, each object held against its schema. */
import * as v from 'valibot';
import type { ObjectStore } from '#adapters/ports.ts';
import { type Across, AcrossSchema } from '#domain/publish/across-schema.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import { type Report, ReportSchema } from '#domain/publish/report-schema.ts';
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
  UnitNodeSchema,
} from '#domain/publish/schema.ts';

export class Published {
  readonly #site: ObjectStore;

  constructor(site: ObjectStore) {
    this.#site = site;
  }

  object = async <T>(hash: string, schema: v.GenericSchema<unknown, T>): Promise<T> =>
    v.parse(schema, JSON.parse((await this.#site.readText(objectKey(hash))) ?? 'null'));

  async nation(): Promise<Nation> {
    const pointer = v.parse(PointerSchema, JSON.parse((await this.#site.readText(POINTER_KEY)) ?? 'null'));
    return this.object(pointer.root, NationSchema);
  }

  /** The province as reported, by its code. */
  async province(code: string): Promise<Province> {
    return this.object(named((await this.nation()).provinces, code).object, ProvinceSchema);
  }

  /** The latest statement of a unit: TW, a province by its code, or a commune below it. */
  async statement(fund: string, province: string, commune?: string): Promise<Statement> {
    const node = await this.object((await this.#unit(province, commune)).object, UnitNodeSchema);
    const ref = node.statements.find((one) => one.fund === fund);
    if (ref === undefined) throw new Error(`no book of ${fund}`);
    return this.object(ref.object, StatementSchema);
  }

  async #unit(province: string, commune: string | undefined): Promise<Child> {
    if (province === 'TW') return present((await this.nation()).centre, 'TW');
    const node = await this.province(province);
    return commune === undefined ? present(node.own, province) : named(node.communes, commune);
  }

  across = async (node: Pick<Province, 'across'>): Promise<Across> =>
    this.object(present(node.across, 'across'), AcrossSchema);

  report = async ({ report }: Statement): Promise<Report> => this.object(report.json, ReportSchema);

  csv = async ({ report }: Statement): Promise<string> =>
    present(await this.#site.readText(csvKey(report.csv)), 'csv');

  files = ({ submissions }: Statement): Promise<SubmissionNode[]> =>
    Promise.all(submissions.map(({ object }) => this.object(object, SubmissionNodeSchema)));
}

function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not public`);
  return value;
}

const named = (children: readonly Child[], code: string): Child =>
  present(
    children.find(({ unit }) => unit.code === code),
    code,
  );
