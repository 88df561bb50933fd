#!/usr/bin/env node
// Plain JavaScript, because any Node from 20 on may be the one that runs it: the program itself is TypeScript
// and needs a Node that reads TypeScript files (22.18 or later).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const readsTypeScript = major > 22 || (major === 22 && minor >= 18);

if (readsTypeScript) {
  // Half the time of a short command is stripping types and compiling. What is kept lies beside the program, where only those may
  // write who may change the program itself; where nobody may, nothing is kept.
  module.enableCompileCache?.(fileURLToPath(new URL('../../../node_modules/.cache/sallyport', import.meta.url)));
  await import('../src/main.ts');
} else runOnPinnedNode();

function runOnPinnedNode() {
  const pinned = pinnedNode();
  if (pinned === undefined) {
    console.error(
      `sallyport needs Node 22.18 or later (this is ${process.versions.node}), and no Node 24 is installed beside it ` +
        `for ${process.platform}-${process.arch}.\n` +
        'Run `npm ci --ignore-scripts` in the repository; where no Node 24 package exists for the platform, ' +
        'install Node 24 yourself.',
    );
    process.exit(1);
  }
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to both processes; passing it on would make it two.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`sallyport could not start ${pinned}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    // Die of the same signal, so that the caller sees how the program really ended.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function pinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = fileURLToPath(
    new URL(`../../../node_modules/node-${system}-${process.arch}/bin/${file}`, import.meta.url),
  );
  return existsSync(path) ? path : undefined;
}
