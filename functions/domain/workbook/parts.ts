import { damaged } from './refusal.ts';
import { XmlScanner, type XmlSink } from './xml.ts';
import { inflateText, partKey, type ZipDirectory } from './zip-reader.ts';

/** The archive that a workbook is. */
export interface Package {
  readonly directory: ZipDirectory;
}

/** Reads a part from end to end, nothing of it is kept. Throws a Refusal when it is not there or damaged. */
export async function scanPart(file: Package, path: string, sink: XmlSink): Promise<void> {
  for await (const _ of scanPortions(file, path, sink));
}

/** The same, and a breath after each portion. */
export async function* scanPortions(file: Package, path: string, sink: XmlSink): AsyncGenerator<void> {
  const entry = file.directory.get(partKey(path));
  if (entry === undefined) throw damaged(`no part ${partKey(path).split('/').at(-1)}`);
  const scanner = new XmlScanner(sink);
  for await (const portion of inflateText(entry)) {
    scanner.push(portion);
    yield;
  }
  scanner.end();
}

/** A sink that looks at opening tags only. */
export const tags = (open: XmlSink['open']): XmlSink => ({ open, text: () => {}, close: () => {} });

/** What one part of the package refers to: by id, its path and the last word of its type. */
export interface Relation {
  readonly id: string;
  /** "worksheet", "sharedStrings" …; the strict and the usual dialect of the format differ in what is before. */
  readonly type: string;
  readonly path: string;
}

/** The relations of a part; none where it has no list of them. `''` is the package itself. */
export async function readRelations(file: Package, path: string): Promise<readonly Relation[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!file.directory.has(partKey(list))) return relations;
  await scanPart(
    file,
    list,
    tags((name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributes.Target ?? '';
      relations.push({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        path: resolve(folder, target),
      });
    }),
  );
  return relations;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
