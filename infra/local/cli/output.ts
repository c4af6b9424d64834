/** Where a command's words go: its result to stdout, what happens meanwhile to stderr. */
export interface Output {
  readonly json: boolean;
  /** One line of what happens meanwhile. */
  note(line: string): void;
  /** The result: for people as lines, for scripts as one JSON value. Once per command. */
  result(value: unknown, lines: readonly string[]): void;
}

export const makeOutput = (json: boolean): Output => ({
  json,
  note: (line) => process.stderr.write(`${line}\n`),
  result: (value, lines) => {
    process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join('\n')}\n`);
  },
});
