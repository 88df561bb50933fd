import { createSecretKey, randomBytes } from 'node:crypto';
import { compose, type Program } from '../../packages/server/src/compose.ts';
import { createIdentity, type IdentityDeps } from '../../packages/server/src/modules/identity/index.ts';
import { requireHandover } from '../../packages/server/src/modules/privacy/index.ts';
import { machine } from '../../packages/server/src/platform/actions/machine.ts';
import type { EntryDraft } from '../../packages/server/src/platform/actions/ports.ts';
import { createTestClock, type TestClock } from '../../packages/server/src/platform/clock/test-clock.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { createIds } from '../../packages/server/src/platform/ids/ids.ts';
import { createLog } from '../../packages/server/src/platform/log/log.ts';
import { createMetrics } from '../../packages/server/src/platform/metrics/metrics.ts';
import { totpCode } from './totp-code.ts';

export const origin = 'http://localhost:4380';

export type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly cookies: string[] };

/** A browser as far as cookies go: it keeps what it is given and sends it back, from one address. */
export type Browser = {
  readonly jar: Map<string, string>;
  post(name: string, input: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(name: string, input?: Record<string, string>): Promise<Answer>;
};

export type IdentityBench = {
  readonly program: Program;
  readonly clock: TestClock;
  readonly entries: EntryDraft[];
  readonly jobs: { job: string; payload: unknown }[];
  /** What people were written. */
  readonly letters: { readonly account: string; readonly template: string; readonly page: string }[];
  readonly org: string;
  readonly routing: string;
  /** What the machine's administrator does at the command line. */
  machine(name: string, input: unknown, session?: string): Promise<Record<string, unknown>>;
  browser(address?: string): Browser;
};

/** The room of accounts over a real database and the whole of HTTP; journal, duties and queue only listen. */
export async function createIdentityBench(
  database: Database,
  options: Partial<IdentityDeps> & { readonly org?: string } = {},
): Promise<IdentityBench> {
  const { org = `org-${randomBytes(4).toString('hex')}`, ...deps } = options;
  const routing = `r${randomBytes(4).toString('hex')}`;
  const clock = createTestClock('2026-11-23T08:00:00+08:00');
  const ids = createIds({ now: () => clock.now() / 1000 });
  const entries: EntryDraft[] = [];
  const jobs: { job: string; payload: unknown }[] = [];
  const letters: IdentityBench['letters'] = [];
  await database.inOrganisation(org, (tx) =>
    tx.count('INSERT INTO tenant (org_id, routing, created_at) VALUES ($1, $2, $3)', [
      org,
      routing,
      new Date(clock.now() / 1000),
    ]),
  );
  const key = () => createSecretKey(randomBytes(32));
  const identity = createIdentity({
    database,
    clock,
    ids,
    pepper: key(),
    sealingKey: key(),
    origins: () => [origin],
    knows: (name) => program.catalogue.actions.has(name) || program.catalogue.queries.has(name),
    showsPerson: (name) => program.catalogue.queries.get(name)?.contract.showsPerson === true,
    concerned: async () => [],
    requireHandover,
    acts: {},
    oidc: null,
    post: {
      keepAddress: async () => undefined,
      write: async (_context, letter) => {
        letters.push(letter);
        return true;
      },
    },
    ...deps,
  });
  const program = compose({
    database,
    clock,
    dayOf: () => clock.today(480),
    journal: { append: async (_tx, drafts) => void entries.push(...drafts) },
    duties: { touched: async () => new Map(), changing: () => undefined, settle: async () => undefined },
    jobs: { send: async (_tx, job, payload) => void jobs.push({ job, payload }) },
    repeatSecret: createSecretKey(new Uint8Array(32).fill(3)),
    isOrganisation: async (id: string) => id === org,
    seen: { record: async () => undefined },
    rooms: [identity],
    clauseName: (clause) => ({ zh: clause, en: clause }),
    line: null,
    verify: async () => null,
    readFeed: async () => null,
    givePackage: async () => null,
    origins: () => [],
    version: '0.0.0',
    authenticate: identity.authenticate,
    log: {
      ...createLog({ level: 'silent', now: Date.now }),
      error: (_event, error) => {
        throw error;
      },
    },
    metrics: createMetrics({ processMetrics: false }),
    mayReadMetrics: () => false,
    trustedProxies: [],
    console: '/nowhere',
  });

  const machineActor = machine(org);

  function browser(from = '192.0.2.1'): Browser {
    const jar = new Map<string, string>();
    async function send(path: string, init: { method: string; body?: string; headers?: Record<string, string> }) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await program.app.request(
        path,
        {
          ...init,
          headers: { cookie, 'user-agent': 'Test/1', 'sallyport-organisation': routing, ...init.headers },
        },
        { incoming: { socket: { remoteAddress: from } } },
      );
      const cookies = response.headers.getSetCookie();
      for (const each of cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookies };
    }
    const pathOf = (name: string): string => `/api/${name.replace('.', '/')}`;
    return {
      jar,
      post: (name, input, headers = {}) =>
        send(pathOf(name), {
          method: 'POST',
          body: JSON.stringify(input),
          headers: { origin, 'content-type': 'application/json', ...headers },
        }),
      get: (name, input = {}) => send(`${pathOf(name)}?${new URLSearchParams(input).toString()}`, { method: 'GET' }),
    };
  }

  return {
    program,
    clock,
    entries,
    jobs,
    letters,
    org,
    routing,
    browser,
    async machine(name, input) {
      const action = program.catalogue.actions.get(name);
      if (action === undefined) throw new Error(`there is no action ${name}`);
      const [output] = await program.run(action, [input], machineActor);
      return output as Record<string, unknown>;
    },
  };
}

export const goodPassword = 'eleven horses and a boat';

export type Person = { readonly account: string; readonly browser: Browser; readonly totp: string | null };

type Role = { readonly role: string; readonly unit: string | null };

/** Opens an account, follows its link, sets a password and, for staff, one-time codes: as somebody would in a browser. */
export async function signUp(
  bench: IdentityBench,
  login: string,
  roles: readonly Role[],
  { person = null, address }: { readonly person?: string | null; readonly address?: string } = {},
): Promise<Person> {
  const { account } = await bench.machine('identity.open-account', { login, name: `Name of ${login}`, person, roles });
  const { token } = await bench.machine('identity.issue-link', { account, kind: 'invitation' });
  const browser = bench.browser(address);
  const accepted = await browser.post('identity.accept-link', { token, password: goodPassword });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  if (accepted.body['need'] === null) return { account: String(account), browser, totp: null };
  const begun = await browser.post('identity.begin-totp', {});
  const totp = String(begun.body['secret']);
  const confirmed = await browser.post('identity.confirm-totp', { code: codeNow(totp, bench.clock) });
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return { account: String(account), browser, totp };
}

export const codeNow = (totp: string | null, clock: TestClock): string => {
  if (totp === null) throw new Error('this account has no one-time codes');
  return totpCode(totp, clock.now() / 1000);
};

/** Proves afresh, a step later so that the code is a new one. */
export async function proveAgain(bench: IdentityBench, { browser, totp }: Person): Promise<Answer> {
  bench.clock.advance({ seconds: 30 });
  return browser.post('identity.prove', { code: codeNow(totp, bench.clock) });
}
