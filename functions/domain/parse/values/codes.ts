import { fold } from '#domain/text.ts';

/** What word processors put around words. */
const QUOTES = /["“”„‟'‘’‚«»]/gu;

/** "Nhà xây mới (nhà)": what a label adds in brackets need not be written. */
const IN_BRACKETS = / \([^)]*\)$/u;

/** A reader of codes: the code itself, or its label in any spelling. Built once per list. */
export function codeReader<T extends string>(
  labels: Readonly<Record<T, string>>,
): (text: string) => T | undefined {
  const byKey = new Map<string, T>();
  for (const [code, label] of Object.entries(labels) as [T, string][]) {
    byKey.set(code, code);
    byKey.set(fold(code), code);
    byKey.set(fold(code.replaceAll('_', ' ')), code);
    byKey.set(fold(label), code);
  }
  for (const [code, label] of Object.entries(labels) as [T, string][]) {
    const bare = fold(label.replace(IN_BRACKETS, ''));
    if (!byKey.has(bare)) byKey.set(bare, code);
  }
  return (text) => byKey.get(text) ?? byKey.get(fold(text)) ?? byKey.get(fold(text.replace(QUOTES, '')));
}
