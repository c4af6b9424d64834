import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Example } from './lint.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What the compiler says of examples as if they stood in the room, under the room's own settings and beside its
 * own global declarations: messages by path. An example without fault is absent.
 */
export function compile(room: string, examples: readonly Example[]): ReadonlyMap<string, readonly string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(join(ROOT, room, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(String(messageText));
    },
  });
  if (config === undefined) throw new Error(`${room}: no compiler settings`);
  const texts = new Map(examples.map(({ path, text }) => [join(ROOT, path), text]));
  const declarations = config.fileNames.filter((file) => file.endsWith('.d.ts'));
  const host = ts.createCompilerHost(config.options);
  const fromDisk = host.getSourceFile;
  host.getSourceFile = (file, options, ...rest) => {
    const text = texts.get(file);
    return text === undefined ? fromDisk(file, options, ...rest) : ts.createSourceFile(file, text, options);
  };
  const program = ts.createProgram([...declarations, ...texts.keys()], config.options, host);
  const faults = new Map<string, string[]>();
  for (const path of texts.keys()) {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    if (found.length === 0) continue;
    const messages = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    faults.set(path.slice(join(ROOT, '/').length), messages);
  }
  return faults;
}
