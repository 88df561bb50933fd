import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Account } from './account.ts';
import { serverEnvironment } from './environment.ts';

export type WatchedServer = {
  /** What the server says; it ends when the server does. */
  readonly output: Readable;
  /** From here on the server alone does not keep the program alive. */
  letProgramEnd(): void;
  /** Asks the server to end in good order and waits until it has. */
  stop(this: void): Promise<void>;
  /** Resolves when it has ended, asked to or not. */
  readonly ended: Promise<void>;
};

export type ServerCommand = {
  readonly program: string;
  readonly args: readonly string[];
  readonly account: Account;
  readonly cwd: string;
  /** A folder to remove once the server has ended. */
  readonly remove?: string | undefined;
};

/**
 * The shell between us and the server waits for the end of its standard input, which the system closes however we end,
 * SIGKILL included. So the server never outlives the program, and no signal handler is needed here.
 * It closes its own output, so that the end of the output means the end of the server.
 * SIGINT is PostgreSQL's fast shutdown, but a shell starts background programs with SIGINT ignored: one that is not
 * yet far enough to have its own handler ends by the SIGTERM after it, which changes nothing for the others.
 */
const watch = `
remove=$1; shift
"$@" </dev/null &
server=$!
trap '' INT TERM HUP
exec >/dev/null 2>&1
read -r _
kill -INT "$server"; kill -TERM "$server"
wait "$server"
code=$?
[ -z "$remove" ] || rm -rf "$remove"
exit "$code"
`;

/** Starts a server that ends with this program, in whatever way the program ends. */
export function startWatched({ program, args, account, cwd, remove }: ServerCommand): WatchedServer {
  const child = spawn('/bin/sh', ['-c', watch, 'sh', remove ?? '', program, ...args], {
    ...account,
    cwd,
    env: serverEnvironment(),
    stdio: ['pipe', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C in a terminal is for us, and we end the server when our work with it is done.
    detached: true,
  });
  const ended = endOf(child);
  return {
    output: child.stderr,
    letProgramEnd: () => {
      for (const handle of [child, child.stdin, child.stderr]) (handle as { unref?(): void }).unref?.();
    },
    ended,
    stop: () => {
      child.ref();
      child.stdin.end();
      return ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
