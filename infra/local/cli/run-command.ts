import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_DATA_DIR } from '../paths.ts';
import { COMMON_OPTIONS } from './common.ts';
import { argumentFailure, CliFailure, EXIT, type ExitCode } from './failure.ts';
import { type CommandName, HELP } from './help.ts';
import { makeOutput, type Output, type Streams } from './output.ts';
import type { Session } from './session.ts';

type Command = (args: readonly string[], open: () => Promise<Session>, output: Output) => Promise<ExitCode>;

interface Entry {
  /** Loaded when it is asked for: a word of help need not wait for the SDK. */
  readonly load: () => Promise<Command>;
  /** Whether functions must take messages meanwhile. */
  readonly work: boolean;
}

const COMMANDS: Readonly<Record<CommandName, Entry>> = {
  check: { load: async () => (await import('./check.ts')).check, work: false },
  template: { load: async () => (await import('./template.ts')).template, work: false },
  submit: { load: async () => (await import('./submit.ts')).submit, work: true },
  publish: { load: async () => (await import('./site.ts')).publish, work: true },
  rebuild: { load: async () => (await import('./site.ts')).rebuild, work: true },
  matches: { load: async () => (await import('./matches.ts')).matches, work: true },
  status: { load: async () => (await import('./status.ts')).status, work: false },
  campaigns: { load: async () => (await import('./campaigns.ts')).campaigns, work: true },
  units: { load: async () => (await import('./units.ts')).units, work: true },
};

const isCommand = (name: string | undefined): name is CommandName =>
  name !== undefined && Object.hasOwn(COMMANDS, name);

/** Runs one command from its first word to its exit code. Foreseen and unforeseen failures become words, too. */
export async function runCommand([name, ...args]: readonly string[], streams: Streams): Promise<ExitCode> {
  if (!isCommand(name)) return withoutCommand(name, streams);
  // Only what every command shares; each reads its own arguments strictly afterwards.
  const { values } = parseArgs({ args: [...args], options: COMMON_OPTIONS, strict: false });
  if (values.help === true) {
    streams.out(`${HELP[name]}\n`);
    return EXIT.done;
  }
  const output = makeOutput(streams, values.json === true);
  const dataDir = typeof values.data === 'string' ? resolve(values.data) : DEFAULT_DATA_DIR;
  const { load, work } = COMMANDS[name];
  try {
    const command = await load();
    return await command(args, () => open(dataDir, work, output), output);
  } catch (error) {
    return tellFailure(error, name, output, values.json === true);
  }
}

function withoutCommand(name: string | undefined, { out, err }: Streams): ExitCode {
  if (name === '--help' || name === '-h' || name === 'help') {
    out(`${HELP['']}\n`);
    return EXIT.done;
  }
  err(`${name === undefined ? 'Thiếu lệnh.' : `Không có lệnh “${name}”.`}\n\n${HELP['']}\n`);
  return EXIT.usage;
}

const INTERRUPTED = 130;

/** Ctrl-C ends the engines properly before the process goes. */
async function open(dataDir: string, work: boolean, output: Output): Promise<Session> {
  const { openSession } = await import('./session.ts');
  const session = await openSession(dataDir, work, output);
  const interrupt = (): void => {
    output.note('\nĐang dừng…');
    void session.close().finally(() => process.exit(INTERRUPTED));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  return {
    ...session,
    close: async () => {
      await session.close();
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    },
  };
}

function tellFailure(cause: unknown, name: CommandName, output: Output, json: boolean): ExitCode {
  const error = argumentFailure(cause) ?? cause;
  const exitCode = error instanceof CliFailure ? error.exitCode : EXIT.failed;
  const message = error instanceof Error ? error.message : String(error);
  if (json) output.result({ error: message, exitCode }, []);
  output.note(error instanceof CliFailure ? message : `Hệ thống lỗi: ${message}`);
  if (exitCode === EXIT.usage) output.note(`Xem: npx so-cong-khai ${name} --help`);
  return exitCode;
}
