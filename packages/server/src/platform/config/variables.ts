import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseVerifierKey, type VerifierKey } from '@sallyport/core/journal';
import { z } from 'zod';
import { isRecipient } from '../backup-crypto/recipient.ts';
import { nodeSha256 } from '../hashing/sha256.ts';
import { createAddressList, isLoopbackHost } from '../network/address-list.ts';

/** `url` null: folders are carried to it. */
export type Witness = { readonly key: VerifierKey; readonly url: string | null };

const url = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

const database = z.string().refine((text) => {
  const parsed = url(text);
  return parsed !== null && ['postgres:', 'postgresql:'].includes(parsed.protocol) && parsed.pathname.length > 1;
});

/** Encrypted, or never leaving this machine: links and tokens travel over it. */
const safeWeb = (text: string): URL | null => {
  const parsed = url(text);
  if (
    parsed === null ||
    parsed.username !== '' ||
    parsed.password !== '' ||
    parsed.search !== '' ||
    parsed.hash !== ''
  ) {
    return null;
  }
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopbackHost(parsed.hostname))
    ? parsed
    : null;
};

const hostName = /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*$/;
/** All digits and dots would be a mistyped address. */
const numeric = /^[\d.]+$/;

const mailServer = z.string().refine((text) => {
  const parsed = url(text);
  const tls = parsed?.searchParams.get('tls');
  return (
    parsed !== null &&
    ['smtp:', 'smtps:'].includes(parsed.protocol) &&
    parsed.hostname !== '' &&
    ['', '/'].includes(parsed.pathname) &&
    [...parsed.searchParams.keys()].every((key) => key === 'tls') &&
    (tls === null || (tls === 'off' && parsed.protocol === 'smtp:'))
  );
});

/** A witness: the key it cosigns with, and where it is asked, if it is. A checkpoint is no secret, so the way to it need not be one. */
function witness(text: string): Witness | null {
  const [key = '', address = '', ...rest] = text.trim().split(/\s+/);
  const parsed = parseVerifierKey(nodeSha256, key);
  if (parsed?.kind !== 'cosignature' || rest.length > 0) return null;
  if (address === '') return { key: parsed, url: null };
  const at = url(address);
  if (at === null) return null;
  return ['http:', 'https:'].includes(at.protocol) ? { key: parsed, url: address.replace(/\/$/, '') } : null;
}

const witnesses = (text: string): (Witness | null)[] => text.split(',').map(witness);

/** One schema for each variable the program reads. An empty value counts as not set. */
export const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4380),
  HOST: z
    .string()
    .max(253)
    .refine((host) => isIP(host) !== 0 || (hostName.test(host) && !numeric.test(host)))
    .default('127.0.0.1'),
  SALLYPORT_DATA: z
    .string()
    .refine((path) => !path.includes('\0'))
    .prefault('./data')
    .transform((path) => resolve(path)),
  DATABASE_URL: database.optional(),
  DATABASE_APP_URL: database.optional(),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: z.email().max(254).optional(),
  /** Domains of mailboxes that are the house's own: a letter to any other address leaves it. */
  MAIL_INSIDE: z
    .string()
    .transform((text) => text.split(',').map((domain) => domain.trim().toLowerCase()))
    .refine((domains) => domains.every((domain) => domain.includes('.') && hostName.test(domain)))
    .default([]),
  PUBLIC_URL: z
    .string()
    .refine((text) => safeWeb(text)?.pathname === '/')
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((entry) => entry.trim()))
    .refine((entries) => createAddressList(entries) !== null)
    .default([]),
  METRICS_TOKEN: z
    .string()
    .max(1000)
    .regex(/^[A-Za-z0-9._~+/=-]{24,}$/)
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine((text) => safeWeb(text) !== null)
    .optional(),
  OIDC_CLIENT_ID: z.string().max(255).optional(),
  OIDC_CLIENT_SECRET: z.string().max(1000).optional(),
  OIDC_SCOPES: z
    .string()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/)
    .refine((scopes) => scopes.split(' ').includes('openid'))
    .default('openid'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
  WITNESSES: z
    .string()
    .refine((text) => witnesses(text).every((one) => one !== null))
    .transform((text) => witnesses(text).filter((one) => one !== null))
    .default([]),
  BACKUP_RECIPIENT: z.string().refine(isRecipient).optional(),
};

export type Variable = keyof typeof variables;

/** What a variable brings along: without it the setting would be half of one. */
export const needs: readonly (readonly [Variable, Variable])[] = [
  ['DATABASE_APP_URL', 'DATABASE_URL'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['MAIL_INSIDE', 'SMTP_URL'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['OIDC_CLIENT_ID', 'OIDC_ISSUER'],
  ['OIDC_CLIENT_SECRET', 'OIDC_ISSUER'],
];
