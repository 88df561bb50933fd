import { mkdtempSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, handOver } from './account.ts';
import type { Binaries } from './binaries.ts';
import { databaseName, openCluster, owner } from './cluster.ts';
import { DatabaseStartError } from './start-error.ts';
import { startWatched, type WatchedServer } from './watched-server.ts';

export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

export type PrivateServer = {
  readonly connection: Connection;
  readonly version: string;
  /** Resolves when it has ended, asked to or not. */
  readonly ended: Promise<void>;
  stop(this: void): Promise<void>;
};

export type PrivateServerOptions = {
  /** For the database alone; it belongs to the account that runs the server. */
  readonly folder: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly durable: boolean;
  /** Remove the folder when the server ends. */
  readonly temporary?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
};

/** Names the socket's file, and nothing else: the server does not listen on the network. */
const port = 5432;

/** `sun_path` holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const longestSocketPath = 103;

const notDurable = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts PostgreSQL on the folder, reachable through a socket that only this account and root can open. */
export async function startPrivateServer(options: PrivateServerOptions): Promise<PrivateServer> {
  const { folder, account, binaries, durable, temporary = false } = options;
  const { data, password } = await openCluster(folder, binaries, account, durable);
  const sockets = socketFolder(folder, account);
  const server = await startUnlessInUse(data, () =>
    startWatched({
      program: join(binaries.folder, 'postgres'),
      args: serverArguments(data, sockets, options),
      account,
      cwd: folder,
      remove: temporary ? folder : sockets === folder ? undefined : sockets,
    }),
  );
  server.letProgramEnd();
  const connection = { host: sockets, port, user: owner, password, database: databaseName };
  return { connection, version: binaries.version, ended: server.ended, stop: server.stop };
}

function serverArguments(data: string, sockets: string, { durable, settings }: PrivateServerOptions): string[] {
  const all: Record<string, string> = {
    listen_addresses: '',
    // Quoted, because a bare comma would make it two folders.
    unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: String(port),
    // The words that readiness is read from.
    lc_messages: 'C',
    logging_collector: 'off',
    // Statements over all rules are long and run once: compiling them takes minutes where running them takes seconds.
    jit: 'off',
    log_destination: 'stderr',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The database of one installation lies in memory or on an SSD: a page by key costs what the next page costs.
    random_page_cost: '1.1',
    ...(durable ? {} : notDurable),
    ...settings,
  };
  return ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function socketFolder(folder: string, account: Account): string {
  if (Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= longestSocketPath) return folder;
  const short = mkdtempSync('/tmp/sallyport-');
  handOver(short, account);
  return short;
}

/** What PostgreSQL says when it finds another at its data, or what one that was killed has left and not yet let go of. */
const held = ['lock file "postmaster.pid" already exists', 'shared memory block'];

/** A server that is just ending (its program was killed a moment ago) is waited for; a running one is not ours to end. */
async function startUnlessInUse(data: string, start: () => WatchedServer): Promise<WatchedServer> {
  const patience = Date.now() + 60_000;
  for (;;) {
    const server = start();
    const said = await readyOrEnded(server);
    if (said.ready) return server;
    await server.stop();
    if (!held.some((words) => said.output.includes(words))) {
      throw notStarted(said.output);
    }
    const holder = lockHolder(data);
    if (holder !== undefined && (Date.now() > patience || (!holder.stopping && (await answers(holder.socket))))) {
      throw new DatabaseStartError('database.in-use', {
        zh: `另一个程序正在使用 ${data} 中的数据库（其 PostgreSQL 进程号为 ${holder.pid}）。同一时间只能有一个程序使用：请先结束那一个。`,
        en: `Another program is using the database in ${data} (its PostgreSQL is process ${holder.pid}). Only one may at a time: end that one first.`,
      });
    }
    if (Date.now() > patience) {
      throw notStarted(said.output);
    }
    await wait(50);
  }
}

const notStarted = (output: string): DatabaseStartError =>
  new DatabaseStartError('database.failed', {
    zh: `PostgreSQL 没有启动：\n${output.trim()}`,
    en: `PostgreSQL did not start:\n${output.trim()}`,
  });

/** PostgreSQL keeps its process id on the first line of this file, port and folder of its socket on the next but two, its state on the eighth. */
function lockHolder(data: string): { pid: string; socket: string; stopping: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const socket = join(lines[4]?.trim() ?? '', `.s.PGSQL.${lines[3]?.trim()}`);
    return { pid: lines[0] ?? '', socket, stopping: lines[7]?.trim() === 'stopping' };
  } catch {
    return undefined;
  }
}

/** Whether anybody listens: one that was killed keeps its lock, and its process may linger for a moment. */
const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const tried = connect(socket);
    tried.once('connect', () => {
      tried.destroy();
      resolve(true);
    });
    tried.once('error', () => resolve(false));
  });

function readyOrEnded({ output }: WatchedServer): Promise<{ ready: boolean; output: string }> {
  return new Promise((resolve) => {
    let said = '';
    let waiting = true;
    output.setEncoding('utf8');
    output.on('data', (text: string) => {
      // Read on even afterwards: a full pipe would stop the server.
      if (!waiting) return;
      said += text;
      if (!said.includes('database system is ready to accept connections')) return;
      waiting = false;
      resolve({ ready: true, output: said });
    });
    output.once('close', () => resolve({ ready: false, output: said }));
  });
}
