/** Where a command's words go: its result to one stream, what happens meanwhile to the other. */
export interface Output {
  /** One line of what happens meanwhile. */
  note(line: string): void;
  /** The result: for people as lines, for scripts as one JSON value. Once per command. */
  result(value: unknown, lines: readonly string[]): void;
}

/** stdout and stderr, or what stands in for them. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

export const makeOutput = ({ out, err }: Streams, json: boolean): Output => ({
  note: (line) => err(`${line}\n`),
  result: (value, lines) => out(json ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join('\n')}\n`),
});
