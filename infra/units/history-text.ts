import type { HistoryData } from '#domain/units/history-codec.ts';

const list = (open: string, items: readonly string[], close: string): string =>
  `${open}\n${items.join(',\n')}\n${close}`;

/** The lists within these stand one item a line. */
function blockText(block: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(block).map(([key, value]) => {
    const lines = Array.isArray(value)
      ? list(
          '[',
          value.map((item) => JSON.stringify(item)),
          ']',
        )
      : JSON.stringify(value);
    return `${JSON.stringify(key)}:${lines}`;
  });
  return `{${fields.join(',')}}`;
}

/** A history as JSON with one district or one present commune a line, so that a change of it reads as a diff. */
export function historyText({ base, changes, codeAliases }: HistoryData): string {
  const days = changes.map(
    ({ on, rows }) => `{"on":${JSON.stringify(on)},"rows":${list('[', rows.map(blockText), ']')}}`,
  );
  const aliases = codeAliases.map((pair) => JSON.stringify(pair));
  return `${list('{"base":[', base.map(blockText), '],')}
${list('"changes":[', days, '],')}
${list('"codeAliases":[', aliases, ']}')}
`;
}
