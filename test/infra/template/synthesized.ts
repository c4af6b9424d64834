import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { buildApp } from '#infra/app.ts';
import type { StageName } from '#infra/config.ts';

/** A resource as the template has it. What is in it is each test's to look at. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

const scratch = mkdtempSync(join(tmpdir(), 'so-cong-khai-template-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The app without its bundles: the template's properties do not depend on them, and it takes a second less. */
export const unbundledApp = (stage: StageName = 'staging') =>
  buildApp({
    outdir: mkdtempSync(join(scratch, 'cdk-')),
    context: { stage, 'aws:cdk:bundling-stacks': [] },
  });

const made = new Map<StageName, Template>();

/** The template of a stage, synthesized once for each test file. */
export function templateOf(stage: StageName = 'staging'): Template {
  const standing = made.get(stage);
  if (standing !== undefined) return standing;
  const stack = unbundledApp(stage).node.findChild(`SoCongKhai-${stage}`);
  if (!Stack.isStack(stack)) throw new Error('not a stack');
  const template = Template.fromStack(stack);
  made.set(stage, template);
  return template;
}

/** Resources of one type by the name that people gave them: the tool's hash at the end is cut off. */
export const resourcesOf = (type: string, stage?: StageName): Record<string, Resource> =>
  Object.fromEntries(
    Object.entries(templateOf(stage).findResources(type)).map(([id, resource]) => [
      nameOf(id),
      resource as Resource,
    ]),
  );

/** `BooksInbox9D541CA8` → `BooksInbox`. */
export const nameOf = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** An intrinsic as one readable line: `<BooksInbox.Arn>/uploads/*`. Throws on one that it does not know. */
export function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) {
    const [[name, argument] = []] = Object.entries(value);
    if (name === 'Ref') return `<${nameOf(String(argument))}>`;
    if (name === 'Fn::GetAtt' && Array.isArray(argument))
      return `<${nameOf(String(argument[0]))}.${argument[1]}>`;
    if (name === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1]))
      return argument[1].map(flat).join(String(argument[0]));
  }
  throw new Error(`cannot read ${JSON.stringify(value)}`);
}

/** One or many, as policies write them, always as many. */
export const many = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
