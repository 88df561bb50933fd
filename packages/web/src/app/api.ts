import type { Action, Query } from '@sallyport/core/contract';
import type { z } from 'zod';
import type { Language } from './language.ts';
import { organisationHeaders } from './organisation.ts';

/** An answer that is a refusal: RFC 9457 with the sentence in both languages (packages/server/src/platform/http/problem.ts). */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly titles: { readonly zh: string; readonly en: string };
  readonly at?: number;
  readonly details?: Readonly<Record<string, unknown>>;
};

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The program could not be reached at all. */
export const unreachable: Problem = {
  status: 0,
  code: 'web.unreachable',
  title: '',
  titles: {
    zh: '连不上程序，内容没有提交。请检查网络后重试。',
    en: 'The program cannot be reached; nothing was sent. Check the network and try again.',
  },
};

/** Console and program are of different versions: what was asked for was done, and its answer cannot be read. */
const unreadable: Problem = {
  status: 200,
  code: 'web.unreadable',
  title: '',
  titles: {
    zh: '读不懂程序的答复，程序可能刚刚升级。请刷新页面后再看结果。',
    en: 'The answer cannot be read; the program may just have been upgraded. Reload the page and look at the result.',
  },
};

const addressOf = (name: string): string => `/api/${name.replace('.', '/')}`;

async function answered<Output extends z.ZodType>(
  request: Promise<Response>,
  output: Output,
): Promise<z.output<Output>> {
  const response = await request.catch(() => {
    throw new ProblemError(unreachable);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ProblemError(readProblem(body, response.status));
  const read = output.safeParse(body);
  if (!read.success) throw new ProblemError(unreadable);
  return read.data;
}

/** What an answer that is none says; where it says nothing (a proxy's own page), the program was not reached. */
export const readProblem = (body: unknown, status: number): Problem =>
  isProblem(body) ? body : { ...unreachable, status };

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'titles' in body;

/** Asks a query; parameters that are not given are left out of the address. */
export function ask<Input extends z.ZodType, Output extends z.ZodType>(
  query: Query<Input, Output>,
  input: z.input<Input>,
  language: Language,
): Promise<z.output<Output>> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(input as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) parameters.append(name, String(each));
  }
  const headers = { ...organisationHeaders(), accept: 'application/json', 'accept-language': language };
  return answered(fetch(`${addressOf(query.name)}?${parameters}`, { headers }), query.output);
}

/** Runs an action. The key makes a repeated click or a request sent again after a broken line one and the same act. */
export function act<Input extends z.ZodType, Output extends z.ZodType>(
  action: Action<Input, Output>,
  input: z.input<Input>,
  language: Language,
  key: string = crypto.randomUUID(),
): Promise<z.output<Output>> {
  const headers = {
    ...organisationHeaders(),
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-language': language,
    'idempotency-key': key,
  };
  return answered(
    fetch(addressOf(action.name), { method: 'POST', headers, body: JSON.stringify(input) }),
    action.output,
  );
}
