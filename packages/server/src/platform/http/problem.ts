import type { Refusals } from '@sallyport/core/contract';
import { commonRefusals, type Refusal } from '../actions/refusal.ts';
import type { Language, Say } from '../words/join.ts';

/** RFC 9457, with our stable code and the sentence in both languages, so that a reader may choose. */
type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly titles: { readonly zh: string; readonly en: string };
  readonly at?: number;
  readonly details?: Readonly<Record<string, unknown>>;
  /** The other things that are wrong, where a batch has several. */
  readonly others?: readonly Problem[];
};

export type Explain = (refusals: readonly Refusal[], declared: Refusals, language: Language) => Problem;

export function createExplain(say: Say): Explain {
  const one = ({ code, details, at }: Refusal, declared: Refusals, language: Language): Problem => ({
    type: `urn:sallyport:problem:${code}`,
    title: say(code, language, details),
    status: statusOf(code, declared),
    code,
    titles: { zh: say(code, 'zh', details), en: say(code, 'en', details) },
    ...(at === undefined ? {} : { at }),
    ...(details === undefined ? {} : { details }),
  });
  return ([first, ...others], declared, language) => {
    if (first === undefined) throw new Error('a refusal names at least one reason');
    const problem = one(first, declared, language);
    return others.length === 0
      ? problem
      : { ...problem, others: others.map((other) => one(other, declared, language)) };
  };
}

/** A code that no contract declares is a fault of ours: it must not pass as the caller's. */
function statusOf(code: Refusal['code'], declared: Refusals): number {
  const common: Readonly<Record<string, number>> = commonRefusals;
  const status = declared[code] ?? common[code];
  if (status === undefined) throw new Error(`${code} is refused with, but no contract declares it`);
  return status;
}
