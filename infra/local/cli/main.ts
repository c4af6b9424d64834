/** The command line `so-cong-khai`: which command, on which ledger, and how it ended. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_DATA_DIR } from '../paths.ts';
import { campaigns } from './campaigns.ts';
import { argumentFailure, CliFailure, EXIT, type ExitCode } from './failure.ts';
import { type CommandName, HELP } from './help.ts';
import { makeOutput, type Output } from './output.ts';
import { openSession, type Session } from './session.ts';
import { publish, rebuild } from './site.ts';
import { status } from './status.ts';
import { submit } from './submit.ts';

type Command = (args: readonly string[], open: () => Promise<Session>, output: Output) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<CommandName, { readonly run: Command; readonly work: boolean }>> = {
  submit: { run: submit, work: true },
  publish: { run: publish, work: true },
  rebuild: { run: rebuild, work: true },
  status: { run: status, work: false },
  campaigns: { run: campaigns, work: true },
};

const isCommand = (name: string | undefined): name is CommandName =>
  name !== undefined && Object.hasOwn(COMMANDS, name);

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  // Only what every command shares; each reads its own arguments strictly afterwards.
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    strict: false,
  });
  const output = makeOutput(values.json === true);
  if (!isCommand(name)) {
    const asked = name === undefined || name === '--help' || name === '-h' || name === 'help';
    if (!asked) process.stderr.write(`Không có lệnh “${name}”.\n\n`);
    (asked ? process.stdout : process.stderr).write(`${HELP['']}\n`);
    return asked && name !== undefined ? EXIT.done : EXIT.usage;
  }
  if (values.help === true) {
    process.stdout.write(`${HELP[name]}\n`);
    return EXIT.done;
  }
  const dataDir = typeof values.data === 'string' ? resolve(values.data) : DEFAULT_DATA_DIR;
  const { run, work } = COMMANDS[name];
  try {
    return await run(args, () => openInterruptibly(dataDir, work, output), output);
  } catch (error) {
    return tellFailure(error, name, output);
  }
}

/** Ctrl-C ends the engines properly before the process goes. */
async function openInterruptibly(dataDir: string, work: boolean, output: Output): Promise<Session> {
  const session = await openSession(dataDir, work, output);
  process.once('SIGINT', () => {
    output.note('\nĐang dừng…');
    void session.close().finally(() => process.exit(130));
  });
  return session;
}

function tellFailure(cause: unknown, name: CommandName, output: Output): ExitCode {
  const error = argumentFailure(cause) ?? cause;
  const exitCode = error instanceof CliFailure ? error.exitCode : EXIT.failed;
  const message = error instanceof Error ? error.message : String(error);
  if (output.json) output.result({ error: message, exitCode }, []);
  output.note(error instanceof CliFailure ? message : `Hệ thống lỗi: ${message}`);
  if (exitCode === EXIT.usage) output.note(`Xem: npx so-cong-khai ${name} --help`);
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));
