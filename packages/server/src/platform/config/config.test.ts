import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ExplainedError } from '../words/explained-error.ts';
import { type Environment, readConfig } from './config.ts';
import { describeConfig } from './describe.ts';
import type { Variable } from './variables.ts';

const recipient = 'age149vhr35vw2dyuffm0xzj27ytngs2g0zhs0erzkhdlh4aq00n55sq7e70jn';

const refusalOf = (environment: Environment): ExplainedError => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ExplainedError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
};

test('an empty environment gives a program for this machine alone', () => {
  expect(readConfig({ PATH: '/usr/bin', PORT: '', SMTP_URL: '  ' })).toEqual({
    port: 4380,
    host: '127.0.0.1',
    data: resolve('data'),
    database: null,
    mail: null,
    publicUrl: null,
    trustedProxies: [],
    metricsToken: null,
    oidc: null,
    logLevel: 'info',
    witnesses: [],
    backupRecipient: null,
  });
});

test('reads every variable', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '::',
    SALLYPORT_DATA: '/var/lib/sallyport',
    DATABASE_URL: 'postgres://owner:geheim@db.example.org/sallyport?sslmode=verify-full',
    DATABASE_APP_URL: 'postgres://sallyport_app:geheim@db.example.org/sallyport',
    SMTP_URL: 'smtps://post:geheim@mail.example.org',
    MAIL_FROM: 'sallyport@example.org',
    MAIL_INSIDE: 'Example.org, mail.example.org',
    PUBLIC_URL: 'https://sallyport.example.org/',
    TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16,::1',
    METRICS_TOKEN: 'aaaaaaaaaaaaaaaaaaaaaaaa',
    OIDC_ISSUER: 'https://id.example.org/realms/main',
    OIDC_CLIENT_ID: 'sallyport',
    LOG_LEVEL: 'debug',
    BACKUP_RECIPIENT: recipient,
  });
  expect(config).toMatchObject({
    port: 8080,
    host: '::',
    database: { appUrl: 'postgres://sallyport_app:geheim@db.example.org/sallyport' },
    mail: { from: 'sallyport@example.org', inside: ['example.org', 'mail.example.org'] },
    publicUrl: 'https://sallyport.example.org',
    trustedProxies: ['10.0.0.5', '10.1.0.0/16', '::1'],
    oidc: { clientSecret: null, scopes: 'openid' },
    backupRecipient: recipient,
  });
});

const bad: readonly [Variable, string, Environment?][] = [
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['HOST', '127.0.0.1:80'],
  ['HOST', '127.0.0.256'],
  ['HOST', 'a b'],
  ['SALLYPORT_DATA', 'a\0b'],
  ['DATABASE_URL', 'mysql://a/b'],
  ['DATABASE_URL', 'postgres://host'],
  ['DATABASE_APP_URL', 'sallyport', { DATABASE_URL: 'postgres://a/b' }],
  ['SMTP_URL', 'mail.example.org', { MAIL_FROM: 'a@example.org' }],
  ['SMTP_URL', 'smtps://mail.example.org?tls=off', { MAIL_FROM: 'a@example.org' }],
  ['SMTP_URL', 'smtp://mail.example.org?tls=maybe', { MAIL_FROM: 'a@example.org' }],
  ['MAIL_INSIDE', 'localhost', { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.org' }],
  ['MAIL_INSIDE', 'a@example.org', { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.org' }],
  ['MAIL_INSIDE', '*.example.org', { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.org' }],
  ['MAIL_FROM', 'Sallyport <a@example.org>'],
  ['MAIL_FROM', 'a@example.org\r\nBcc: b@example.org'],
  ['PUBLIC_URL', 'http://sallyport.example.org'],
  ['PUBLIC_URL', 'https://sallyport.example.org/app'],
  ['PUBLIC_URL', 'https://user@sallyport.example.org'],
  ['PUBLIC_URL', 'http://127.0.0.1.example.org'],
  ['TRUSTED_PROXIES', '10.0.0.0/40'],
  ['TRUSTED_PROXIES', '10.0.0.1,'],
  ['METRICS_TOKEN', 'short'],
  ['METRICS_TOKEN', 'with a space in it and long enough'],
  ['OIDC_ISSUER', 'http://id.example.org', { OIDC_CLIENT_ID: 'a' }],
  ['OIDC_CLIENT_ID', 'a'.repeat(256), { OIDC_ISSUER: 'https://id.example.org' }],
  ['OIDC_CLIENT_SECRET', 'a'.repeat(1001), { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'a' }],
  ['OIDC_SCOPES', 'profile'],
  ['LOG_LEVEL', 'loud'],
  ['WITNESSES', 'http://10.0.0.7:4390'],
  ['WITNESSES', 'w.example+00000000+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= http://10.0.0.7:4390'],
  ['BACKUP_RECIPIENT', `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`],
  ['BACKUP_RECIPIENT', 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'],
];

describe('a bad value is refused', () => {
  test.each(bad)('%s=%j', (name, value, others = {}) => {
    const { code, phrase } = refusalOf({ ...others, [name]: value });
    expect(code).toBe('config.refused');
    expect(phrase.zh.split('\n')).toHaveLength(1);
    expect(phrase.zh).toContain(name);
    expect(phrase.en).toContain(name);
    // A secret typed into the wrong variable would otherwise end in a log.
    expect(`${phrase.zh}${phrase.en}`.replaceAll(name, '')).not.toContain(`${value} `);
  });

  test('every variable that can be wrong has a case here, or takes any text', () => {
    const tried = new Set(bad.map(([name]) => name));
    expect(describeConfig({}).filter(({ name }) => !tried.has(name))).toEqual([]);
  });

  test('all faults are told at once', () => {
    const { phrase } = refusalOf({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_APP_URL: 'postgres://a/b' });
    expect(phrase.en.split('\n').map((line) => /[A-Z]{2,}[A-Z_]+/.exec(line)?.[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'DATABASE_APP_URL',
    ]);
  });
});

test.each([
  ['DATABASE_APP_URL', 'postgres://a/b', 'DATABASE_URL'],
  ['SMTP_URL', 'smtp://localhost', 'MAIL_FROM'],
  ['MAIL_INSIDE', 'example.org', 'SMTP_URL'],
  ['OIDC_ISSUER', 'https://id.example.org', 'OIDC_CLIENT_ID'],
  ['OIDC_CLIENT_ID', 'a', 'OIDC_ISSUER'],
  ['OIDC_CLIENT_SECRET', 'a', 'OIDC_ISSUER'],
])('%s alone asks for the other half', (name, value, other) => {
  expect(refusalOf({ [name]: value }).phrase.en).toContain(`${other} has to be set too`);
});

describe('described', () => {
  const secret = 'hunter2hunter2hunter2hunter2';
  const described = describeConfig({
    DATABASE_URL: `postgres://owner:${secret}@db/sallyport?sslmode=require&password=${secret}`,
    DATABASE_APP_URL: `postgres//owner:${secret}@db`,
    SMTP_URL: `smtp://post:${secret}@mail`,
    PUBLIC_URL: `https://user:${secret}@example.org`,
    METRICS_TOKEN: secret,
    OIDC_CLIENT_SECRET: secret,
    BACKUP_RECIPIENT: 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX',
    PORT: 'x',
  });
  const of = (name: Variable) => described.find((one) => one.name === name);

  test('no secret is shown, wherever it stands', () => {
    expect(JSON.stringify(described)).not.toMatch(/hunter2|SECRET-KEY/);
    expect(of('DATABASE_URL')?.value).toBe('postgres://owner:***@db/sallyport?sslmode=require&password=***');
  });

  test('says what is set, what is a default, and what does not hold', () => {
    expect(of('HOST')).toEqual({ name: 'HOST', value: '127.0.0.1', source: 'default', valid: true });
    expect(of('MAIL_FROM')).toEqual({ name: 'MAIL_FROM', value: null, source: 'unset', valid: true });
    expect(of('PORT')).toEqual({ name: 'PORT', value: 'x', source: 'set', valid: false });
  });
});
