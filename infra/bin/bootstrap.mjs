/**
 * What must work before anything is installed: plain JavaScript, no dependencies, any Node from 20.19 on.
 * Installs what is missing, then hands over to the project's own Node 24, which runs the TypeScript files.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const MINIMUM = [20, 19];

/** True when that version of Node can run this bootstrap and npm's present lockfile. */
export function nodeIsRecent(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

const lockfile = (root) => join(root, 'package-lock.json');
const stamp = (root) => join(root, 'node_modules', '.so-cong-khai-installed');

/** Names the set of packages that the lockfile asks for. */
export const lockDigest = (root) =>
  createHash('sha256')
    .update(readFileSync(lockfile(root)))
    .digest('hex');

/** npm notes what it installed last; somebody who ran `npm ci` by hand need not wait for a second one. */
function npmInstalledTheSame(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(lockfile(root), 'utf8')).packages;
  const found = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional === true || found[path]?.version === entry.version,
  );
}

/** The project's own Node, or undefined where the package `node` is not (fully) installed. */
export function projectNode(root) {
  const file = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

/** True when node_modules holds what package-lock.json asks for. */
export function isInstalled(root) {
  if (projectNode(root) === undefined) return false;
  if (existsSync(stamp(root))) return readFileSync(stamp(root), 'utf8') === lockDigest(root);
  return npmInstalledTheSame(root);
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Runs `work` while no other process of this checkout installs; a lock left by a dead process is taken over. */
async function aloneIn(root, work) {
  const dir = join(root, '.local');
  const lock = join(dir, 'install.lock');
  mkdirSync(dir, { recursive: true });
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    else if (!told) {
      console.error(
        `Một tiến trình khác (${holder}) đang cài đặt, chờ nó xong… (another process is installing)`,
      );
      told = true;
    }
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** npm sets these for the scripts it runs; handed on, they would bend the install to another place or scope. */
const withoutNpmScope = (env) =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_config_(global|global_prefix|local_prefix|prefix|location)$/i.test(name),
    ),
  );

function npm(root, args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: withoutNpmScope(process.env) };
  const run =
    own !== undefined && /npm-cli\.c?js$/.test(own)
      ? spawnSync(process.execPath, [own, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (run.error) throw new Error(`Không chạy được npm (cannot run npm): ${run.error.message}`);
  return run.status ?? 1;
}

const INSTALL_ADVICE =
  'Cài đặt không xong. Hãy kiểm tra mạng rồi chạy lại lệnh này. (Installing failed: check the network and run the command again.)';

/** Installs what the lockfile asks for, once, whoever comes first. Throws an Error to be shown as it stands. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return false;
  return aloneIn(root, async () => {
    if (isInstalled(root)) return false;
    const start = Date.now();
    console.error('• Cài đặt các gói cần thiết, lần đầu mất một hai phút… (installing packages)');
    if (npm(root, ['ci', '--loglevel=error', '--no-audit', '--no-fund']) !== 0)
      throw new Error(INSTALL_ADVICE);
    // Where npm was told to run no install scripts, the package `node` has not fetched its binary yet.
    if (projectNode(root) === undefined)
      npm(root, ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
    if (projectNode(root) === undefined)
      throw new Error(
        'Thiếu Node 24 của dự án: hãy chạy “npm rebuild node”. (Node 24 is missing: run “npm rebuild node”.)',
      );
    writeFileSync(stamp(root), lockDigest(root));
    console.error(`• Cài đặt xong sau ${((Date.now() - start) / 1000).toFixed(1)} giây`);
    return true;
  });
}

/** Runs a program in the foreground: signals go in, the exit code comes out. */
export function runInForeground(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * Installs what is missing and runs a file of this checkout on the project's Node; ends with its exit code.
 * `flags` are for Node itself.
 */
export async function run(file, args, flags = []) {
  if (!nodeIsRecent(process.version)) {
    console.error(
      `Cần Node.js 20.19 trở lên, máy này có ${process.version}. Tải tại trang nodejs.org rồi chạy lại.\n` +
        `(Node.js 20.19 or later is needed; this is ${process.version}.)`,
    );
    process.exit(2);
  }
  try {
    await ensureInstalled(ROOT);
  } catch (error) {
    console.error(error.message);
    process.exit(3);
  }
  process.exitCode = await runInForeground(projectNode(ROOT), [...flags, file, ...args]);
}
