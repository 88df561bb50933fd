import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ExplainedError } from '../words/explained-error.ts';

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

export type Listening = { readonly address: string; stop(): Promise<void> };

/** What a browser on this machine calls it: where it listens on every address, none of them is a name. */
const namedLocalhost = new Set(['127.0.0.1', '::1', '0.0.0.0', '::']);

/** Slow senders are not waited for, and nothing is held open for ever (Slowloris); two minutes are for a file over a slow line. */
function serverFor(fetch: Fetch): Server {
  const listener = getRequestListener((request, env) => fetch(request, env), { overrideGlobalObjects: false });
  const server = createServer(
    { requestTimeout: 120_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.maxRequestsPerSocket = 1000;
  return server;
}

const listening = (server: Server, where: { port: number; host: string } | { path: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Requests under way are answered; idle connections are closed at once. */
const stopping = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });

/** What whoever chose the port can do about it; anything else is a fault. */
function cannotListen(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const phrase =
    code === 'EADDRINUSE'
      ? {
          zh: `没有启动：端口 ${port} 已被占用，可能平安门已在运行。请结束占用它的程序，或者用 PORT 指定另一个端口。`,
          en: `Not started: port ${port} is taken; Sallyport may be running already. End what uses it, or name another one with PORT.`,
        }
      : code === 'EACCES'
        ? {
            zh: `没有启动：本账户不能使用端口 ${port}。请用 PORT 指定 1024 以上的端口。`,
            en: `Not started: this account may not use port ${port}. Name one above 1024 with PORT.`,
          }
        : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
          ? {
              zh: `没有启动：本机没有地址 ${host}。请核对 HOST。`,
              en: `Not started: this machine has no address ${host}. Check HOST.`,
            }
          : null;
  return phrase === null ? error : new ExplainedError('http.cannot-listen', phrase, { cause: error });
}

export async function listenOnPort(
  fetch: Fetch,
  host: string,
  port: number,
): Promise<Listening & { readonly port: number }> {
  const server = serverFor(fetch);
  await listening(server, { host, port }).catch((error: unknown) => {
    throw cannotListen(error, host, port);
  });
  const bound = server.address();
  const at = typeof bound === 'object' && bound !== null ? bound.port : port;
  const shown = namedLocalhost.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return { address: `http://${shown}:${at}`, port: at, stop: () => stopping(server) };
}

/** The machine's administrator talks here (DECISIONS 16): whoever may open the socket's file, and nobody else. */
export async function listenOnSocket(fetch: Fetch, path: string): Promise<Listening> {
  // A program that was killed left its socket; a living one answers on it and is not pushed aside.
  if (existsSync(path) && !(await answers(path))) rmSync(path);
  const server = serverFor(fetch);
  const mask = process.umask(0o177);
  try {
    await listening(server, { path });
  } finally {
    process.umask(mask);
  }
  chmodSync(path, 0o600);
  return { address: path, stop: () => stopping(server) };
}

/** Whether a program answers on the socket. */
export const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
