import { z } from 'zod';
import { ExplainedError } from '../words/explained-error.ts';
import { createWords, type Phrase } from '../words/words.ts';
import { needs, type Variable, variables, type Witness } from './variables.ts';
import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export type Config = {
  readonly port: number;
  readonly host: string;
  /** An absolute path. */
  readonly data: string;
  /** `null`: the embedded database. `appUrl` null: the program makes the role and its password itself. */
  readonly database: { readonly url: string; readonly appUrl: string | null } | null;
  /** `null`: mail is kept in the outbox. */
  readonly mail: {
    readonly smtpUrl: string;
    readonly from: string;
    /** Domains of mailboxes that are the house's own. */
    readonly inside: readonly string[];
  } | null;
  /** An origin without a trailing slash; `null`: the address the program listens on. */
  readonly publicUrl: string | null;
  readonly trustedProxies: readonly string[];
  /** `null`: metrics are for this machine alone. */
  readonly metricsToken: string | null;
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string | null;
    readonly scopes: string;
  } | null;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
  /** Who is asked to cosign the journal's checkpoints. */
  readonly witnesses: readonly Witness[];
  /** `null`: the one made at first start. */
  readonly backupRecipient: string | null;
};

export type Environment = Readonly<Record<string, string | undefined>>;

const say = createWords(zh, en);
const schema = z.object(variables);

/** The settings of the environment; refused with every fault at once, each named by its variable and never by its value. */
export function readConfig(environment: Environment = process.env): Config {
  const set = setVariables(environment);
  const read = schema.safeParse(set);
  const faults = [
    ...(read.error?.issues ?? []).map(({ path }) => path[0] as Variable).map(badValue),
    ...needs
      .filter(([name, other]) => name in set && !(other in set))
      .map(([name, other]) => say('needs-other', { name, other })),
  ];
  if (!read.success || faults.length > 0) throw new ExplainedError('config.refused', together(faults));
  return toConfig(read.data);
}

export function setVariables(environment: Environment): Partial<Record<Variable, string>> {
  const names = Object.keys(variables) as Variable[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

const badValue = (name: Variable): Phrase => say('bad-value', { name, expected: say(name) });

const together = (phrases: readonly Phrase[]): Phrase => ({
  zh: [...new Set(phrases.map((phrase) => phrase.zh))].join('\n'),
  en: [...new Set(phrases.map((phrase) => phrase.en))].join('\n'),
});

function toConfig(read: z.infer<typeof schema>): Config {
  const { DATABASE_URL: url, SMTP_URL: smtpUrl, MAIL_FROM: from, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = read;
  return {
    port: read.PORT,
    host: read.HOST,
    data: read.SALLYPORT_DATA,
    database: url === undefined ? null : { url, appUrl: read.DATABASE_APP_URL ?? null },
    mail: smtpUrl === undefined || from === undefined ? null : { smtpUrl, from, inside: read.MAIL_INSIDE },
    publicUrl: read.PUBLIC_URL ?? null,
    trustedProxies: read.TRUSTED_PROXIES,
    metricsToken: read.METRICS_TOKEN ?? null,
    oidc:
      issuer === undefined || clientId === undefined
        ? null
        : { issuer, clientId, clientSecret: read.OIDC_CLIENT_SECRET ?? null, scopes: read.OIDC_SCOPES },
    logLevel: read.LOG_LEVEL,
    witnesses: read.WITNESSES,
    backupRecipient: read.BACKUP_RECIPIENT ?? null,
  };
}
