import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { overSocket } from '../../tests/support/over-socket.ts';
import { totpCode } from '../../tests/support/totp-code.ts';

/** Somebody signed in to the running program as the console signs in. */
export type Client = {
  get(this: void, query: string, input?: Readonly<Record<string, string | readonly string[]>>): Promise<unknown>;
  post(this: void, action: string, input: object): Promise<unknown>;
};

type Answer = { readonly status: number; readonly text: string; readonly cookie: string | undefined };

/** Signs a security officer in by link, password and one-time code; the requests come from many addresses, as those of many people do. */
export async function signedIn(address: string, data: string, org: string, connections: number): Promise<Client> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let session = '';
  let sent = 0;
  const ask = (method: string, path: string, body: object | null): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = {
        cookie: session,
        origin: address,
        // The program answers one caller fifty times a second at most.
        'x-forwarded-for': `10.9.${(sent >> 8) & 255}.${sent++ & 255}`,
        ...(body === null ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      };
      const asked = request(`${address}/api/${path}`, { method, agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(parts).toString('utf8'),
            cookie: answer.headers['set-cookie']?.find((one) => one.startsWith('__Host-session'))?.split(';')[0],
          }),
        );
      });
      asked.on('error', reject);
      asked.end(body === null ? undefined : JSON.stringify(body));
    });
  const read = async (answer: Promise<Answer>): Promise<unknown> => {
    const { status, text, cookie } = await answer;
    if (status !== 200) throw new Error(`${status}: ${text}`);
    if (cookie !== undefined) session = cookie;
    return JSON.parse(text);
  };
  const post: Client['post'] = (action, input) => read(ask('POST', action.replace('.', '/'), input));
  const get: Client['get'] = (query, input = {}) => {
    const asked = new URLSearchParams(
      Object.entries(input).flatMap(([name, value]) =>
        (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
      ),
    );
    return read(ask('GET', `${query.replace('.', '/')}?${asked.toString()}`, null));
  };
  const invited = {
    login: 'officer',
    name: '安全保密专责人员',
    person: null,
    roles: [{ role: 'security-officer', unit: null }],
    link: 'first-sign-in',
  };
  const { token } = (await overSocket(data, org, 'identity.invite', invited)) as { token: string };
  await post('identity.accept-link', { token, password: 'eleven horses and a boat' });
  const { secret } = (await post('identity.begin-totp', {})) as { secret: string };
  await post('identity.confirm-totp', { code: totpCode(secret, Date.now()) });
  return { get, post };
}
