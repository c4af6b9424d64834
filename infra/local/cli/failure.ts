/** What the command's exit code says. */
export const EXIT = {
  done: 0,
  /** The rules sent the file back, or there is nothing to publish. */
  refused: 1,
  /** The command itself is wrong: unknown option, missing file, malformed value. */
  usage: 2,
  /** The engines or the functions failed: the same command may work later. */
  failed: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end that was foreseen: what is wrong and what to do, in Vietnamese, and the exit code. */
export class CliFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.name = 'CliFailure';
    this.exitCode = exitCode;
  }
}

export const usageError = (message: string): CliFailure => new CliFailure(EXIT.usage, message);
