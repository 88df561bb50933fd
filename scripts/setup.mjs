// Makes the clone ready to run: installs what package-lock.json names, once per lock file.
// Plain JavaScript without dependencies, because it runs on the machine's own Node (20 or later) before anything exists.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const stamp = new URL('node_modules/.setup-stamp', root);
const lock = new URL('.setup-lock', root);

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) stopWith(`Node 20 or later is needed to begin; this is ${process.versions.node}.`);

const wanted = fingerprint();
if (!isReady()) {
  takeLock();
  if (!isReady()) install();
}

function fingerprint() {
  // The platform is part of it: the native packages differ when one folder is seen from two systems.
  return createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

buildConsole();

/** The console is built when its sources are others than those it was built from. */
function buildConsole() {
  const web = new URL('packages/web/', root);
  const built = new URL('dist/.built-from', web);
  const sources = createHash('sha256').update(readFileSync(new URL('package-lock.json', root)));
  for (const folder of ['packages/web/', 'packages/core/src/', 'packages/server/src/modules/']) {
    const entries = readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && !/[\\/](dist|node_modules)([\\/]|$)/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('.test.'))
      .toSorted();
    for (const path of files) sources.update(path.slice(fileURLToPath(root).length)).update(readFileSync(path));
  }
  const hash = sources.digest('hex');
  if (existsSync(built) && readFileSync(built, 'utf8') === hash) return;
  console.error('Building the console (some seconds, when its sources changed) ...');
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', root));
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: fileURLToPath(web),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) stopWith(result.error?.message ?? 'the console could not be built, see above.');
  writeFileSync(built, hash);
}

function isReady() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function install() {
  console.error('Setting up: installing the packages of package-lock.json (about half a minute, once) ...');
  const options = ['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const run = { cwd: fileURLToPath(root), stdio: ['ignore', 'inherit', 'inherit'] };
  const result =
    npm === undefined
      ? spawnSync('npm', options, { ...run, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...options], run);
  if (result.status !== 0) {
    stopWith(result.error?.message ?? 'npm ci failed, see above. Is the package registry within reach?');
  }
  writeFileSync(stamp, wanted);
}

/** Two terminals starting at once must not both delete and fill node_modules. */
function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(lock, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderLives()) rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function holderLives() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

function stopWith(reason) {
  console.error(`Set-up stopped: ${reason}`);
  process.exit(1);
}
