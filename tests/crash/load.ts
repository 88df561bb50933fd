import { randomUUID } from 'node:crypto';
import { request } from 'node:http';

/** One request: sent, and perhaps never answered. */
export type Attempt = {
  readonly key: string;
  readonly action: string;
  readonly input: { readonly kind: string; readonly id: string } & Readonly<Record<string, unknown>>;
  /** The version that its answer named; null as long as there is none. */
  version: number | null;
};

export type WriteLoad = {
  readonly attempts: Attempt[];
  /** What said that it cannot be done now, as `status code`. */
  readonly refusals: string[];
  /** Writes from several clients at once until the program is gone or says that it cannot. */
  write(clients: number): Promise<void>;
  /** Does it while no request is under way: whole days go by at once only in a test, and never in the middle of a request. */
  between(body: () => Promise<unknown>): Promise<void>;
  unanswered(): Attempt[];
  /** Resolves once this many more requests were answered. */
  answered(more: number): Promise<void>;
  /** Sends what was not answered once more, under the same key: a client does so that does not know what became of its request. */
  sendAgain(): Promise<void>;
};

type Trip = { readonly id: string; readonly departsOn: string };

/** Writers at the program's socket: debriefs of travellers they share, and corrections of trips that each has of its own. */
export function createWriteLoad(
  socketPath: string,
  org: string,
  travellers: readonly string[],
  trips: readonly Trip[],
): WriteLoad {
  const attempts: Attempt[] = [];
  const refusals: string[] = [];
  const versions = new Map(trips.map(({ id }) => [id, 1]));
  let held: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<void>>();
  let waiting: { left: number; done: () => void } | null = null;

  async function send(attempt: Attempt): Promise<void> {
    const { action, input, key } = attempt;
    const headers = { 'idempotency-key': key, 'x-sallyport-organisation': org };
    const { status, body } = await askSocket(socketPath, `/api/${action.replace('.', '/')}`, headers, input);
    if (status === 503 || status === 507) throw new NotNow(`${status} ${(body as { code: string }).code}`);
    if (status !== 200) throw new Error(`${action} was answered with ${status}: ${JSON.stringify(body)}`);
    attempt.version = (body as { version: number }).version;
    if (waiting !== null && --waiting.left === 0) waiting.done();
  }

  function tracked(sending: Promise<void>): Promise<void> {
    underWay.add(sending);
    return sending.finally(() => underWay.delete(sending));
  }

  function next(client: number, round: number, clients: number): Attempt {
    const own = trips.filter((_, n) => n % clients === client);
    const trip = own[round % own.length];
    const attempt = (action: string, input: Attempt['input']): Attempt => {
      const made = { key: randomUUID(), action, input, version: null };
      attempts.push(made);
      return made;
    };
    if (round % 2 === 0 || trip === undefined) {
      const traveller = travellers[(client * 7 + round * 3) % travellers.length];
      const fields = { traveller, heldOn: '2026-11-20', copyGivenOn: '2026-11-21' };
      return attempt('register.record', { kind: 'debrief', id: randomUUID(), fields });
    }
    const version = versions.get(trip.id) ?? 1;
    versions.set(trip.id, version + 1);
    const day = String(1 + (round % 28)).padStart(2, '0');
    const fields = { departsOn: trip.departsOn.slice(0, 8) + day };
    return attempt('register.correct', { kind: 'trip', id: trip.id, version, fields, reason: 'crash test' });
  }

  return {
    attempts,
    refusals,
    async write(clients) {
      const writer = async (client: number): Promise<void> => {
        for (let round = client; ; round++) {
          try {
            await held;
            await tracked(send(next(client, round, clients)));
          } catch (error) {
            if (isGone(error)) return;
            if (error instanceof NotNow) return void refusals.push(error.message);
            throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: clients }, (_, client) => writer(client)));
    },
    async between(body) {
      const before = Promise.allSettled(underWay).then(body);
      held = before.catch(() => undefined);
      await before;
    },
    unanswered: () => attempts.filter(({ version }) => version === null),
    answered: (more) =>
      new Promise((done) => {
        waiting = { left: more, done };
      }),
    async sendAgain() {
      for (const attempt of attempts) if (attempt.version === null) await send(attempt);
    },
  };
}

class NotNow extends Error {}

/** The program died before it answered. */
export const isGone = (error: unknown): boolean =>
  ['ECONNRESET', 'ECONNREFUSED', 'ENOENT', 'EPIPE'].includes(String((error as { code?: unknown }).code));

type Answer = { readonly status: number; readonly body: unknown };

/** One request of the machine's administrator, on a connection of its own: the program may have died since the last. */
export function askSocket(
  socketPath: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        socketPath,
        path,
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as unknown });
        });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
