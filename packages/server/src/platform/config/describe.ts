import { type Environment, setVariables } from './config.ts';
import { type Variable, variables } from './variables.ts';

export type Described = {
  readonly name: Variable;
  /** As it may be shown: passwords and tokens are `***`. `null`: not set, and there is no default. */
  readonly value: string | null;
  readonly source: 'set' | 'default' | 'unset';
  readonly valid: boolean;
};

const secrets: ReadonlySet<Variable> = new Set(['METRICS_TOKEN', 'OIDC_CLIENT_SECRET']);
const addresses: ReadonlySet<Variable> = new Set(['DATABASE_URL', 'DATABASE_APP_URL', 'SMTP_URL']);

/** Every variable with the value in effect, for people who look for a fault; it needs no configuration that holds. */
export function describeConfig(environment: Environment = process.env): readonly Described[] {
  const set = setVariables(environment);
  return (Object.keys(variables) as Variable[]).map((name) => {
    const given = set[name];
    const read = variables[name].safeParse(given);
    const effective = given ?? defaultText(read.data);
    const source = given !== undefined ? 'set' : effective === '' ? 'unset' : 'default';
    return { name, value: effective === '' ? null : shown(name, effective, read.success), source, valid: read.success };
  });
}

/** An empty list is as good as nothing set. */
const defaultText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

function shown(name: Variable, value: string, valid: boolean): string {
  if (secrets.has(name)) return '***';
  if (!addresses.has(name)) return valid || !/secret|password|:[^/]*@/i.test(value) ? value : '***';
  return maskedAddress(value);
}

/** A password can stand before the `@` or among the parameters; an address that cannot be read is shown not at all. */
function maskedAddress(text: string): string {
  if (!URL.canParse(text)) return '***';
  const url = new URL(text);
  if (url.host === '') return '***';
  if (url.password !== '') url.password = '***';
  for (const key of new Set(url.searchParams.keys())) {
    if (!['sslmode', 'tls', 'application_name'].includes(key)) url.searchParams.set(key, '***');
  }
  return url.href;
}
