import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The program as its users start it, on a data folder and a port of its own. */
export type RunningProgram = {
  readonly address: string;
  /** One-time sign-in links by role. */
  readonly links: Readonly<Record<string, string>>;
  readonly pid: number;
  /** Ends it as a service manager would; the exit status. */
  stop(): Promise<number | null>;
  /** Ends it without a word. */
  kill(): Promise<void>;
};

const bin = new URL('../../packages/cli/bin/sallyport.mjs', import.meta.url).pathname;

export function makeDataFolder(): { readonly data: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-program-'));
  return { data: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts the program and waits until it says that it is ready; throws with what it said when it ends before. */
export async function startProgram(
  data: string,
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<RunningProgram> {
  const port = await freePort();
  const child = spawn(process.execPath, [bin, 'start', '--json', ...args], {
    env: { ...process.env, SALLYPORT_DATA: data, PORT: String(port), LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let [said, fault] = ['', ''];
  child.stderr.on('data', (part: Buffer) => (fault += part.toString()));
  const ready = new Promise<{ address: string; links: { role: string; link: string }[] }>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const line = said.split('\n').find((each) => each.startsWith('{"address"'));
      if (line !== undefined) resolve(JSON.parse(line) as { address: string; links: { role: string; link: string }[] });
    });
  });
  const first = await Promise.race([ready, ended.then(() => null)]);
  if (first === null) throw new Error(fault.trim());
  return {
    address: first.address,
    links: Object.fromEntries(first.links.map(({ role, link }) => [role, link])),
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
