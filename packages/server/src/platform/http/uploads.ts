import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Actor } from '../actions/actor.ts';
import { refuse } from '../actions/refusal.ts';
import type { Incoming } from '../files/inspect.ts';
import type { FileRefused, KeptKind } from '../files/kinds.ts';
import type { Language } from '../words/join.ts';

type Received = {
  readonly ok: true;
  /** What an action takes the file by. */
  readonly ticket: string;
  readonly name: string;
  readonly type: KeptKind;
  readonly size: number;
  readonly sha256: string;
};

export type Receive = (actor: Actor, incoming: Incoming) => Promise<Received | FileRefused>;

const longestName = 1000;

/** A file as the body of a request, its name in the address: no form of another site can send that without asking first. */
export async function answerUpload(c: Context, receive: Receive, actor: Actor, language: Language): Promise<Response> {
  const name = c.req.query('name') ?? '';
  const body = c.req.raw.body;
  const type = c.req.header('content-type')?.split(';')[0]?.trim();
  if (type !== 'application/octet-stream' || body === null || name === '' || name.length > longestName)
    return refuse('request.invalid');
  const as = c.req.query('as');
  if (as !== undefined && as !== 'package') return refuse('request.invalid');
  const received = await receive(actor, { name, source: body, ...(as === undefined ? {} : { as }) });
  if (received.ok) {
    const { ok: _ok, ...told } = received;
    return c.json(told);
  }
  const { code, phrase } = received;
  const status: ContentfulStatusCode = code === 'file.too-large' || code === 'file.package-too-large' ? 413 : 422;
  c.header('content-type', 'application/problem+json');
  return c.body(
    JSON.stringify({ type: `urn:sallyport:problem:${code}`, title: phrase[language], status, code, titles: phrase }),
    status,
  );
}
