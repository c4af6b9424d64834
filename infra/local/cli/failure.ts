/** What the command's exit code says. */
export const EXIT = {
  done: 0,
  /** The rules sent the file back, or there is nothing to publish. */
  refused: 1,
  /** The command itself is wrong: unknown option, missing file, malformed value. */
  usage: 2,
  /** The engines or the functions failed: the same command may work later. */
  failed: 3,
  /** `check`: the file may be handed in, but some of its rows would be set aside. */
  partly: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end that was foreseen: what is wrong and what to do, in Vietnamese, and the exit code. */
export class CliFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CliFailure';
    this.exitCode = exitCode;
  }
}

export const usageError = (message: string, cause?: unknown): CliFailure =>
  new CliFailure(EXIT.usage, message, cause);

const ARGUMENT_ERRORS: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'Có tuỳ chọn không tồn tại',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE:
    'Tuỳ chọn thiếu giá trị, hoặc giá trị bắt đầu bằng dấu trừ (viết liền: --opening=-20000)',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'Có từ thừa',
};

/** Node's complaint about a malformed command line, in our words; undefined for anything else. */
export function argumentFailure(error: unknown): CliFailure | undefined {
  if (!(error instanceof TypeError) || !('code' in error)) return undefined;
  const said = ARGUMENT_ERRORS[String(error.code)];
  // Its first quoted word is the option at fault.
  const option = /'([^']+)'/.exec(error.message)?.[1] ?? error.message;
  return said === undefined ? undefined : usageError(`${said}: ${option}`, error);
}
