import type { Grant, Scope } from '@sallyport/core/access';

/** Who asks: somebody signed in, an import they confirmed, a holder of a token, the machine's administrator at the command line, or nobody known. */
export type Actor = {
  readonly org: string;
  readonly account: string | null;
  readonly person: string | null;
  readonly grants: readonly Grant[];
  readonly via: 'session' | 'import' | 'token' | 'machine' | 'public';
  /** Whether the second factor was given in this session. */
  readonly secondFactor: boolean;
  /** Whether the person proved a moment ago that it is still they (step-up). */
  readonly fresh: boolean;
  /** The names a token may call, or a session that still lacks its second factor; null where there is no such limit. */
  readonly only: ReadonlySet<string> | null;
  /** The session, so that a second person can be told to be in another one (PEOPLE.md, two persons). */
  readonly session: string | null;
};

/** Nobody: for actions that are open to the public, in the organisation they were addressed to. */
export const nobody = (org: string): Actor => ({
  org,
  account: null,
  person: null,
  grants: [],
  via: 'public',
  secondFactor: false,
  fresh: false,
  only: null,
  session: null,
});

export const wholeScope: Scope = { whole: true };
