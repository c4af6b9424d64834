import { spawn } from 'node:child_process';
import { ROOT } from './paths.ts';

const KEPT_OUTPUT = 20_000;

/**
 * Runs a Node program of this checkout to its end, quietly. Throws with the last of what it said when it fails.
 */
export function runTool(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.join(' ')} (mã ${code})\n${output.trim()}`));
    });
  });
}
