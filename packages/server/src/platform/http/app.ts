import { randomBytes } from 'node:crypto';
import type { Refusals } from '@sallyport/core/contract';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Actor } from '../actions/actor.ts';
import type { AskQuery } from '../actions/asker.ts';
import { Refused, refuse } from '../actions/refusal.ts';
import type { RunAction } from '../actions/runner.ts';
import { isDiskFull } from '../database/disk-full.ts';
import { LostConnection } from '../database/lost-connection.ts';
import { type Language, languageOf, type Say } from '../words/join.ts';
import { readBody } from './body.ts';
import type { Catalogue } from './catalogue.ts';
import { createExplain } from './problem.ts';
import { callerOf, createRateLimit } from './rate-limit.ts';
import { readQuery } from './read-query.ts';
import { answerUpload, type Receive } from './uploads.ts';

export type ApiParts = {
  readonly catalogue: Catalogue;
  readonly run: RunAction;
  readonly ask: AskQuery;
  readonly say: Say;
  /** Who sends the request: by its cookie, its token, or nobody. */
  readonly authenticate: (request: Request) => Promise<Actor>;
  /** The address the request came from, behind trusted proxies. */
  readonly addressOf: (c: Context) => string;
  /** Takes files in; none where the program keeps none. */
  readonly receive?: Receive;
  readonly openApi: () => unknown;
  readonly recordFault: (reference: string, route: string, error: unknown) => void;
};

/** Everything under /api: each action and query at an address made from its name. Nothing here knows a room. */
export function createApi(parts: ApiParts): Hono {
  const api = new Hono();
  const explain = createExplain(parts.say);
  const limited = createRateLimit(200, 50);

  const languageIn = (c: Context): Language => languageOf(c.req.header('accept-language'));
  const answer = (c: Context, refused: Refused, declared: Refusals): Response => {
    const problem = explain(refused.refusals, declared, languageIn(c));
    c.header('content-type', 'application/problem+json');
    return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode);
  };

  async function guarded(c: Context, declared: Refusals, body: () => Promise<Response>): Promise<Response> {
    try {
      if (!limited(callerOf(parts.addressOf(c)), Date.now())) refuse('request.too-often');
      return await body();
    } catch (error) {
      if (!(error instanceof Refused)) return fault(c, error);
      try {
        return answer(c, error, declared);
      } catch (undeclared) {
        return fault(c, undeclared);
      }
    }
  }

  /** A fault of ours: the caller gets a reference to it and learns nothing else. */
  function fault(c: Context, error: unknown): Response {
    const lost = LostConnection.is(error);
    const reference = `r${randomBytes(8).toString('hex')}`;
    parts.recordFault(reference, c.req.routePath, error);
    const code = lost ? 'request.database-lost' : isDiskFull(error) ? 'request.disk-full' : 'request.failed';
    const title = (language: Language): string => parts.say(code, language, { reference });
    c.header('content-type', 'application/problem+json');
    const status = lost ? 503 : code === 'request.disk-full' ? 507 : 500;
    const titles = { zh: title('zh'), en: title('en') };
    return c.body(
      JSON.stringify({ type: `urn:sallyport:problem:${code}`, title: title(languageIn(c)), status, code, titles }),
      status,
    );
  }

  const { receive } = parts;
  if (receive !== undefined)
    // The limit of all other bodies stands where they are read: a file has its own.
    api.post('/uploads', (c) =>
      guarded(c, {}, async () => answerUpload(c, receive, await parts.authenticate(c.req.raw), languageIn(c))),
    );
  api.onError((error, c) => fault(c, error));
  api.get('/openapi.json', (c) => guarded(c, {}, async () => c.json(parts.openApi() as object)));

  api.post('/batch', (c) =>
    guarded(c, {}, async () => {
      const { name, inputs } = batchOf(await readJson(c));
      const action = parts.catalogue.actions.get(name);
      // What an action presents otherwise than in its body, a session in a cookie, is given alone and never in a body.
      if (action === undefined || action.presents !== undefined) return refuse('request.not-found');
      return guarded(c, action.contract.errors, async () => {
        const outputs = await parts.run(action, inputs, await parts.authenticate(c.req.raw), optionsOf(c, parts));
        return c.json({ outputs });
      });
    }),
  );

  for (const [name, action] of parts.catalogue.actions) {
    api.post(pathOf(name), (c) =>
      guarded(c, action.contract.errors, async () => {
        const input = await readJson(c);
        const [output] = await parts.run(action, [input], await parts.authenticate(c.req.raw), optionsOf(c, parts));
        const { body, cookies } = action.presents?.(output) ?? { body: output, cookies: [] };
        for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
        return c.json(body as object);
      }),
    );
  }
  for (const [name, query] of parts.catalogue.queries) {
    api.get(pathOf(name), (c) =>
      guarded(c, query.contract.errors, async () => {
        const input = readQuery(query.contract.input, new URL(c.req.url).searchParams);
        const actor = await parts.authenticate(c.req.raw);
        const output = await parts.ask(query, input, actor);
        return query.gives === undefined ? c.json(output as object) : query.gives(output, actor);
      }),
    );
  }
  api.all('*', (c) => answer(c, new Refused([{ code: 'request.not-found' }]), {}));
  return api;
}

/** `register.record` is at `/register/record`. */
export const pathOf = (name: string): string => `/${name.replace('.', '/')}`;

/** Only JSON is taken: a form on another site cannot send it without asking first. */
async function readJson(c: Context): Promise<unknown> {
  if (c.req.header('content-type')?.split(';')[0]?.trim() !== 'application/json') return refuse('request.invalid');
  const text = await readBody(c.req.raw);
  try {
    return JSON.parse(text);
  } catch {
    return refuse('request.invalid');
  }
}

function batchOf(given: unknown): { readonly name: string; readonly inputs: readonly unknown[] } {
  const { action, inputs } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  return typeof action === 'string' && Array.isArray(inputs) && inputs.length > 0
    ? { name: action, inputs }
    : refuse('request.invalid');
}

function optionsOf(c: Context, { addressOf }: ApiParts) {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && (key.length < 16 || key.length > 200)) refuse('request.invalid');
  return {
    key,
    cookie: c.req.header('cookie'),
    network: { address: addressOf(c), device: c.req.header('user-agent') ?? '' },
  };
}
